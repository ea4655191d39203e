/** Probes: while tests are mapped, each block of code says that it ran, by its file and place. */
import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { child, walk } from './syntax.ts';

export interface Block {
  readonly start: number;
  readonly end: number;
}

/** Where an expression stands that a function returns without braces, its probe needs others than a block's. */
interface CodeBlock extends Block {
  readonly isExpression: boolean;
}

/** Every block in braces, and what an arrow returns without them. */
function blocksOf(text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  walk(text, (node) => {
    const body = node.type === 'ArrowFunctionExpression' ? child(node, 'body') : undefined;
    if (node.type === 'BlockStatement')
      blocks.push({ start: node.start, end: node.end, isExpression: false });
    else if (body !== undefined && body.type !== 'BlockStatement')
      blocks.push({ start: body.start, end: body.end, isExpression: true });
  });
  return blocks;
}

/** The place of the innermost block around a piece of text, 0 for the file itself. A block belongs to what is around it. */
export function blockAround(text: string, { start, end }: Block): number {
  const around = blocksOf(text).filter(
    (block) => block.start <= start && end <= block.end && !(block.start === start && block.end === end),
  );
  return around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]?.start ?? 0;
}

export function withProbes(file: string, text: string): string {
  const probe = (start: number) => `globalThis.probed?.add(${JSON.stringify(`${file}:${start}`)})`;
  const insertions = blocksOf(text).flatMap(({ start, end, isExpression }): [number, string][] =>
    isExpression
      ? [
          [start, `(${probe(start)},`],
          [end, ')'],
        ]
      : [[start + 1, `${probe(start)};`]],
  );
  const body = insertions
    .toSorted(([a], [b]) => b - a)
    .reduce((changed, [at, words]) => changed.slice(0, at) + words + changed.slice(at), text);
  return `${body}\n${probe(0)};`;
}

export function probePlugin(root: string): Plugin {
  return {
    name: 'probes',
    enforce: 'pre',
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? id)
        .split(sep)
        .join('/');
      return /^(?:src|firmware-sim)\/.*\.ts$/.test(file)
        ? { code: withProbes(file, code), map: null }
        : undefined;
    },
  };
}
