/**
 * Keeps what a person reads in `src/text`: a string or a template of two words or more anywhere else is refused, unless
 * it is of a kind that nobody reads as a sentence. Comments and sentences follow the refuse-list of `prose.mjs`.
 */
import { relative } from 'node:path';
import { readsAsSentence } from './markup.mjs';
import { turnsIn } from './prose.mjs';

const root = `${process.cwd()}/`;

/**
 * Rooms whose strings reach a person. `vendors/` quotes other makers' screens, `malicious/` its own devices, and the other ports
 * answer programs.
 */
const speaking =
  /^(src\/(app|cli|conformance|devices|elements|protocol|records|session|transport)|firmware-sim\/(boards|cli|core|device|ports\/(usbip|window)))\//;

/** Rooms whose errors a person reads in a terminal, as they were thrown. What is no plain `Error` is a fault of the programmer. */
const failing = /^firmware-sim\/(cli|device|ports\/usbip)\//;

/**
 * Files whose words are no sentences of ours: style sheets, generated tables, names in certificates.
 */
const silent = /\.styles\.ts$|\/vite\.config\.ts$|glyphs\.generated\.ts$|\/trusted-issuers\.ts$/;

/** @param {any} node @returns {any} */
const callee = (node) => (node?.type === 'MemberExpression' ? node.property : node);

/** An error whose words a person may read. @param {any} thrown @param {boolean} fails */
const isSaid = (thrown, fails) =>
  thrown?.callee?.name === 'usageError' || (fails && thrown?.callee?.name === 'Error');

/** Whether a person never reads it, by where it stands. @param {any} node @param {boolean} fails */
function isUnread(node, fails) {
  for (let child = node, at = node.parent; at !== null && at !== undefined; child = at, at = at.parent) {
    switch (at.type) {
      // Faults of the programmer, and details beside a code of ours.
      case 'ThrowStatement':
        return !isSaid(at.argument, fails);
      case 'NewExpression':
        return !isSaid(at, fails) && /(Error|Exception)$/.test(at.callee.name ?? '');
      case 'Property':
        if (callee(at.key)?.name === 'detail' || at.key?.value === 'detail') return true;
        break;
      // Literal types, attribute names and classes in a template; labels that are hashed or encoded as bytes.
      case 'VariableDeclarator':
        return /(Label|Tag)$/.test(at.id.name ?? '');
      case 'TSLiteralType':
      case 'TaggedTemplateExpression':
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
        if (at.type === 'ExportNamedDeclaration' && child !== at.source) break;
        return true;
      case 'CallExpression':
        if (
          /^(ascii|utf8|encode|from|querySelector|querySelectorAll|setProperty|super)$/.test(
            callee(at.callee)?.name ?? '',
          ) ||
          at.callee.type === 'Super'
        )
          return true;
        break;
      case 'BlockStatement':
      case 'Program':
        return false;
      default:
    }
  }
  return false;
}

/** @param {{ filename: string, report: (problem: object) => void }} context */
function createText(context) {
  const file = relative(root, context.filename).replace(/\/wall-[^/]+(?=\/)/, '');
  if (!speaking.test(file) || silent.test(file)) return {};
  const check = (/** @type {any} */ node, /** @type {string} */ text) => {
    if (!readsAsSentence(text) || isUnread(node, failing.test(file))) return;
    context.report({ node, message: `What a person reads lives in src/text: ${text.trim().slice(0, 60)}` });
  };
  return {
    Literal: (/** @type {any} */ node) => {
      if (typeof node.value === 'string') check(node, node.value);
    },
    TemplateLiteral: (/** @type {any} */ node) => {
      if (node.parent?.type === 'TaggedTemplateExpression') return checkTemplate(node);
      check(node, node.quasis.map((/** @type {any} */ each) => each.value.raw).join('\uE000'));
    },
  };

  /** Between the tags of a template there are words that a person reads. @param {any} node */
  function checkTemplate(node) {
    if (!['html', 'svg'].includes(node.parent.tag.name)) return;
    const markup = node.quasis.map((/** @type {any} */ each) => each.value.raw).join('\uE000');
    for (const words of markup.replaceAll(/<[^>]*>/g, '\uE000').split('\uE000')) {
      if (readsAsSentence(words.trim())) {
        context.report({
          node,
          message: `What a person reads lives in src/text: ${words.trim().slice(0, 60)}`,
        });
      }
    }
    for (const [, words = ''] of markup.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"\uE000]*)"/g)) {
      if (readsAsSentence(words)) {
        context.report({ node, message: `What a person reads lives in src/text: ${words.slice(0, 60)}` });
      }
    }
  }
}

/** @param {any} context */
function createLocale(context) {
  const file = relative(root, context.filename);
  if (!/^(src|firmware-sim)\//.test(file) || file.startsWith('src/text/')) return {};
  return {
    Literal: (/** @type {any} */ node) => {
      if (typeof node.value === 'string' && /^en-[A-Z]{2}$/.test(node.value))
        context.report({ node, message: 'The locale is the reader’s: use src/text/locale.' });
    },
  };
}

const longestTitle = 80;

/** @param {any} context */
function createTitles(context) {
  const file = relative(root, context.filename);
  if (!file.startsWith('tests/') || file.startsWith('tests/lint/')) return {};
  return {
    CallExpression: (/** @type {any} */ node) => {
      let called = node.callee;
      while (called.type === 'CallExpression' || called.type === 'MemberExpression')
        called = called.type === 'CallExpression' ? called.callee : called.object;
      if (!['it', 'describe', 'test'].includes(called.name)) return;
      const [title] = node.arguments;
      const text =
        title?.type === 'Literal' && typeof title.value === 'string'
          ? title.value
          : title?.type === 'TemplateLiteral'
            ? title.quasis.map((/** @type {any} */ each) => each.value.raw).join('')
            : undefined;
      if (text === undefined) return;
      if (text.length > longestTitle)
        context.report({
          node: title,
          message: `A title has at most ${longestTitle} characters, not ${text.length}.`,
        });
      for (const turn of turnsIn(text)) context.report({ node: title, message: turn });
    },
  };
}

export default {
  meta: { name: 'text' },
  rules: {
    home: { meta: { type: 'problem' }, create: createText },
    locale: { meta: { type: 'problem' }, create: createLocale },
    titles: { meta: { type: 'problem' }, create: createTitles },
  },
};
