/** The syntax tree of a TypeScript file, by the parser that comes with Vite; types are left out of it. */
import { parseSync } from 'vite';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What TypeScript adds to an expression that is code itself. */
const wrappers = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSParameterProperty',
]);
const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Calls `visit` for each node of code, the outer ones first. */
export function walk(text: string, visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void): void {
  const { program, errors } = parseSync('file.ts', text);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const enter = (node: SyntaxNode, parent?: SyntaxNode): void => {
    if (node.type.startsWith('TS') && !wrappers.has(node.type)) return;
    if (node.type === 'Decorator' || node.type === 'ImportDeclaration') return;
    visit(node, parent);
    for (const child of Object.values(node).flat()) if (isNode(child)) enter(child, node);
  };
  if (isNode(program)) enter(program);
}

export function child(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const value = node[name];
  return isNode(value) ? value : undefined;
}

export function children(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}
