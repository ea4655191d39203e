/** The life of a phrase after its first backup: reveal again, check, restore, change PIN, wipe, rename. */
import { describe, expect, it, vi } from 'vitest';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { hasNameForm } from '../../../src/protocol/device-name.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { decodeName, encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { decodeWallet, encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { wordCounts, type WordCount } from '../../../src/protocol/public-state.ts';
import {
  agree,
  choosePin,
  confirmWord,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  finish,
  reveal,
  tap,
  readWord,
  leaveStopped,
  wipe,
} from '../../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { withWrongChecksum } from '../../fixtures/data/wrong-checksum.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const pin = '4711';

function backedUp(count: WordCount = 12): { device: TestDevice; paper: string[]; walletId: string } {
  const device = createTestDevice();
  device.startCreate(count);
  const paper = device.person(createWallet(count, pin));
  return { device, paper, walletId: walletIdOf(device) };
}

function walletIdOf(device: TestDevice): string {
  return toHex(decodeWallet(responseData(device.exchange(encodeWalletRequest()))));
}

const stored = (device: TestDevice): string => toHex(device.storage.bytes);

describe('reveal again', () => {
  it('asks, takes PIN and hold, shows the same words, and needs no confirmation', () => {
    const { device, paper } = backedUp();
    device.start({ kind: 'reveal' });
    expect(device.status()).toMatchObject({ activity: 'reveal', stage: 'consent' });
    const seen = device.person(
      (function* again() {
        yield* agree('Show words?');
        yield* enterPin(pin);
        yield* reveal();
        const words: string[] = [];
        for (let position = 1; position <= 12; position += 1) {
          words.push(yield* readWord(position));
          expect(device.status()).toMatchObject({ stage: 'words', position, total: 12 });
          yield* tap('right');
        }
        yield* expectScreen('All seen?');
        yield* tap('right');
        return words;
      })(),
    );
    expect(seen.join(' ') === paper.join(' ')).toBe(true);
    expect(device.status()).toMatchObject({
      wallet: 'backed-up',
      outcome: 'completed',
      activity: 'none',
      locked: false,
    });
  });

  it('offers to confirm every word', () => {
    const { device, paper } = backedUp();
    device.start({ kind: 'reveal' });
    device.person(
      (function* andConfirm() {
        yield* agree('Show words?');
        yield* enterPin(pin);
        yield* reveal();
        for (let position = 1; position <= 12; position += 1) yield* tap('right');
        yield* expectScreen('All seen?');
        yield* tap('both');
        for (let position = 1; position <= 12; position += 1) yield* confirmWord(position, paper);
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'completed', activity: 'none', wallet: 'backed-up' });
  });

  it('is wiped after three wrong PINs, and released ids are gone', () => {
    const { device } = backedUp();
    device.start({ kind: 'reveal' });
    device.person(
      (function* wrong() {
        yield* agree('Show words?');
        for (const guess of ['0000', '1111', '2222']) {
          yield* enterPin(guess);
          yield* tap('right');
        }
      })(),
    );
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wiped', activity: 'none' });
    expect(toHex(device.exchange(encodeWalletRequest()))).toBe('6986');
  });

  it('wiped by wrong PINs stays told as wiped: a cancel that comes too late is refused', () => {
    const { device } = backedUp();
    device.start({ kind: 'reveal' });
    device.person(agree('Show words?'));
    for (const guess of ['0000', '1111', '2222']) {
      device.person(enterPin(guess));
      if (guess !== '2222') device.person(tap('right'));
    }
    expect(device.status()).toMatchObject({ stage: 'wiped', activity: 'reveal' });
    expect(toHex(device.exchange(encodeCancelRequest()))).toBe('6986');
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wiped', activity: 'none' });
  });
});

describe('recovery check', () => {
  it.each(['halving', 'letters'] as const)('by %s: a match, and storage is byte-identical', (method) => {
    const { device, paper } = backedUp(24);
    const before = stored(device);
    device.start({ kind: 'check' });
    device.person(
      (function* check() {
        yield* agree('Check backup?');
        yield* enterPin(pin);
        yield* enterWords(paper, method);
        expect(device.status()).toMatchObject({ activity: 'check', stage: 'result', position: 0, total: 0 });
        const lines = yield* expectScreen('They match');
        expect(lines.join(' ')).toContain('The words on your paper open this wallet.');
        yield* tap('right');
      })(),
    );
    expect(device.status()).toMatchObject({
      outcome: 'match',
      activity: 'none',
      wallet: 'backed-up',
      locked: false,
    });
    expect(sealedPart(device.storage.bytes)).toBe(sealedPart(fromStored(before)));
  });

  it('says "no match" for one wrong word anywhere, and changes nothing', () => {
    const { device, paper } = backedUp();
    for (const at of [0, 5, 11]) {
      const wrong = paper.with(at, paper[at] === 'zoo' ? 'zone' : 'zoo');
      device.start({ kind: 'check' });
      device.person(
        (function* check() {
          yield* agree('Check backup?');
          yield* enterPin(pin);
          yield* enterWords(wrong, 'halving');
          const lines = yield* expectScreen('No match');
          expect(lines.join(' ')).toContain(`Word ${at + 1} isn't this wallet's.`);
          yield* tap('right');
        })(),
      );
      expect(device.status()).toMatchObject({ outcome: 'no-match', wallet: 'backed-up' });
    }
  });

  it('takes a last word whose checksum is wrong: it is one mistake among others', () => {
    const { device, paper } = backedUp();
    device.start({ kind: 'check' });
    device.person(
      (function* check() {
        yield* agree('Check backup?');
        yield* enterPin(pin);
        yield* enterWords(withWrongChecksum(paper), 'letters');
        yield* expectScreen('No match');
        yield* tap('right');
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'no-match', wallet: 'backed-up' });
  });
});

describe('restore', () => {
  it.each(
    wordCounts.flatMap((count) =>
      (['halving', 'letters'] as const).map((method) => [count, method] as const),
    ),
  )('%i words by %s restore the same wallet ID, backed up', (count, method) => {
    const { paper, walletId } = backedUp(count);
    const other = createTestDevice({ random: seededRandom({ all: 'another device' }) });
    other.start({ kind: 'restore', wordCount: count });
    other.person(
      (function* restore() {
        yield* agree('Restore?');
        yield* enterWords(paper, method);
        yield* choosePin('8642');
        yield* expectScreen('Restored');
        yield* tap('right');
      })(),
    );
    expect(other.status()).toMatchObject({ wallet: 'backed-up', outcome: 'completed', wordCount: count });
    expect(walletIdOf(other)).toBe(walletId);
    const again = other.replug();
    again.person(enterPin('8642'));
    expect(walletIdOf(again)).toBe(walletId);
  });

  it('leaves nothing when it is interrupted before the PIN is set', () => {
    const { paper } = backedUp();
    const device = createTestDevice();
    const before = stored(device);
    device.start({ kind: 'restore', wordCount: 12 });
    device.person(
      (function* untilThePin() {
        yield* agree('Restore?');
        yield* enterWords(paper, 'halving');
        yield* expectScreen('On your form?');
        yield* tap('right');
        yield* expectScreen('Choose a PIN');
      })(),
    );
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'cancelled', activity: 'none' });
    expect(stored(device)).toBe(before);
  });

  it('is refused where a wallet is, and the others where none is', () => {
    const { device } = backedUp();
    const empty = createTestDevice();
    const answer = (to: TestDevice, request: Parameters<typeof encodeCeremonyRequest>[0]): string =>
      toHex(to.exchange(encodeCeremonyRequest(request)));
    expect(answer(device, { kind: 'restore', wordCount: 12 })).toBe('6986');
    for (const kind of ['reveal', 'check', 'change-pin', 'wipe'] as const)
      expect(answer(empty, { kind })).toBe('6986');
  });
});

