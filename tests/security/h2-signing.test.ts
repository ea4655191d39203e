/**
 * H2 for a device that signs: whatever hosts send, by whichever link and in whichever order, no answer leaves that somebody hasn't pressed
 * for, no press means what it wasn't made for, and apps are opened and closed without a change to the wallet.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import type { Board, Firmware } from '../../firmware-sim/core/board.ts';
import { createDeviceApps } from '../../firmware-sim/core/device-apps.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeAppNameRequest } from '../../src/protocol/commands/app-name.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { firstAccount, pathBytes } from '../fixtures/devices/ethereum-commands.ts';
import type { TestDevice } from '../fixtures/devices/test-device.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { mail } from '../fixtures/ethereum/typed-data-samples.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import {
  closeApp,
  createSigningDevice,
  declined,
  inEthereum,
  lateOf,
  openEthereum,
  say,
  signaturesOf,
} from '../fixtures/signing/signing-device.ts';
import { askProtected, hostNonceOf, protect, signProtected } from '../fixtures/signing/protected-signing.ts';
import {
  encodeApdu,
  personalMessage,
  transactionRequest,
  typedDataRequest,
} from '../fixtures/signing/signing-requests.ts';
import { anyMessage } from '../fixtures/signing/wallet-traffic.ts';
import { attentive, enterPin, leaveStopped, type Action, type Person } from '../kit/drivers/person.ts';
import { answerApp, answerQuestion, compareAddress, readAndSign } from '../kit/drivers/signing-person.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const { image } = backedUpImage();
const busy = '6601';
const cancel = encodeCancelRequest();

const keyCommand = (p1: number, p2: number): Uint8Array =>
  encodeApdu({ cla: 0xe0, ins: 0x02, p1, p2, data: pathBytes() });
const message = personalMessage(new TextEncoder().encode('Sign in to example.org'), firstAccount, [200]);
const transfer = transactionRequest(
  {
    type: 2,
    chainId: 1n,
    nonce: 1n,
    prices: [1n, 2n],
    gasLimit: 21_000n,
    to: new Uint8Array(20).fill(0x35),
    value: 1n,
    data: new Uint8Array(),
    access: [],
  },
  firstAccount,
  [200],
);
const typed = typedDataRequest(mail, firstAccount);
const otherMessage = personalMessage(new TextEncoder().encode('Something else'), firstAccount, [200]);

interface Question {
  readonly name: string;
  readonly commands: readonly Uint8Array[];
  readonly person: () => Person<unknown>;
  /** How long the answer is, after a yes. */
  readonly length: number;
  readonly digest?: string;
}

const questions: readonly Question[] = [
  { name: 'a silent key', commands: [keyCommand(0, 0)], person: () => answerApp('yes'), length: 109 },
  { name: 'a chain code', commands: [keyCommand(0, 1)], person: () => answerApp('yes'), length: 141 },
  { name: 'an address', commands: [keyCommand(1, 0)], person: () => compareAddress(), length: 109 },
  {
    name: 'a message',
    commands: message.commands,
    person: () => readAndSign(),
    length: 67,
    digest: toHex(message.digest),
  },
  {
    name: 'a transaction',
    commands: transfer.commands,
    person: () => readAndSign(),
    length: 67,
    digest: toHex(transfer.digest),
  },
  {
    name: 'typed data',
    commands: typed.commands,
    person: () => readAndSign(),
    length: 67,
    digest: toHex(typed.digest),
  },
  {
    name: 'a protected message',
    commands: [protect(hostNonceOf(1)), ...message.commands],
    person: () => readAndSign(),
    length: 35,
    digest: toHex(message.digest),
  },
  {
    name: 'what can’t be shown',
    commands: [encodeApdu({ cla: 0xe0, ins: 0x34, p1: 1, p2: 0, data: pathBytes() })],
    person: () => answerApp('yes'),
    length: 2,
  },
];

const instructionsOf = (cla: number, list: readonly (readonly number[])[]): Uint8Array[] =>
  Array.from({ length: 256 }, (_, ins) =>
    list.map((data) => encodeCommand(cla, ins, Uint8Array.from(data))),
  ).flat();

