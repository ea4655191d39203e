import { describe, expect, it } from 'vitest';
import { firstPaintSource } from '../../../src/site/first-paint.ts';
import {
  cacheHeader,
  contentSecurityPolicy,
  headersFile,
  metaContentSecurityPolicy,
  resourceKind,
  securityHeaders,
  simulatorMetaPolicy,
} from '../../../src/site/headers.ts';

function directives(policy: string | undefined): Record<string, string> {
  const entries = (policy ?? '').split('; ').map((directive): [string, string] => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values.join(' ')];
  });
  return Object.fromEntries(entries);
}

function policyOf(path: string): Record<string, string> {
  return directives(securityHeaders(path)['Content-Security-Policy']);
}

describe('the app', () => {
  it('may run its own script, and connect to one port on loopback', () => {
    expect(policyOf('/')).toEqual({
      'default-src': "'none'",
      'script-src': `'self' ${firstPaintSource}`,
      'style-src': "'self'",
      'img-src': "'self' data:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'connect-src': 'ws://127.0.0.1:9997',
      'frame-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'lit-html hostblind-worker hostblind-offline',
      'frame-ancestors': "'none'",
    });
  });

  it('has a worker that can compute and nothing else: its own answer allows it nothing', () => {
    expect(policyOf('/assets/entropy-worker-abc.js')).toEqual({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
    });
    // A development server hands modules out one by one, and a worker has to load them.
    const development = contentSecurityPolicy('asset', { mode: 'development' });
    expect(directives(development)).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'" });
  });

  it('connects to the wire port that it is told, and to no bench beside it', () => {
    const { 'connect-src': connect } = directives(contentSecurityPolicy('page', { wirePort: 12_345 }));
    expect(connect).toBe('ws://127.0.0.1:12345');
  });

  it('may use HID and USB, and no camera, clipboard, screen or network device', () => {
    const rules = securityHeaders('/')['Permissions-Policy']?.split(', ') ?? [];
    expect(rules).toContain('hid=(self)');
    expect(rules).toContain('usb=(self)');
    for (const feature of [
      'camera',
      'microphone',
      'display-capture',
      'clipboard-read',
      'clipboard-write',
      'serial',
    ])
      expect(rules).toContain(`${feature}=()`);
  });

  it('is isolated, can’t be framed, and sends no referrer', () => {
    expect(securityHeaders('/')).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    });
  });

  it.each(['/', '/simulator.html', '/assets/a.js'])(
    'lets through nothing inline or evaluated, and no wildcard: %s',
    (path) => {
      const policy = securityHeaders(path)['Content-Security-Policy'] ?? '';
      expect(policy).not.toMatch(/unsafe|\*|https?:|strict-dynamic/);
    },
  );

  it('has a second belt in the page itself', () => {
    const meta = directives(metaContentSecurityPolicy());
    expect(meta).toEqual({
      ...Object.fromEntries(Object.entries(policyOf('/')).filter(([name]) => name !== 'frame-ancestors')),
      'connect-src': 'ws://127.0.0.1:*',
    });
  });
});