describe('change PIN', () => {
  it('wants the old one, then opens with the new one only', () => {
    const { device, walletId } = backedUp();
    device.start({ kind: 'change-pin' });
    device.person(
      (function* change() {
        yield* agree('Change PIN?');
        yield* enterPin(pin);
        yield* choosePin('86420');
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'completed', wallet: 'backed-up', locked: false });
    const again = device.replug();
    again.person(
      (function* oldThenNew() {
        yield* enterPin(pin);
        yield* expectScreen('Wrong PIN');
        yield* tap('right');
        yield* enterPin('86420');
      })(),
    );
    expect(walletIdOf(again)).toBe(walletId);
  });
});

describe('wipe', () => {
  it('says what is lost, wants a hold, and leaves an empty device', () => {
    const { device } = backedUp();
    device.start({ kind: 'wipe' });
    device.person(
      (function* wipe() {
        const lines = yield* expectScreen('Wipe device?');
        expect(lines.join(' ')).toContain("can't be restored");
        yield* tap('right');
        yield* expectScreen('Hold to wipe');
        yield* tap('right');
        yield* expectScreen('Hold to wipe');
        yield { kind: 'hold', milliseconds: 1600 };
      })(),
    );
    expect(device.status()).toMatchObject({
      wallet: 'empty',
      outcome: 'completed',
      stage: 'idle',
      wordCount: 0,
    });
    expect(toHex(device.exchange(encodeWalletRequest()))).toBe('6986');
  });

  it('is kept by going back', () => {
    const { device } = backedUp();
    device.start({ kind: 'wipe' });
    device.person(agree('Wipe device?'));
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ wallet: 'backed-up', outcome: 'declined' });
  });
});

