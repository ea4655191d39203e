/**
 * H8 on the device: it commits before it sees the host's part, the kept part never leaves, and nothing of a candidate
 * is left behind. H1, H2, H6 and H9 hold with the entropy check and with dice.
 */
import fc from 'fast-check';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../src/protocol/entropy/entropy.ts';
import { keepLast, openLast } from '../fixtures/devices/last-candidate.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import type { Stage } from '../../src/protocol/public-state.ts';
import { fairRolls } from '../fixtures/data/dice-rolls.ts';
import {
  checkEntropy,
  commitmentOf,
  hostPart,
  phraseOf,
  walletIdOfPhrase,
} from '../fixtures/devices/entropy-host.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  rollAllDice,
  runPerson,
  tap,
  type Fingers,
  leaveStopped,
} from '../kit/drivers/person.ts';
import { recordingFingers } from '../fixtures/drivers/recorder.ts';
import { play, type Crossing, type Step } from '../fixtures/drivers/script.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';

interface WatchedDevice {
  readonly device: TestDevice;
  /** What was drawn for phrases: as it was then, and the very array. */
  readonly drawn: { readonly value: string; readonly array: Uint8Array }[];
}

function watchedDevice(phrase = 'watched'): WatchedDevice {
  const random = seededRandom({ all: 'shared', phrase });
  const drawn: WatchedDevice['drawn'] = [];
  const device = createTestDevice({
    random(purpose, length) {
      const array = random(purpose, length);
      if (purpose === 'phrase') drawn.push({ value: toHex(array), array });
      return array;
    },
  });
  return { device, drawn };
}

const asked = { wordCount: 12, entropyCheck: true } as const;

function atTheCheck(phrase?: string): WatchedDevice {
  const watched = watchedDevice(phrase);
  watched.device.exchange(encodeCreateRequest(asked));
  watched.device.person(agreeToNewWallet());
  return watched;
}

const wordOf = (response: Uint8Array): number => readU16(response, response.length - 2);
const isZero = ({ array }: WatchedDevice['drawn'][number]): boolean => array.every((byte) => byte === 0);

type Message = 'commit' | 'entropy' | 'entropy again' | 'open' | 'keep' | 'status' | 'wallet' | 'noise';
const anyMessage = fc.constantFrom<Message>(
  'commit',
  'commit',
  'entropy',
  'entropy',
  'entropy again',
  'open',
  'open',
  'keep',
  'status',
  'wallet',
  'noise',
);

type Turn = 'commit' | 'entropy' | 'decide' | 'over';

/** In whose turn a message is right. */
const turnOf: Readonly<Partial<Record<Message, Exclude<Turn, 'over'>>>> = {
  commit: 'commit',
  entropy: 'entropy',
  'entropy again': 'entropy',
  open: 'decide',
  keep: 'decide',
};
const nextTurn = { commit: 'entropy', entropy: 'decide', decide: 'commit' } as const;

function commandOf(message: Message, host: number): Uint8Array {
  switch (message) {
    case 'commit':
      return encodeCommitRequest();
    case 'entropy':
    case 'entropy again':
      return encodeEntropyRequest(hostPart(host));
    case 'open':
      return openLast();
    case 'keep':
      return keepLast();
    case 'status':
      return encodeStatusRequest();
    case 'wallet':
      return encodeWalletRequest();
    case 'noise':
      return encodeCommand(0xc8, 0x15, hostPart(0));
  }
}

