/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity, Stage } from '../../protocol/public-state.ts';
import { seedQrSentencesInFrench } from './seed-qr-stages.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

export const neverShareInFrench = 'Personne ne doit demander ces mots : ni ordinateur, ni site, ni support.';

/** What one of the words of a ceremony is called. */
export const wordLabelInFrench = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'mot de code' : 'mot';

/** The same at the beginning of a sentence. */
export const wordHeadingInFrench = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'Mot de code' : 'Mot';

type Question = Pick<StageSentences, 'title'> & { readonly body: string };

/** Everything that shapes the new wallet is said before the person agrees to it. */
function newWalletBody({ wordCount, entropyCheck, dice }: StageFacts): string {
  if (wordCount === 0) return 'Créer un portefeuille avec une nouvelle phrase de récupération.';
  if (dice === true) {
    return entropyCheck === true
      ? `Portefeuille de ${wordCount} mots, avec dés. Cet ordinateur ajoute et contrôle l'aléa.`
      : `Portefeuille de ${wordCount} mots. Vous lancez des dés.`;
  }
  return entropyCheck === true
    ? `Portefeuille de ${wordCount} mots. Cet ordinateur ajoute et contrôle l'aléa.`
    : `Créer un portefeuille avec une phrase de récupération de ${wordCount} mots.`;
}

