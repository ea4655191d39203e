/** Calls of a token (ERC-20) that can be shown whole. Strict ABI: four bytes that say what to do, and two words. */
import { equalBytes, fromHex, toHex } from '../../../../src/protocol/bytes.ts';

export type ContractCall =
  /** No call: coins are sent. */
  | { readonly kind: 'none' }
  | { readonly kind: 'transfer' | 'approve'; readonly to: Uint8Array; readonly amount: bigint }
  | { readonly kind: 'unknown' };

/** `transfer(address,uint256)` and `approve(address,uint256)`. */
const selectors = { transfer: fromHex('a9059cbb'), approve: fromHex('095ea7b3') } as const;
const selectorLength = 4;
const wordLength = 32;
/** An address takes the lower 20 bytes of its word. */
const padding = 12;

/** What an approval of "as much as you like" says. */
export const unlimited = 2n ** 256n - 1n;

export function readCall(data: Uint8Array): ContractCall {
  if (data.length === 0) return { kind: 'none' };
  const selector = data.subarray(0, selectorLength);
  const kind = (['transfer', 'approve'] as const).find((each) => equalBytes(selectors[each], selector));
  if (kind === undefined || data.length !== selectorLength + 2 * wordLength) return { kind: 'unknown' };
  const address = data.subarray(selectorLength, selectorLength + wordLength);
  if (address.subarray(0, padding).some((byte) => byte !== 0)) return { kind: 'unknown' };
  const amount = BigInt(`0x${toHex(data.subarray(selectorLength + wordLength))}`);
  return { kind, to: address.subarray(padding), amount };
}
