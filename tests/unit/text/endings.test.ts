/** What is said when a ceremony ends: a title and a sentence for each, and who declined reads what has not happened. */
import { describe, expect, it } from 'vitest';
import { activities, outcomes } from '../../../src/protocol/public-state.ts';
import { endings } from '../../../src/text/endings.ts';
import { glassText } from '../../../src/text/glass.ts';
import { ledgerMessages } from '../../../src/text/ledger.ts';

const ended = outcomes.filter((outcome) => outcome !== 'none');

describe('an ending', () => {
  it.each(activities)('of "%s" has a title and at least one sentence, whatever it is', (activity) => {
    for (const outcome of ended) {
      const { title, body } = endings.ended(activity, outcome);
      expect([outcome, title.trim()]).not.toEqual([outcome, '']);
      expect(body.length).toBeGreaterThan(0);
      expect(body.filter((sentence) => sentence.trim() === '')).toEqual([]);
    }
  });

  it.each([
    ['create', /no wallet was created/i],
    ['restore', /nothing was restored/i],
    ['reveal', /no words were shown/i],
    ['seed-qr', /nothing was shown/i],
  ] as const)('by declining "%s" says what has not happened', (activity, said) => {
    expect(endings.ended(activity, 'declined').body.join(' ')).toMatch(said);
  });

  it.each(['declined', 'cancelled', 'stopped'] as const)(
    'of a restore ("%s") leaves the device empty, and says so',
    (outcome) => {
      expect(endings.ended('restore', outcome).body.join(' ')).toMatch(/still empty/i);
    },
  );
});

describe('what a person must know in time', () => {
  it('a wrong PIN says what three of them do', () => {
    const facts = { position: 0, total: 0, wordCount: 0 };
    expect(glassText.stage('wrong-pin', facts).body).toMatch(/three wrong PINs.*wipe/i);
  });

  it('of a stock Ledger nothing is promised but to follow its set-up', () => {
    const able = ledgerMessages.ready.capabilities.filter((capability) => capability.able);
    expect(able.map(({ what }) => what)).toEqual([expect.stringContaining('Follow its setup')]);
  });
});
