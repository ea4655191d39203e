/** What `firmware-sim` says of its USB/IP port. */
export interface SimulatorUsbMessages {
  /** Why `--attach` can't be done. */
  readonly attach: {
    readonly linuxOnly: string;
    readonly rootNeeded: string;
    readonly moduleNeeded: string;
    readonly noDescriptor: string;
    readonly noFreePort: string;
    readonly refused: (status: number) => string;
    readonly failedAgain: string;
  };
  readonly noDevice: (busId: string) => string;
  readonly attachedAlready: (busId: string) => string;
  /** `why`: a `packet`. */
  readonly badPacket: (why: string) => string;
  readonly packet: {
    readonly version: (given: string, expected: string) => string;
    readonly operation: (given: string) => string;
    readonly command: (given: number) => string;
    readonly direction: (given: number) => string;
    readonly endpoint: (given: number) => string;
    readonly length: (given: number, most: number) => string;
    readonly tooManyWaiting: string;
  };
}