/** All classes that a device knows, and two that it doesn't; the cancel has tests of its own. */
const everyMessage: readonly Uint8Array[] = [
  ...instructionsOf(0xe0, [[], [...pathBytes(), 1, 2, 3]]),
  ...[0x00, 0x01, 0x80].flatMap((p1) =>
    [0, 1, 0xff].map((p2) => encodeApdu({ cla: 0xe0, ins: 0x0c, p1, p2, data: pathBytes() })),
  ),
  ...instructionsOf(0xb0, [[]]),
  ...instructionsOf(0xc8, [[], [12, 0]]),
  ...instructionsOf(0xe1, [[]]),
  ...otherMessage.commands,
  ...[1, 2].flatMap((each) => [protect(hostNonceOf(each)), encodeNonceRequest(hostNonceOf(each))]),
  openEthereum,
].filter((each) => toHex(each) !== toHex(cancel));

function put(device: TestDevice, commands: readonly Uint8Array[]): string {
  return commands.map((command) => say(device, command)).at(-1) ?? '';
}

type Gesture = readonly ('left' | 'right')[];

/** A tap as it comes, whatever is on the glass. */
function tapBlindly(device: TestDevice, buttons: Gesture): void {
  buttons.forEach((button) => device.press(button));
  buttons.forEach((button) => device.release(button));
}

/** Calls back before each action that isn't a look. */
function* beforeEach<Result>(person: Person<Result>, before: (action: Action) => void): Person<Result> {
  const attending = attentive(person);
  for (let step = attending.next(); ;) {
    if (step.done === true) return step.value;
    if (step.value.kind !== 'look') before(step.value);
    step = attending.next(yield step.value);
  }
}

describe('a question on the glass', () => {
  it.each(questions)('is not changed by any message, at any of its screens: $name', (question) => {
    const { device, watch } = inEthereum({ image });
    expect(put(device, question.commands)).toBe('waits');
    let screens = 0;
    const judge = (): void => {
      const before = [
        device.frames(),
        JSON.stringify(device.status()),
        toHex(device.storage.bytes),
        device.lines(),
      ];
      const calls = watch.calls.length;
      for (const [at, each] of everyMessage.entries()) {
        const answer = say(device, each, (at + screens) % 3);
        if (each[0] === 0xe0) expect(answer).toBe(busy);
        expect(answer).not.toBe('waits');
      }
      expect([
        device.frames(),
        JSON.stringify(device.status()),
        toHex(device.storage.bytes),
        device.lines(),
      ]).toEqual(before);
      expect([device.late.length, watch.calls.length]).toEqual([0, calls]);
      screens += 1;
    };
    device.person(beforeEach(question.person(), judge));
    expect(screens).toBeGreaterThan(1);
    expect(device.late.map(({ length }) => length)).toEqual([question.length]);
    // And what is signed is what was asked for first.
    expect(signaturesOf(watch).map(({ digest }) => digest)).toEqual(
      question.digest === undefined ? [] : [question.digest],
    );
  });

  it.each(questions)('takes no press for a second, nor one that began before: $name', ({ commands }) => {
    const { device, watch } = inEthereum({ image });
    device.tick(2000);
    expect(put(device, commands)).toBe('waits');
    const [title] = device.lines();
    const expectUnmoved = (): void => {
      expect([device.lines()[0], device.status().stage]).toEqual([title, 'consent']);
      expect(device.lines().some((line) => /[◀▶]|●●/.test(line))).toBe(false);
    };
    for (let passed = 0; passed < 950; passed += 50) {
      for (const buttons of [['left'], ['right'], ['left', 'right']] as const) tapBlindly(device, buttons);
      expectUnmoved();
      device.tick(50);
    }
    // Held on past the second: this press was made for no screen that names a button.
    device.press('right');
    device.tick(5000);
    expectUnmoved();
    device.release('right');
    expect([device.late, signaturesOf(watch)]).toEqual([[], []]);
    expect(device.lines()[0]).toBe(title);
    expect(device.lines().some((line) => line.endsWith(' ▶'))).toBe(true);
  });

  it.each(questions)('is taken back by a cancel of any link, and not replaced: $name', ({ commands }) => {
    const { device, watch } = inEthereum({ image });
    put(device, commands);
    device.tick(1100);
    expect(say(device, cancel, 2)).toBe('9000');
    expect(lateOf(device)).toEqual([declined]);
    // The rhythm of a person who was about to say yes.
    device.press('right');
    device.release('right');
    for (const each of [...message.commands, openEthereum, closeApp, keyCommand(0, 0)])
      expect(say(device, each)).toBe(busy);
    expect(device.lines()).toEqual(['Stopped', 'The computer stopped this.']);
    device.tick(600);
    device.press('right');
    device.tick(2000);
    device.release('right');
    expect(lateOf(device)).toEqual([declined]);
    expect(signaturesOf(watch)).toEqual([]);
  });

  it('is not taken for half a minute after three that were taken back', () => {
    const { device } = inEthereum({ image });
    for (let count = 0; count < 3; count += 1) {
      expect(put(device, message.commands)).toBe('waits');
      expect(say(device, cancel)).toBe('9000');
      device.person(leaveStopped());
    }
    device.tick(29_000);
    for (const each of [...message.commands, keyCommand(0, 0), openEthereum, closeApp])
      expect(say(device, each)).toBe(busy);
    device.tick(1100);
    expect(put(device, message.commands)).toBe('waits');
  });
});

