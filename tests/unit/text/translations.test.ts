import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { glassInEnglish } from '../../../src/text/en/glass.ts';
import { explanations } from '../../../src/text/explanations.ts';
import { quotedGlass } from '../../../src/text/quoted-glass.ts';
import { stages } from '../../../src/protocol/public-state.ts';
import { chooseLanguage } from '../../../src/text/languages.ts';
import { programLanguages as languages } from '../../../src/text/program-languages.ts';
import { glassFits, tooLong } from '../../translations/glass-fit.ts';
import { missing, sameAsEnglish, unheard } from '../../translations/same-as-english.ts';

const groups = ['first', 'rest', 'terminal', 'simulator'] as const;
const english = languages[0] ?? expect.fail('no English');

describe.each(languages)('$name', (language) => {
  beforeEach(() => chooseLanguage([language.tag], groups, languages));
  afterEach(() => chooseLanguage(['en-GB'], groups, languages));

  it('fits on the glass, whatever it says there', () => {
    expect(tooLong(quotedGlass)).toEqual([]);
    for (const entry of [quotedGlass.entry.remove]) expect(entry.length).toBeGreaterThan(1);
  });

  it('lacks nothing, and says nothing in English', async () => {
    for (const group of groups) {
      const [original, texts] = await Promise.all([
        english.load[group]?.() ?? {},
        language.load[group]?.() ?? {},
      ]);
      expect(missing(original, texts)).toEqual([]);
      if (language !== english) expect(sameAsEnglish(original, texts)).toEqual([]);
    }
  });

  it('has a sentence for whatever it is told', async () => {
    const silent: string[] = [];
    for (const group of groups) silent.push(...unheard((await language.load[group]?.()) ?? {}));
    // What these say is looked up by a stage, an ending or a proof: the compiler wants them all.
    expect([
      'endings.ended',
      'explanations.explanation',
      'explanations.announcement',
      'glass.stage',
      'glass.agreed',
      'ledgerGuide.sentences',
      'proof.deviceProof',
      'terminal.attested',
      'simulatorFrame.does',
    ]).toEqual(expect.arrayContaining(silent));
  });

  it('announces each stage in whole sentences', () => {
    for (const activity of [undefined, 'backup-file', 'check-file', 'restore-file'] as const) {
      for (const stage of stages) {
        const facts = { position: 24, total: 24, wordCount: 24, activity };
        expect(explanations.announcement(stage, facts)).toMatch(/^[\p{Lu}¿¡].*[.?!]$/u);
      }
    }
  });
});

describe('the measure of a language', () => {
  it('finds a title, a body, a label and a row of labels that are too long', () => {
    const glass = {
      ...glassInEnglish,
      faulty: glassInEnglish.faulty,
      confirm: { ...glassInEnglish.confirm, seeAgain: 'Show me all of the words once again' },
      entry: {
        ...glassInEnglish.entry,
        match: { ...glassInEnglish.entry.match, title: 'Every word of them matches' },
        listFoot: { left: 'Upwards', both: 'Choose it', right: 'Downwards' },
      },
      language: { ...glassInEnglish.language, take: 'This device will speak. '.repeat(6) },
    };
    const found = tooLong(glass);
    expect(found.map((each) => each.split(':')[0])).toEqual([
      'confirm.seeAgain',
      'entry',
      'entry',
      'language',
    ]);
  });

  it('measures hundreds of sentences, and each of its limits', () => {
    const fits = glassFits(glassInEnglish);
    expect(fits.length).toBeGreaterThan(900);
    expect(new Set(fits.map(({ unit }) => unit))).toEqual(new Set(['pixels', 'lines']));
  });

  it('finds a sentence that is missing, or still in English', () => {
    const original = { a: 'Look at your device.', b: { c: 'Hostblind' } };
    expect(missing(original, { a: 'Sieh auf dein Gerät.' })).toEqual(['b.c']);
    expect(sameAsEnglish(original, original)).toEqual(['a: "Look at your device."']);
  });
});
