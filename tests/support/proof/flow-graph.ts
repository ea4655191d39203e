/**
 * Walks the whole graph of a device's screens: breadth first, from a device that is switched on, by everything that a
 * person and a host can do. A state is the log of what led there, and is forked by playing that log again on a new
 * device; two states are one when the glass, the public state and the buttons look alike, what is secret masked.
 */
import type { DeviceEvent } from '../../../firmware-sim/core/board.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { stepsOf } from '../recorder.ts';
import { play, type Step } from '../script.ts';
import type { TestDevice } from '../test-device.ts';
import { halvingPress, pilot, wordToEnter, type Intent, type PilotAction } from './pilot.ts';
import { viewOf } from './twins.ts';

/** What leads from a state to the next: by a hand, by the host, or by the cable. */
export interface Edge {
  readonly name: string;
  readonly by: 'hand' | 'host' | 'cable';
  /** Plays this edge on a device in the state and gives the steps; `undefined` where there is none. */
  play(device: TestDevice): { readonly steps: readonly Step[]; readonly device: TestDevice } | undefined;
}

export interface Node {
  readonly key: string;
  readonly depth: number;
  readonly status: PublicState;
  /** The screen's first line: never a word. */
  readonly title: string;
  readonly parent: Node | undefined;
  /** What led here from the parent. */
  readonly steps: readonly Step[];
}

export interface Arrow {
  readonly from: Node;
  readonly to: Node;
  readonly edge: Edge;
}

/** The whole way to a state, from the first one. */
export function logOf(node: Node): readonly Step[] {
  const parts: (readonly Step[])[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) parts.push(at.steps);
  return parts.toReversed().flat();
}

/** What makes two states the same: all that can be seen, with secrets masked, and which buttons are down. */
export function stateKey(device: TestDevice, down: readonly string[]): string {
  const { ceremony: _, ...status } = device.status();
  const lines = device.textLines().map(({ text, secret }) => (secret ? '#' : text));
  return JSON.stringify([Object.values(status), lines, viewOf(device, device.status()).barRow(), down]);
}

function buttonsDown(steps: readonly Step[]): string[] {
  const down = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'replug') down.clear();
    if (step.kind !== 'event' || step.event.kind === 'tick') continue;
    if (step.event.kind === 'press') down.add(step.event.button);
    else down.delete(step.event.button);
  }
  return [...down].toSorted();
}

const event = (happened: DeviceEvent): Step => ({ kind: 'event', event: happened });
const tapOf = (gesture: 'left' | 'right' | 'both'): readonly Step[] => stepsOf({ kind: 'tap', gesture });

/** An edge of the same steps wherever it begins. */
export function plainEdge(by: Edge['by'], name: string, steps: readonly Step[]): Edge {
  return { name, by, play: (device) => ({ steps, device: play(device, steps).device }) };
}

const byHand = (name: string, steps: readonly Step[]): Edge => plainEdge('hand', name, steps);

/** All that two buttons can do in one go. */
export const handEdges: readonly Edge[] = [
  byHand('tap left', tapOf('left')),
  byHand('tap right', tapOf('right')),
  byHand('tap both', tapOf('both')),
  byHand('hold right for 1.6 s', stepsOf({ kind: 'hold', milliseconds: 1600 })),
  byHand('hold right for 1.4 s', stepsOf({ kind: 'hold', milliseconds: 1400 })),
  byHand('press right', [event({ kind: 'press', button: 'right' }), { kind: 'time', milliseconds: 50 }]),
  byHand('press left', [event({ kind: 'press', button: 'left' }), { kind: 'time', milliseconds: 50 }]),
  byHand('let both go', [
    event({ kind: 'release', button: 'left' }),
    event({ kind: 'release', button: 'right' }),
  ]),
  byHand('wait for 2 s', [{ kind: 'time', milliseconds: 2000 }]),
];

const mostPresses = 120;

function stepsOfPilot(action: PilotAction, device: TestDevice, intent: Intent): readonly Step[] {
  if (action.kind === 'none') return [];
  if (action.kind !== 'halve') return stepsOf(action);
  const lines = device.lines();
  return tapOf(halvingPress(lines, wordToEnter(lines[0] ?? '', intent)));
}

