/** What a device finds wrong with itself. It stops before any word is shown; the message never carries a value. */
export type FaultCode = 'random-source' | 'storage-damaged';

export class DeviceFault extends Error {
  override readonly name = 'DeviceFault';
  readonly code: FaultCode;

  constructor(code: FaultCode) {
    super(`device fault: ${code}`);
    this.code = code;
  }
}