describe('H8, S7: the order', () => {
  it('in any order of messages, only promised, mixed, discarded parts ever leave', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 40 }), (messages) => {
        const { device, drawn } = atTheCheck();
        let turn: Turn = 'commit';
        let hosts = 0;
        const said: string[] = [];
        const opened: string[] = [];
        for (const message of messages) {
          const fresh = message === 'entropy' || hosts === 0;
          const response = device.exchange(commandOf(message, fresh ? hosts + 1 : hosts));
          const due = turnOf[message];
          if (due !== undefined) {
            const right = message === 'entropy again' && !fresh ? 0x6a80 : 0x9000;
            expect(wordOf(response)).toBe(due === turn ? right : 0x6986);
          }
          const told = toHex(response.slice(0, -2));
          said.push(told);
          if (due === undefined || wordOf(response) !== 0x9000) continue;
          if (due === 'commit') {
            // Fresh, and promised before the host's part: the promise fits what was drawn, and nothing else does.
            const part = Buffer.from(drawn.at(-1)?.value ?? '', 'hex');
            expect(told.slice(2)).toBe(commitmentOf(part, drawn.length));
          }
          if (due === 'entropy') hosts += 1;
          if (message === 'open') opened.push(told);
          turn = message === 'keep' ? 'over' : nextTurn[due];
        }
        // What was opened was drawn, in this order; of the candidate under way or kept nothing was said.
        expect(opened).toEqual(drawn.slice(0, opened.length).map(({ value }) => value));
        expect(drawn.length - opened.length).toBeLessThanOrEqual(1);
        const wire = said.join(' ');
        for (const { value } of drawn.slice(opened.length)) expect(wire.includes(value)).toBe(false);
        if (turn === 'over') {
          expect(device.status().stage).toBe('choose-pin');
          expect(drawn.every(isZero)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('the words come from the candidate that the host chose to keep', () => {
    const { device, drawn } = atTheCheck();
    const result = checkEntropy((command) => device.exchange(command), 2, 12);
    device.person(choosePin('1234'));
    const paper = device.person(backUp(12)).join(' ');
    const kept = Uint8Array.from(Buffer.from(drawn[2]?.value ?? '', 'hex'));
    // As one: a failing test must not print words.
    expect(paper === phraseOf(kept, hostPart(3), 12)).toBe(true);
    expect(result).toEqual({ kind: 'kept', walletId: walletIdOfPhrase(paper) });
    expect(toHex(device.exchange(encodeWalletRequest()).slice(0, 16))).toBe(walletIdOfPhrase(paper));
  });

  it('the kept part, its entropy and its words never cross the wire in a ceremony', () => {
    const { device, drawn } = atTheCheck();
    const crossed: string[] = [];
    const exchange = (command: Uint8Array): Uint8Array => {
      const response = device.exchange(command);
      crossed.push(toHex(response));
      return response;
    };
    checkEntropy(exchange, 3, 12);
    const paper = runPerson(
      (function* finishing() {
        yield* choosePin('1234');
        return yield* backUp(12);
      })(),
      (action) => {
        const lines = device.fingers(action);
        if (action.kind !== 'look') for (const ask of [encodeStatusRequest(), openLast()]) exchange(ask);
        return lines;
      },
    );
    exchange(encodeWalletRequest());
    const wire = crossed.join(' ');
    const kept = drawn[3]?.value ?? '';
    const discarded = drawn.slice(0, 3).map(({ value }) => value);
    for (const value of discarded) expect(wire.includes(value)).toBe(true);
    expect(kept).toHaveLength(64);
    for (let at = 0; at + 8 <= kept.length; at += 8)
      expect(wire.includes(kept.slice(at, at + 8))).toBe(false);
    for (const word of paper) expect(wire.includes(Buffer.from(word).toString('hex'))).toBe(false);
  });

  it('S5: refuses a short, constant or repeated host part, and waits for another', () => {
    const { device } = atTheCheck();
    device.exchange(encodeCommitRequest());
    for (const length of [0, 1, 16, 31, 33, 64]) {
      expect(wordOf(device.exchange(encodeCommand(0xc8, instructions.entropy, new Uint8Array(length))))).toBe(
        0x6700,
      );
    }
    for (const byte of [0, 0x55, 0xff]) {
      expect(wordOf(device.exchange(encodeEntropyRequest(new Uint8Array(32).fill(byte))))).toBe(0x6a80);
    }
    expect(wordOf(device.exchange(encodeEntropyRequest(hostPart(1))))).toBe(0x9000);
    device.exchange(openLast());
    device.exchange(encodeCommitRequest());
    expect(wordOf(device.exchange(encodeEntropyRequest(hostPart(1))))).toBe(0x6a80);
    expect(wordOf(device.exchange(encodeEntropyRequest(hostPart(2))))).toBe(0x9000);
  });

  it('at most 64 candidates are opened for one wallet', () => {
    const { device, drawn } = atTheCheck();
    const result = checkEntropy((command) => device.exchange(command), 200, 12);
    expect(result).toEqual({ kind: 'failed', finding: 'refused', candidate: 65 });
    expect(drawn).toHaveLength(65);
    expect(wordOf(device.exchange(encodeCommitRequest()))).toBe(0x6986);
    expect(wordOf(device.exchange(keepLast()))).toBe(0x9000);
    expect(device.status().stage).toBe('choose-pin');
  });
});

const steps: readonly (readonly [string, (device: TestDevice) => void])[] = [
  ['commit', (device) => void device.exchange(encodeCommitRequest())],
  ['entropy', (device) => void device.exchange(encodeEntropyRequest(hostPart(1)))],
  ['open', (device) => void device.exchange(openLast())],
  ['commit', (device) => void device.exchange(encodeCommitRequest())],
  ['entropy', (device) => void device.exchange(encodeEntropyRequest(hostPart(2)))],
  ['keep', (device) => void device.exchange(keepLast())],
  ['PIN once', (device) => device.person(tap('both'))],
];

const ends: readonly (readonly [string, (device: TestDevice) => TestDevice])[] = [
  ['cancelled', (device) => (device.exchange(encodeCancelRequest()), device.person(leaveStopped()), device)],
  ['power cut', (device) => device.replug()],
  ['left with the left button', (device) => (device.person(tap('left')), device)],
  ['host silent', (device) => (device.tick(120_100), device.person(leaveStopped()), device)],
];

describe('H6, H9: however and wherever it ends', () => {
  it.each(ends)('%s: every part is overwritten, storage is as before, the device is empty', (name, end) => {
    for (let after = 0; after <= steps.length; after += 1) {
      const { device, drawn } = atTheCheck();
      const stored = toHex(device.storage.bytes);
      for (const [, step] of steps.slice(0, after)) step(device);
      const waitsForAPerson = device.status().stage === 'choose-pin';
      // The left button and the clock end stage `entropy` alone; at the PIN the person goes on.
      if (waitsForAPerson && name !== 'cancelled' && name !== 'power cut') continue;
      const ended = end(device);
      expect(ended.status()).toMatchObject({ wallet: 'empty', activity: 'none', stage: 'idle' });
      expect(drawn.every(isZero)).toBe(true);
      expect(toHex(device.storage.bytes)).toBe(stored);
      for (const [, step] of steps.slice(0, 3)) step(ended);
      expect(ended.status()).toMatchObject({ wallet: 'empty', stage: 'idle' });
    }
  });

  it('overwrites a discarded part at once, and every part once the wallet is backed up', () => {
    const { device, drawn } = atTheCheck();
    for (const [, step] of steps.slice(0, 2)) step(device);
    expect(drawn.map(isZero)).toEqual([false]);
    steps[2]?.[1](device);
    expect(drawn.map(isZero)).toEqual([true]);
    for (const [, step] of steps.slice(3, 6)) step(device);
    device.person(choosePin('1234'));
    device.person(backUp(12));
    expect(device.status().outcome).toBe('completed');
    expect(drawn).toHaveLength(2);
    expect(drawn.every(isZero)).toBe(true);
  });

  it('a random source that fails at commit ends in a fault, and no word is shown', () => {
    let broken = false;
    const sound = seededRandom({ all: 'breaks' });
    const device = createTestDevice({
      random: (purpose, length) =>
        broken && purpose === 'phrase' ? new Uint8Array(length) : sound(purpose, length),
    });
    device.exchange(encodeCreateRequest(asked));
    device.person(agreeToNewWallet());
    broken = true;
    expect(wordOf(device.exchange(encodeCommitRequest()))).toBe(0x6f00);
    expect(device.lines()[0]).toBe('Device fault');
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ outcome: 'fault', wallet: 'empty', stage: 'idle' });
  });
});

