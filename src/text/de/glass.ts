import type { Activity } from '../../protocol/public-state.ts';
import { plural } from '../locale/format.ts';
import type { GlassMessages } from '../types/glass.ts';
import { entryInGerman } from './entry.ts';
import { neverShareInGerman, stageSentencesInGerman, wordHeadingInGerman } from './stages.ts';

const agreedTo: Partial<Record<Activity, string>> = {
  reveal: 'Wörter zeigen',
  check: 'Wörter prüfen',
  'change-pin': 'PIN ändern',
  rename: 'Umbenennen',
  'seed-qr': 'SeedQR zeigen',
  'backup-file': 'Datei erstellen',
  'check-file': 'Datei prüfen',
  addresses: 'Adressen zeigen',
};

const agreed: GlassMessages['agreed'] = (activity, { wordCount, dice, entropyCheck }) => {
  if (activity === 'create' || activity === 'restore') {
    if (activity === 'restore') return `${wordCount} Wörter`;
    const mixed = entropyCheck === true ? 'geprüft' : 'ungeprüft';
    return dice === true ? `${wordCount} Wörter, Würfel, ${mixed}` : `${wordCount} Wörter, ${mixed}`;
  }
  return agreedTo[activity];
};

export const glassInGerman: GlassMessages = {
  neverShare: neverShareInGerman,
  stage: stageSentencesInGerman,
  wordPlace: (activity, position, total) => `${wordHeadingInGerman(activity)} ${position} von ${total}`,
  sameAs: (activity, earlier) => `Wie ${wordHeadingInGerman(activity)} ${earlier}`,
  confirm: {
    question: (activity, position, total) => `${wordHeadingInGerman(activity)} ${position} von ${total}?`,
    seeAgain: 'Wörter wieder zeigen',
    wrong: (activity, position) => ({
      title: 'Nicht dieses',
      body: `Sieh ${wordHeadingInGerman(activity)} ${position} auf dem Blatt nach. Dann beginnt alles von vorn.`,
      right: 'Zeigen',
    }),
    shown: (activity, position) => ({
      title: `${wordHeadingInGerman(activity)} ${position} ist`,
      right: `Ab ${wordHeadingInGerman(activity)} 1`,
    }),
  },
  pin: {
    done: 'OK',
    remove: 'Löschen',
    tries: (left) => plural(left, { one: 'Ein Versuch, dann Löschung', other: `Noch ${left} Versuche` }),
    wrong: (left) =>
      plural(left, {
        one: 'Noch ein Versuch. Danach setzt sich das Gerät zurück.',
        other: `Noch ${left} Versuche. Danach setzt sich das Gerät zurück.`,
      }),
  },
  dice: {
    remove: 'Löschen',
    place: (position, total, wordCount) => `Wurf ${position} von ${total}, ${wordCount} Wörter`,
    last: (position) => `Wurf ${position} war `,
    all: (rolls) => ({
      title: 'Alle Würfe?',
      body: `Du hast ${rolls} Würfe eingegeben.`,
      left: 'Zurück',
      right: 'Fertig',
    }),
    flaws: {
      biased: {
        title: 'Kein Zufall',
        body: 'Für einen fairen Würfel kommen manche Zahlen zu oft. Würfle neu.',
        right: 'Nochmal',
      },
      patterned: {
        title: 'Kein Zufall',
        body: 'Deine Zahlen folgen einem Muster. Würfel tun das nicht. Würfle neu.',
        right: 'Nochmal',
      },
    },
  },
  entry: entryInGerman,
  file: {
    restore: (walletId) => `Wallet ${walletId} aus ihrer Datei zurückholen. Du brauchst den Backup-Code.`,
    results: (walletId) => ({
      match: {
        title: 'Datei ist gut',
        body: 'Sie enthält diese Wallet, und dein Backup-Code öffnet sie.',
      },
      'no-match': {
        title: 'Passt nicht',
        body: 'Der Code öffnet die Datei, aber darin ist eine andere Wallet.',
      },
      'other-wallet': {
        title: 'Andere Wallet',
        body: `Diese Datei gehört zu Wallet ${walletId}, nicht zu dieser.`,
      },
    }),
  },
  seedQr: {
    size: (modules, blocks) => [`${modules} x ${modules},`, `${blocks} Blöcke`],
    place: (position, total) => `${position} von ${total}`,
  },
  addresses: {
    ethereum: { title: 'Ethereum, Konto 1', left: 'Zurück', right: 'Weiter' },
    bitcoin: { title: 'Bitcoin, Konto 1', left: 'Zurück', right: 'Fertig' },
  },
  rename: (name) => `Soll dieses Gerät "${name}" heißen?`,
  language: {
    name: 'Deutsch',
    leave: (other) => `Die Sprache dieses Geräts von Deutsch auf ${other} umstellen?`,
    take: 'Dieses Gerät spricht ab jetzt Deutsch.',
  },
  name: (name) => `Name: "${name}"`,
  agreed,
  home: 'Gesichert',
  selfBuilt: 'Eigenbau',
  faulty: {
    title: 'Gerät defekt',
    body: 'Speicher oder Zufall ist defekt. Hole deine Wallet auf ein anderes Gerät.',
  },
};
