import { plural } from '../locale/format.ts';
import type { RecordsMessages } from '../types/records.ts';

export const recordsInFrench: RecordsMessages = {
  product: (name) => (name === '' ? 'Appareil' : `« ${name} »`),
  title: 'Historique et rappels',
  lead: 'Ce navigateur tient la liste de vos appareils et de ce que vous avez fait avec, sur cet ordinateur uniquement. Elle ne contient jamais aucun mot.',
  back: 'Retour',
  erased:
    'Tout ce que ce navigateur conservait est effacé. Une nouvelle liste commencera dès que vous utiliserez un appareil.',
  problems: {
    unavailable:
      'Votre navigateur bloque ici le stockage : cette liste sera perdue quand vous fermerez la page. Vos appareils fonctionnent quand même.',
    full: 'Le stockage de ce navigateur est plein. Toute nouveauté sera perdue à la fermeture de la page, sauf si vous libérez d’abord de la place. Enregistrez la liste dans un fichier, ou effacez-la.',
    blocked:
      'Un autre onglet de cette application utilise le stockage. Fermez-le, et les nouveautés d’ici seront enregistrées.',
    newer:
      'Cette liste a été écrite par une version plus récente de l’application : celle-ci n’y touche donc pas. Rechargez la page pour obtenir la plus récente.',
    damaged:
      'Le stockage de cette page est endommagé : cette liste sera perdue quand vous fermerez la page. Effacez tout pour commencer une nouvelle liste.',
  },
  unreadable: (count) =>
    plural(count, {
      one: `${count} entrée est inutilisable. Une version antérieure a peut-être désigné son portefeuille par un autre ID. Elle reste là jusqu’à ce que vous effaciez tout.`,
      other: `${count} entrées sont inutilisables. Une version antérieure a peut-être désigné leurs portefeuilles par d’autres ID. Elles restent là jusqu’à ce que vous effaciez tout.`,
    }),
  devices: {
    title: 'Vos appareils',
    none: 'Aucun appareil pour l’instant. Un appareil est ajouté quand vous le connectez et qu’il prouve son identité.',
    wallet: 'Portefeuille',
    seen: 'Dernière connexion',
    connected: 'Connecté',
    checked: 'Sauvegarde vérifiée',
    never: 'Jamais',
    longAgo: 'il y a plus d’un an',
    failed: 'Échec le',
    simulator: 'Simulateur',
    named: (name) => `« ${name} »`,
    actions: {
      unfinished: 'Terminer la sauvegarde',
      failed: 'Voir le problème',
      'long-ago': 'Vérifier de nouveau',
    },
    forget: 'Oublier',
    forgetNamed: (name) => `Oublier ${name}`,
  },
  backups: {
    title: 'Autres sauvegardes',
    backedUp: 'Sauvegardé',
    unknownDate: 'avant que ce navigateur le connaisse',
  },
  reminders: {
    title: 'Vérification de vos sauvegardes',
    unchecked: (count) =>
      plural(count, {
        one: `${count} sauvegarde n’a pas été vérifiée depuis plus d’un an. Saisissez ses mots sur votre appareil, afin de vérifier que vous arrivez encore à les lire.`,
        other: `${count} sauvegardes n’ont pas été vérifiées depuis plus d’un an. Saisissez leurs mots sur votre appareil, afin de vérifier que vous arrivez encore à les lire.`,
      }),
    failed: (count) =>
      plural(count, {
        one: 'La dernière vérification d’une sauvegarde a échoué. Affichez ses mots sur l’appareil, comparez-les à votre feuille et refaites la vérification.',
        other: `Les dernières vérifications de ${count} sauvegardes ont échoué. Affichez leurs mots sur l’appareil, comparez-les à vos feuilles et refaites les vérifications.`,
      }),
    allChecked: 'Toutes les sauvegardes que ce navigateur connaît ont été vérifiées depuis moins d’un an.',
    about:
      'Ajoutez à votre agenda des rappels à 1, 6 et 12 mois. Ils disent seulement « Vérification de routine », au cas où d’autres verraient votre agenda.',
    save: 'Enregistrer le fichier d’agenda',
    saved: 'Le fichier est dans vos téléchargements. Ouvrez-le pour ajouter les dates à votre agenda.',
    file: 'reminders.ics',
    event: {
      title: 'Vérification de routine',
      description: 'Un rappel que vous vous êtes laissé.',
    },
  },
  ceremonies: {
    title: 'Activité',
    none: 'Rien pour l’instant.',
    all: (count) => `Tout afficher (${count})`,
    what: {
      create: 'Nouveau portefeuille',
      unlock: 'Saisie du code PIN',
      resume: 'Sauvegarde inachevée',
      reveal: 'Affichage des mots',
      check: 'Vérification de sauvegarde',
      restore: 'Restauration',
      'change-pin': 'Changement de code PIN',
      wipe: 'Effacement',
      language: 'Langue',
      rename: 'Changement de nom',
      'seed-qr': 'Copie SeedQR',
      'backup-file': 'Fichier de sauvegarde',
      'check-file': 'Vérification de fichier de sauvegarde',
      'restore-file': 'Restauration à partir d’un fichier',
      addresses: 'Adresses affichées',
      identify: 'Adresses d’une feuille',
    },
    results: {
      completed: 'Terminé',
      declined: 'Refusé sur l’appareil',
      cancelled: 'Annulé sur cette page',
      stopped: 'Arrêté sur l’appareil',
      discarded: 'Portefeuille abandonné',
      wiped: 'Appareil effacé après des codes PIN erronés',
      fault: 'Défaillance de l’appareil',
      match: 'Les mots correspondent',
      'no-match': 'Les mots ne correspondent pas',
      'file-match': 'Le fichier correspond',
      'file-no-match': 'Le fichier ne correspond pas',
      'wrong-code': 'Le code de sauvegarde n’a pas ouvert le fichier',
      'other-wallet': 'Le fichier est celui d’un autre portefeuille',
      'under-way': 'En cours',
      interrupted: 'Interrompu : la fin n’a pas été vue ici',
    },
  },
  keeping: {
    title: 'Vos données',
    about:
      'Dates, ID des portefeuilles, ID et noms de vos appareils. Aucun mot, aucun code PIN, aucune clé. Le fichier reste chez vous, sauf si vous le partagez.',
    export: 'Enregistrer la liste dans un fichier',
    file: 'hostblind-records.json',
    erase: 'Tout effacer',
    sureTitle: 'Effacer tout ce que ce navigateur conserve ?',
    sure: 'C’est irréversible. La liste, vos appareils et les dates de vos vérifications sont supprimés, et cette application ne pourra plus vous avertir si un appareil revient avec un autre portefeuille. Vos appareils, vos portefeuilles et vos feuilles restent tels quels.',
    yes: 'Effacer maintenant',
    no: 'Garder',
  },
  open: 'Historique et rappels',
};
