import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { isWordCount, type Activity, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { Explanations } from '../types/explanations.ts';
import { stageSentencesInGerman, wordHeadingInGerman } from './stages.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create: 'Prüfe, ob dein Gerät die Zahl der Wörter zeigt, die du gewählt hast, und stimme dort zu.',
  restore: 'Stimme auf dem Gerät zu und gib dort deine Wörter ein. Sie berühren diesen Computer nie.',
  reveal:
    'Stimme auf dem Gerät zu, wenn die Anfrage von dir kommt. Deine Wörter erscheinen dort und nirgends sonst.',
  check: 'Lege dein Blatt bereit und stimme auf dem Gerät zu. Auf ihm ändert sich nichts.',
  'change-pin':
    'Stimme auf dem Gerät zu. Es fragt nach deiner aktuellen PIN und dann zweimal nach der neuen.',
  wipe: 'Stelle sicher, dass du deine Wörter auf Papier hast. Wenn du die Taste gedrückt hältst, wird die Wallet gelöscht, und das lässt sich nicht rückgängig machen.',
  language:
    'Stimme auf dem Gerät zu. Es fragt zweimal: in der jetzigen Sprache und in der, die du gewählt hast.',
  rename: 'Prüfe den Namen auf dem Gerät und stimme dort zu.',
  'backup-file':
    'Stimme auf dem Gerät zu. Es zeigt dir dann einen neuen Backup-Code, den du aufschreibst und bestätigst.',
  'check-file': 'Lege deinen Backup-Code bereit und stimme auf dem Gerät zu. Auf ihm ändert sich nichts.',
  'restore-file':
    'Vergleiche die Wallet-ID auf dem Gerät, stimme dort zu und gib dann den Backup-Code am Gerät ein.',
  addresses:
    'Stimme auf dem Gerät zu, wenn du das wolltest. Die Adressen erscheinen dort und sonst nirgends.',
  identify:
    'Lege dein Blatt bereit und stimme auf dem Gerät zu. Du gibst die Wörter dort ein, und es behält keines davon.',
  app: 'Ein Programm, das diese Wallet benutzt, fragt etwas. Was, steht nur auf dem Bildschirm des Geräts. Wenn du das nicht erwartet hast, lehne dort ab.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () =>
    'Stimme auf dem Gerät zu, wenn die Anfrage von dir kommt. Die Kästchen erscheinen dort und nirgends sonst.',
  warning: () =>
    'Lege einen Stift und ein leeres Raster bereit und sorge dafür, dass du allein bist. Ein Foto der Kästchen ist ein Foto deiner Wörter.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'SeedQR ist für 12 und 24 Wörter festgelegt. Dein Gerät erzeugt einen Standard-Code, den jedes QR-Lesegerät als Ziffern liest, vier pro Wort.'
      : 'Wähle auf dem Gerät. Einen Standard-Code liest jedes QR-Lesegerät als Ziffern, vier pro Wort. Ein Compact-Code ist kleiner, aber nur wenige Geräte verstehen ihn.',
  written: () => 'Vergleiche deine Kästchen noch einmal Block für Block mit dem Gerät und schließe dort ab.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'Dein Gerät ist bereit.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Jede Ziffer beginnt bei einer zufälligen Zahl. Nach vier Ziffern kannst du mit OK abschließen. Tippe diese PIN nie in einen Computer.',
  'repeat-pin': () => 'Gib dieselbe PIN noch einmal ein. Wenn die beiden abweichen, kannst du neu wählen.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Nimm ein neues Blatt Papier und sorge dafür, dass du allein bist. Der Code ist nicht deine Wieder\u00ADherstellungs\u00ADphrase: Er öffnet die Datei und sonst nichts.'
      : 'Lege Stift und Papier bereit und sorge dafür, dass du allein bist. Schreibe von Hand: keine Fotos, keine Dateien, keine Drucker.',
  hold: () =>
    'Halte die rechte Taste gedrückt, bis der Balken voll ist. Lässt du los, beginnt er wieder von vorn.',
  words: ({ activity }) =>
    isAboutCode(activity)
      ? 'Schreibe das Codewort auf dem Gerät auf, mit seiner Nummer. Du kannst vor- und zurückblättern.'
      : 'Schreibe das Wort, das dein Gerät zeigt, mit seiner Nummer auf dein Blatt. Du kannst vor- und zurückblättern.',
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Vergleiche dein Blatt noch einmal mit dem Gerät und bestätige dann den ganzen Code.';
    return activity === 'reveal'
      ? 'Schließe auf dem Gerät ab, oder drücke beide Tasten, um jedes Wort von deinem Blatt zu bestätigen.'
      : 'Vergleiche dein Blatt noch einmal mit dem Gerät und bestätige dann jedes Wort.';
  },
  confirm: () =>
    'Das Gerät fragt jedes Wort der Reihe nach ab und zeigt, wie weit du bist. Wähle das Wort, das auf deinem Blatt steht. Wählst du ein falsches, zeigt es dir das richtige und beginnt wieder beim ersten.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Gib die Datei auf dem Gerät frei. Diese App speichert sie dann, weiterhin verschlüsselt.'
      : 'Schließe auf dem Gerät ab. Es gibt dieser App dann die Wallet-ID und sonst nichts.',
  'enter-pin': () => 'Gib deine PIN am Gerät ein. Danach geht es hier weiter.',
  unfinished: () =>
    'Setze das Backup auf dem Gerät fort, um deine Wörter wiederzusehen, oder verwirf die Wallet und fang von vorn an.',
  discard: () =>
    'Dein Gerät fragt, ob es diese Wallet löschen soll. Ihre Wörter brauchst du dann nicht mehr.',
  'entry-method': ({ activity }) =>
    isAboutCode(activity)
      ? 'Wähle auf dem Gerät, wie du den Backup-Code eingeben willst. Beim Halbieren erfährt am wenigsten, wer mithört.'
      : 'Wähle auf dem Gerät, wie du deine Wörter eingeben willst. Beim Halbieren erfährt am wenigsten, wer mithört.',
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Gib die 12 Codewörter am Gerät genau so ein, wie sie auf deinem Blatt stehen. Wenn sie nicht stimmen können, sagt es dir das.'
      : 'Gib die Wörter am Gerät genau so ein, wie sie auf deinem Blatt stehen. Wenn sie nicht stimmen können, sagt es dir das, und du kannst noch einmal nachsehen.',
  result: ({ activity }) =>
    activity === 'restore'
      ? 'Vergleiche die Wallet-ID auf dem Gerät mit der auf deinem Vordruck. Noch ist nichts gespeichert.'
      : 'Dein Gerät zeigt das Ergebnis. Drücke seine rechte Taste, um weiterzumachen.',
  wipe: () =>
    'Nur deine aufgeschriebenen Wörter können die Wallet zurückholen. Lass los oder geh zurück, um sie zu behalten.',
  'pins-differ': () => 'Drücke die rechte Taste am Gerät und wähle noch einmal eine PIN.',
  'wrong-pin': () => 'Drücke die rechte Taste am Gerät und gib deine PIN noch einmal ein.',
  wiped: () =>
    'Dein Gerät ist jetzt leer. Mit deinen aufgeschriebenen Wörtern kannst du die Wallet wiederherstellen, hier oder auf einem anderen Gerät.',
  fault: () =>
    'Dein Gerät hat bei sich einen Defekt festgestellt und angehalten. Drücke seine rechte Taste, um zu sehen, was darauf ist.',
  entropy: () => 'Dein Gerät und dieser Computer steuern beide Zufall bei. Das dauert einen Moment.',
  dice: () => 'Würfle und gib jede Zahl am Gerät ein. Tippe deine Würfe nie in diesen Computer.',
  'seed-qr': () =>
    'Zeichne die Kästchen von Hand vom Gerät ab. Richte nie eine Kamera oder ein Handy auf seinen Bildschirm.',
  stopped: () => 'Drücke OK am Gerät.',
  unknown: () =>
    'Dein Gerät ist neuer als diese App: Es zeigt einen Schritt, den sie nicht kennt. Folge seinem Bildschirm.',
  addresses: () =>
    'Vergleiche beide Adressen mit deiner anderen Wallet. Sie stehen auf dem Gerät und sonst nirgends: Diese App erfährt sie nicht.',
};