describe('H1: two phrases, one transcript, the declared outputs masked', () => {
  const masked = new Map<number, number>([
    [instructions.commit, 33],
    [instructions.entropy, 16],
    [instructions.open, 32],
    [instructions.wallet, 16],
  ]);

  function compared(transcript: readonly Crossing[]): string[] {
    return transcript.map(({ at, command, response }) => {
      const isOutput = masked.get(command[1] ?? 0) === response.length - 2;
      // Of a commitment the candidate's number is still compared.
      const number = isOutput && command[1] === instructions.commit ? ` ${response[0]}` : '';
      return `${at} > ${toHex(command)} < ${isOutput ? `output${number}` : toHex(response)}`;
    });
  }

  const statusStep: Step = { kind: 'apdu', command: encodeStatusRequest() };
  const apdu = (command: Uint8Array): Step => ({ kind: 'apdu', command });

  function recorded(dice: boolean): Step[] {
    const { device } = watchedDevice('first');
    const script: Step[] = [apdu(encodeCreateRequest({ ...asked, dice }))];
    device.exchange(encodeCreateRequest({ ...asked, dice }));
    const fingers: Fingers = recordingFingers(device, script, [statusStep]);
    runPerson(agreeToNewWallet(), fingers);
    if (dice) runPerson(rollAllDice(fairRolls(50)), fingers);
    const exchange = (command: Uint8Array): Uint8Array => {
      // Each device's host names the candidate that it was shown: the id is a declared output on its way back.
      const named = { [instructions.open]: openLast(), [instructions.keep]: keepLast() }[command[1] ?? 0];
      script.push(apdu(named ?? command), statusStep);
      return device.exchange(command);
    };
    checkEntropy(exchange, 2, 12);
    runPerson(choosePin('9021'), fingers);
    runPerson(backUp(12), fingers);
    script.push(apdu(encodeWalletRequest()), { kind: 'replug' }, statusStep);
    return script;
  }

  it.each([false, true])('of a whole ceremony (dice: %s)', (dice) => {
    const script = recorded(dice);
    const [first, second] = ['first', 'second'].map((phrase) => play(watchedDevice(phrase).device, script));
    expect(compared(second?.transcript ?? [])).toEqual(compared(first?.transcript ?? []));
    expect(second?.device.status().wallet).toBe('backed-up');
    const raw = [first, second].map((each) => each?.transcript.map(({ response }) => toHex(response)).join());
    expect(raw[0]).not.toBe(raw[1]);
  });

  it('different rolls with the same presses look alike to the host, as phrases do', () => {
    // The random start of the wheel differs, so the same presses enter other numbers.
    const script = recorded(true);
    const other = createTestDevice({
      random: seededRandom({ all: 'shared', 'pin-pad': 'other', phrase: 'first' }),
    });
    const untilTheRolls = script.slice(0, 60);
    const [one, two] = [play(watchedDevice('first').device, untilTheRolls), play(other, untilTheRolls)];
    expect(compared(two.transcript)).toEqual(compared(one.transcript));
    expect(one.device.lines()).not.toEqual(two.device.lines());
  });
});

