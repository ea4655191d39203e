/** `C8 06`: the name that the person gave the device: 0 to 12 characters (`device-name.ts`), none at first. */
import { encodeCommand } from '../apdu/apdu.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { hasNameForm } from '../device-name.ts';

export function encodeNameRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.name);
}

/** Throws `bad-response` for what cannot be a name. */
export function decodeName(data: Uint8Array): string {
  const name = String.fromCharCode(...data);
  if (name !== '' && !hasNameForm(name)) throw new HostblindError('bad-response');
  return name;
}