function explanation(stage: Stage, facts: StageFacts): string {
  if (facts.activity === 'unknown') return always.unknown(facts);
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

const sides = { left: 'links', right: 'rechts' } as const;

export const explanationsInGerman: Explanations = {
  explanation,
  announcement(stage, facts) {
    if (stage === 'words' && facts.activity !== 'unknown') {
      return `${wordHeadingInGerman(facts.activity)} ${facts.position} von ${facts.total} steht auf deinem Gerät.`;
    }
    const { title } = stageSentencesInGerman(stage, facts);
    return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
  },
  coming: {
    'enter-words': (words) => `Beim Halbieren drückst du 11\u2011mal je Wort, bei ${words} Wörtern.`,
    confirm: (words) => `${words} Fragen, eine für jedes Wort.`,
  },
  compare: {
    title: 'Womit vergleiche ich sie?',
    body: ({ ethereum, bitcoin }) => [
      'Ethereum: Öffne MetaMask oder die Wallet, in der die Wörter benutzt wurden, und sieh dir die Adresse des ersten Kontos an.',
      'Bitcoin: Suche die erste Empfangsadresse der Art, die mit bc1q beginnt. Nach jeder Zahlung zeigen Wallets eine neue, also sieh in der Liste aller Adressen nach.',
      'Ein Unterschied allein beweist nichts. Ein anderes Konto, ein anderer Pfad oder eine Passphrase ergibt andere Adressen, und in MetaMask importierte Konten stammen gar nicht aus den Wörtern.',
      `Für alle, die Pfade kennen: ${ethereum} und ${bitcoin}.`,
    ],
  },
  walkthrough: {
    title: 'Wie gebe ich ein Wort ein?',
    lead: (word) =>
      `So gibst du „${word}“ ein, ein Wort, das jeder kennen darf. Deine eigenen Wörter gibst du auf dem Gerät ein und nirgends sonst.`,
    ways: { halving: 'Halbieren', letters: 'Nach Buchstaben' },
    half: (word, first, last, side) =>
      first === last
        ? `Auf dieser Seite ist nur noch „${first}“ übrig. Drücke ${sides[side]}, und es ist eingegeben.`
        : `Im Alphabet steht „${word}“ zwischen „${first}“ und „${last}“. Drücke ${sides[side]}.`,
    turn: (letter) => `Drehe das Rad auf „${letter}“ und drücke dann beide Tasten.`,
    pick: (word) =>
      `Nur wenige Wörter sind übrig. Bewege den Balken auf „${word}“ und drücke dann beide Tasten.`,
  },
};
