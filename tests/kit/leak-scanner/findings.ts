/** What a scan reports: where something of the secret was, and which part of it. It ends up in test output. */
import { unique, type Hit, type Searcher } from './searcher.ts';

export type Sensor =
  | 'dom'
  | 'accessibility'
  | 'storage'
  | 'console'
  | 'network'
  | 'websocket'
  | 'message'
  | 'wire'
  | 'heap'
  | 'memory';

export interface Finding extends Hit {
  readonly sensor: Sensor;
  /** Such as an element's path, a header's name, or a process. Never quotes the secret. */
  readonly place: string;
}

/** Something that a sensor has seen. */
export interface Seen {
  readonly sensor: Sensor;
  readonly place: string;
  readonly content: string | Uint8Array;
}

/** Findings in what was seen. */
function findingsIn(seen: Iterable<Seen>, searcher: Searcher): Finding[] {
  return [...seen].flatMap(({ sensor, place, content }) =>
    searcher.tracesIn(content).map((hit) => ({ sensor, place: searcher.mask(place), ...hit })),
  );
}

/** Keeps what was seen, each thing once, and searches each thing once for each secret. */
export function createRecord(): {
  readonly note: (sensor: Sensor, place: string, content: string | Uint8Array) => void;
  findings(searcher: Searcher): Finding[];
  sensors(): ReadonlySet<Sensor>;
} {
  const seen = new Map<string, Seen>();
  const searched = new WeakMap<Searcher, { count: number; findings: Finding[] }>();
  return {
    note: (sensor, place, content) => {
      const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
      const key = `${sensor}\0${place}\0${text}`;
      if (!seen.has(key)) seen.set(key, { sensor, place, content });
    },
    findings(searcher) {
      // A map keeps the order in which things came: what is new stands behind what was searched before.
      const before = searched.get(searcher) ?? { count: 0, findings: [] };
      const added = findingsIn([...seen.values()].slice(before.count), searcher);
      const findings = unique([...before.findings, ...added]);
      searched.set(searcher, { count: seen.size, findings });
      return findings;
    },
    sensors: () => new Set([...seen.values()].map(({ sensor }) => sensor)),
  };
}

/** One line a finding: `dom: html > body @title: words 1 to 3 (utf-8)`. */
export function describeFinding({ sensor, place, part, encoding }: Finding): string {
  return `${sensor}: ${place}: ${part} (${encoding})`;
}