interface Said {
  readonly command: Uint8Array;
  readonly link: number;
  readonly pause: number;
}

const said: fc.Arbitrary<Said> = fc.record({
  command: fc.oneof({ weight: 12, arbitrary: anyMessage }, { weight: 1, arbitrary: fc.constant(cancel) }),
  link: fc.nat(2),
  pause: fc.oneof(fc.constant(0), fc.nat(2000)),
});

const fixedSeed = (runs: number): { readonly seed?: number } => (runs > 2000 ? {} : { seed: 20_261_130 });

/** Unlocked, and nobody touches it. */
function untouched(firmware?: (board: Board) => Firmware) {
  const made = createSigningDevice({ image, ...(firmware && { firmware }) });
  made.device.person(enterPin(lifePin));
  return made;
}

const isProtection = (command: Uint8Array): boolean =>
  command[0] === 0xc8 && (command[1] === instructions.protect || command[1] === instructions.nonce);

/** Says all of it to a device that nobody touches. Throws where that leads to anything that a press is for. */
function judgeWithoutPress(list: readonly Said[], firmware?: (board: Board) => Firmware): number {
  const { device, watch } = untouched(firmware);
  const stored = toHex(device.storage.bytes);
  let waited = 0;
  for (const { command, link, pause } of list) {
    const answer = say(device, command, link);
    if (answer === 'waits') waited += 1;
    // What leaves the app at once is a status, a configuration of four bytes or a number of one.
    else if (command[0] === 0xe0) expect(answer.length).toBeLessThanOrEqual(12);
    // A number without a yes before it signs nothing; a commitment is held, and that's all.
    else if (isProtection(command)) expect(answer).toHaveLength(4);
    device.tick(pause);
    expect(lateOf(device).filter((late) => late !== declined)).toEqual([]);
    expect(['idle', 'consent', 'stopped', 'fault']).toContain(device.status().stage);
    expect(device.status()).toMatchObject({ wallet: 'backed-up', locked: false });
  }
  expect(signaturesOf(watch)).toEqual([]);
  expect(toHex(device.storage.bytes)).toBe(stored);
  return waited;
}

describe('without a press', () => {
  it('nothing leaves but refusals, and no wallet changes, whatever hosts send', () => {
    const runs = proofRuns({ short: 300, long: 30_000 });
    let waited = 0;
    const pace = startPace();
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (list) => {
        waited += judgeWithoutPress([{ command: openEthereum, link: 0, pause: 0 }, ...list]);
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H2 for what signs: hosts alone', {
      ...pace(runs),
      'questions that nobody answered': waited,
    });
    expect(waited).toBeGreaterThan(runs / 4);
  });

  it('would be found: a message that presses a button', () => {
    const pressing = (board: Board): Firmware => {
      const firmware = createFirmware(board, undefined, createDeviceApps(allApps));
      return {
        ...firmware,
        ask(command, late, link) {
          if (command[0] === 0xe0 && command[1] === 0x12)
            for (const kind of ['press', 'release'] as const) firmware.handle({ kind, button: 'right' });
          return firmware.ask?.(command, late, link) ?? firmware.exchange(command, link);
        },
      };
    };
    expect(() => {
      fc.assert(
        fc.property(
          fc.array(said, { maxLength: 30 }),
          (list) => void judgeWithoutPress([{ command: openEthereum, link: 0, pause: 0 }, ...list], pressing),
        ),
        { numRuns: 2000, seed: 20_261_130, endOnFailure: true },
      );
    }).toThrow();
  });
});

