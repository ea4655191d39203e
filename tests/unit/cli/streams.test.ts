import { describe, expect, it } from 'vitest';
import { openTerminal, type ByteSink, type OutputEnd } from '../../../src/cli/terminal/streams.ts';
import { terminalText } from '../../../src/text/terminal/terminal.ts';

/** A stream whose writes arrive when the test says so. */
function createSink() {
  const waiting: ((error?: Error | null) => void)[] = [];
  const listeners: ((error: Error) => void)[] = [];
  let text = '';
  const sink: ByteSink = {
    write(more, done) {
      text += more;
      waiting.push(done);
    },
    on: (_, listener) => void listeners.push(listener),
  };
  const failure = (code: string): Error => Object.assign(new Error(code), { code });
  return {
    sink,
    text: () => text,
    arrive: () => waiting.splice(0).forEach((done) => done()),
    fail(code: string) {
      waiting.splice(0).forEach((done) => done(failure(code)));
      for (const listener of listeners) listener(failure(code));
    },
  };
}

function open() {
  const [stdout, stderr] = [createSink(), createSink()];
  const lost: OutputEnd[] = [];
  const terminal = openTerminal({ stdout: stdout.sink, stderr: stderr.sink }, (end) => lost.push(end));
  return { stdout, stderr, lost, terminal };
}

describe('a terminal', () => {
  it('is finished at once when nothing was written', async () => {
    expect(await open().terminal.finish()).toEqual({ kind: 'whole' });
  });

  it('is finished when the last write of either stream has arrived, and no sooner', async () => {
    const { stdout, stderr, lost, terminal } = open();
    terminal.out.write('a');
    terminal.err.write('b');
    let end: OutputEnd | undefined;
    const finished = (async () => {
      end = await terminal.finish();
    })();
    stdout.arrive();
    await new Promise((resolve) => setImmediate(resolve));
    expect(end).toBeUndefined();
    stderr.arrive();
    await finished;
    expect([end, lost]).toEqual([{ kind: 'whole' }, []]);
    expect([stdout.text(), stderr.text()]).toEqual(['a', 'b']);
  });

  it.each([
    ['EPIPE', { kind: 'closed' }],
    ['ENOSPC', { kind: 'failed', code: 'ENOSPC' }],
    ['EIO', { kind: 'failed', code: 'EIO' }],
  ] as const)('tells once that standard output is lost (%s), and by what', async (code, end) => {
    const { stdout, lost, terminal } = open();
    terminal.out.write('a');
    terminal.out.write('b');
    stdout.fail(code);
    stdout.fail('ERR_STREAM_DESTROYED');
    expect(lost).toEqual([end]);
    expect(await terminal.finish()).toEqual(end);
  });

  it('goes on without standard error', async () => {
    const { stderr, lost, terminal } = open();
    terminal.err.write('b');
    stderr.fail('EPIPE');
    expect([await terminal.finish(), lost]).toEqual([{ kind: 'whole' }, []]);
  });

  it('names what is full in words, and anything else by its code', () => {
    expect(terminalText.outputLost('ENOSPC')).toContain('the disk is full');
    expect(terminalText.outputLost('EIO')).toContain('EIO');
  });
});
