/** What device and host say while a phrase is shown as a SeedQR, where it differs from showing words. */
import { isWordCount, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

function whichFormat({ wordCount }: StageFacts): StageSentences {
  return isWordCount(wordCount) && !isSpecified(wordCount)
    ? {
        title: 'Standard only',
        body: `Few devices read a SeedQR of ${wordCount} words. Keep your words on paper too.`,
        left: 'Back',
        right: 'Next',
      }
    : {
        title: 'Which SeedQR?',
        body: 'Standard: reads as digits. Compact: fewer squares, fewer devices.',
        left: 'Standard',
        right: 'Compact',
      };
}

const worded: Partial<Record<Stage, (facts: StageFacts) => StageSentences>> = {
  consent: () => ({
    title: 'Show SeedQR?',
    body: 'Show your phrase as squares to copy by hand?',
    left: 'No',
    right: 'Yes',
  }),
  warning: () => ({
    title: 'By hand only',
    body: 'These squares are your words. Never point a camera or phone at this screen.',
    left: 'Stop',
    right: 'Next',
  }),
  'entry-method': whichFormat,
  hold: () => ({
    title: 'Hold to reveal',
    body: 'Hold the right button to see the squares.',
    left: 'Back',
    right: 'Hold',
  }),
  written: () => ({
    title: 'All copied?',
    body: 'Go back to compare, or finish. Your words on paper are still your backup.',
    left: 'Back',
    right: 'Done',
  }),
};

/** `undefined` where the words of any ceremony do. */
export function seedQrSentences(stage: Stage, facts: StageFacts): StageSentences | undefined {
  return facts.activity === 'seed-qr' ? worded[stage]?.(facts) : undefined;
}
