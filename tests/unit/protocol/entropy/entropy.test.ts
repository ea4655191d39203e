/** The messages of the entropy check, `C8 11` to `C8 14`. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../src/protocol/bytes.ts';
import {
  decodeCandidateWallet,
  decodeCommitment,
  decodeOpenedPart,
  encodeCommitment,
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
  mostOpenedCandidates,
} from '../../../../src/protocol/entropy/entropy.ts';
import { countingBytes } from '../../../fixtures/devices/core-board.ts';

const badResponse = expect.objectContaining({ code: 'bad-response' }) as unknown;

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    return { returned: call() };
  } catch (thrown) {
    return thrown;
  }
}

describe('the commands', () => {
  it('are these bytes', () => {
    const walletId = countingBytes(16);
    expect(
      [encodeCommitRequest(), encodeOpenRequest(walletId), encodeKeepRequest(walletId)].map(toHex),
    ).toEqual(['c811000000', `c813000010${toHex(walletId)}`, `c814000010${toHex(walletId)}`]);
    expect(toHex(encodeEntropyRequest(countingBytes(32)))).toBe(`c812000020${toHex(countingBytes(32))}`);
  });

  it.each([0, 31, 33])('take no host part of %i bytes', (length) => {
    expect(() => encodeEntropyRequest(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('a commitment', () => {
  it('comes back, for each number up to the one after the last that can be opened', () => {
    for (let candidate = 1; candidate <= mostOpenedCandidates + 1; candidate += 1) {
      const commitment = countingBytes(32, candidate);
      expect(decodeCommitment(encodeCommitment({ candidate, commitment }))).toEqual({
        candidate,
        commitment,
      });
    }
  });

  it.each([0, mostOpenedCandidates + 2, 255])('has no number %i', (candidate) => {
    const data = encodeCommitment({ candidate, commitment: countingBytes(32) });
    expect(thrownBy(() => decodeCommitment(data))).toEqual(badResponse);
  });

  it.each([0, 1, 32, 34])('has no %i bytes', (length) => {
    expect(thrownBy(() => decodeCommitment(new Uint8Array(length).fill(1)))).toEqual(badResponse);
  });
});

describe('the other answers', () => {
  it('are copies of 16 and 32 bytes', () => {
    const [wallet, part] = [countingBytes(16), countingBytes(32)];
    expect(decodeCandidateWallet(wallet)).toEqual(wallet);
    expect(decodeCandidateWallet(wallet)).not.toBe(wallet);
    expect(decodeOpenedPart(part)).toEqual(part);
    expect(decodeOpenedPart(part)).not.toBe(part);
  });

  it.each([0, 15, 17, 31, 33])('have no %i bytes', (length) => {
    expect(thrownBy(() => decodeCandidateWallet(new Uint8Array(length)))).toEqual(badResponse);
    expect(thrownBy(() => decodeOpenedPart(new Uint8Array(length)))).toEqual(badResponse);
  });
});