/** A person who goes on, with an intent, until the screen has another title: a whole PIN, a word, an answer. */
export function pilotEdge(name: string, intentFor: (device: TestDevice) => Intent): Edge {
  return {
    name,
    by: 'hand',
    play(device) {
      const made: Step[] = [];
      const intent = intentFor(device);
      const [title, { stage }] = [device.lines()[0], device.status()];
      for (let presses = 0; presses < mostPresses; presses += 1) {
        const action = pilot(viewOf(device, device.status()), intent);
        const steps = stepsOfPilot(action, device, intent);
        if (steps.length === 0) return undefined;
        made.push(...steps);
        play(device, steps);
        if (device.lines()[0] !== title || device.status().stage !== stage) return { steps: made, device };
      }
      return undefined;
    },
  };
}

export interface Walk {
  readonly nodes: readonly Node[];
  readonly arrows: readonly Arrow[];
  /** States that were found and not expanded, since the walk was deep or long enough. */
  readonly frontier: ReadonlySet<Node>;
  /** The longest way to a state that was found. */
  readonly depth: number;
  /** Every state that is so many arrows away, or fewer, was expanded: up to here the walk is exhaustive. */
  readonly exhaustiveTo: number;
}

export interface WalkOptions {
  switchOn(): TestDevice;
  edges(node: Node): readonly Edge[];
  /** Looks at a state that is expanded; `device` is in it and is used for nothing else. */
  inspect(node: Node, device: TestDevice): void;
  readonly mostStates: number;
  readonly mostDepth: number;
}

/** Breadth first; `mostStates` are expanded at most. */
export function walkFlowGraph(options: WalkOptions): Walk {
  const known = new Map<string, Node>();
  const arrows: Arrow[] = [];
  const queue: Node[] = [];
  const reach = (parent: Node | undefined, steps: readonly Step[], device: TestDevice): Node => {
    const log = parent === undefined ? steps : [...logOf(parent), ...steps];
    const key = stateKey(device, buttonsDown(log));
    const found = known.get(key);
    if (found !== undefined) return found;
    const depth = parent === undefined ? 0 : parent.depth + 1;
    const node = { key, depth, status: device.status(), title: device.lines()[0] ?? '', parent, steps };
    known.set(key, node);
    queue.push(node);
    return node;
  };
  const fork = (node: Node): TestDevice => play(options.switchOn(), logOf(node)).device;

  reach(undefined, [], options.switchOn());
  const frontier = new Set<Node>();
  let expanded = 0;
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node.depth >= options.mostDepth || expanded >= options.mostStates) {
      frontier.add(node);
      continue;
    }
    expanded += 1;
    options.inspect(node, fork(node));
    for (const edge of options.edges(node)) {
      const played = edge.play(fork(node));
      if (played === undefined) continue;
      arrows.push({ from: node, to: reach(node, played.steps, played.device), edge });
    }
  }
  const nodes = [...known.values()];
  const depth = nodes.reduce((deepest, node) => Math.max(deepest, node.depth), 0);
  const exhaustiveTo = [...frontier].reduce((least, node) => Math.min(least, node.depth - 1), depth);
  return { nodes, arrows, frontier, depth, exhaustiveTo };
}

/** The states from which no way by the given arrows leads to a goal; those of the frontier are not known to be any. */
export function deadEnds(walk: Walk, arrows: readonly Arrow[], isGoal: (node: Node) => boolean): Node[] {
  const backwards = new Map<Node, Arrow[]>();
  for (const arrow of arrows) {
    const others = backwards.get(arrow.to);
    if (others === undefined) backwards.set(arrow.to, [arrow]);
    else others.push(arrow);
  }
  const safe = new Set(walk.nodes.filter((node) => isGoal(node) || walk.frontier.has(node)));
  const queue = [...safe];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const { from } of backwards.get(node) ?? []) {
      if (safe.has(from)) continue;
      safe.add(from);
      queue.push(from);
    }
  }
  return walk.nodes.filter((node) => !safe.has(node));
}
