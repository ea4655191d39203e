/** `C8 03`: asks the device to stop the ceremony that it is in. Answers 6986 where there is nothing to stop. */
import { encodeCommand } from '../apdu/apdu.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';

export function encodeCancelRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.cancel);
}
