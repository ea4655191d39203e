import { todoAfter, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../session/trust/cheat-chance.ts';
import { isVouchedFor, strangerOf } from '../../session/trust/stranger.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import { plural } from '../locale/format.ts';
import type { NoticeText } from '../types/app.ts';
import type { Found, ProofTexts, StrangerText } from '../types/proof.ts';

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'Es konnte sich nicht ausweisen: Sein Zertifikat oder seine Signatur ist falsch. Vielleicht ist es eine Fälschung, oder jemand sitzt zwischen ihm und diesem Computer.',
  malformed: 'Bei der Zufallsprüfung hat es etwas geantwortet, das kein ehrliches Gerät antwortet.',
  'wrong-number': 'Bei der Zufallsprüfung hat es die Kandidaten falsch nummeriert.',
  reused: 'Bei der Zufallsprüfung hat es dieselben Werte zweimal verwendet. Echter Zufall tut das nie.',
  'bad-part': 'Was es Zufall nennt, ist immer gleich.',
  'bad-commitment':
    'Es hat sich auf seinen Zufallsteil festgelegt, bevor es den dieses Computers kannte, und dann einen anderen gezeigt. Damit könnte es deine Wörter bestimmen.',
  'wrong-wallet-id':
    'Die Wallet, die es gezeigt hat, stammt nicht aus dem gemeinsamen Zufall von Gerät und Computer. Vielleicht kennt schon jemand ihre Wörter.',
  refused: 'Es hat der Zufallsprüfung zugestimmt und sich dann geweigert, sie fortzusetzen.',
  skipped: 'Es hat die Zufallsprüfung übersprungen, der du zugestimmt hattest.',
  'check-lost':
    'Sein Zufall ließ sich bisher prüfen, und jetzt sagt es, das gehe nicht. Vielleicht wurde es manipuliert und weicht der Prüfung aus.',
  'attestation-lost':
    'Bisher hat es sich ausgewiesen, und jetzt sagt es, das könne es nicht. Vielleicht hat ein anderes Gerät seinen Platz eingenommen.',
  'key-changed':
    'Es gibt sich als ein Gerät aus, das dieser Browser kennt, aber sein Schlüssel ist ein anderer. Es wurde vertauscht oder manipuliert.',
  'wallet-unsigned':
    'Es hat eine Wallet-ID genannt und sie dann nicht signiert. Vielleicht antwortet ein anderes Gerät an seiner Stelle.',
  'number-ignored':
    'Es hat ohne die Zufallszahl dieses Computers signiert, obwohl es sie verwenden wollte. So eine Signatur kann deine Schlüssel Stück für Stück hinaustragen. Diese Seite hat sie verworfen.',
  'other-key':
    'Es hat mit einem anderen Schlüssel signiert als dem der Adresse, die es genannt hatte. Diese Seite hat die Signatur verworfen.',
  'simulator-mark-lost':
    'Als dieser Browser es zum ersten Mal sah, war es ein Simulator. Jetzt gibt es sich als echtes Gerät aus.',
  'other-wallet-after-backup':
    'Die Wallet, die du gesichert hast, ist nicht die, die geprüft wurde: Sie wurde vertauscht. Vielleicht kennt jemand ihre Wörter.',
  'other-wallet': 'Es kam mit einer anderen Wallet zurück als der, die dieser Browser kennt.',
};

const todo = {
  empty:
    'Noch ist nichts darauf. Erstelle keine Wallet darauf und gib keine Wörter ein. Wenn du es gekauft hast, sage dem Verkäufer und dem Hersteller Bescheid.',
  wallet:
    'Sende kein Geld an seine Wallet. Liegt schon Geld darin, sende es an eine Wallet, die auf einem anderen Gerät erstellt wurde. Gib auf diesem Gerät keine Wörter ein.',
  signing:
    'Signiere nichts mehr damit, auch nicht, um Geld zu senden. Stelle deine Wörter auf einem anderen Gerät wieder her und sende das Geld von dort an eine neue Wallet.',
  other:
    'Wenn du es anderswo zurückgesetzt und neu eingerichtet hast, ist alles in Ordnung: Dieser Browser kann die alte Wallet vergessen. Wenn nicht, benutze es nicht und sende dein Geld an eine Wallet, die auf einem anderen Gerät erstellt wurde.',
} as const;

