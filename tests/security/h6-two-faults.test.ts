/**
 * H6: two faults in a row at any two operations in a wallet's life. The wallet is there afterwards, the same one, under
 * one of its person's PINs.
 */
import { expect, it } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { openVault, type Vault } from '../../firmware-sim/core/vault/vault.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';
import {
  createFaultyFlash,
  plannedFaults,
  writeFaults,
  type FaultyFlash,
  type PlannedFault,
} from '../fixtures/fakes/faulty-flash.ts';
import { quickRandom } from '../fixtures/proof/quick-random.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof } from '../fixtures/proof/summary.ts';
import { PowerCut } from '../fixtures/devices/test-device.ts';

const sector = 512;
const digits = (pin: string): Uint8Array => Uint8Array.from(pin, Number);
const [oldPin, newPin] = ['4711', '8642'];

function boardOn(flash: FaultyFlash): ReturnType<typeof createCoreBoard> {
  return { ...createCoreBoard({ random: quickRandom({ all: 'two faults' }) }), storage: flash };
}

/** What a person does with a wallet that is backed up; each step fails on its own. */
const steps: readonly ((vault: Vault) => void)[] = [
  (vault) => open(vault, oldPin)?.close(),
  (vault) => vault.rename('Desk'),
  (vault) => open(vault, oldPin)?.close(),
  (vault) => {
    const wallet = open(vault, oldPin);
    try {
      wallet?.changePin(digits(newPin));
    } finally {
      wallet?.close();
    }
  },
  (vault) => vault.speak('de'),
  (vault) => vault.rename('Attic'),
  (vault) => vault.speak('en'),
];

function open(vault: Vault, pin: string) {
  const result = vault.unlock(digits(pin));
  return result.kind === 'open' ? result.wallet : undefined;
}

/** Switches on until it works: a fault at one start is over at the next. */
function switchOn(flash: FaultyFlash): Vault {
  for (let starts = 0; ; starts += 1) {
    try {
      return openVault(boardOn(flash));
    } catch (thrown) {
      if (starts > 3) throw thrown;
    }
  }
}

function live(flash: FaultyFlash): void {
  let vault = switchOn(flash);
  for (const step of steps) {
    try {
      step(vault);
    } catch (thrown) {
      if (thrown instanceof PowerCut) vault = switchOn(flash);
    }
  }
}

/** A wallet of 12 words, backed up, under the old PIN. */
const { image, walletId } = ((): { image: Uint8Array; walletId: string } => {
  const flash = createFaultyFlash(sector);
  const wallet = openVault(boardOn(flash)).create(digits(oldPin), 12);
  wallet.markBackedUp();
  const made = { image: flash.bytes.slice(), walletId: toHex(wallet.walletId) };
  wallet.close();
  return made;
})();

function flashWith(plan: readonly PlannedFault[]): FaultyFlash {
  const flash = createFaultyFlash(sector);
  flash.bytes.set(image);
  flash.plan.push(...plan);
  return flash;
}

/** What each of the two PINs opens, on a copy each: a wrong one costs a try. */
function whatIsLeft(flash: FaultyFlash): string[] {
  return [oldPin, newPin].map((pin) => {
    const copy = createFaultyFlash(sector);
    copy.bytes.set(flash.bytes);
    const vault = openVault(boardOn(copy));
    if (vault.state() !== 'backed-up') return vault.state();
    const wallet = open(vault, pin);
    const found = wallet === undefined ? 'closed' : toHex(wallet.walletId);
    wallet?.close();
    return found;
  });
}

it('two faults in a row, at any two operations, leave the wallet under its PIN', () => {
  const sound = flashWith([]);
  live(sound);
  expect(whatIsLeft(sound)).toEqual(['closed', walletId]);
  const length = slotLength(recordLength);
  const kept = proofRuns({ short: 0, long: 1 }) === 1 ? [0, 1, 8, 100, length - 1, length] : [0, 100, length];
  const all = plannedFaults({ writes: sound.writes, reads: sound.reads }, writeFaults(kept));
  const every = proofRuns({ short: 0, long: 1 }) === 1 ? 1 : 7;
  let pairs = 0;
  all.forEach((first, at) => {
    for (let index = at + 1 + (at % every); index < all.length; index += every) {
      const second = all[index];
      if (second === undefined) continue;
      const flash = flashWith([first, second]);
      live(flash);
      const left = whatIsLeft(flash);
      const whole = left.toSorted().join() === ['closed', walletId].toSorted().join();
      if (!whole) expect({ first, second, left }).toBe('the wallet, under one PIN');
      pairs += 1;
    }
  });
  expect(pairs).toBeGreaterThan(1000);
  reportProof('H6 two faults in a row', { 'pairs of faults': pairs });
});

it('a medium that answers twice in a row with what was there before hides no wallet', () => {
  const sound = flashWith([]);
  live(sound);
  for (let at = 0; at < sound.reads; at += 1) {
    const flash = flashWith([at, at + 1].map((each) => ({ at: each, fault: { kind: 'stale' } })));
    live(flash);
    expect(whatIsLeft(flash)).toEqual(['closed', walletId]);
  }
});

it('a stale read after a right PIN counts no try', () => {
  for (const stale of [[0], [1], [2], [0, 1], [1, 2]]) {
    const flash = flashWith([]);
    const vault = switchOn(flash);
    open(vault, oldPin)?.close();
    flash.plan.push(...stale.map((from) => ({ at: flash.reads + from, fault: { kind: 'stale' } as const })));
    const restarted = switchOn(flash);
    expect(restarted.state()).toBe('backed-up');
    expect(restarted.triesLeft()).toBe(3);
    expect(whatIsLeft(flash)).toEqual([walletId, 'closed']);
  }
});
