/** A ceremony as a picture that GitHub draws: its stages, and the presses and events between them. */
import type { Edge } from './walk.ts';

export interface DrawnEdge extends Edge {
  readonly ends: boolean;
}

const idOf = (stage: string): string => stage.replaceAll('-', '_');

/** What a label says before its condition, without what the parser would take for its own. */
function short(label: string): string {
  return label
    .replaceAll(/ ?\((?:"[^"]*"|`[^`]*`)\)/g, '')
    .replaceAll(/[:;"`]/g, '')
    .replace(/^(the last (?:code )?word) .*$/, '$1')
    .replace(/, for a create with (.*)$/, ' ($1)');
}

/** Faults and what a host takes back are left out: they are the same everywhere, and the text has them. */
export function diagram(edges: readonly DrawnEdge[]): string {
  const lines = new Map<string, Set<string>>();
  const stages = new Set<string>();
  const [first] = edges;
  for (const { from, to, label, ends } of edges) {
    if (from.stage === 'fault' || from.stage === 'stopped') continue;
    if (to.stage === 'fault' || to.stage === 'stopped') continue;
    stages.add(from.stage);
    if (!ends) stages.add(to.stage);
    if (!ends && from.stage === to.stage) continue;
    const arrow = `${idOf(from.stage)} --> ${ends ? '[*]' : idOf(to.stage)}`;
    const labels = lines.get(arrow) ?? new Set();
    labels.add(short(from.screen === '' ? label : `${from.screen}, ${label}`));
    lines.set(arrow, labels);
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...stages].map((stage) => `  state "${stage}" as ${idOf(stage)}`),
    `  [*] --> ${idOf(first?.from.stage ?? '')}`,
    ...[...lines].map(([arrow, labels]) => `  ${arrow}: ${[...labels].join(' / ')}`),
    '```',
  ].join('\n');
}
