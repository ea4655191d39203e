/**
 * H1 by time: what a question of the confirmation costs doesn't depend on the word. Counted are the elements that are read, in their
 * number: JavaScript has no other measure that is the same on every machine.
 */
import { describe, expect, it, vi } from 'vitest';
import type * as bytesModule from '../../src/protocol/bytes.ts';
import { makeQuestion, questionBlockLength } from '../../firmware-sim/core/vault/phrase/question.ts';
import { seededRandom } from '../fixtures/devices/test-device.ts';

const counter = vi.hoisted(() => ({ reads: 0 }));

vi.mock('../../src/protocol/bytes.ts', async (original) => {
  const actual = await original<typeof bytesModule>();
  return {
    ...actual,
    elementAt: (list: ArrayLike<number>, at: number) => {
      counter.reads += 1;
      return actual.elementAt(list, at);
    },
  };
});

function stepsOf(phrase: Uint16Array, position: number, block: Uint8Array): number {
  counter.reads = 0;
  makeQuestion(phrase, position, block);
  return counter.reads;
}

describe('a question of the confirmation', () => {
  const random = seededRandom({ all: 'steps' });
  const block = random('quiz', questionBlockLength);

  it('takes the same steps for words all over the list', () => {
    const steps = new Set<number>();
    for (let word = 0; word < 2048; word += 37) {
      const phrase = Uint16Array.from({ length: 12 }, (_, at) => (word + at * 171) % 2048);
      steps.add(stepsOf(phrase, 0, block));
    }
    expect([...steps]).toHaveLength(1);
    expect([...steps][0]).toBeGreaterThan(2048 * 8);
  });

  it('takes the same steps at every position, and where words repeat', () => {
    const phrases = [
      Uint16Array.from({ length: 12 }, (_, at) => at * 170),
      new Uint16Array(12).fill(1234),
      Uint16Array.from({ length: 12 }, (_, at) => (at % 2) * 2047),
    ];
    const steps = phrases.flatMap((phrase) => [0, 5, 11].map((position) => stepsOf(phrase, position, block)));
    expect(new Set(steps).size).toBe(1);
  });

  it('takes the same steps whatever is drawn', () => {
    const phrase = Uint16Array.from({ length: 24 }, (_, at) => at * 83);
    const steps = Array.from({ length: 50 }, () => stepsOf(phrase, 3, random('quiz', questionBlockLength)));
    expect(new Set(steps).size).toBe(1);
  });
});