function alarmText(reason: AlarmReason): NoticeText {
  const next = todo[todoAfter(reason)];
  return {
    title:
      reason === 'other-wallet'
        ? 'Auf diesem Gerät ist jetzt eine andere Wallet'
        : 'Benutze dieses Gerät nicht',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'Wenn du das nicht warst und es wieder passiert, benutze dieses Gerät nicht: Vielleicht weicht es der Prüfung aus.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['Du hast die Zufallsprüfung auf dem Gerät abgebrochen.', ifNotYou],
  cancelled: ['Das Gerät wurde während der Zufallsprüfung gebeten, abzubrechen.'],
  disconnected: ['Die Verbindung zum Gerät ist während der Zufallsprüfung abgerissen.', ifNotYou],
  timeout: ['Das Gerät hat während der Zufallsprüfung nicht rechtzeitig geantwortet.', ifNotYou],
  'not-computed': [
    'Diese Seite konnte die Prüfung nicht berechnen. Lade die Seite neu und fang noch einmal an.',
  ],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `Mit diesem Gerät wurden nacheinander ${count} Prüfungen nicht abgeschlossen. Ein ehrliches Gerät führt sie zu Ende, wenn niemand abbricht. Wenn du es nicht warst, benutze dieses Gerät nicht: Vielleicht steigt es immer dann aus, wenn es ertappt würde. Je mehr Prüfungen unfertig bleiben, desto weniger beweist die nächste.`;

function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'Das Gerät hat während der Prüfung etwas anderes angefangen.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'Es wurde keine Wallet erstellt, und es ist nichts verloren. Du kannst neu anfangen.';
  return {
    title: 'Die Prüfung wurde nicht abgeschlossen',
    body: [what, again, nothingLost].filter((sentence) => sentence !== undefined),
  };
}

/** What the check proved, and how likely a cheat was to get through: at this check, and at those that it gave up before. */
function provenText(found: Found): string {
  const { opened, range, unfinishedBefore } = found;
  const { times, of } = cheatChance(found);
  const count = unfinishedBefore.length;
  if (provesNothing(found)) {
    return plural(count, {
      one: 'Die Zufallsprüfung ist nicht verlässlich: Eine frühere mit diesem Gerät wurde nicht abgeschlossen. Wenn du sie nicht abgebrochen hast, zahle nichts auf diese Wallet ein. Erstelle eine auf einem anderen Gerät.',
      other: `Die Zufallsprüfung ist nicht verlässlich: Nacheinander wurden ${count} frühere mit diesem Gerät nicht abgeschlossen. Wenn du sie nicht abgebrochen hast, zahle nichts auf diese Wallet ein. Erstelle eine auf einem anderen Gerät.`,
    });
  }
  const proven = `Deine Wörter stammen aus dem gemeinsamen Zufall deines Geräts und dieses Computers, und keiner kannte den Teil des anderen früh genug, um etwas auszuwählen. Um das nachzuprüfen, hat dieser Computer heimlich eine Zahl von 1 bis ${range} gelost (${opened}), so viele Kandidaten öffnen lassen und jeden nachgerechnet.`;
  if (count === 0)
    return `${proven} Ein unehrliches Gerät wäre in höchstens ${times} von ${of} Fällen durchgekommen.`;
  return plural(count, {
    one: `${proven} Eine frühere Prüfung mit diesem Gerät wurde nicht abgeschlossen. Wenn du sie nicht selbst abgebrochen hast, wäre ein unehrliches Gerät in bis zu ${times} von ${of} Fällen durchgekommen. Wenn du sicherer sein willst, erstelle eine Wallet auf einem anderen Gerät.`,
    other: `${proven} Nacheinander wurden ${count} frühere Prüfungen mit diesem Gerät nicht abgeschlossen. Wenn du sie nicht selbst abgebrochen hast, wäre ein unehrliches Gerät in bis zu ${times} von ${of} Fällen durchgekommen. Wenn du sicherer sein willst, erstelle eine Wallet auf einem anderen Gerät.`,
  });
}

const strangers = {
  'unknown-issuer': {
    title: 'Unbekannter Hersteller',
    body: [
      'Dein Gerät hat ein Zertifikat, aber diese App weiß nicht, wer es ausgestellt hat. So sieht das Gerät eines neuen Herstellers aus, und so sieht auch eine Fälschung aus.',
    ],
    accept: 'Ich kenne dieses Gerät: weiter',
  },
  'self-built': {
    title: 'Eigenbau-Gerät',
    body: [
      'Kein Hersteller bürgt dafür. Dieser Browser merkt sich seinen Schlüssel und warnt dich, falls einmal ein anderes Gerät an seiner Stelle antwortet.',
      'Wenn du es nicht selbst gebaut oder von der Person bekommen hast, die es gebaut hat, benutze es nicht.',
    ],
    accept: 'Ich weiß, wer es gebaut hat: weiter',
  },
  none: {
    title: 'Dieses Gerät kann sich nicht ausweisen',
    body: [
      'Es hat kein Zertifikat. Diese App kann es deshalb nicht von einer Fälschung unterscheiden und beim nächsten Mal nicht wiedererkennen.',
      'Mach nur weiter, wenn du weißt, woher es kommt.',
    ],
    accept: 'Ich kenne dieses Gerät: weiter',
  },
} as const;

function strangerText({
  proof,
  maker,
  product,
}: Pick<DeviceFacts, 'proof' | 'maker' | 'product'>): StrangerText {
  const claims =
    product === ''
      ? []
      : [
          { name: 'Hersteller, nach eigener Angabe', value: `„${maker}“` },
          { name: 'So nennt es sich', value: `„${product}“` },
        ];
  return { ...strangers[strangerOf(proof)], claims };
}

const deviceTitle: ProofTexts['deviceTitle'] = ({ proof, maker, product }) => {
  if (product === '') return 'Gerät ohne Namen';
  return isVouchedFor(proof) ? `${maker} ${product}` : `„${product}“`;
};

const deviceProof: ProofTexts['deviceProof'] = ({ proof, maker, addedRoot }) =>
  ({
    simulator: 'Simulator',
    genuine: addedRoot === true ? `${maker} (in diesem Build ergänzt)` : `Echtes Gerät von ${maker}`,
    'self-built': 'Eigenbau',
    'unknown-issuer': 'Unbekannter Hersteller',
    none: 'Kann sich nicht ausweisen',
  })[proof];

export const proofInGerman: ProofTexts = {
  deviceTitle,
  deviceProof,
  strangerText,
  alarmText,
  unprovenText,
  progress: (opened: number): string =>
    opened === 0
      ? 'Die Prüfung beginnt.'
      : plural(opened, {
          one: 'Ein Kandidat geprüft: bisher alles in Ordnung.',
          other: `${opened} Kandidaten geprüft: bisher alles in Ordnung.`,
        }),
  attached:
    'Diese Prüfung hat früher begonnen und lässt sich nicht fortsetzen. Brich sie ab und fang neu an.',
  passed: ({ opened }: Found): string =>
    plural(opened, {
      one: 'Zufall geprüft: Dieser Computer hat einen Kandidaten geöffnet und nichts Auffälliges gefunden.',
      other: `Zufall geprüft: Dieser Computer hat ${opened} Kandidaten geöffnet und nichts Auffälliges gefunden.`,
    }),
  row: 'Zufall',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Geprüft am ${date}, aber nicht verlässlich` : `Geprüft am ${date}`,
  rowUnproven: 'Von diesem Browser nicht geprüft',
  proven: provenText,
  provesNothing,
  forgottenPin: {
    title: 'PIN vergessen?',
    body: [
      'Niemand kann sie nachsehen oder zurücksetzen, und das schützt dich. Nach drei falschen PINs löscht dein Gerät seine Wallet.',
      'Wenn du deine Wörter auf Papier hast, ist nichts verloren: Stelle die Wallet auf dem leeren Gerät wieder her und wähle eine neue PIN. Wenn nicht, lass dir vor dem dritten Versuch Zeit.',
    ],
  },
  noCapability:
    'Die Firmware dieses Geräts kann nicht zeigen, wie sie Zufall erzeugt. Deshalb konnte dieser Browser ihn nicht prüfen.',
};
