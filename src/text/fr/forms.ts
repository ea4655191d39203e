import { plural } from '../locale/format.ts';
import type { FormsMessages } from '../types/forms.ts';

export const formsInFrench: FormsMessages = {
  title: 'Imprimer une fiche vierge',
  lead: 'Une fiche avec des lignes vides, à remplir à la main d’après l’écran de votre appareil. Elle ne porte aucun mot quand elle sort de l’imprimante.',
  why: 'Votre appareil vous met en garde contre les imprimantes, et il a raison : imprimantes et ordinateurs gardent ce qu’ils impriment. Vos mots ne doivent donc jamais y passer. Une fiche vierge, elle, ne craint rien.',
  form: {
    legend: 'À quoi elle sert',
    options: {
      words: { title: 'Phrase de récupération', hint: 'Des lignes numérotées pour vos mots' },
      'seed-qr': { title: 'Grille SeedQR', hint: 'Des cases vides à noircir au stylo' },
      'backup-code': { title: 'Code de sauvegarde', hint: 'Pour le code d’un fichier de sauvegarde' },
    },
  },
  paper: 'Papier',
  words: { legend: 'Nombre de mots', option: (count) => `${count} mots` },
  size: {
    legend: 'Taille de la grille',
    options: {
      21: { title: '21 x 21', hint: '12 mots, Compact' },
      25: { title: '25 x 25', hint: '12 mots, Standard ; 24 mots, Compact' },
      29: { title: '29 x 29', hint: '24 mots, Standard' },
    },
  },
  boxes: {
    legend: 'Pour les plaques métalliques',
    with: { title: 'Avec des cases', hint: 'Les quatre premières lettres désignent chaque mot' },
    without: { title: 'Lignes seules' },
  },
  fixed: {
    legend: 'Cases identiques dans tous les codes',
    with: { title: 'Les imprimer', hint: 'Les coins, qui ne révèlent rien' },
    without: { title: 'Les laisser vides' },
  },
  checks: {
    legend: 'Dates de vos vérifications',
    with: { title: 'Une seconde fiche', hint: 'À garder à l’écart de vos mots' },
    without: { title: 'Pas de seconde fiche' },
  },
  walletId: {
    legend: 'ID du portefeuille',
    with: { title: 'L’imprimer', hint: 'Il n’ouvre rien' },
    without: { title: 'Le laisser vide' },
  },
  print: 'Imprimer',
  back: 'Retour',
  preview: (sheets) => plural(sheets, { one: `${sheets} fiche`, other: `${sheets} fiches` }),
  sheet: {
    heading: {
      words: 'Phrase de récupération',
      'seed-qr': 'SeedQR',
      'backup-code': 'Code de sauvegarde',
    },
    warning: {
      words:
        'À remplir à la main, d’après l’écran de votre appareil. Ne jamais taper, photographier, numériser ni photocopier cette fiche.',
      'seed-qr':
        'À remplir à la main, bloc par bloc, d’après l’écran de votre appareil. Ne jamais photographier ni scanner cette fiche avec un téléphone.',
      'backup-code':
        'Ceci n’est pas une phrase de récupération. Ces mots de code ouvrent un seul fichier de sauvegarde, et rien d’autre. À garder à l’écart du fichier.',
    },
    walletId: 'ID du portefeuille',
    device: 'Appareil',
    date: 'Rempli le',
    words: 'Mots',
    file: 'Nom du fichier',
    format: 'Standard ou Compact',
    firstLetters: 'quatre premières lettres',
    foot: {
      words:
        'Quiconque lit cette fiche peut prendre tout le contenu du portefeuille. Pour le restaurer, saisissez les mots sur un appareil dédié qui accepte les phrases BIP-39, jamais sur un ordinateur.',
      'seed-qr':
        'Quiconque voit cette fiche peut prendre tout le contenu du portefeuille : ces cases sont la phrase de récupération. Pour la lire, utilisez un appareil dédié doté d’une caméra et sans réseau.',
      'backup-code':
        'Quiconque a le fichier et cette fiche peut prendre tout le contenu du portefeuille. Pour le restaurer, choisissez le fichier dans l’application et saisissez le code sur l’appareil.',
    },
    checks: {
      title: 'Vérifications d’une sauvegarde',
      lead: 'Vérifiez de temps en temps votre sauvegarde sur l’appareil et notez la date. N’écrivez jamais de mot sur cette fiche.',
      columns: ['Date', 'Conforme', 'Non conforme', 'Appareil', 'Par qui'],
    },
    grid: (size) =>
      `${size} x ${size} cases. Les blocs sont désignés par ligne et colonne, comme sur l’appareil : A1 est en haut à gauche.`,
  },
};
