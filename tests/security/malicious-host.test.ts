/**
 * H2, H3, H4, S11: a host that sends any message in any state, in any order, at any time, while a person presses
 * whatever they press. Model-based: every answer is foretold by the specification, and no wallet is lost or swapped.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { isCeremonyInstruction } from '../../src/protocol/commands/ceremonies.ts';
import { keepLast } from '../fixtures/devices/last-candidate.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { newCheck } from '../fixtures/proof/entropy-model.ts';
import { someRolls } from '../fixtures/proof/entropy-script.ts';
import { emptyRun, hostCommands, type HostModel, type HostReal } from '../fixtures/proof/host-commands.ts';
import { quickRandom } from '../fixtures/proof/quick-random.ts';
import { createShelf, type DeviceMaker } from '../fixtures/twins/run-twins.ts';
import { agreeToNewWallet } from '../kit/drivers/person.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { strangersCode } from '../fixtures/proof/strangers-file.ts';
import { createTally, reportProof, startPace, type Tally } from '../fixtures/proof/summary.ts';
import { rightPin } from '../fixtures/twins/twin-scripts.ts';
import { secretsOfPaper } from '../fixtures/twins/wallet-secrets.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../fixtures/devices/test-device.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const shelf = createShelf();

const phraseCount = 4;
const papers = Array.from({ length: phraseCount }, (_, phrase) => shelf.backedUp(phrase, 12).paper);

const setUp = fc.record({
  phrase: fc.nat(phraseCount - 1),
  wallet: fc.constantFrom('empty', 'at the check', 'unfinished', 'backed-up', 'backed-up'),
  randomness: fc.nat(9_999),
  entry: fc.constantFrom('letters', 'halving'),
  unfinished: fc.constantFrom('resume', 'resume', 'discard'),
  seen: fc.constantFrom('done', 'confirm'),
  pin: fc.constantFrom(rightPin, rightPin, rightPin, '0000'),
});

interface Campaign {
  readonly tally: Tally;
  readonly turns: Tally;
  commands: number;
  /** Runs in which a person released a backup file. */
  released: number;
}

/** Scripts of commands against devices of a firmware: the real one, or one with a fault planted in it. */
function campaign(make: DeviceMaker, counted: Campaign) {
  return fc.property(
    setUp,
    fc.commands([...hostCommands], { maxCommands: 30, size: 'max' }),
    ({ phrase, wallet, randomness, ...rest }, commands) => {
      const storage = createTestStorage();
      if (wallet === 'backed-up') storage.bytes.set(shelf.backedUp(phrase, 12).image);
      if (wallet === 'unfinished') storage.bytes.set(shelf.unfinished(phrase, 12));
      const sound = quickRandom({
        all: `host ${randomness}`,
        seal: `seal ${randomness % 4}`,
        // Not those of the shelf: what a candidate is opened with is no secret of the wallet that is stored.
        phrase: `drawn ${phrase}`,
      });
      const drawn: Uint8Array[] = [];
      const random: typeof sound = (purpose, length) => {
        const bytes = sound(purpose, length);
        // A copy: the core erases its own.
        if (purpose === 'phrase') drawn.push(bytes.slice());
        return bytes;
      };
      const device = make({ storage, random });
      if (wallet === 'at the check') {
        device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
        device.person(agreeToNewWallet());
      }
      const paper = papers[phrase] ?? [];
      const pins = { newPin: rightPin, repeatedPin: rightPin };
      const intent = { ...rest, ...pins, paper, code: strangersCode, rolls: someRolls };
      const known = [...secretsOfPaper(paper)];
      const { tally, turns } = counted;
      const real: HostReal = { device, intent, secrets: known, drawn, ...emptyRun(), tally, turns };
      const model: HostModel = {
        status: device.status(),
        walletId: undefined,
        check: wallet === 'at the check' ? newCheck() : undefined,
        keptHostPart: undefined,
        fileReleased: false,
        unanswered: 0,
        quietUntil: 0,
        filesReleased: 0,
      };
      fc.modelRun(() => ({ model, real }), commands);
      counted.commands += [...commands].length;
      counted.released += model.filesReleased > 0 ? 1 : 0;
      // Whatever was done to it: the device starts, knows its state, and a wallet with tries left is not lost.
      const again = real.device.replug().status();
      expect(again.wallet).toBe(model.status.wallet);
      expect(again.triesLeft).toBeGreaterThan(0);
    },
  );
}

