/** What the script of an output says, of the kinds that a person can be shown: an address, or data that nobody is paid with. */
import { keyHashAddress, scriptHashAddress, witnessAddress } from '../../../chains/bitcoin-address.ts';
import { equalBytes } from '../../../../../src/protocol/bytes.ts';

export type Payee =
  | { readonly kind: 'address'; readonly address: string }
  /** 1 to 80 bytes. Whatever is paid there is gone. */
  | { readonly kind: 'data'; readonly bytes: Uint8Array };

/** Behind `OP_RETURN`, as nodes have passed it on for years. */
const mostData = 80;
/** Up to here, a length is an instruction of its own. */
const longestPush = 75;
const pushByLength = 0x4c;
const returnInstruction = 0x6a;

/** Zero, and 1 to 16. */
function witnessVersion(instruction: number | undefined): number | undefined {
  if (instruction === 0) return 0;
  return instruction !== undefined && instruction >= 0x51 && instruction <= 0x60
    ? instruction - 0x50
    : undefined;
}

/** The lengths that are known to mean something; of versions to come, any that BIP-141 allows. */
function isProgram(version: number, length: number): boolean {
  if (version === 0) return length === 20 || length === 32;
  return version === 1 ? length === 32 : length >= 2 && length <= 40;
}

function witnessPayee(script: Uint8Array): string | undefined {
  const version = witnessVersion(script[0]);
  const program = script.subarray(2);
  if (version === undefined || script[1] !== program.length) return undefined;
  return isProgram(version, program.length) ? witnessAddress(version, program) : undefined;
}

/** The bytes between a beginning and an end, 20 of them. */
function hashBetween(
  script: Uint8Array,
  start: readonly number[],
  end: readonly number[],
): Uint8Array | undefined {
  const hash = script.subarray(start.length, script.length - end.length);
  if (hash.length !== 20 || script.length !== start.length + 20 + end.length) return undefined;
  const isFramed =
    equalBytes(script.subarray(0, start.length), Uint8Array.from(start)) &&
    equalBytes(script.subarray(start.length + 20), Uint8Array.from(end));
  return isFramed ? hash : undefined;
}

/** One push, in the shortest of the ways that name its length: so the bytes tell the whole script. */
function dataBehindReturn(script: Uint8Array): Uint8Array | undefined {
  const [instruction, first, second] = script;
  if (instruction !== returnInstruction || first === undefined) return undefined;
  const isLong = first === pushByLength;
  const bytes = script.subarray(isLong ? 3 : 2);
  const isWhole = bytes.length === (isLong ? second : first);
  if (!isWhole || bytes.length === 0 || bytes.length > mostData) return undefined;
  return bytes.length > longestPush === isLong ? bytes : undefined;
}

/** `undefined` for a script that says anything else. */
export function payeeOf(script: Uint8Array): Payee | undefined {
  const keyHash = hashBetween(script, [0x76, 0xa9, 0x14], [0x88, 0xac]);
  if (keyHash !== undefined) return { kind: 'address', address: keyHashAddress(keyHash) };
  const scriptHash = hashBetween(script, [0xa9, 0x14], [0x87]);
  if (scriptHash !== undefined) return { kind: 'address', address: scriptHashAddress(scriptHash) };
  const address = witnessPayee(script);
  if (address !== undefined) return { kind: 'address', address };
  const bytes = dataBehindReturn(script);
  return bytes && { kind: 'data', bytes };
}
