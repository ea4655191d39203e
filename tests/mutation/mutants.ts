/** Every change of one thing that a file of code allows, each of a kind. */
import { child, children, walk, type SyntaxNode } from './syntax.ts';

export interface Mutant {
  readonly file: string;
  readonly kind: string;
  readonly line: number;
  /** Where the old text begins and ends, and what takes its place. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

type Change = readonly [kind: string, node: { start: number; end: number }, replacement: string];

const equalities: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' };
const relations: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const logics: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };
const sums: Readonly<Record<string, string>> = Object.fromEntries(
  ['+ -', '- +', '* /', '/ *', '% *', '& |', '| &', '^ &', '<< >>', '>> <<', '>>> <<']
    .concat(['+= -=', '-= +=', '*= /=', '&= |=', '|= &=', '^= &='])
    .map((pair) => pair.split(' ')),
);
const tests = new Set(['IfStatement', 'ConditionalExpression', 'WhileStatement', 'ForStatement']);
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export function mutantsOf(file: string, text: string): Mutant[] {
  const changes: Change[] = [];
  walk(text, (node, parent) => {
    for (const change of changesOf(node, parent, text)) changes.push(change);
  });
  return changes
    .filter(([, { start, end }, replacement]) => text.slice(start, end) !== replacement)
    .map(([kind, { start, end }, replacement]) => {
      return { file, kind, line: text.slice(0, start).split('\n').length, start, end, replacement };
    });
}

function changesOf(node: SyntaxNode, parent: SyntaxNode | undefined, text: string): Change[] {
  const source = ({ start, end }: SyntaxNode) => text.slice(start, end);
  const test = tests.has(node.type) ? child(node, 'test') : undefined;
  if (test !== undefined) return conditions(node, test, source(test));
  if (functions.has(node.type)) return emptied(node);
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operator(node, text);
    case 'ExpressionStatement':
      return node['directive'] === undefined || node['directive'] === null
        ? [['statement dropped', node, ';']]
        : [];
    case 'ThrowStatement':
      return [['throw dropped', node, ';']];
    case 'ReturnStatement':
      return child(node, 'argument') === undefined
        ? [['return dropped', node, ';']]
        : [['return dropped', node, 'return;']];
    case 'SwitchCase':
      return child(node, 'test') === undefined || children(node, 'consequent').length === 0
        ? []
        : [['case dropped', node, '']];
    case 'AwaitExpression':
      return [['await dropped', node, source(child(node, 'argument') ?? node)]];
    case 'ObjectExpression':
      return children(node, 'properties').map((property) => [
        'property dropped',
        withComma(property, text),
        '',
      ]);
    case 'ArrayExpression':
      return children(node, 'elements').length === 0 ? [] : [['array emptied', node, '[]']];
    case 'TemplateLiteral':
      return parent?.type === 'TaggedTemplateExpression' && source(node).length < 3
        ? []
        : [['template emptied', node, '``']];
    case 'Literal':
      return literal(node, parent);
    default:
      return [];
  }
}

function conditions(node: SyntaxNode, test: SyntaxNode, source: string): Change[] {
  const fixed: Change[] = [['condition false', test, 'false']];
  // A loop without an end tells nothing about its tests.
  if (node.type !== 'WhileStatement' && node.type !== 'ForStatement')
    fixed.push(['condition true', test, 'true']);
  return [['condition negated', test, `!(${source})`], ...fixed];
}

function emptied(node: SyntaxNode): Change[] {
  const body = child(node, 'body');
  if (body === undefined) return [];
  if (body.type !== 'BlockStatement') return [['function emptied', body, 'undefined']];
  return children(body, 'body').length === 0 ? [] : [['function emptied', body, '{}']];
}

function operator(node: SyntaxNode, text: string): Change[] {
  const [left, right, sign] = [child(node, 'left'), child(node, 'right'), node['operator']];
  if (left === undefined || right === undefined || typeof sign !== 'string') return [];
  const start = text.indexOf(sign, left.end);
  const place = { start, end: start + sign.length };
  const kinds = { equality: equalities, relation: relations, logic: logics, arithmetic: sums };
  return Object.entries(kinds).flatMap(([kind, table]): Change[] => {
    const other = Object.hasOwn(table, sign) ? table[sign] : undefined;
    return other === undefined || start >= right.start ? [] : [[kind, place, other]];
  });
}

function literal(node: SyntaxNode, parent: SyntaxNode | undefined): Change[] {
  const isName =
    parent !== undefined &&
    (parent['source'] === node || (parent['key'] === node && parent['computed'] !== true));
  if (isName || parent?.type === 'ExpressionStatement') return [];
  const value = node['value'];
  if (typeof value === 'boolean') return [['constant', node, String(!value)]];
  if (typeof value === 'number') return [['constant', node, value === 1 ? '0' : String(value + 1)]];
  if (typeof value === 'bigint') return [['constant', node, `${value + 1n}n`]];
  if (typeof value === 'string') return [['text emptied', node, value === '' ? "'mutant'" : "''"]];
  return [];
}

function withComma({ start, end }: SyntaxNode, text: string): { start: number; end: number } {
  const comma = /^\s*,/.exec(text.slice(end));
  return { start, end: end + (comma?.[0].length ?? 0) };
}
