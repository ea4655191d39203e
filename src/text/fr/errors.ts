import type { ErrorMessages } from '../types/errors.ts';

export const errorsInFrench: ErrorMessages = {
  disconnected: {
    when: 'Votre appareil a été déconnecté ou éteint.',
    todo: 'Rebranchez-le. Rien n’est perdu : il sait où vous en étiez.',
  },
  timeout: {
    when: 'Votre appareil n’a pas répondu à temps.',
    todo: 'Débranchez-le, attendez un instant, puis rebranchez-le.',
  },
  aborted: {
    when: 'C’est annulé.',
    todo: '',
  },
  locked: {
    when: 'Votre appareil est verrouillé.',
    todo: 'Saisissez votre code PIN sur l’appareil.',
  },
  busy: {
    when: 'Votre appareil est occupé.',
    todo: 'Terminez ou arrêtez ce qui est sur son écran.',
  },
  declined: {
    when: 'Vous avez refusé sur l’appareil.',
    todo: 'Recommencez quand vous voudrez.',
  },
  'not-in-this-state': {
    when: 'Votre appareil ne peut pas faire cela maintenant. Il a peut-être déjà un portefeuille.',
    todo: 'Regardez ce qu’il attend.',
  },
  'device-fault': {
    when: 'Votre appareil a détecté une défaillance.',
    todo: 'Ne lui confiez pas de portefeuille.',
  },
  refused: {
    when: 'Votre appareil n’a pas compris la demande de cette application.',
    todo: 'Mettez cette application à jour.',
  },
  unsupported: {
    when: 'Votre appareil ne permet pas cela. Une autre application y est peut-être ouverte, ou son firmware est trop ancien.',
    todo: 'Ouvrez Hostblind sur votre appareil, ou mettez son firmware à jour.',
  },
  'unknown-refusal': {
    when: 'Votre appareil a refusé, pour une raison que seul son fabricant connaît.',
    todo: 'Regardez votre appareil.',
  },
  'other-version': {
    when: 'Votre appareil et cette application parlent des versions différentes du protocole Hostblind.',
    todo: 'Mettez à jour votre appareil ou cette application.',
  },
  'bad-response': {
    when: 'L’appareil a envoyé une réponse mal formée.',
    todo: 'Mettez à jour votre appareil ou cette application.',
  },
  'cannot-protect': {
    when: 'Votre appareil ne peut pas intégrer à une signature le nombre aléatoire de cet ordinateur : rien n’a été signé.',
    todo: 'Mettez son firmware à jour, ou utilisez un autre appareil.',
  },
  'number-ignored': {
    when: 'Votre appareil a ignoré le nombre aléatoire de cet ordinateur. Sa signature aurait pu faire sortir ses clés secrètes : elle a été écartée.',
    todo: 'N’utilisez plus cet appareil. Restaurez votre papier sur un autre appareil, créez un nouveau portefeuille et transférez-y votre argent.',
  },
  'other-key': {
    when: 'Votre appareil a signé avec une autre clé que celle qu’il avait indiquée à cet ordinateur.',
    todo: 'N’utilisez plus cet appareil. Restaurez votre papier sur un autre appareil et transférez votre argent depuis celui-ci.',
  },
  'app-fault': {
    when: 'Un problème est survenu dans cette application, ou le navigateur lui a refusé quelque chose dont elle a besoin.',
    todo: 'Rechargez la page. Si cela se reproduit, essayez un autre navigateur.',
  },
  'chooser-blocked': {
    when: 'Le navigateur a fermé la liste des appareils avant que quiconque puisse choisir.',
    todo: 'Dans les paramètres du navigateur, autorisez ce site à utiliser des appareils. Une règle de votre entreprise le bloque peut-être.',
  },
  'chooser-cancelled': {
    when: 'Vous avez fermé la liste sans choisir d’appareil.',
    todo: '',
  },
  'permission-denied': {
    when: 'Votre navigateur ou votre système d’exploitation n’a pas autorisé l’accès à l’appareil.',
    todo: 'Autorisez l’appareil dans les paramètres du site. Sous Linux, installez la règle udev.',
  },
  'in-use': {
    when: 'Votre appareil est ouvert dans un autre programme ou onglet.',
    todo: 'Fermez les autres programmes de portefeuille et onglets qui l’utilisent.',
  },
  'not-found': {
    when: 'Aucun appareil trouvé.',
    todo: 'Branchez votre appareil, ou démarrez le simulateur.',
  },
  'no-webhid': {
    when: 'Ce navigateur ne peut pas accéder aux appareils USB.',
    todo: 'Utilisez Chrome, Edge ou un autre navigateur Chromium sur un ordinateur, ou le simulateur.',
  },
  'no-usb-driver': {
    when: 'Les bibliothèques pour les appareils USB ne sont pas installées sur cet ordinateur.',
    todo: 'Lancez npm ci dans le dossier de Hostblind, ou utilisez --link process.',
  },
};
