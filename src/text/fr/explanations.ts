import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { isWordCount, type Activity, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { Explanations } from '../types/explanations.ts';
import { stageSentencesInFrench, wordHeadingInFrench } from './stages.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create:
    'Assurez-vous que votre appareil affiche le nombre de mots que vous avez choisi, puis acceptez sur celui-ci.',
  restore: 'Acceptez sur l’appareil, puis saisissez-y vos mots. Ils ne passent jamais par cet ordinateur.',
  reveal:
    'Acceptez sur l’appareil si c’est bien vous qui l’avez demandé. Vos mots s’y affichent, et nulle part ailleurs.',
  check: 'Préparez votre feuille et acceptez sur l’appareil. Rien n’y change.',
  'change-pin': 'Acceptez sur l’appareil. Il demande votre code PIN actuel, puis deux fois le nouveau.',
  wipe: 'Assurez-vous d’avoir vos mots sur papier. Maintenir le bouton supprime le portefeuille, sans retour possible.',
  language:
    'Acceptez sur l’appareil. Il demande deux fois : dans sa langue actuelle, puis dans celle que vous avez choisie.',
  rename: 'Relisez le nom affiché par l’appareil, puis acceptez sur celui-ci.',
  'backup-file':
    'Acceptez sur l’appareil. Il affiche ensuite un nouveau code de sauvegarde, à noter et à confirmer.',
  'check-file': 'Préparez votre code de sauvegarde et acceptez sur l’appareil. Rien n’y change.',
  'restore-file':
    'Comparez l’ID du portefeuille, acceptez, puis saisissez le code de sauvegarde, le tout sur l’appareil.',
  addresses:
    'Acceptez sur l’appareil si c’est vous qui l’avez demandé. Les adresses s’y affichent, et nulle part ailleurs.',
  identify:
    'Préparez votre feuille et acceptez sur l’appareil. Vous y saisissez les mots, et il n’en garde aucun.',
  app: 'Un programme qui utilise ce portefeuille demande quelque chose, et seul l’écran de votre appareil dit quoi. Si vous ne vous y attendiez pas, refusez sur l’appareil.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () =>
    'Acceptez sur l’appareil si c’est bien vous qui l’avez demandé. Les cases s’y affichent, et nulle part ailleurs.',
  warning: () =>
    'Préparez un stylo et une grille vierge, et assurez-vous que personne ne vous voit. Une photo des cases est une photo de vos mots.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'La spécification SeedQR couvre 12 et 24 mots. Votre appareil crée un code Standard, que tout lecteur de QR lit comme des chiffres, quatre par mot.'
      : 'Choisissez sur l’appareil. Tout lecteur de QR lit un code Standard comme des chiffres, quatre par mot. Un code Compact est plus petit, mais peu d’appareils le comprennent.',
  written: () =>
    'Comparez encore vos cases à celles de l’appareil, bloc par bloc, puis terminez sur celui-ci.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'Votre appareil est prêt.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Chaque chiffre part d’une valeur au hasard. Après quatre chiffres, vous pouvez choisir OK pour terminer. Ne tapez jamais ce code PIN sur un ordinateur.',
  'repeat-pin': () =>
    'Saisissez le même code PIN une seconde fois. Si les deux diffèrent, vous pourrez recommencer.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Prenez une nouvelle feuille, et assurez-vous que personne ne vous voit. Ce code n’est pas votre phrase de récupération : il ouvre le fichier et rien d’autre.'
      : 'Préparez un stylo et du papier, et assurez-vous que personne ne vous voit. Écrivez à la main : ni photo, ni fichier, ni imprimante.',
  hold: () =>
    'Maintenez le bouton droit jusqu’à ce que la barre soit pleine. Si vous le relâchez, elle repart de zéro.',
  words: ({ activity }) =>
    isAboutCode(activity)
      ? 'Notez le mot de code affiché sur l’appareil, avec son numéro. Vous pouvez avancer et reculer.'
      : 'Notez le mot affiché sur l’appareil, avec son numéro. Vous pouvez avancer et reculer.',
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Comparez encore votre feuille à l’appareil, puis confirmez le code en entier.';
    return activity === 'reveal'
      ? 'Terminez sur l’appareil, ou appuyez sur les deux boutons pour confirmer tous les mots de votre feuille.'
      : 'Comparez encore votre feuille à l’appareil, puis confirmez chaque mot.';
  },
  confirm: () =>
    'L’appareil demande les mots l’un après l’autre et montre où vous en êtes. Choisissez celui de votre feuille. En cas d’erreur, il vous montre le bon mot et repart du premier.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Transmettez le fichier depuis l’appareil. Cette application l’enregistre alors, toujours chiffré.'
      : 'Terminez sur l’appareil. Il donne alors à cette application l’ID du portefeuille, et rien d’autre.',
  'enter-pin': () => 'Saisissez votre code PIN sur l’appareil. La suite s’affichera ici.',
  unfinished: () =>
    'Reprenez sur l’appareil pour revoir vos mots, ou abandonnez ce portefeuille et recommencez.',
  discard: () =>
    'Votre appareil demande s’il doit supprimer ce portefeuille. Vous n’aurez plus besoin de ses mots.',
  'entry-method': ({ activity }) =>
    isAboutCode(activity)
      ? 'Choisissez sur l’appareil comment saisir le code de sauvegarde. La saisie par moitiés est la plus discrète si quelqu’un écoute.'
      : 'Choisissez sur l’appareil comment saisir vos mots. La saisie par moitiés est la plus discrète si quelqu’un écoute.',
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Saisissez sur l’appareil les 12 mots de code, exactement comme sur votre feuille. S’ils ne peuvent pas être justes, il le dit.'
      : 'Saisissez les mots sur l’appareil, exactement comme sur votre feuille. S’ils ne peuvent pas être justes, il le dit et vous laisse les revoir.',
  result: ({ activity }) =>
    activity === 'restore'
      ? 'Comparez l’ID du portefeuille sur l’appareil à celui de votre fiche. Rien n’est encore enregistré.'
      : 'Votre appareil affiche le résultat. Appuyez sur son bouton droit pour continuer.',
  wipe: () =>
    'Seuls les mots que vous avez notés peuvent faire revenir le portefeuille. Relâchez, ou revenez en arrière, pour le garder.',
  'pins-differ': () => 'Appuyez sur le bouton droit de l’appareil et choisissez de nouveau un code PIN.',
  'wrong-pin': () => 'Appuyez sur le bouton droit de l’appareil et saisissez de nouveau votre code PIN.',
  wiped: () =>
    'Votre appareil est maintenant vide. Les mots que vous avez notés permettent de restaurer le portefeuille, ici ou sur un autre appareil.',
  fault: () =>
    'Votre appareil a détecté une défaillance et s’est arrêté. Appuyez sur son bouton droit pour voir ce qu’il contient.',
  entropy: () => 'Votre appareil et cet ordinateur apportent chacun leur part d’aléa. Un instant.',
  dice: () =>
    'Lancez un dé et saisissez chaque résultat sur l’appareil. Ne tapez jamais vos lancers sur cet ordinateur.',
  'seed-qr': () =>
    'Recopiez à la main les cases affichées sur l’appareil. Ne pointez jamais une caméra ou un téléphone vers son écran.',
  stopped: () => 'Appuyez sur OK sur l’appareil.',
  unknown: () =>
    'Votre appareil est plus récent que cette application : il affiche une étape qu’elle ne connaît pas. Suivez les indications de son écran.',
  addresses: () =>
    'Comparez les deux adresses avec votre autre portefeuille. Elles sont sur l’appareil et nulle part ailleurs : cette application ne les apprend pas.',
};

