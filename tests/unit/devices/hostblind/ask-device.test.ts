/** A device that computes (6602) is asked again, and only for a minute. */
import { describe, expect, it } from 'vitest';
import { encodeResponse } from '../../../../src/protocol/apdu/apdu.ts';
import { statusWords, type StatusWord } from '../../../../src/protocol/apdu/status-words.ts';
import { toHex } from '../../../../src/protocol/bytes.ts';
import {
  computingRetries,
  computingRetryMs,
  createAskDevice,
} from '../../../../src/devices/hostblind/ask-device.ts';

const command = Uint8Array.of(0xc8, 0x12, 0, 0, 1, 7);

/** A device that answers 6602 so often, then with `last`; its time passes at once. */
function computing(times: number, last: StatusWord = statusWords.ok) {
  const sent: string[] = [];
  const waits: number[] = [];
  const transport = {
    exchange(bytes: Uint8Array): Promise<Uint8Array> {
      sent.push(toHex(bytes));
      const done = sent.length > times;
      return Promise.resolve(encodeResponse(done ? last : statusWords.computing, done ? command : undefined));
    },
  };
  const ask = createAskDevice(transport, (milliseconds, then) => {
    waits.push(milliseconds);
    queueMicrotask(then);
    return () => undefined;
  });
  return { ask, sent, waits };
}

describe('a device that computes', () => {
  it('is sent the same bytes every half second until it answers', async () => {
    const { ask, sent, waits } = computing(3);
    expect(await ask(command)).toEqual(command);
    expect(sent).toEqual(Array(4).fill(toHex(command)));
    expect(waits).toEqual([500, 500, 500]);
  });

  it('is asked for a minute, and is then one that did not answer in time', async () => {
    const { ask, sent } = computing(Number.POSITIVE_INFINITY);
    await expect(ask(command)).rejects.toMatchObject({ code: 'timeout', detail: '6602' });
    expect(sent).toHaveLength(1 + computingRetries);
    expect(computingRetries * computingRetryMs).toBe(60_000);
  });

  it('may refuse in the end, as any other', async () => {
    const { ask } = computing(2, statusWords.notInThisState);
    await expect(ask(command)).rejects.toMatchObject({ code: 'not-in-this-state' });
  });

  it('is left alone once the caller gives up', async () => {
    const giveUp = new AbortController();
    let sent = 0;
    const transport = {
      exchange: () => Promise.resolve(encodeResponse(statusWords.computing)).finally(() => (sent += 1)),
    };
    const ask = createAskDevice(transport, () => {
      queueMicrotask(() => giveUp.abort());
      return () => undefined;
    });
    await expect(ask(command, giveUp.signal)).rejects.toMatchObject({ code: 'aborted' });
    expect(sent).toBe(1);
  });
});
