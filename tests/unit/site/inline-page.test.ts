import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlinePage, inlineSources } from '../../../src/site/inline-page.ts';

const html = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <script type="module" crossorigin src="./assets/a.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/a.css">
  </head>
  <body></body>
</html>
`;
const parts = { html, script: 'start("$&");', style: 'p { color: red }', policy: () => 'the policy' };
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('inlinePage', () => {
  it('puts script and style in place of their tags, unchanged, and the policy first', () => {
    const page = inlinePage(parts);
    expect(page).toContain('<script type="module">start("$&");</script>');
    expect(page).toContain('<style>p { color: red }</style>');
    expect(page).not.toContain('./assets/');
    const policy = page.indexOf('<meta http-equiv="Content-Security-Policy" content="the policy" />');
    expect(policy).toBeGreaterThan(page.indexOf('<meta charset="utf-8" />'));
    expect(policy).toBeLessThan(page.indexOf('<script'));
  });

  it('asks for a policy for just what stands in the page', () => {
    const asked: unknown[] = [];
    const page = inlinePage({ ...parts, policy: (sources) => `${asked.push(sources)}` });
    expect(asked).toEqual([inlineSources(page)]);
  });

  it.each([
    ['a script that would end early', { script: 'x = "</script>"' }],
    ['a script that hides its end', { script: 'x = "<!--"' }],
    ['a script that a parser would change', { script: 'a;\r\nb;' }],
    ['a style that would end early', { style: '/* </STYLE */' }],
    ['a page without a script', { html: html.replace(/<script.*\n/, '') }],
    ['a page with two scripts', { html: html.replace(/(<script.*\n)/, '$1$1') }],
    ['a page without a style', { html: html.replace(/<link.*\n/, '') }],
    ['a page that does not say its charset', { html: html.replace(/<meta.*\n/, '') }],
  ])('refuses %s', (_name, changed) => {
    expect(() => inlinePage({ ...parts, ...changed })).toThrow();
  });
});

describe('inlineSources', () => {
  it('names the hash of each inline script and style, as CSP counts it', () => {
    expect(inlineSources(inlinePage(parts))).toEqual({
      scripts: [sha256(parts.script)],
      styles: [sha256(parts.style)],
    });
  });

  it('names the scripts that the page is handed, and none that a script talks of', () => {
    const handed = [sha256('one'), sha256('two')];
    const script = `x = '<meta name="handed-scripts" content="*" />'`;
    const asked: unknown[] = [];
    const page = inlinePage({ ...parts, script, handed, policy: (sources) => `${asked.push(sources)}` });
    expect(inlineSources(page).scripts).toEqual([sha256(script), ...handed]);
    expect(asked).toEqual([inlineSources(page)]);
  });

  it('takes no text inside a script for a style', () => {
    const script = 'x = "<style>p{}</style>"';
    expect(inlineSources(inlinePage({ ...parts, script }))).toEqual({
      scripts: [sha256(script)],
      styles: [sha256(parts.style)],
    });
  });
});
