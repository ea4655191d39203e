/** What device and host say while a phrase is shown as a SeedQR, where it differs from showing words. */
import { isWordCount, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

function whichFormat({ wordCount }: StageFacts): StageSentences {
  return isWordCount(wordCount) && !isSpecified(wordCount)
    ? {
        title: 'Standard seul',
        body: `Peu d'appareils lisent un SeedQR de ${wordCount} mots. Gardez aussi vos mots sur papier.`,
        left: 'Retour',
        right: 'Suite',
      }
    : {
        title: 'Quel SeedQR ?',
        body: "Standard : se lit en chiffres. Compact : moins de cases, moins d'appareils.",
        left: 'Standard',
        right: 'Compact',
      };
}

const worded: Partial<Record<Stage, (facts: StageFacts) => StageSentences>> = {
  consent: () => ({
    title: 'Voir SeedQR ?',
    body: 'Afficher votre phrase en cases, à recopier à la main ?',
    left: 'Non',
    right: 'Oui',
  }),
  warning: () => ({
    title: 'À la main',
    body: 'Ces cases sont vos mots. Jamais de caméra ni de téléphone devant cet écran.',
    left: 'Stop',
    right: 'Suite',
  }),
  'entry-method': whichFormat,
  hold: () => ({
    title: 'Révéler',
    body: 'Maintenez le bouton droit pour voir les cases.',
    left: 'Retour',
    right: 'Maintenir',
  }),
  written: () => ({
    title: 'Tout copié ?',
    body: 'Revenez comparer, ou terminez. Votre sauvegarde reste vos mots sur papier.',
    left: 'Retour',
    right: 'Terminer',
  }),
};

/** `undefined` where the words of any ceremony do. */
export function seedQrSentencesInFrench(stage: Stage, facts: StageFacts): StageSentences | undefined {
  return facts.activity === 'seed-qr' ? worded[stage]?.(facts) : undefined;
}