describe('a malicious host (H2, H3, H4, S11)', () => {
  it('gets only what the specification allows, whatever it sends and whenever', () => {
    const runs = proofRuns({ short: 250, long: 12_000 });
    const counted: Campaign = { tally: createTally(), turns: createTally(), commands: 0, released: 0 };
    const pace = startPace();
    const seed = runs > 1_000 ? {} : { seed: 20_261_124 };
    fc.assert(campaign(createTestDevice, counted), { numRuns: runs, ...seed });
    reportProof('H2 malicious host against the model', {
      ...pace(runs),
      commands: counted.commands.toLocaleString('en'),
      'status words, by stage': String(counted.tally),
    });
    expect(counted.tally.names().length).toBeGreaterThan(60);
    // Each of the four messages of the entropy check was sent in each turn, and had what is due then.
    const turns = ['commit', 'entropy', 'open or keep'].map((turn) =>
      counted.turns.names().filter((name) => name.includes(` is ${turn}: `)),
    );
    const due = [
      [
        '11 when due is commit: 9000',
        '12 when due is commit: 6986',
        '12 when due is commit: 6a80',
        '13 when due is commit: 6986',
        '14 when due is commit: 6986',
      ],
      [
        '11 when due is entropy: 6986',
        '12 when due is entropy: 6a80',
        '12 when due is entropy: 9000',
        '13 when due is entropy: 6986',
        '14 when due is entropy: 6986',
      ],
      [
        '11 when due is open or keep: 6986',
        '12 when due is open or keep: 6986',
        '12 when due is open or keep: 6a80',
        '13 when due is open or keep: 9000',
        '14 when due is open or keep: 9000',
      ],
    ];
    for (const [index, names] of due.entries()) expect(turns[index]).toEqual(expect.arrayContaining(names));
    // A file was released, and had.
    expect(counted.released).toBeGreaterThan(0);
  });

  const found: Record<string, string> = {};
  afterAll(() => reportProof('H2 sown faults, each found by the model', found));

  const rightTap = (device: TestDevice): void => {
    device.press('right');
    device.release('right');
  };
  const isStatus = (command: Uint8Array): boolean => command[1] === instructions.status;
  /** Each does harm by a message; `device` is what the answer comes from. */
  const faults: Readonly<Record<string, (device: TestDevice, command: Uint8Array) => Uint8Array>> = {
    'unknown instructions that press the right button'(device, command) {
      if ((command[1] ?? 0) >= 0x60) rightTap(device);
      return device.exchange(command);
    },
    'a request that is sent twice and needs no press the second time'(device, command) {
      if (isCeremonyInstruction(command[1] ?? 0) && device.status().stage === 'consent') rightTap(device);
      return device.exchange(command);
    },
    'a cancel that wipes'(device, command) {
      const response = device.exchange(command);
      if (command[1] === instructions.cancel && response[0] === 0x90) device.storage.bytes.fill(0xff);
      return response;
    },
    'a message that takes the hold for held'(device, command) {
      if (!isStatus(command) && device.status().stage === 'hold') {
        device.press('right');
        device.tick(1600);
        device.release('right');
      }
      return device.exchange(command);
    },
    'an open that keeps'(device, command) {
      if (command[1] !== instructions.open || command.length !== 21) return device.exchange(command);
      const response = device.exchange(keepLast());
      return response[0] === 0x90 ? Uint8Array.of(...new Uint8Array(32).fill(3), ...response) : response;
    },
    'a candidate that can be opened when it is kept'(device, command) {
      const response = device.exchange(command);
      const isOpen = command[1] === instructions.open && command.length === 21;
      if (!isOpen || device.status().stage !== 'choose-pin' || response[0] === 0x90) return response;
      return Uint8Array.of(...new Uint8Array(32).fill(3), 0x90, 0);
    },
    'a name that is the word on the glass'(device, command) {
      const response = device.exchange(command);
      const word = device.textLines().find(({ secret, text }) => secret && text.length > 4)?.text;
      if (command[1] !== instructions.name || command.length !== 5 || word === undefined) return response;
      return Uint8Array.of(...Uint8Array.from(word, (letter) => letter.charCodeAt(0)), 0x90, 0);
    },
  };

  it.each(Object.entries(faults))('is noticed in %s', (name, exchange) => {
    const make: DeviceMaker = (options) => {
      const wrap = (device: TestDevice): TestDevice => ({
        ...device,
        exchange: (command) => exchange(device, command),
        replug: () => wrap(device.replug()),
      });
      return wrap(createTestDevice(options));
    };
    const counted: Campaign = { tally: createTally(), turns: createTally(), commands: 0, released: 0 };
    const result = fc.check(campaign(make, counted), {
      numRuns: 3_000,
      seed: 20_261_124,
      endOnFailure: true,
    });
    found[name] = `script ${result.numRuns}`;
    expect(result.failed).toBe(true);
  });
});
