import { plural } from '../locale/format.ts';
import type { SigningMessages } from '../types/signing.ts';

export const signingInFrench: SigningMessages = {
  title: 'Signer un message',
  lead: 'Prouvez à quelqu’un qu’une adresse est à vous. L’appareil vous montre le message avant de le signer.',
  message: 'Message',
  noWords:
    'Ne tapez jamais ici vos mots ni votre code PIN. Ils se saisissent sur l’appareil, et nulle part ailleurs.',
  left: (bytes) => plural(bytes, { one: 'Il reste un octet.', other: `Il reste ${bytes} octets.` }),
  tooLong: (bytes) =>
    plural(bytes, {
      one: 'Un octet de trop : l’appareil ne l’accepte pas.',
      other: `${bytes} octets de trop : l’appareil ne l’accepte pas.`,
    }),
  looksLikeWords: {
    title: 'Cela ressemble à une phrase de récupération',
    body: [
      'Cette page n’en accepte aucune, et rien n’a été envoyé. Videz le champ et ne tapez jamais vos mots sur un ordinateur.',
      'Si ce sont les mots d’un portefeuille qui contient de l’argent, transférez-le vers un nouveau portefeuille : quelque chose sur cet ordinateur a pu les lire.',
    ],
  },
  brokenCharacter: 'Il manque une partie d’un caractère. Écrivez-le de nouveau.',
  otherAccount: 'Signer avec un autre compte',
  account: 'Numéro du compte',
  accountHint: 'La plupart des portefeuilles ont un seul compte, le numéro 1.',
  ask: 'Signer sur l’appareil',
  running: {
    title: 'Lisez-le sur l’appareil',
    sent: 'Votre message',
    onGlass: 'Comme l’appareil l’écrit',
    stop: 'Vous seul pouvez encore l’arrêter, sur l’appareil. Si vous fermez cette page, la question y reste et sa réponse ne va nulle part.',
  },
  steps: {
    opening: 'Ouverture d’Ethereum sur l’appareil.',
    consent:
      'L’appareil peut demander si cette page a le droit de voir vos adresses Ethereum. Acceptez sur l’appareil : la page a besoin de l’adresse qui signe.',
    reading:
      'Lisez chaque écran sur l’appareil. Si c’est votre message, maintenez-y le bouton droit jusqu’à la signature. Sinon, refusez.',
    finishing: 'Vérification de la signature.',
  },
  failed: {
    title: 'Rien n’a été signé',
    failures: {
      declined: [
        'Vous avez refusé sur l’appareil, ou l’appareil a refusé. Votre message est toujours là : modifiez-le ou réessayez.',
      ],
      locked: [
        'L’appareil est verrouillé. Saisissez-y votre code PIN, puis réessayez. Votre message est toujours là.',
      ],
      busy: [
        'L’appareil est occupé à autre chose. Terminez ou arrêtez ce qui est à son écran, puis réessayez. Votre message est toujours là.',
      ],
      disconnected: [
        'L’appareil a été déconnecté avant d’avoir répondu : cette page n’a pas de signature. Votre message est toujours là : réessayez.',
      ],
      timeout: [
        'L’appareil n’a pas répondu à temps : cette page n’a pas de signature. Votre message est toujours là : réessayez.',
      ],
    },
  },
  signed: {
    title: 'Message signé',
    lead: 'Transmettez le message, l’adresse et la signature. Ensemble, ils sont la preuve, et aucun n’est secret.',
    address: 'Adresse',
    signature: 'Signature',
    select: 'Sélectionner',
    selected: 'Sélectionné. Copiez-le au clavier ou par le menu.',
    checked: 'Le nombre aléatoire de cet ordinateur est dans la signature.',
    why: 'C’est pourquoi la signature ne peut pas emporter vos clés : un appareil modifié pourrait les cacher dans des signatures, bit par bit. Cette page l’a vérifié.',
    save: 'Enregistrer dans un fichier',
    another: 'Signer un autre message',
    done: 'Terminé',
  },
};
