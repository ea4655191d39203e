/**
 * H2, H4, S11, S15: an exhaustive walk of the graph of screens. From every state that is reached, every message and
 * every press is tried, and the laws below hold at every state and along every arrow.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import type { CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../src/protocol/entropy/entropy.ts';
import { keepLast } from '../fixtures/devices/last-candidate.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { hostblindClass } from '../../src/protocol/apdu/instructions.ts';
import { stages, type PublicState, type Stage } from '../../src/protocol/public-state.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import {
  deadEnds,
  handEdges,
  pilotEdge,
  plainEdge,
  walkFlowGraph,
  type Arrow,
  type Edge,
  type Node,
  type Walk,
} from '../fixtures/proof/flow-graph.ts';
import type { Intent } from '../fixtures/proof/pilot.ts';
import { hostPart } from '../fixtures/proof/entropy-script.ts';
import { quickRandom } from '../fixtures/proof/quick-random.ts';
import { createShelf } from '../fixtures/twins/run-twins.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof } from '../fixtures/proof/summary.ts';
import { strangersCode, strangersFile } from '../fixtures/proof/strangers-file.ts';
import { rightPin } from '../fixtures/twins/twin-scripts.ts';
import type { Step } from '../fixtures/drivers/script.ts';
import { otherTag } from '../fixtures/devices/other-language.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../fixtures/devices/test-device.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const requests: readonly CeremonyRequest[] = [
  { kind: 'create', wordCount: 12 },
  { kind: 'create', wordCount: 12, entropyCheck: true },
  { kind: 'seed-qr' },
  { kind: 'addresses' },
  { kind: 'identify', wordCount: 12 },
  { kind: 'backup-file' },
  { kind: 'check-file', file: strangersFile },
  { kind: 'restore-file', file: strangersFile },
  { kind: 'restore', wordCount: 12 },
  { kind: 'reveal' },
  { kind: 'check' },
  { kind: 'change-pin' },
  { kind: 'wipe' },
  { kind: 'rename', name: 'Desk' },
  { kind: 'language', tag: otherTag },
];
const requestMessages = requests.map(encodeCeremonyRequest);
const cancel = encodeCancelRequest();
/** A whole check in one go; the other steps of one leave everything that can be seen as it is. */
const keepFirst: readonly Step[] = [encodeCommitRequest(), encodeEntropyRequest(hostPart(1)), keepLast()].map(
  (command) => ({ kind: 'apdu', command }),
);

/** Fifty rolls one after the other are a corridor longer than any walk; `tests/unit/core/glass/flows/dice.test.ts` goes along it. */
const notWalked: readonly Stage[] = ['dice', 'fault'];

/** Every instruction with data of several shapes, and other classes; what may act (requests and the cancel) is apart. */
const idleMessages: readonly Uint8Array[] = [
  ...Array.from({ length: 256 }, (_, ins) =>
    [[], [12], [12, 0], [1, 2, 3, 4], Array.from({ length: 33 }, () => 9)].map((data) =>
      encodeCommand(hostblindClass, ins, Uint8Array.from(data)),
    ),
  ).flat(),
  ...[0x00, 0x80, 0xb0, 0xe0].map((cla) => encodeCommand(cla, 0x10, Uint8Array.of(12, 0))),
  new Uint8Array(),
  Uint8Array.of(hostblindClass),
  Uint8Array.of(hostblindClass, 0x10, 0, 0, 200, 12),
].filter((message) => {
  const acts = [cancel, ...requestMessages].some((each) => toHex(each) === toHex(message));
  // A restore of 12 words is a byte, a create two: `[12]` and `[12, 0]` are requests for these.
  return !acts;
});

const shelf = createShelf();
const stored = shelf.backedUp(0, 12);

const intent = (change: Partial<Intent>): Intent => ({
  pin: rightPin,
  newPin: rightPin,
  repeatedPin: rightPin,
  paper: stored.paper,
  code: strangersCode,
  entry: 'halving',
  unfinished: 'resume',
  seen: 'confirm',
  ...change,
});

/** The phrase that this firmware draws in the walk; read from its glass, as the person's paper is. */
const drawnPaper = ((): readonly string[] => {
  const device = createTestDevice({ random: quickRandom({ all: 'walk' }) });
  device.exchange(encodeCeremonyRequest({ kind: 'create', wordCount: 12 }));
  const paper: string[] = [];
  const edge = pilotEdge('on', () => intent({}));
  while (device.status().stage !== 'written') {
    edge.play(device);
    const word = device.textLines().find(({ secret }) => secret)?.text;
    if (device.status().stage === 'words' && word !== undefined) paper.push(word);
  }
  return paper;
})();