describe('rename', () => {
  it('shows the name, keeps it over a restart, and forgets it in a wipe', () => {
    const { device } = backedUp();
    expect(decodeName(responseData(device.exchange(encodeNameRequest())))).toBe('');
    device.start({ kind: 'rename', name: 'Blue drawer' });
    device.person(
      (function* rename() {
        const lines = yield* expectScreen('Rename?');
        expect(lines.join(' ')).toContain('"Blue drawer"');
        yield* tap('right');
        yield* enterPin(pin);
      })(),
    );
    expect(device.lines()[0]).toBe('Backed up');
    expect(device.lines()).toContain('Name: "Blue drawer"');
    expect(device.status()).toMatchObject({ outcome: 'completed', activity: 'none', wallet: 'backed-up' });
    const again = device.replug();
    expect(decodeName(responseData(again.exchange(encodeNameRequest())))).toBe('Blue drawer');
    again.person(enterPin(pin));
    again.start({ kind: 'wipe' });
    again.person(agree('Wipe device?'));
    again.person(wipe());
    expect(again.lines()).toEqual(['Hostblind', 'Start in the app.']);
    expect(decodeName(responseData(again.exchange(encodeNameRequest())))).toBe('');
  });

  it('stays the name of an empty device, and of one whose backup is discarded', () => {
    const device = createTestDevice();
    device.start({ kind: 'rename', name: 'Desk' });
    device.person(agree('Rename?'));
    expect(device.lines()).toEqual(['Hostblind', 'Start in the app.', 'Name: "Desk"']);
    device.startCreate(12);
    device.person(agree('New wallet?'));
    device.person(choosePin(pin));
    const again = device.replug();
    again.person(tap('left'));
    again.fingers({ kind: 'hold', milliseconds: 1_600 });
    expect(again.lines()).toEqual(['Hostblind', 'Start in the app.', 'Name: "Desk"']);
  });

  it.each([
    '',
    ' x',
    'x ',
    'x'.repeat(13),
    'naïve',
    'a b c',
    'a  b',
    'Enter seed',
    'S33D here',
    'Your PIN',
    'a_b',
    'a:b',
    'Type-words',
  ])('refuses the name %j', (name) => {
    const { device } = backedUp();
    if (!hasNameForm(name)) expect(() => encodeCeremonyRequest({ kind: 'rename', name })).toThrow(RangeError);
    const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0) & 0xff);
    const answer = device.exchange(Uint8Array.of(0xc8, 0x25, 0, 0, bytes.length, ...bytes));
    expect(['6700', '6a80']).toContain(toHex(answer));
  });
});

describe('going back', () => {
  it('going back past the first word ends a check or a restore without a change', () => {
    const { device } = backedUp();
    device.start({ kind: 'check' });
    device.person(
      (function* backOut() {
        yield* agree('Check backup?');
        yield* enterPin(pin);
        yield* expectScreen('Entry method');
        yield* tap('right');
        yield* expectScreen('Word 1 of 12');
        yield* tap('both');
        yield* expectScreen('Stop entering?');
        yield* tap('right');
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'stopped', activity: 'none', wallet: 'backed-up' });

    const empty = createTestDevice();
    empty.start({ kind: 'restore', wordCount: 12 });
    empty.person(
      (function* backOut() {
        yield* agree('Restore?');
        yield* expectScreen('Entry method');
        yield* tap('right');
        yield* tap('both');
        yield* expectScreen('Stop entering?');
        yield* tap('right');
      })(),
    );
    expect(empty.status()).toMatchObject({ outcome: 'stopped', activity: 'none', wallet: 'empty' });
  });

  it('at the warning stops a reveal', () => {
    const { device } = backedUp();
    device.start({ kind: 'reveal' });
    device.person(
      (function* stop() {
        yield* agree('Show words?');
        yield* enterPin(pin);
        yield* expectScreen('Pen and paper');
        yield* tap('left');
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'stopped', activity: 'none', wallet: 'backed-up' });
  });

  it('from the confirmation of a reveal leads to the words again, behind the hold', () => {
    const { device } = backedUp();
    device.start({ kind: 'reveal' });
    device.person(
      (function* again() {
        yield* agree('Show words?');
        yield* enterPin(pin);
        yield* reveal();
        for (let position = 1; position <= 12; position += 1) yield* tap('right');
        yield* tap('both');
        yield* expectScreen('Word 1 of 12?');
        yield* tap('left');
        yield* tap('both');
        yield* expectScreen('Hold to reveal');
        yield* reveal();
        for (let position = 1; position <= 12; position += 1) yield* tap('right');
        yield* expectScreen('All seen?');
        yield* tap('right');
      })(),
    );
    expect(device.status()).toMatchObject({ outcome: 'completed', activity: 'none', wallet: 'backed-up' });
  });
});

describe('every ceremony', () => {
  it.each(['reveal', 'check', 'change-pin', 'wipe'] as const)(
    '%s: declined and cancelled at once change nothing',
    (kind) => {
      const { device } = backedUp();
      const before = stored(device);
      device.start({ kind });
      device.person(tap('left'));
      expect(device.status()).toMatchObject({ outcome: 'declined', wallet: 'backed-up', activity: 'none' });
      device.start({ kind });
      device.exchange(encodeCancelRequest());
      device.person(leaveStopped());
      expect(device.status()).toMatchObject({ outcome: 'cancelled', wallet: 'backed-up', activity: 'none' });
      expect(stored(device)).toBe(before);
    },
  );
});

/** The wallet's sealed bytes: a right PIN sets the counter back, which is another slot sequence, and nothing else. */
function sealedPart(bytes: Uint8Array): string {
  return toHex(bytes.slice(8, 8 + 205));
}

function fromStored(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

void finish;
