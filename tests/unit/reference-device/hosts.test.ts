/** Both hosts at a self-built device that shares no code with them: the app's session, and the terminal program over TCP. */
import { describe, expect, it } from 'vitest';
import { runCeremony } from '../../../src/cli/ceremony/run-ceremony.ts';
import { createOutput } from '../../../src/cli/terminal/output.ts';
import { createHostblindSigner } from '../../../src/devices/hostblind/hostblind-signer.ts';
import { recomputeInline } from '../../../src/devices/hostblind/entropy-check/recompute-inline.ts';
import { createSession } from '../../../src/session/create-session.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { simulatorTcp } from '../../../src/transport/simulator/simulator-tcp.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { hostSession, stageOf, taskOf } from '../../fixtures/reference/host-session.ts';
import { referenceDevice, toHex } from '../../fixtures/reference/reference.ts';
import { createTwelve } from '../../fixtures/terminal/ceremony-run.ts';
import { serve } from '../../reference-device/serve.mjs';

const pin = '1234';
const ended = (outcome: string) => (state: SessionState) => {
  const task = taskOf(state);
  return task?.kind === 'ended' && task.outcome === outcome;
};
const backedUp = (state: SessionState): boolean => taskOf(state)?.kind === 'backed-up';

/** An empty device, let in as what it is. */
async function atAnEmptyDevice(lacks: readonly string[] = []) {
  const reference = referenceDevice({ lacks });
  const host = hostSession(reference);
  host.session.dispatch({ kind: 'choose', link: 'webhid' });
  await host.until('asked whether to trust it', ({ kind }) => kind === 'unverified');
  const { state } = host.session;
  const { device } = state.kind === 'unverified' ? state : { device: undefined };
  host.session.dispatch({ kind: 'accept-unverified' });
  await host.until('empty', (now) => taskOf(now)?.kind === 'empty');
  return { reference, host, device };
}

/** The same, and a wallet of 12 words that was checked. */
async function atAWallet() {
  const { reference, host } = await atAnEmptyDevice();
  await host.start({ kind: 'create', wordCount: 12 });
  await reference.does('agree');
  await host.until('checked', (state) => stageOf(state) === 'choose-pin');
  await reference.does(`choose-pin ${pin}`, 'reveal', 'confirm-words', 'next');
  await host.until('backed up', backedUp);
  return { reference, host };
}

describe('the app, at a device of another maker', () => {
  it('says that it is self-built, and by whom', async () => {
    const { device } = await atAnEmptyDevice();
    expect(device).toMatchObject({
      proof: 'self-built',
      maker: 'Reference',
      product: 'Device One',
      simulator: false,
    });
  });

  it('goes on without a proof, where a device has none', async () => {
    const { device } = await atAnEmptyDevice(['attest']);
    expect(device).toMatchObject({ proof: 'none', publicKey: undefined });
    expect(device?.capabilities).not.toContain('attest');
  });

  it('creates a wallet, and proves its randomness', async () => {
    const { host, reference } = await atAWallet();
    const task = taskOf(host.session.state);
    expect(task).toMatchObject({ wallet: { walletId: reference.ask('c805000000') } });
    expect(task?.kind === 'backed-up' && task.wallet.proof?.opened).toBeGreaterThan(0);
  });

  it('reveals, checks, renames and wipes', async () => {
    const { host, reference } = await atAWallet();
    await host.start({ kind: 'reveal' });
    await reference.does('agree', `pin ${pin}`, 'reveal', 'next');
    await host.until('revealed', ended('completed'));
    await host.start({ kind: 'check' });
    await reference.does('agree', `pin ${pin}`, 'enter-words', 'next');
    await host.until('checked', ended('match'));
    await host.start({ kind: 'check' });
    await reference.does('agree', `pin ${pin}`, 'enter-other-words', 'next');
    await host.until('checked, and not the same', ended('no-match'));
    await host.start({ kind: 'rename', name: 'Desk' });
    await reference.does('agree', `pin ${pin}`);
    await host.until('renamed', ended('completed'));
    host.session.dispatch({ kind: 'read-name' });
    await host.until('named', (state) => state.kind === 'connected' && state.session.name === 'Desk');
    await host.start({ kind: 'wipe' });
    await reference.does('agree', 'hold');
    await host.until(
      'wiped',
      (state) => state.kind === 'connected' && state.session.status?.wallet === 'empty',
    );
    expect(host.session.state.kind).toBe('connected');
  });

  it('makes a backup file, checks it, and restores from it', async () => {
    const { host, reference } = await atAWallet();
    const walletId = reference.ask('c805000000');
    await host.start({ kind: 'backup-file' });
    await reference.does('agree', `pin ${pin}`, 'reveal', 'confirm-words', 'next');
    await host.until('saved', () => host.saved.length > 0);
    const [file = new Uint8Array()] = host.saved;
    await host.until('released', ended('completed'));
    await host.start({ kind: 'check-file', file });
    await reference.does('agree', `pin ${pin}`, 'enter-code', 'next');
    await host.until('good', ended('match'));
    await host.start({ kind: 'wipe' });
    await reference.does('agree', 'hold');
    await host.until(
      'wiped',
      (state) => state.kind === 'connected' && state.session.status?.wallet === 'empty',
    );
    host.session.dispatch({ kind: 'continue' });
    await host.until('empty', (state) => taskOf(state)?.kind === 'empty');
    await host.start({ kind: 'restore-file', file });
    await reference.does('agree', 'enter-code', `choose-pin ${pin}`, 'next');
    await host.until('back', backedUp);
    expect(reference.ask('c805000000')).toBe(walletId);
  });

  it('asks for addresses, of its wallet and of words, and learns that they were shown', async () => {
    const { host, reference } = await atAnEmptyDevice();
    await host.start({ kind: 'identify', wordCount: 12 });
    await reference.does('agree', `enter-words ${'abandon '.repeat(11)}about`, 'next');
    expect(reference.device.screen.shows).toBe('0x9858EfFD232B4033E47d90003D41EC34EcaEda94');
    await reference.does('read-addresses');
    await host.until('shown', ended('completed'));
    host.session.dispatch({ kind: 'continue' });
    await host.until('still empty', (state) => taskOf(state)?.kind === 'empty');
    const { host: other, reference: second } = await atAWallet();
    await other.start({ kind: 'addresses' });
    await second.does('agree', `pin ${pin}`, 'read-addresses');
    await other.until('shown', ended('completed'));
  });

  it('is at peace with one that has no addresses: asks for none, and does the rest', async () => {
    const { device, host, reference } = await atAnEmptyDevice(['addresses']);
    expect(device?.capabilities).not.toContain('addresses');
    const before = host.session.state;
    host.session.dispatch({ kind: 'start', wish: { kind: 'identify', wordCount: 12 } });
    expect(host.session.state).toBe(before);
    expect(reference.ask('c802000000').slice(6, 10)).toBe('0000');
    await host.start({ kind: 'restore', wordCount: 12 });
    await reference.does('agree');
    await host.until('entering', (state) => stageOf(state) === 'entry-method');
  });

  it('restores from words', async () => {
    const { host, reference } = await atAnEmptyDevice();
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    await host.start({ kind: 'restore', wordCount: 12 });
    await reference.does('agree', `enter-words ${words}`, 'next', `choose-pin ${pin}`, 'next');
    await host.until('back', backedUp);
    expect(taskOf(host.session.state)).toMatchObject({
      wallet: { walletId: '3d3f58b313fa85e8962bd1631eef6b65' },
    });
  });
});

