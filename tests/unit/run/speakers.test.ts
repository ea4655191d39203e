import { describe, expect, it } from 'vitest';
import { createSpeakers } from '../../speakers.mjs';

function listening() {
  const heard: string[] = [];
  const next = createSpeakers({ write: (words) => heard.push(String(words)) });
  return { heard, next };
}

describe('programs that run side by side', () => {
  it('speak at once when nobody else does', () => {
    const { heard, next } = listening();
    const one = next();
    one.say('a');
    one.say('b');
    expect(heard).toEqual(['a', 'b']);
    one.end();
    next().say('c');
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('wait with their words until those before them have ended', () => {
    const { heard, next } = listening();
    const [one, two, three] = [next(), next(), next()];
    two.say('second');
    three.say('third');
    one.say('first');
    expect(heard).toEqual(['first']);
    two.end();
    expect(heard).toEqual(['first']);
    one.end();
    expect(heard).toEqual(['first', 'second', 'third']);
    three.say('still here');
    expect(heard.at(-1)).toBe('still here');
  });
});
