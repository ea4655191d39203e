/** What device and host say while a phrase is shown as a SeedQR, where it differs from showing words. */
import { isWordCount, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

function whichFormat({ wordCount }: StageFacts): StageSentences {
  return isWordCount(wordCount) && !isSpecified(wordCount)
    ? {
        title: 'Nur Standard',
        body: `Wenige Geräte lesen SeedQR mit ${wordCount} Wörtern. Behalte sie auch auf Papier.`,
        left: 'Zurück',
        right: 'Weiter',
      }
    : {
        title: 'SeedQR-Format?',
        body: 'Standard: als Ziffern lesbar. Compact: kleiner, für weniger Geräte.',
        left: 'Standard',
        right: 'Compact',
      };
}

const worded: Partial<Record<Stage, (facts: StageFacts) => StageSentences>> = {
  consent: () => ({
    title: 'SeedQR zeigen?',
    body: 'Deine Phrase als Kästchen zeigen, zum Abzeichnen von Hand?',
    left: 'Nein',
    right: 'Ja',
  }),
  warning: () => ({
    title: 'Nur von Hand',
    body: 'Die Kästchen sind deine Wörter. Nie Kamera oder Handy darauf richten.',
    left: 'Stopp',
    right: 'Weiter',
  }),
  'entry-method': whichFormat,
  hold: () => ({
    title: 'Taste halten',
    body: 'Halte die rechte Taste, um die Kästchen zu sehen.',
    left: 'Zurück',
    right: 'Halten',
  }),
  written: () => ({
    title: 'Alles kopiert?',
    body: 'Vergleiche noch einmal. Deine Wörter auf Papier bleiben dein Backup.',
    left: 'Zurück',
    right: 'Fertig',
  }),
};

/** `undefined` where the words of any ceremony do. */
export function seedQrSentencesInGerman(stage: Stage, facts: StageFacts): StageSentences | undefined {
  return facts.activity === 'seed-qr' ? worded[stage]?.(facts) : undefined;
}
