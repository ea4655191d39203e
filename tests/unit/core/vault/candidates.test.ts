/** The candidates of the entropy check, held against the construction in docs/protocol.md with other libraries. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { HDKey } from '@scure/bip32';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { createCandidates } from '../../../../firmware-sim/core/vault/candidates.ts';
import { concatBytes, toHex } from '../../../../src/protocol/bytes.ts';
import { countingBytes } from '../../../support/core-board.ts';

const hash = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(concatBytes(...parts))
      .digest(),
  );
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'ascii'));
const hostPart = (seed: number): Uint8Array => hash(ascii('host'), Uint8Array.of(seed));

/** Parts that are known to the test, and the very arrays, so that their erasure can be seen. */
function candidatesOf(length = 16) {
  const drawn: Uint8Array[] = [];
  const candidates = createCandidates(() => {
    const part = hash(ascii('device'), Uint8Array.of(drawn.length));
    drawn.push(part);
    return part;
  }, length);
  const partOf = (candidate: number): Uint8Array => hash(ascii('device'), Uint8Array.of(candidate - 1));
  return { candidates, drawn, partOf };
}

function walletIdOf(devicePart: Uint8Array, host: Uint8Array, length: number): string {
  const phrase = entropyToMnemonic(hash(devicePart, host).slice(0, length), wordlist);
  const { publicKey } = HDKey.fromMasterSeed(mnemonicToSeedSync(phrase));
  return toHex(hash(ascii('Hostblind wallet id v1\0'), publicKey ?? new Uint8Array()).slice(0, 16));
}

const asHex = (answer: Uint8Array | string): string => (typeof answer === 'string' ? answer : toHex(answer));

describe('a candidate', () => {
  it.each([16, 20, 24, 28, 32])('is promised, mixed and opened as the protocol says (%i bytes)', (length) => {
    const { candidates, partOf } = candidatesOf(length);
    for (const number of [1, 2, 3]) {
      const promised = candidates.commit();
      const label = Buffer.concat([Buffer.from('Hostblind entropy commitment v1'), Buffer.of(number)]);
      expect(promised).toEqual({
        candidate: number,
        commitment: new Uint8Array(createHmac('sha256', partOf(number)).update(label).digest()),
      });
      expect(asHex(candidates.mix(hostPart(number)))).toBe(
        walletIdOf(partOf(number), hostPart(number), length),
      );
      expect(candidates.open()).toEqual(partOf(number));
    }
  });

  it('that is kept gives its entropy once, to the vault', () => {
    const { candidates, partOf } = candidatesOf(24);
    candidates.commit();
    candidates.mix(hostPart(1));
    expect(candidates.takeKept()).toBeUndefined();
    expect(candidates.keep()).toBe('kept');
    const kept = candidates.takeKept();
    // Compared as one: a failing test must not print entropy.
    expect(kept !== undefined && toHex(kept) === toHex(hash(partOf(1), hostPart(1)).slice(0, 24))).toBe(true);
    expect(candidates.takeKept()).toBeUndefined();
  });

  it('cannot be the 65th and be opened: it is kept, or the ceremony ends', () => {
    const { candidates } = candidatesOf();
    for (let number = 1; number <= 64; number += 1) {
      expect(candidates.commit()).toMatchObject({ candidate: number });
      candidates.mix(hostPart(number));
      expect(candidates.open()).toBeInstanceOf(Uint8Array);
    }
    expect(candidates.commit()).toMatchObject({ candidate: 65 });
    candidates.mix(hostPart(65));
    expect(candidates.open()).toBe('notInThisState');
    expect(candidates.keep()).toBe('kept');
  }, 20_000);

  it('takes no host part that an earlier one had, and another one then', () => {
    const { candidates } = candidatesOf();
    candidates.commit();
    candidates.mix(hostPart(1));
    candidates.open();
    candidates.commit();
    expect(candidates.mix(hostPart(1))).toBe('badData');
    expect(candidates.mix(hostPart(2))).toBeInstanceOf(Uint8Array);
  });

  it('knows earlier host parts also when their bytes were overwritten where they came from', () => {
    const { candidates } = candidatesOf();
    const received = hostPart(1);
    candidates.commit();
    candidates.mix(received);
    candidates.open();
    received.fill(0);
    candidates.commit();
    expect(candidates.mix(hostPart(1))).toBe('badData');
  });

  it('whose part could not be drawn leaves nothing behind, and the number is not used up', () => {
    let sound = false;
    const candidates = createCandidates(() => {
      if (!sound) throw new Error('no randomness');
      return countingBytes(32);
    }, 16);
    expect(() => candidates.commit()).toThrow('no randomness');
    expect(candidates.mix(hostPart(1))).toBe('notInThisState');
    sound = true;
    expect(candidates.commit()).toMatchObject({ candidate: 1 });
  });
});

type Step = 'commit' | 'mix' | 'mix again' | 'open' | 'keep';
const steps = fc.constantFrom<Step>('commit', 'mix', 'mix again', 'open', 'keep');

describe('the order', () => {
  /** What may come, as a machine of its own. */
  it('is commit, mix, then open or keep; everything else is refused and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), (script) => {
        const { candidates, partOf } = candidatesOf();
        let [turn, number, hosts] = ['commit' as 'commit' | 'mix' | 'decide' | 'kept', 0, 0];
        for (const step of script) {
          if (step === 'commit') {
            const answer = candidates.commit();
            if (turn !== 'commit') expect(answer).toBe('notInThisState');
            else [turn, number] = ['mix', number + 1];
          } else if (step === 'mix' || step === 'mix again') {
            const fresh = step === 'mix' || hosts === 0;
            const answer = candidates.mix(hostPart(fresh ? hosts + 1 : hosts));
            if (turn !== 'mix') expect(answer).toBe('notInThisState');
            else if (!fresh) expect(answer).toBe('badData');
            else [turn, hosts] = ['decide', hosts + 1];
          } else if (step === 'open') {
            const answer = candidates.open();
            if (turn !== 'decide') expect(answer).toBe('notInThisState');
            else {
              expect(answer).toEqual(partOf(number));
              turn = 'commit';
            }
          } else {
            expect(candidates.keep()).toBe(turn === 'decide' ? 'kept' : 'notInThisState');
            if (turn === 'decide') turn = 'kept';
          }
        }
        expect(candidates.takeKept() !== undefined).toBe(turn === 'kept');
      }),
      { numRuns: 60 },
    );
  });
});

describe('erasure', () => {
  const zero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

  it('overwrites a device part as soon as its candidate is opened or kept', () => {
    const { candidates, drawn } = candidatesOf();
    candidates.commit();
    candidates.mix(hostPart(1));
    expect(drawn.map(zero)).toEqual([false]);
    candidates.open();
    expect(drawn.map(zero)).toEqual([true]);
    candidates.commit();
    candidates.mix(hostPart(2));
    candidates.keep();
    expect(drawn.map(zero)).toEqual([true, true]);
  });

  it.each(['committed', 'mixed', 'kept'])('overwrites everything when it ends (%s)', (until) => {
    const { candidates, drawn } = candidatesOf();
    candidates.commit();
    if (until !== 'committed') candidates.mix(hostPart(1));
    if (until === 'kept') candidates.keep();
    candidates.erase();
    expect(drawn.every(zero)).toBe(true);
    expect(candidates.takeKept()).toBeUndefined();
    for (const step of ['commit', 'open', 'keep'] as const) expect(candidates[step]()).toBe('notInThisState');
    expect(candidates.mix(hostPart(2))).toBe('notInThisState');
  });
});