interface Start {
  readonly name: string;
  readonly paper: readonly string[];
  switchOn(): TestDevice;
}

const starts: readonly Start[] = [
  {
    name: 'an empty device',
    paper: drawnPaper,
    switchOn: () => createTestDevice({ random: quickRandom({ all: 'walk' }) }),
  },
  {
    name: 'a device with a wallet',
    paper: stored.paper,
    switchOn() {
      const storage = createTestStorage();
      storage.bytes.set(stored.image);
      return createTestDevice({ storage, random: quickRandom({ all: 'walk' }) });
    },
  },
  {
    // Far from the other two: here the walk begins where a backup is about to be confirmed.
    name: 'a device whose words were all shown',
    paper: stored.paper,
    switchOn() {
      const storage = createTestStorage();
      storage.bytes.set(shelf.unfinished(0, 12));
      const device = createTestDevice({ storage, random: quickRandom({ all: 'walk' }) });
      const goOn = pilotEdge('go on', () => intent({}));
      while (device.status().stage !== 'written') goOn.play(device);
      return device;
    },
  },
];

/** Everything that the wire and the glass can tell, to be compared before and after. */
function looks(device: TestDevice): string {
  return JSON.stringify([
    device.status(),
    device.frames(),
    device.storage.log.length,
    device.storage.writtenBytes,
  ]);
}

function answer(device: TestDevice, message: Uint8Array): number {
  const response = device.exchange(message);
  return readU16(response, response.length - 2);
}

/** At rest a device waits for a host or for a PIN, and nothing is open. */
const restStages: readonly Stage[] = ['idle', 'unfinished', 'enter-pin'];
const isAtRest = ({ status }: Node): boolean =>
  restStages.includes(status.stage) && ['none', 'unlock', 'resume'].includes(status.activity);

function inspect(node: Node, device: TestDevice, messages: ReturnType<typeof createTally>): void {
  const before = looks(device);
  for (const message of idleMessages) device.exchange(message);
  expect([node.title, looks(device)]).toEqual([node.title, before]);
  messages.add('without effect', idleMessages.length);

  // A device that waits for a host takes requests, and they have arrows of their own; any other refuses them.
  if (node.status.activity !== 'none') {
    for (const request of requestMessages) {
      const expected = node.status.activity === 'unlock' ? statusWords.locked : statusWords.busy;
      expect(answer(device, request)).toBe(expected);
    }
    expect([node.title, looks(device)]).toEqual([node.title, before]);
    messages.add('requests refused', requestMessages.length);
  }

  const released = node.status.wallet === 'backed-up' && !node.status.locked;
  if (!released) expect(answer(device, encodeWalletRequest())).not.toBe(statusWords.ok);

  // The power goes: what was stored is there again, and the device is at rest (H6, S16).
  const again = device.replug().status();
  expect(again.wallet).toBe(node.status.wallet);
  expect(restStages).toContain(again.stage);
  expect(again.locked).toBe(again.wallet !== 'empty');
}

/** What every arrow must keep to, whatever is at its two ends. */
function inspectArrow({ from, to, edge }: Arrow): void {
  const [before, after] = [from.status, to.status];
  const moved = `${edge.name}: ${before.stage} to ${after.stage}`;
  if (edge.by === 'host') {
    // H2: a request leads to the question and no further; a cancel leads back. Neither touches the wallet.
    expect([moved, after.wallet]).toEqual([moved, before.wallet]);
    if (edge.name === 'keep') expect([before.stage, after.stage]).toEqual(['entropy', 'choose-pin']);
    else if (edge.name === 'cancel') expect(['stopped', before.stage]).toContain(after.stage);
    else expect(['consent', before.stage]).toContain(after.stage);
  }
  if (after.wallet === 'backed-up' && before.wallet === 'unfinished-backup') {
    // H4: by a press, at the last of the questions.
    expect([edge.by, before.stage, after.stage]).toEqual(['hand', 'confirm', 'finish']);
  }
  if (after.wallet === 'backed-up' && before.wallet === 'empty') {
    expect([edge.by, before.stage, after.stage]).toEqual(['hand', 'repeat-pin', 'finish']);
  }
  if (after.wallet === 'empty' && before.wallet !== 'empty') {
    // No wallet is lost but by a hold, or by a third wrong PIN.
    expect(['wipe', 'discard', 'enter-pin']).toContain(before.stage);
    if (before.stage === 'enter-pin') expect(before.triesLeft).toBe(1);
    else expect(edge.name).toMatch(/hold right for 1\.6 s|on|wait for 2 s/);
  }
  if (after.stage === 'words' && !['words', 'written', 'confirm'].includes(before.stage)) {
    // H5: no way to the words but a hold, or waiting with the button down.
    expect([edge.by, before.stage]).toEqual(['hand', 'hold']);
    expect(edge.name).not.toMatch(/tap|1\.4/);
  }
}

