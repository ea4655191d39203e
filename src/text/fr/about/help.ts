import type { HelpMessages } from '../../types/about/help.ts';

export const helpInFrench: HelpMessages = {
  title: 'Aide et informations',
  lead: 'Hostblind vous guide pour sauvegarder, vérifier et récupérer un portefeuille dont seuls votre appareil et votre feuille connaissent les mots.',
  can: {
    title: 'Ce que vous pouvez faire ici',
    points: [
      'Créer un portefeuille : votre appareil génère les mots, vous les notez et vous confirmez chacun d’eux.',
      'En récupérer un à partir de ses mots ou d’un fichier de sauvegarde.',
      'Vérifier une sauvegarde quand vous voulez, et noter la date de la prochaine vérification dans votre agenda.',
      'Faire des copies : un SeedQR sur papier, ou un fichier chiffré dont le code est sur papier. Des fiches vierges sont à imprimer pour chacune.',
      'Revoir les mots sur l’appareil, changer son code PIN, le renommer ou l’effacer.',
      'Utiliser votre portefeuille avec des programmes de portefeuille, si votre appareil a des applis : ce qu’ils demandent, vous le lisez sur l’appareil et vous y répondez.',
      'Essayer tout cela avec le simulateur, mais jamais avec de l’argent réel.',
    ],
  },
  safe: {
    title: 'Ce sur quoi vous pouvez compter',
    points: [
      'Aucun mot n’atteint cet ordinateur : l’appareil n’a aucune commande qui en envoie ou en reçoive.',
      'L’appareil n’affiche les mots que si vous maintenez son bouton 1,5 seconde, selon sa propre horloge. Aucun ordinateur ne peut appuyer à votre place.',
      'Votre code PIN et vos mots se saisissent sur l’appareil. Cette application ne les demande jamais : son seul champ de texte est pour un message à signer, et refuse une phrase de récupération.',
      'Un nouveau portefeuille ne donne aucune adresse avant que vous ayez confirmé chaque mot.',
      'Débranchez, rechargez ou annulez à n’importe quelle étape : votre appareil reprend où il en était, ou n’a encore rien.',
      'Cette page communique avec votre appareil et avec personne d’autre. Dès qu’elle fonctionne aussi hors ligne, le bas de page l’indique.',
    ],
  },
  cannot: {
    title: 'Ce contre quoi Hostblind ne peut pas vous protéger',
    points: [
      'Quelqu’un qui voit votre feuille ou l’écran de l’appareil, ou une caméra qui le voit.',
      'Saisir vos mots sur un ordinateur ou un téléphone parce qu’un écran vous l’a demandé.',
      'Un appareil qui affiche les mots d’un autre portefeuille. Une restauration à partir de votre feuille, sur l’appareil d’un autre fabricant, le révèle.',
      'Quelqu’un qui démonte l’appareil. Le fichier du simulateur est aussi sûr que votre compte sur cet ordinateur.',
      'Perdre à la fois l’appareil et la feuille. Personne ne peut retrouver les mots.',
      'Hostblind ne tient aucun compte et ne fait aucun paiement. Pour cela, utilisez votre appareil avec une application de portefeuille.',
    ],
  },
  devices: {
    title: 'Appareils',
    rows: () => [
      {
        name: 'Protocole de Hostblind',
        can: 'Tout ce qui est sur cette page : le simulateur, et tout appareil qui parle ce protocole.',
      },
      {
        name: 'Ledger Nano X, Nano S Plus, Stax, Flex, Nano Gen5',
        can: 'Hostblind vous guide dans leur propre configuration et leur propre restauration. Testé avec un Ledger simulé et les logiciels de Ledger, pas avec un appareil réel.',
      },
      { name: 'Ledger Nano S', can: 'Impossible : il n’indique pas à quel écran il se trouve.' },
    ],
    browsers:
      'Les appareils USB nécessitent Chrome, Edge ou un autre navigateur Chromium. Le simulateur fonctionne aussi dans Firefox et WebKit.',
  },
  trouble: {
    title: 'En cas de problème',
    points: [
      'L’appareil ne répond pas : déverrouillez-le, fermez les autres onglets et programmes qui l’utilisent, puis rebranchez-le.',
      'La liste du navigateur est vide : essayez un autre câble. Beaucoup ne servent qu’à la recharge.',
      'Sous Linux, le système peut avoir besoin d’une règle pour les appareils USB. Cette page l’affiche quand elle manque.',
      'Vous ne savez plus où vous en étiez : branchez l’appareil. Il le sait.',
    ],
  },
  versions: {
    title: 'Version',
    app: 'Application',
    protocol: 'Protocole',
    verify:
      'Le même code source donne les mêmes fichiers, octet par octet. Pour vérifier ce que sert un site, construisez l’application vous-même et comparez chaque fichier au vôtre :',
    commands: () => ['npm ci && npm run build', 'npm run verify -- https://…'],
    verified:
      'Une page ne peut pas se porter garante d’elle-même : vérifiez de l’extérieur, et avant de lui faire confiance.',
  },
  source: {
    title: 'Documents et licence',
    body: 'Les documents accompagnent le code source, dans docs/ : threat-model.md dit ce qui est protégé et contre qui, proof.md nomme le test derrière chaque affirmation, protocol.md décrit chaque commande.',
    licence: 'Hostblind est un logiciel libre sous licence MIT.',
  },
  licences: {
    title: 'Logiciels tiers',
    body: 'Cette application contient des parties des projets suivants, sous leurs propres licences :',
    none: 'Un serveur de développement ne les rassemble pas. L’application construite les liste ici.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
