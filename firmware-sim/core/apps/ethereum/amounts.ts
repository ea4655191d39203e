/** Amounts of the coin of any chain. */
import { writeDecimal } from '../shared/decimals.ts';

/** Wei are the eighteenth place. */
export const writeCoins = (wei: bigint): string => writeDecimal(wei, 18);

export const writeGwei = (wei: bigint): string => writeDecimal(wei, 9);