describe.each(starts)('the graph of screens from $name (H2, H4, H5, S11, S15, S16)', (start) => {
  let walk: Walk;
  const messages = createTally();

  const goOn = pilotEdge('go on', () => intent({ paper: start.paper }));
  const byLetters = pilotEdge('go on by letters', () => intent({ paper: start.paper, entry: 'letters' }));
  const wrongPin = pilotEdge('a wrong PIN', () => intent({ pin: '0000', repeatedPin: '0000' }));
  const wrongWord = pilotEdge('a wrong word', () => intent({ paper: start.paper.toReversed() }));
  const everywhere: readonly Edge[] = [
    ...handEdges,
    goOn,
    plainEdge('host', 'cancel', [{ kind: 'apdu', command: cancel }]),
    plainEdge('cable', 'unplugged', [{ kind: 'replug' }]),
  ];
  const requestEdges = requests.map(({ kind }, index) =>
    plainEdge('host', kind, [{ kind: 'apdu', command: requestMessages[index] ?? cancel }]),
  );
  /** What differs from going on only at some screens is tried at these. */
  const edgesAt = ({ activity, stage }: PublicState): readonly Edge[] => [
    ...everywhere,
    ...(activity === 'none' ? requestEdges : []),
    ...(stage === 'enter-words' ? [byLetters, wrongWord] : []),
    ...(stage === 'confirm' ? [wrongWord] : []),
    ...(stage === 'entropy' ? [plainEdge('host', 'keep', keepFirst)] : []),
    ...(stage === 'enter-pin' || stage === 'repeat-pin' ? [wrongPin] : []),
  ];

  beforeAll(() => {
    walk = walkFlowGraph({
      switchOn: () => start.switchOn(),
      edges: ({ status }) => edgesAt(status),
      inspect: (node, device) => inspect(node, device, messages),
      mostStates: proofRuns({ short: 150, long: 2_500 }),
      mostDepth: 60,
    });
    reportProof(`H2, H4, S15 walk of the screens from ${start.name}`, {
      states: walk.nodes.length,
      arrows: walk.arrows.length,
      'exhaustive to depth': walk.exhaustiveTo,
      'deepest state': walk.depth,
      'states not expanded': walk.frontier.size,
      'messages tried': String(messages),
      stages: [...new Set(walk.nodes.map(({ status }) => status.stage))].join(', '),
    });
  }, 1_200_000);

  it('no arrow replaces a press, marks a backup or loses a wallet but as it must', () => {
    expect(walk.arrows.length).toBeGreaterThan(1_000);
    walk.arrows.forEach(inspectArrow);
  });

  it('no state is a dead end: the person alone gets to rest from everywhere', () => {
    const byHand = walk.arrows.filter(({ edge }) => edge.by === 'hand');
    expect(deadEnds(walk, byHand, isAtRest).map(({ title, status }) => `${status.stage}: ${title}`)).toEqual(
      [],
    );
  });

  it('would notice: a question without answers, and a message that answers it', () => {
    const byHand = walk.arrows.filter(({ edge }) => edge.by === 'hand');
    const unanswered = byHand.filter(({ from }) => from.status.stage !== 'consent');
    const stuck = deadEnds(walk, unanswered, isAtRest).map(({ status }) => status.stage);
    expect(new Set(stuck)).toEqual(new Set(['consent']));
    const answered = byHand.find(
      ({ from, to }) =>
        from.status.stage === 'consent' && to.status.stage !== 'idle' && to.status.stage !== 'consent',
    );
    const [request] = requestEdges;
    if (answered === undefined || request === undefined) throw new Error('somebody agrees in every walk');
    expect(() => inspectArrow({ ...answered, edge: request })).toThrow('consent');
  });

  it('reaches every stage that a sound device has, or stops for its size alone', () => {
    const reached = new Set(walk.nodes.map(({ status }) => status.stage));
    const missing = stages.filter((stage) => !reached.has(stage));
    if (walk.frontier.size === 0) {
      expect(missing.toSorted()).toEqual(notWalked.toSorted());
    }
    expect(reached.size).toBeGreaterThan(8);
  });
});