describe('the simulator’s page', () => {
  it('can run what stands in it, in an origin of its own, and reach nothing', () => {
    const simulator = { scripts: ["'sha256-a'"], styles: ["'sha256-b'", "'sha256-c'"] };
    const policy = securityHeaders('/simulator.html', { simulator })['Content-Security-Policy'];
    expect(directives(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'sha256-a'",
      'style-src': "'sha256-b' 'sha256-c'",
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'connect-src': "'none'",
      sandbox: 'allow-scripts',
      'frame-ancestors': "'self'",
      'trusted-types': 'hostblind-language',
    });
    expect(securityHeaders('/simulator.html')['Permissions-Policy']).toContain('hid=(), usb=()');
  });

  it('runs nothing when nobody says what stands in it', () => {
    expect(policyOf('/simulator.html')).toMatchObject({ 'script-src': "'none'", 'style-src': "'none'" });
  });

  it('only the simulator page may be framed under COEP, which gives it another origin', () => {
    const resourcePolicy = (path: string): string | undefined =>
      securityHeaders(path)['Cross-Origin-Resource-Policy'];
    expect(resourcePolicy('/simulator.html')).toBe('cross-origin');
    for (const path of ['/', '/assets/a.js', '/assets/a.css', '/nowhere'])
      expect(resourcePolicy(path), path).toBe('same-origin');
  });

  it('has a second belt in the page itself', () => {
    const simulator = { scripts: ["'sha256-a'"], styles: ["'sha256-b'"] };
    const header = directives(contentSecurityPolicy('simulator', { simulator }));
    const { sandbox, 'frame-ancestors': ancestors, ...rest } = header;
    expect([sandbox, ancestors]).toEqual(['allow-scripts', "'self'"]);
    expect(directives(simulatorMetaPolicy(simulator))).toEqual(rest);
  });
});

describe('the service worker', () => {
  it('may fetch from where it came from, and do nothing else', () => {
    expect(policyOf('/hostblind-offline.js')).toEqual({
      'default-src': "'none'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(securityHeaders('/hostblind-offline.js')['Permissions-Policy']).toContain('hid=(), usb=()');
  });
});

describe('files', () => {
  it.each(['/manifest.webmanifest', '/icons/icon-192.png'])('can do nothing as documents: %s', (path) => {
    expect(policyOf(path)).toEqual({ 'default-src': "'none'", 'frame-ancestors': "'none'" });
  });

  it('are the app’s alone: the simulator’s page is one file', () => {
    for (const path of ['/', '/simulator.html', '/assets/a.js'])
      expect(securityHeaders(path)).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  it('are kept only when their name changes with their content', () => {
    expect(cacheHeader('/assets/app-a1b2.js')).toContain('immutable');
    expect(cacheHeader('/')).toBe('no-cache');
    for (const path of [
      '/simulator.html',
      '/hostblind-offline.js',
      '/manifest.webmanifest',
      '/icons/icon.svg',
    ])
      expect(cacheHeader(path), path).toBe('no-cache');
  });
});

describe('development', () => {
  it('loosens what hot reloading needs and nothing else', () => {
    const built = directives(contentSecurityPolicy('page'));
    const development = directives(contentSecurityPolicy('page', { mode: 'development' }));
    expect(development).toEqual({ ...built, 'connect-src': "ws://127.0.0.1:9997 'self'" });
  });

  it('lets the simulator’s opaque origin load single modules, from where they are', () => {
    const mode = 'development';
    expect(securityHeaders('/main.ts', { mode })).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    const origin = 'http://127.0.0.1:5173';
    const policy = directives(contentSecurityPolicy('simulator', { mode, origin }));
    expect(policy).toMatchObject({ 'script-src': origin, 'style-src': origin, 'connect-src': "'none'" });
    // Never outside development, whatever is asked for.
    expect(contentSecurityPolicy('simulator', { origin })).not.toContain('http');
  });

  it('serves single modules as files', () => {
    expect(resourceKind('/main.ts', 'development')).toBe('asset');
    expect(resourceKind('/main.ts', 'production')).toBe('page');
    expect(resourceKind('/', 'development')).toBe('page');
    expect(resourceKind('/simulator.html', 'development')).toBe('simulator');
  });
});

describe('the _headers file', () => {
  it('repeats the table for each path, and adds TLS', () => {
    const blocks = headersFile().trimEnd().split('\n\n');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      '/',
      '/index.html',
      '/simulator.html',
      '/hostblind-offline.js',
      '/manifest.webmanifest',
      '/icons/*',
      '/assets/*',
    ]);
    for (const block of blocks) {
      const [path = '', ...lines] = block.split('\n');
      for (const [name, value] of Object.entries(securityHeaders(path)))
        expect(lines).toContain(`  ${name}: ${value}`);
      expect(block).toContain('Strict-Transport-Security: max-age=63072000');
    }
  });
});
