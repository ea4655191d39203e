/**
 * Descriptions of tokens that Ledger signs, as wallets send them before a transaction. Who asks can't make one up, so that a ticker and
 * where the point stands are never the host's word alone.
 */
import { byteAt, equalBytes } from '../../../../src/protocol/bytes.ts';
import { ethereumAddressLength } from '../../chains/ethereum-address.ts';
import { createVerifier } from './token-signature.ts';

export interface Token {
  readonly ticker: string;
  readonly decimals: number;
}

export interface Tokens {
  /** Keeps a description that is signed, and drops any other. Gives the place it has, or would have. */
  describe(data: Uint8Array): number;
  find(chainId: bigint, contract: Uint8Array): Token | undefined;
  forget(): void;
}

/** Published in the documents of Ledger's app: `doc/ethapp.adoc`, "Provide ERC 20 token information". */
const ledgerKey =
  '045e6c1020c14dc46442fe89f97c0b68cdb15976dc24f24c316e7b30fe4e8cc76b1489150c21514ebf440ff5dea5393d83de5358cd098fce8fd0f81daa94979183';

/** As many as Ledger's app keeps. */
const places = 5;
/** Longer ones nobody signs, and no screen has room for them. */
const longestTicker = 20;
/** A contract says it in a byte (ERC-20). */
const mostDecimals = 255;

interface Description extends Token {
  readonly chainId: bigint;
  readonly contract: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const readU32 = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total * 256 + byte, 0);

/** Of ASCII's visible characters alone: a space would let a ticker look like more than one word. */
function readTicker(bytes: Uint8Array): string | undefined {
  const isReadable = bytes.every((byte) => byte > 0x20 && byte < 0x7f);
  if (!isReadable || bytes.length === 0 || bytes.length > longestTicker) return undefined;
  return String.fromCharCode(...bytes);
}

function readDescription(data: Uint8Array): Description | undefined {
  if (data.length === 0) return undefined;
  const tickerEnd = 1 + byteAt(data, 0);
  const contractEnd = tickerEnd + ethereumAddressLength;
  const signedEnd = contractEnd + 8;
  if (data.length < signedEnd) return undefined;
  const ticker = readTicker(data.subarray(1, tickerEnd));
  const decimals = readU32(data.subarray(contractEnd, contractEnd + 4));
  if (ticker === undefined || decimals > mostDecimals) return undefined;
  return {
    ticker,
    decimals,
    contract: data.slice(tickerEnd, contractEnd),
    chainId: BigInt(readU32(data.subarray(contractEnd + 4, signedEnd))),
    signed: data.subarray(1, signedEnd),
    signature: data.subarray(signedEnd),
  };
}

/** `maker`: whose word is taken; other than in tests, Ledger's. */
export function createTokens(maker = ledgerKey): Tokens {
  const kept: (Omit<Description, 'signed' | 'signature'> | undefined)[] = [];
  let place = 0;
  let verify: ReturnType<typeof createVerifier> | undefined;
  return {
    describe(data) {
      const at = place;
      const description = readDescription(data);
      if (description === undefined) return at;
      // The curve takes a while to get ready, and few ask for it.
      verify ??= createVerifier(maker);
      const { signed, signature, ...token } = description;
      if (!verify(signed, signature)) return at;
      kept[at] = token;
      place = (at + 1) % places;
      return at;
    },
    find: (chainId, contract) =>
      kept.find(
        (token) => token !== undefined && token.chainId === chainId && equalBytes(token.contract, contract),
      ),
    forget() {
      kept.length = 0;
      place = 0;
    },
  };
}