function explanation(stage: Stage, facts: StageFacts): string {
  if (facts.activity === 'unknown') return always.unknown(facts);
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

const sides = { left: 'à gauche', right: 'à droite' } as const;

export const explanationsInFrench: Explanations = {
  explanation,
  announcement(stage, facts) {
    if (stage === 'words' && facts.activity !== 'unknown') {
      return `${wordHeadingInFrench(facts.activity)} ${facts.position} sur ${facts.total} est affiché sur votre appareil.`;
    }
    const { title } = stageSentencesInFrench(stage, facts);
    return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
  },
  coming: {
    'enter-words': (words) => `Par moitiés, comptez 11 appuis par mot, pour ${words} mots.`,
    confirm: (words) => `${words} questions, une par mot.`,
  },
  compare: {
    title: 'Avec quoi les comparer ?',
    body: ({ ethereum, bitcoin }) => [
      'Ethereum : ouvrez MetaMask, ou le portefeuille où ces mots ont servi, et regardez l’adresse de son premier compte.',
      'Bitcoin : cherchez la première adresse de réception du type qui commence par bc1q. Les portefeuilles en proposent une nouvelle après chaque paiement : regardez dans la liste de toutes les adresses.',
      'Une différence ne prouve rien à elle seule. Un autre compte, un autre chemin ou une passphrase donne d’autres adresses, et les comptes importés dans MetaMask ne viennent pas du tout de ces mots.',
      `Pour qui connaît les chemins : ${ethereum} et ${bitcoin}.`,
    ],
  },
  walkthrough: {
    title: 'Comment saisir un mot ?',
    lead: (word) =>
      `Voici comment saisir « ${word} », un mot que tout le monde peut connaître. Saisissez vos propres mots sur l’appareil, et nulle part ailleurs.`,
    ways: { halving: 'Par moitiés', letters: 'Par lettres' },
    half: (word, first, last, side) =>
      first === last
        ? `De ce côté, il ne reste que « ${first} ». Appuyez ${sides[side]}, et le mot est saisi.`
        : `Dans l’alphabet, « ${word} » se trouve entre « ${first} » et « ${last} ». Appuyez ${sides[side]}.`,
    turn: (letter) => `Tournez la roue jusqu’à « ${letter} », puis appuyez sur les deux boutons.`,
    pick: (word) =>
      `Il reste peu de mots. Placez la barre sur « ${word} », puis appuyez sur les deux boutons.`,
  },
};
