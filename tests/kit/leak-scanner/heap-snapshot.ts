/**
 * Takes V8's heap snapshot of a page or of a Node process and searches it: each string, strings that were put
 * together and not yet written out in a row, and arrays and objects whose entries in a row make a phrase.
 * A snapshot holds no bytes of typed arrays and at most 1,024 characters of a string: search the memory for those.
 */
import { unique, type Hit, type Searcher } from './searcher.ts';

/** How a snapshot is asked for: the inspector's protocol, of a browser or of Node. */
export interface Inspector {
  send(
    method: 'HeapProfiler.enable' | 'HeapProfiler.collectGarbage' | 'HeapProfiler.takeHeapSnapshot',
    parameters?: { captureNumericValue?: boolean; reportProgress?: boolean },
  ): Promise<unknown>;
  /** Passes on each piece of the snapshot, until the returned function is called. */
  onChunk(listener: (chunk: string) => void): () => void;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** The snapshot's text; V8 collects garbage first. */
export async function takeHeapSnapshot(inspector: Inspector): Promise<string> {
  const chunks: string[] = [];
  const stop = inspector.onChunk((chunk) => chunks.push(chunk));
  try {
    await inspector.send('HeapProfiler.enable');
    await inspector.send('HeapProfiler.takeHeapSnapshot', {
      captureNumericValue: true,
      reportProgress: false,
    });
  } finally {
    stop();
  }
  return chunks.join('');
}

export interface HeapHit extends Hit {
  readonly place: string;
}

/** Throws for a text that is no snapshot. */
export function searchHeapSnapshot(text: string, searcher: Searcher): HeapHit[] {
  const heap = readSnapshot(JSON.parse(text) as Snapshot);
  const hits: HeapHit[] = [];
  const search = (place: string, content: string): void => {
    for (const hit of searcher.inText(content)) hits.push({ place: searcher.mask(place), ...hit });
  };
  for (const value of heap.strings) search('a string', value);
  for (let node = 0; node < heap.count; node += 1) {
    const entries = heap.entries(node);
    const name = heap.name(node);
    if (name === ropeName) search('a string in parts', heap.textOf(node) ?? '');
    else if (entries.length > 1)
      search(`entries of ${name.slice(0, 60) || 'something unnamed'}`, entries.join(','));
  }
  return unique(hits);
}

const ropeName = '(concatenated string)';
/** Deeper ropes are cut off: each of their parts is searched on its own. */
const deepestRope = 400;

function readSnapshot({ snapshot: { meta }, nodes, edges, strings }: Snapshot) {
  const nodeWidth = meta.node_fields.length;
  const edgeWidth = meta.edge_fields.length;
  const nodeField = (name: string): number => meta.node_fields.indexOf(name);
  const edgeField = (name: string): number => meta.edge_fields.indexOf(name);
  const [typeAt, nameAt, edgeCountAt] = [nodeField('type'), nodeField('name'), nodeField('edge_count')];
  const [edgeTypeAt, edgeNameAt, toAt] = [
    edgeField('type'),
    edgeField('name_or_index'),
    edgeField('to_node'),
  ];
  const [nodeTypes] = meta.node_types;
  const [edgeTypes] = meta.edge_types;
  const count = nodes.length / nodeWidth;
  const firstEdge = new Uint32Array(count + 1);
  for (let node = 0; node < count; node += 1)
    firstEdge[node + 1] = (firstEdge[node] ?? 0) + (nodes[node * nodeWidth + edgeCountAt] ?? 0);

  const name = (node: number): string => strings[nodes[node * nodeWidth + nameAt] ?? 0] ?? '';
  const typeOf = (node: number): string => nodeTypes[nodes[node * nodeWidth + typeAt] ?? 0] ?? '';
  interface Edge {
    readonly type: string;
    readonly label: string | number;
    readonly to: number;
  }
  function* edgesOf(node: number): Generator<Edge> {
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge += 1) {
      const at = edge * edgeWidth;
      const type = edgeTypes[edges[at + edgeTypeAt] ?? 0] ?? '';
      const label = edges[at + edgeNameAt] ?? 0;
      const isNumber = type === 'element' || type === 'hidden';
      yield {
        type,
        label: isNumber ? label : (strings[label] ?? ''),
        to: (edges[at + toAt] ?? 0) / nodeWidth,
      };
    }
  }
  /** The characters of a string's node, however it is kept; `undefined` for what is no string or number. */
  const textOf = (node: number, depth = 0): string | undefined => {
    const type = typeOf(node);
    if (type === 'string') return name(node);
    if (type === 'number' || type === 'smi number' || type === 'heap number') return numberText(node);
    if (type !== 'concatenated string' || depth > deepestRope) return undefined;
    const parts: Record<string, string> = {};
    for (const { label, to } of edgesOf(node)) parts[label] = textOf(to, depth + 1) ?? '';
    return `${parts['first'] ?? ''}${parts['second'] ?? ''}`;
  };
  /** A number's node has its digits as the name of a child. */
  const numberText = (node: number): string => {
    for (const { label, to } of edgesOf(node)) if (label === 'value') return name(to);
    return name(node);
  };
  /** Texts and numbers that a node holds as elements, or as properties, in order. */
  const entries = (node: number): string[] => {
    const found: string[] = [];
    for (const { type, to } of edgesOf(node)) {
      if (type !== 'element' && type !== 'property' && type !== 'internal') continue;
      const text = textOf(to);
      if (text !== undefined) found.push(text);
    }
    return found;
  };
  return { count, name, entries, textOf, strings };
}
