/** `C8 06`: the name that the person gave the device: 0 to 16 printable ASCII characters, none at first. */
import { encodeCommand } from '../apdu.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../instructions.ts';
import { isDeviceName } from '../ceremonies.ts';

export function encodeNameRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.name);
}

/** Throws `bad-response` for what cannot be a name. */
export function decodeName(data: Uint8Array): string {
  const name = String.fromCharCode(...data);
  if (name !== '' && !isDeviceName(name)) throw new HostblindError('bad-response');
  return name;
}