describe('what protects a signature', () => {
  it('presses nothing and changes nothing, in any order, at any moment of a question', () => {
    const { device, watch } = inEthereum({ image });
    const numbers = [protect(hostNonceOf(1)), encodeNonceRequest(hostNonceOf(1)), protect(hostNonceOf(2))];
    const seen = (): string =>
      JSON.stringify([device.frames(), device.status(), device.lines(), toHex(device.storage.bytes)]);
    const expectNothing = (): void => {
      const before = seen();
      for (const [link, command] of numbers.entries()) say(device, command, link);
      expect(seen()).toBe(before);
      expect(signaturesOf(watch)).toEqual([]);
    };
    expectNothing();
    for (const question of questions) {
      expect(put(device, question.commands)).toBe('waits');
      device.person(beforeEach(answerQuestion('no'), expectNothing));
      expectNothing();
    }
    device.tick(1000);
    expect(device.lines()[0]).toBe('Ethereum');
  });

  it('signs what was read or nothing, whatever comes between point and number', () => {
    const expected = signProtected(inEthereum({ image }).device, message, hostNonceOf(1)).answer;
    expect(expected).toHaveLength(134);
    const between = [
      ...everyMessage.filter((_, at) => at % 41 === 0),
      ...otherMessage.commands,
      protect(hostNonceOf(1)),
      encodeNonceRequest(hostNonceOf(2)),
      cancel,
    ];
    let signed = 0;
    for (const each of between) {
      const { device, watch } = inEthereum({ image });
      askProtected(device, message, hostNonceOf(1));
      say(device, each);
      const answer = say(device, encodeNonceRequest(hostNonceOf(1)));
      if (answer.length > 4) signed += 1;
      expect(answer.length > 4 ? answer : expected).toBe(expected);
      for (const { digest } of signaturesOf(watch)) expect(digest).toBe(toHex(message.digest));
      expect(device.late).toEqual([]);
    }
    expect(signed).toBeGreaterThan(0);
    expect(signed).toBeLessThan(between.length);
  });
});

describe('a screen that a message has brought up', () => {
  it('takes no press for a second, whichever screen and message', () => {
    const runs = proofRuns({ short: 200, long: 20_000 });
    const brought = createTally();
    const gesture = fc.constantFrom<Gesture>(['left'], ['right'], ['left', 'right']);
    const step = fc.record({ said, gesture, after: fc.nat(999), later: fc.option(gesture) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { device, watch } = untouched();
        for (const { said: one, gesture: taps, after, later } of steps) {
          const before = device.lines().join('\n');
          const isOpen = (): string => say(device, encodeAppNameRequest());
          say(device, one.command, one.link);
          if (device.lines().join('\n') !== before) {
            brought.add(device.lines()[0] ?? '');
            const [title, stage, open, late] = [
              device.lines()[0],
              device.status().stage,
              isOpen(),
              device.late.length,
            ];
            tapBlindly(device, taps);
            device.tick(after - (after % 50));
            tapBlindly(device, taps);
            expect([device.lines()[0], device.status().stage, isOpen(), device.late.length]).toEqual([
              title,
              stage,
              open,
              late,
            ]);
          }
          device.tick(1100);
          if (later !== null) tapBlindly(device, later);
          expect(signaturesOf(watch)).toEqual([]);
        }
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H2 for what signs: screens that take no press at first', { runs, screens: String(brought) });
    for (const title of ['Ethereum', 'Backed up', 'All addresses?', 'Your address', 'Stopped'])
      expect(brought.count(title)).toBeGreaterThan(0);
  });
});
