/** The candidates of the entropy check, checked against the construction in docs/protocol.md with other libraries. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { createCandidates } from '../../../../../firmware-sim/core/vault/entropy/candidates.ts';
import { concatBytes, toHex } from '../../../../../src/protocol/bytes.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';
import { walletIdOfPhrase } from '../../../../fixtures/devices/entropy-host.ts';
import { openingLast } from '../../../../fixtures/devices/last-candidate.ts';

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
  const candidates = openingLast(
    createCandidates(() => {
      const part = hash(ascii('device'), Uint8Array.of(drawn.length));
      drawn.push(part);
      return part;
    }, length),
  );
  const partOf = (candidate: number): Uint8Array => hash(ascii('device'), Uint8Array.of(candidate - 1));
  return { candidates, drawn, partOf };
}

function walletIdOf(devicePart: Uint8Array, host: Uint8Array, length: number): string {
  const phrase = entropyToMnemonic(hash(devicePart, host).slice(0, length), wordlist);
  return walletIdOfPhrase(phrase);
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

  it('is opened and kept by its own wallet ID, and by no other', () => {
    const { drawn } = candidatesOf();
    const candidates = createCandidates(() => {
      drawn.push(hash(ascii('device'), Uint8Array.of(drawn.length)));
      return drawn.at(-1) ?? new Uint8Array();
    }, 16);
    const mixed = (host: number): Uint8Array => {
      candidates.commit();
      const walletId = candidates.mix(hostPart(host));
      if (typeof walletId === 'string') throw new Error(walletId);
      return walletId;
    };
    const first = mixed(1);
    for (const wrong of [new Uint8Array(16), first.slice(0, 15), first.map((byte) => byte ^ 1)]) {
      expect(candidates.open(wrong)).toBe('badData');
      expect(candidates.keep(wrong)).toBe('badData');
    }
    expect(candidates.open(first)).toBeInstanceOf(Uint8Array);
    const second = mixed(2);
    expect(candidates.keep(first)).toBe('badData');
    expect(candidates.takeKept()).toBeUndefined();
    expect(candidates.keep(second)).toBe('kept');
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
  });

  it('takes no host part that an earlier one had, and another one then', () => {
    const { candidates } = candidatesOf();
    candidates.commit();
    candidates.mix(hostPart(1));
    candidates.open();
    candidates.commit();
    expect(candidates.mix(hostPart(1))).toBe('badData');
    expect(candidates.mix(hostPart(2))).toBeInstanceOf(Uint8Array);
  });

  it('remembers earlier host parts, even when their original bytes were overwritten', () => {
    const { candidates } = candidatesOf();
    const received = hostPart(1);
    candidates.commit();
    candidates.mix(received);
    candidates.open();
    received.fill(0);
    candidates.commit();
    expect(candidates.mix(hostPart(1))).toBe('badData');
  });

  it('a part that couldn’t be drawn leaves nothing behind and uses up no number', () => {
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
  it('accepts commit, mix, then open or keep, and refuses the rest without a change', () => {
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
