import type { WalletMessages } from '../types/wallet.ts';

export const walletInFrench: WalletMessages = {
  save: {
    again: 'L’enregistrer de nouveau',
    retry: 'Enregistrer le fichier',
    name: 'Nom du fichier',
    write:
      'Notez le nom du fichier sur la feuille où figure son code. Si votre navigateur y a ajouté un numéro, notez-le aussi.',
  },
  loading: 'Chargement de la page…',
  noted: (date) => `Dernière vérification le ${date}.`,
  restored: {
    title: 'Restauré',
    ask: 'Votre appareil a créé ce portefeuille à partir de ce que vous avez saisi. Comparez son ID à celui de votre fiche.',
    same: 'Votre portefeuille est de retour sur l’appareil. Cet ordinateur n’a vu aucun de ses mots.',
    none: 'Rien ne montre encore que c’est le bon portefeuille. Assurez-vous d’y retrouver les adresses et les fonds attendus avant d’y envoyer quoi que ce soit.',
  },
  doubt: {
    title: 'Votre feuille ne correspond pas',
    lead: (date) =>
      `${date === undefined ? 'Les' : `Le ${date}, les`} mots que vous avez saisis ne correspondaient pas au portefeuille de cet appareil. Ne vous fiez pas à cette feuille : comparez-la aux mots de l’appareil, puis refaites la vérification.`,
    otherTitle: 'Ce n’est pas le portefeuille de votre fiche',
    otherLead:
      'Soit un mot a été mal saisi, soit la fiche est celle d’un autre portefeuille. N’envoyez rien sur ce portefeuille. Comparez votre feuille aux mots de l’appareil, ou effacez l’appareil et recommencez la restauration.',
    show: 'Afficher les mots sur l’appareil',
    check: 'Vérifier de nouveau',
  },
  tryAgain: 'Réessayer',
  wipe: {
    title: 'Effacer cet appareil ?',
    body: [
      'Cela supprime de l’appareil le portefeuille, son code PIN et ses mots. Rien sur cet ordinateur ne peut les faire revenir.',
      'Si vous avez vos mots sur papier, vous pourrez restaurer le portefeuille. Sinon, ou dans le doute, tout ce qu’il contient sera définitivement perdu : vérifiez d’abord votre sauvegarde.',
      'Votre appareil demande encore une fois, et ne supprime le portefeuille que si vous maintenez son bouton. C’est irréversible.',
    ],
    ask: 'Effacer sur l’appareil',
    keep: 'Garder le portefeuille',
  },
};
