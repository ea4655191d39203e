/**
 * `C8 07`: the encrypted backup file, a declared public output. Answered from the person's last press of that ceremony
 * on until the next ceremony, or until the device is switched off; else 6986, or 5515 while it waits for its PIN.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';

export function encodeReadFileRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.readFile);
}