describe('the terminal program, over TCP', () => {
  const speed = 20;
  type Line = Record<string, unknown>;

  /** `hostblind create --words 12 --json`, all of whose time goes faster. */
  function start(port: number, records = createMemoryRecords().store) {
    const giveUp = new AbortController();
    const startTimer = (ms: number, run: () => void): (() => void) => {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    };
    const lines: Line[] = [];
    let wake = (): void => undefined;
    const out = {
      write(text: string) {
        lines.push(
          ...text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Line),
        );
        wake();
      },
    };
    const session = createSession({
      connectors: [simulatorTcp({ port, startTimer, timeout: 60_000 })],
      createSigner: (transport) =>
        createHostblindSigner(transport, { startTimer, openRecomputer: recomputeInline }),
      families: [],
      clock: { now: () => Date.now(), after: startTimer },
      records,
      rememberLink: () => undefined,
    });
    const done = runCeremony({
      session,
      errand: createTwelve,
      link: 'simulator-tcp',
      output: createOutput({ out, err: out }, { json: true }),
      keyboard: undefined,
      confirmed: false,
      forgetWallet: false,
      aboutFamily: () => undefined,
      whenUnmet: (ending) => ending(),
      now: () => Date.now(),
      startTimer,
      signal: giveUp.signal,
    });
    /** Settles once it has said so. */
    const said = async (fits: (line: Line) => boolean): Promise<void> => {
      while (!lines.some(fits)) await new Promise<void>((resolve) => (wake = resolve));
    };
    return { done, lines, giveUp, said, session };
  }
  const at = (stage: string) => (line: Line) => line['stage'] === stage;

  it('creates with the entropy check, is cut, and resumes', async () => {
    const served = await serve({ apduPort: 0, speed });
    try {
      const first = start(served.ports['apdu'] ?? 0);
      await first.said(at('consent'));
      await served.person.does('agree');
      await first.said(at('choose-pin'));
      await served.person.does(`choose-pin ${pin}`);
      await first.said(at('warning'));
      served.cut();
      await first.said(({ event }) => event === 'lost');
      served.device.powerOn();
      await first.said(at('unfinished'));
      for (const line of ['next', `pin ${pin}`, 'reveal', 'confirm-words', 'next'])
        await served.person.does(line);
      expect(await first.done).toBe('done');
      const result = first.lines.at(-1);
      expect(result).toMatchObject({
        outcome: 'completed',
        wordCount: 12,
        walletId: toHex(served.device.exchange(Buffer.from('c805000000', 'hex')).subarray(0, 16)),
      });
      expect(first.lines.map(({ event }) => event)).toContain('self-built');
    } finally {
      served.close();
    }
  });

  it('cancels when it is ended', async () => {
    const served = await serve({ apduPort: 0, speed });
    try {
      const run = start(served.ports['apdu'] ?? 0);
      await run.said(at('consent'));
      run.giveUp.abort();
      await expect(run.done).rejects.toMatchObject({ code: 'aborted' });
      expect(served.device.screen.stage).toBe('stopped');
    } finally {
      served.close();
    }
  });
});
