/**
 * The walls as a rule of the linter: a file imports what the row of its room allows, and nothing else. Allow-lists, so
 * that a new folder or a new dependency is refused until someone writes down what may reach it.
 */
import { relative } from 'node:path';
import { isAllowed, roomOf, rowFor, targetOf } from './walls.mjs';

const root = `${process.cwd()}/`;

/** @param {{ filename: string, report: (problem: object) => void }} context */
function create(context) {
  // A file of the walls test stands in a scratch folder of the room it tries to break out of.
  const file = relative(root, context.filename).replace(/\/wall-[^/]+(?=\/)/, '');
  const row = rowFor(file);
  if (roomOf(file) === undefined) return {};
  const check = (/** @type {any} */ node) => {
    const specifier = node?.value;
    if (typeof specifier !== 'string') return;
    const target = targetOf(file, specifier);
    if (row === undefined) {
      context.report({
        node,
        message: `${roomOf(file)} has no row in tests/lint/walls.mjs: write down what it may import.`,
      });
    } else if (target !== undefined && !isAllowed(row, target)) {
      context.report({ node, message: `${row.room} may not import ${target}. ${row.why}` });
    }
  };
  return {
    ImportDeclaration: (/** @type {any} */ node) => check(node.source),
    ExportNamedDeclaration: (/** @type {any} */ node) => check(node.source),
    ExportAllDeclaration: (/** @type {any} */ node) => check(node.source),
    ImportExpression: (/** @type {any} */ node) => check(node.source),
    TSImportType: (/** @type {any} */ node) => check(node.argument?.literal ?? node.source),
  };
}

export default { meta: { name: 'hostblind' }, rules: { walls: { meta: { type: 'problem' }, create } } };
