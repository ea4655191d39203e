import { plural } from '../locale/format.ts';
import type { SettingsMessages } from '../types/settings.ts';

export const settingsInFrench: SettingsMessages = {
  deviceLanguage: { speaks: (language) => `Votre appareil parle ${language}.`, ask: 'Le passer en français' },
  open: 'Sécurité et confidentialité',
  title: 'Sécurité et confidentialité',
  lead: 'Tout cela se passe sur votre appareil. Cette page ne fait que demander ; c’est sur lui que vous acceptez ou refusez.',
  rows: {
    reveal: {
      title: 'Afficher la phrase de récupération sur l’appareil',
      body: 'Pour la comparer à votre feuille ou la noter de nouveau. Deux petites questions d’abord.',
    },
    check: {
      title: 'Vérifier ma sauvegarde',
      body: 'Saisissez sur l’appareil les mots que vous avez notés. Il dit s’ils correspondent et ne change rien.',
    },
    'change-pin': { title: 'Changer le code PIN', body: 'Il vous faudra votre code PIN actuel.' },
    rename: { title: 'Renommer l’appareil', body: 'Pour distinguer vos appareils.' },
    wipe: {
      title: 'Effacer l’appareil',
      body: 'Supprime le portefeuille de l’appareil. Nous vous montrons d’abord ce qui est en jeu.',
    },
  },
  copies: { title: 'Copies', body: 'Un autre exemplaire de votre portefeuille, à garder ailleurs.' },
  named: (name) => `Il s’appelle « ${name} ».`,
  unnamed: 'Il n’a pas encore de nom.',
  lastChecked: 'Dernière vérification le',
  neverChecked: 'Pas encore, pour autant que ce navigateur le sache',
  remind:
    'Dans quelques semaines, vérifiez cette sauvegarde : saisissez sur l’appareil les mots de votre feuille, afin de vérifier que vous arrivez à les lire.',
  remindAgain:
    'Votre dernière vérification remonte à plus d’un an. Saisissez sur l’appareil les mots de votre feuille, afin de vérifier que vous arrivez encore à les lire.',
  compare: {
    question: 'L’ID sur votre fiche est-il le même ?',
    answers: { same: 'C’est le même', different: 'Il est différent', none: 'Je n’en ai pas' },
    known: 'Ce navigateur connaît ce portefeuille : son ID est le même qu’avant.',
  },
  failed: { row: 'Dernière vérification', on: (date) => `Échec le ${date}` },
  records: {
    title: 'Historique et rappels',
    body: 'Vos appareils, votre activité passée et vos rappels d’agenda. Enregistrez la liste ou effacez-la.',
  },
  home: {
    title: 'Votre appareil',
    states: {
      backedUp: (date) => `Sauvegardé le ${date}`,
      checked: (date) => `Sauvegardé, vérifié le ${date}`,
      known: 'Sauvegardé, selon votre appareil',
      never: 'Sauvegardé, jamais vérifié ici',
      due: 'Sauvegardé, vérification à faire',
    },
    reveal: 'Afficher les mots',
    addresses: 'Afficher ses adresses',
    sign: 'Signer un message',
    records: 'Historique',
    apps: 'Vous pouvez utiliser ce portefeuille avec des programmes de portefeuille : ouvrez « Applis » sur l’appareil, ou laissez faire le programme. L’appareil ne signe rien qu’il ne vous ait montré avant.',
    details: 'Détails',
    disconnect: 'Déconnecter',
  },
  receipt: {
    walletId: 'ID du portefeuille',
    date: 'Sauvegardé le',
    device: 'Appareil',
    words: 'Phrase de récupération',
    wordCount: (count) => plural(count, { one: `${count} mot`, other: `${count} mots` }),
    unknownDate: 'Avant que ce navigateur connaisse ce portefeuille',
    finish: 'Terminer',
  },
  simulated: {
    device: 'Ce portefeuille est dans un simulateur. N’y envoyez jamais d’argent réel.',
    link: 'Cet appareil est connecté comme le sont les simulateurs. À moins de savoir ce qu’il y a au bout, n’envoyez jamais d’argent réel sur ce portefeuille.',
  },
  next: {
    title: 'Prochaines étapes',
    advice: [
      'Gardez votre feuille au sec, à l’abri des regards et loin de l’appareil.',
      'Quiconque vous demande vos mots cherche à vous voler.',
    ],
  },
  length: {
    title: 'Combien de mots ?',
    lead: 'Toutes les longueurs sont sûres. Plus il y a de mots, plus il faut de temps pour les noter et les confirmer.',
    legend: 'Longueur de la phrase de récupération',
    option: (wordCount) => `${wordCount} mots`,
    hint: {
      12: 'Environ 5 minutes',
      15: 'Environ 6 minutes',
      18: 'Environ 8 minutes',
      21: 'Environ 9 minutes',
      24: 'Environ 10 minutes',
    },
    others: 'Autres longueurs',
    create: 'Créer sur l’appareil',
    needs: 'Préparez un stylo et du papier, et assurez-vous que personne ne vous voit.',
  },
  restore: {
    offer: 'Restaurer à partir de mes mots',
    title: 'Combien de mots y a-t-il sur votre feuille ?',
    lead: 'Vous les saisirez sur l’appareil, avec ses deux boutons. Ne les tapez jamais sur un ordinateur.',
    ask: 'Restaurer sur l’appareil',
    needs: 'Préparez votre feuille, et assurez-vous que personne ne vous voit.',
    instead: 'Créer plutôt un portefeuille',
    offerFile: 'Restaurer à partir d’un fichier de sauvegarde',
    neither: {
      title: 'Pas de portefeuille sur cet appareil',
      lead: 'Son firmware ne sait ni créer un portefeuille, ni en restaurer un à partir de mots.',
    },
  },
  identify: {
    offer: 'Quel portefeuille ouvre cette feuille ?',
    title: 'Quel portefeuille ouvre cette feuille ?',
    lead: 'Saisissez ses mots sur l’appareil et voyez quelles adresses ils ouvrent. Rien n’est enregistré, et ni les mots ni les adresses n’arrivent sur cet ordinateur.',
    ask: 'Saisir les mots sur l’appareil',
  },
  rename: {
    title: 'Nommer cet appareil',
    lead: 'Choisissez un nom et confirmez-le sur l’appareil. Les noms sont tout prêts, pour que personne ne s’habitue à taper ici.',
    legend: 'Nom de l’appareil',
    keep: 'Ne rien changer',
    ask: 'Renommer sur l’appareil',
    keepAsk: 'Garder le nom',
  },
};