describe('H2: the check replaces no press', () => {
  it('begins after the consent alone, and leads to the PIN alone', () => {
    const device = createTestDevice();
    device.exchange(encodeCreateRequest(asked));
    for (const [, step] of steps.slice(0, 6)) step(device);
    expect(device.status().stage).toBe('consent' satisfies Stage);
    device.person(agreeToNewWallet());
    for (const [, step] of steps.slice(0, 6)) step(device);
    expect(device.status().stage).toBe('choose-pin' satisfies Stage);
    const [screen, stored] = [toHex(device.pixels()), toHex(device.storage.bytes)];
    for (let round = 0; round < 3; round += 1) for (const [, step] of steps.slice(0, 6)) step(device);
    expect(device.status().stage).toBe('choose-pin' satisfies Stage);
    expect([toHex(device.pixels()), toHex(device.storage.bytes)]).toEqual([screen, stored]);
  });

  it('rolls no dice: no message enters one, or ends them', () => {
    const device = createTestDevice();
    device.exchange(encodeCreateRequest({ ...asked, dice: true }));
    device.person(agreeToNewWallet());
    const screen = toHex(device.pixels());
    for (let ins = 0; ins < 256; ins += 1) {
      if (ins === instructions.cancel) continue;
      for (const data of [[], [1], [0x31], [...hostPart(1)], [12, 3]]) {
        device.exchange(encodeCommand(0xc8, ins, Uint8Array.from(data)));
      }
    }
    expect(device.status().stage).toBe('dice' satisfies Stage);
    expect(toHex(device.pixels())).toBe(screen);
  });

  it('a wallet with dice and no check is made of the rolls and the random source', () => {
    const rolls = fairRolls(50);
    const papers = [rolls, `${rolls.slice(0, -1)}${rolls.endsWith('1') ? '2' : '1'}`].map((each) => {
      const { device, drawn } = watchedDevice();
      device.exchange(encodeCreateRequest({ wordCount: 12, dice: true }));
      device.person(agreeToNewWallet());
      device.person(rollAllDice(each));
      device.person(choosePin('1234'));
      const paper = device.person(backUp(12)).join(' ');
      expect(drawn.map(({ value }) => value.length)).toEqual([64]);
      expect(drawn.every(isZero)).toBe(true);
      const alone = entropyToMnemonic(
        Uint8Array.from(Buffer.from(drawn[0]?.value ?? '', 'hex')).slice(0, 16),
        wordlist,
      );
      expect(paper === alone).toBe(false);
      return paper;
    });
    // One other roll, another phrase.
    expect(papers[0] === papers[1]).toBe(false);
  });
});
