/**
 * A page with its script and style inside it, and the sources that a content security policy names for them. Pure.
 *
 * A document of opaque origin, as a sandboxed frame is, can't name files of ours: `'self'` matches nothing there in
 * WebKit. A hash of what stands in the page needs no origin (CSP Level 3, "hash-source").
 */
import { createHash } from 'node:crypto';

/** Sources such as `'sha256-…'`, for `script-src` and `style-src`. */
export interface InlineSources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Of a page that isn't there: nothing may run. */
export const noInlineSources: InlineSources = { scripts: [], styles: [] };

/** In the page, what it lets run besides, although it doesn't stand there. */
const handedElement = /<meta name="handed-scripts" content="([^"]*)" \/>/;

const scriptElement = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const styleElement = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/** What a policy calls a script or style that stands in a page. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The sources for all that is inline in `html`, which `inlinePage` made, and for the scripts that it is handed. */
export function inlineSources(html: string): InlineSources {
  const scripts = [...html.matchAll(scriptElement)].map(([, text = '']) => hashSource(text));
  // A script may hold what looks like a style; it is none.
  const markup = html.replaceAll(scriptElement, '');
  const styles = [...markup.matchAll(styleElement)].map(([, text = '']) => hashSource(text));
  const handed = handedElement.exec(markup)?.[1]?.split(' ') ?? [];
  return { scripts: [...scripts, ...handed], styles };
}

export interface PageParts {
  /** A built page with one module script and at most one stylesheet, each a file of its own. */
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** Sources of scripts that it is handed later, and lets run. None by default. */
  readonly handed?: readonly string[];
  /** The page's policy, as `http-equiv`, for what stands in it. */
  readonly policy: (sources: InlineSources) => string;
}

const scriptTag = /<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g;
const styleTag = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** The page's indentation goes. Throws when the page has other tags than expected, or a text that would end its element early. */
export function inlinePage({ html, script, style, handed = [], policy }: PageParts): string {
  // A parser reads CR LF as LF and drops NUL: the hash would be of another text.
  if (/<\/script|<!--|[\r\0]/i.test(script)) throw new Error('the script can’t stand in a page as it is');
  if (/<\/style|[\r\0]/i.test(style)) throw new Error('the style can’t stand in a page as it is');
  const filled = replaceOne(
    replaceOne(html.replaceAll(/\n\s+/g, '\n'), scriptTag, `<script type="module">${script}</script>`),
    styleTag,
    `<style>${style}</style>`,
  );
  const named = handed.length === 0 ? '' : `\n<meta name="handed-scripts" content="${handed.join(' ')}" />`;
  const sources = inlineSources(filled + named);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(sources)}" />`;
  // Before everything that it is about: a policy holds for what comes after it.
  return replaceOne(filled, /<meta charset="utf-8" ?\/?>/g, `<meta charset="utf-8" />\n    ${meta}${named}`);
}

function replaceOne(html: string, tag: RegExp, text: string): string {
  const found = html.match(tag)?.length ?? 0;
  if (found !== 1) throw new Error(`the page has ${found} times ${tag.source}, not once`);
  return html.replace(tag, () => text);
}