/** What a device asks before a ceremony begins. */
const asks = {
  create: (facts) => ({
    title: 'Créer ?',
    body: newWalletBody(facts),
  }),
  restore: ({ wordCount }) => ({
    title: 'Restaurer ?',
    body:
      wordCount === 0
        ? 'Saisissez les mots que vous avez sur papier.'
        : `Saisissez les ${wordCount} mots que vous avez sur papier.`,
  }),
  reveal: () => ({
    title: 'Voir les mots ?',
    body: "L'application demande à afficher ici votre phrase de récupération.",
  }),
  check: () => ({
    title: 'Vérifier ?',
    body: "Saisissez ici vos mots notés. L'appareil dit s'ils correspondent.",
  }),
  'change-pin': () => ({
    title: 'Nouveau PIN ?',
    body: 'Il vous faudra votre code PIN actuel.',
  }),
  wipe: () => ({
    title: 'Effacer ?',
    body: 'Sans vos mots sur papier, impossible de restaurer le portefeuille.',
  }),
  language: () => ({
    title: 'Autre langue ?',
    body: 'Cet appareil peut parler une autre langue.',
  }),
  rename: () => ({
    title: 'Renommer ?',
    body: 'Donner un nouveau nom à cet appareil.',
  }),
  'backup-file': () => ({
    title: 'Sauvegarder ?',
    body: "Cet ordinateur reçoit une copie chiffrée. Seul un code sur votre feuille l'ouvre.",
  }),
  'check-file': () => ({
    title: 'Vérifier ?',
    body: 'Le fichier est-il une bonne copie de ce portefeuille ? Il faut son code.',
  }),
  'restore-file': () => ({
    title: 'Restaurer ?',
    body: "Restaurer le portefeuille d'un fichier. Il faut son code de sauvegarde.",
  }),
  addresses: () => ({
    title: 'Ses adresses ?',
    body: 'La première adresse Ethereum et Bitcoin, sur cet écran seulement.',
  }),
  identify: ({ wordCount }) => ({
    title: 'Identifier ?',
    body:
      wordCount === 0
        ? "Saisissez des mots pour voir leurs adresses. Rien n'est gardé."
        : `Saisissez ${wordCount} mots pour voir leurs adresses. Rien n'est gardé.`,
  }),
  app: () => ({
    title: 'Une appli demande',
    body: "Lisez la question sur l'appareil et répondez-y.",
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

function entryMethodBody({ activity, wordCount }: StageFacts): string {
  if (isAboutCode(activity))
    return 'Code de sauvegarde : par lettres, ou par moitiés, 11 appuis par mot de code.';
  return wordCount === 0
    ? 'Mots : par lettres, ou par moitiés, 11 appuis chacun.'
    : `${wordCount} mots : par lettres, ou par moitiés, 11 appuis chacun.`;
}

const always = {
  idle: () => ({ title: 'Prêt', body: "Commencez dans l'application." }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    // What the buttons say is the app's.
    ...(facts.activity !== 'app' && { left: 'Non', right: 'Oui' }),
  }),
  'choose-pin': () => ({
    title: 'Choisir un PIN',
    body: '4 à 8 chiffres',
    left: 'Moins',
    right: 'Plus',
    both: 'Valider',
  }),
  'repeat-pin': () => ({
    title: 'Répéter le PIN',
    body: 'Encore les mêmes chiffres',
    left: 'Moins',
    right: 'Plus',
    both: 'Valider',
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Nouveau code',
          body: `Notez ${codeWordCount} mots de code. Personne ne doit jamais vous les demander.`,
          left: 'Stop',
          right: 'Suite',
        }
      : {
          title: 'Stylo et papier',
          body: neverShareInFrench,
          left: 'Stop',
          right: 'Suite',
        },
  hold: ({ activity }) => ({
    title: 'Révéler',
    body: isAboutCode(activity)
      ? 'Maintenez le bouton droit pour voir le code.'
      : 'Maintenez le bouton droit pour voir vos mots.',
    left: 'Retour',
    right: 'Maintenir',
  }),
  words: ({ position, total, activity }) => ({
    title: `${wordHeadingInFrench(activity)} ${position} sur ${total}`,
    left: 'Retour',
    right: 'Suite',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Tout noté ?',
          body: `Ensuite, confirmez les ${codeWordCount} mots de code. Les deux boutons pour choisir.`,
          left: 'Retour',
          right: 'Confirmer',
        }
      : activity === 'reveal'
        ? {
            title: 'Tout vu ?',
            body: 'Confirmer vos mots maintenant, comme la première fois ?',
            left: 'Retour',
            both: 'Oui',
            right: 'Fin',
          }
        : {
            title: 'Tout noté ?',
            body: `Ensuite, confirmez les ${wordCount} mots. Les deux boutons pour choisir.`,
            left: 'Retour',
            right: 'Confirmer',
          },
  confirm: ({ activity }) => ({
    title: isAboutCode(activity) ? 'Confirmer code' : 'Confirmer mots',
    left: 'Haut',
    right: 'Bas',
    both: 'Choisir',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: 'Transmettre ?',
        body: "L'ordinateur reçoit le fichier. Il peut le garder, mais jamais le lire.",
        left: 'Stop',
        right: 'Transmettre',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restauré' : 'Sauvegardé',
      body: restored ? 'Le portefeuille est sur cet appareil.' : 'Vous avez confirmé chaque mot.',
      right: 'Terminer',
    };
  },
  'enter-pin': () => ({
    title: 'Saisir le PIN',
    left: 'Moins',
    right: 'Plus',
    both: 'Valider',
  }),
  unfinished: () => ({
    title: 'Non sauvegardé',
    body: "Terminez la sauvegarde avant d'utiliser ce portefeuille.",
    left: 'Abandonner',
    right: 'Reprendre',
  }),
  discard: () => ({
    title: 'Abandonner ?',
    body: 'Maintenez à droite pour supprimer. Irréversible.',
    left: 'Garder',
    right: 'Maintenir',
  }),
  'entry-method': (facts) => ({
    title: 'Mode de saisie',
    body: entryMethodBody(facts),
    left: 'Lettres',
    right: 'Moitiés',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Saisir le code' : 'Saisir les mots',
  }),
  result: () => ({
    title: 'Le résultat',
    right: 'OK',
  }),
  wipe: () => ({
    title: 'Effacer',
    body: 'Maintenez à droite pour supprimer le portefeuille.',
    left: 'Garder',
    right: 'Maintenir',
  }),
  'pins-differ': () => ({
    title: 'PIN différents',
    body: 'Les deux codes PIN diffèrent. Choisissez de nouveau.',
    right: 'Refaire',
  }),
  'wrong-pin': () => ({
    title: 'PIN erroné',
    body: "Après trois codes PIN erronés, cet appareil s'efface.",
    right: 'Refaire',
  }),
  wiped: () => ({
    title: 'Effacé',
    body: 'Trois PIN erronés : portefeuille supprimé. Vos mots peuvent le restaurer.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Défaillance',
    body: 'Ne confiez pas de portefeuille à cet appareil.',
    right: 'OK',
  }),
  entropy: ({ wordCount }) => ({
    title: 'Aléa',
    body: `${wordCount === 0 ? '' : `${wordCount} mots. `}Votre ordinateur ajoute de l'aléa et contrôle cet appareil.`,
    left: 'Stop',
  }),
  dice: () => ({
    title: 'Lancez les dés',
    left: 'Moins',
    right: 'Plus',
    both: 'Valider',
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Retour',
    right: 'Suite',
  }),
  unknown: () => ({
    title: "Suivez l'écran",
  }),
  stopped: () => ({
    title: 'Arrêté',
    body: "Arrêté par l'ordinateur.",
    right: 'OK',
  }),
  addresses: () => ({
    title: 'Adresses',
    body: "Ces mots ouvrent les deux qui suivent. Avec une passphrase, d'autres.",
    left: 'Stop',
    right: 'Suite',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. In an activity that a host doesn't know, no stage means what it means elsewhere. */
export function stageSentencesInFrench(stage: Stage, facts: StageFacts): StageSentences {
  if (facts.activity === 'unknown') return always.unknown();
  return seedQrSentencesInFrench(stage, facts) ?? always[stage](facts);
}
