import { describe, expect, it } from 'vitest';
import { cacheName, fileFor, isolates, isPageMessage, staleCaches } from '../../../src/offline/precache.ts';

const scope = 'https://example.com/wallet/';
const files = ['', 'assets/app.js', 'icons/icon.svg', 'simulator.html'];
const get = (url: string, mode = 'no-cors', method = 'GET'): string | undefined =>
  fileFor({ method, url, mode }, scope, { files });

describe('what the worker answers', () => {
  it('is the page, at its two addresses, with a port or a place in it', () => {
    for (const tail of ['', 'index.html', '?process=4321', 'index.html?process=4321#process', '#usb'])
      expect(get(`${scope}${tail}`, 'navigate'), tail).toBe('');
  });

  it('is each file that is kept, by its exact address', () => {
    expect(get(`${scope}assets/app.js`, 'cors')).toBe('assets/app.js');
    expect(get(`${scope}simulator.html`, 'navigate')).toBe('simulator.html');
  });

  it.each([
    ['another origin', 'https://example.org/wallet/assets/app.js'],
    ['another scheme', 'http://example.com/wallet/assets/app.js'],
    ['another folder', 'https://example.com/assets/app.js'],
    ['a folder whose name begins alike', 'https://example.com/wallet2/assets/app.js'],
    ['a file that isn’t kept', `${scope}assets/other.js`],
    ['a file with a query', `${scope}assets/app.js?1`],
    ['another spelling', `${scope}assets//app.js`],
    ['a name that every object has', `${scope}constructor`],
    ['the worker itself', `${scope}hostblind-offline.js`],
  ])('is never %s', (_, url) => {
    for (const mode of ['navigate', 'no-cors', 'cors']) expect(get(url, mode)).toBeUndefined();
  });

  it('is nothing that sends anything', () => {
    for (const method of ['POST', 'HEAD', 'PUT', 'DELETE', 'get'])
      expect(get(scope, 'navigate', method), method).toBeUndefined();
  });

  it('is the page with a query for a navigation alone', () => {
    expect(get(`${scope}?x`, 'cors')).toBeUndefined();
  });
});

describe('versions', () => {
  it('a cache is named by folder and version', () => {
    expect(cacheName(scope, { version: '1f' })).toBe('hostblind-offline https://example.com/wallet/ 1f');
  });

  it('stale are the other versions of this folder, and no cache of anyone else', () => {
    const old = cacheName(scope, { version: '1e' });
    const names = [
      old,
      cacheName(scope, { version: '1f' }),
      cacheName('https://example.com/', { version: '1e' }),
      cacheName('https://example.com/wallet/old/', { version: '1e' }),
      'another-project',
      'hostblind-offline',
    ];
    expect(staleCaches(names, scope, { version: '1f' })).toEqual([old]);
  });
});

describe('a policy isolates its document', () => {
  it.each([
    'sandbox',
    'sandbox allow-scripts',
    "default-src 'none'; SANDBOX Allow-Scripts; frame-ancestors 'self'",
    "default-src 'self', sandbox allow-scripts",
  ])('%s', (policy) => expect(isolates(policy)).toBe(true));

  it.each([
    null,
    '',
    "default-src 'none'",
    'sandbox allow-scripts allow-same-origin',
    // The first of a name counts.
    'sandbox allow-same-origin; sandbox allow-scripts',
    "report-uri /sandbox; script-src 'sandbox'",
  ])('and not by: %s', (policy) => expect(isolates(policy)).toBe(false));
});

describe('messages of the page', () => {
  it('are of one kind, and whole', () => {
    expect(isPageMessage({ kind: 'works', script: 'x' })).toBe(true);
    expect(isPageMessage({ kind: 'take-over' })).toBe(true);
    for (const other of [
      undefined,
      null,
      'works',
      {},
      { kind: 'works' },
      { kind: 'works', script: 1 },
      { kind: 'x' },
    ])
      expect(isPageMessage(other), JSON.stringify(other)).toBe(false);
  });
});
