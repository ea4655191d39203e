import { formatChoice } from '../../locale/format.ts';
import type { TerminalHelpMessages } from '../../types/terminal/help.ts';

export const terminalHelpInGerman: TerminalHelpMessages = {
  title: 'hostblind: eine Wallet auf einem Gerät sichern. Ihre Wörter erscheinen auf dem Gerät und nie hier.',
  usage: 'Aufruf:',
  usageLine: 'hostblind BEFEHL [OPTIONEN]',
  usageOf: (command) => `hostblind ${command} [OPTIONEN]`,
  groups: {
    backup: 'Sichern, prüfen und wiederherstellen',
    copies: 'Kopien',
    signing: 'Signieren',
    device: 'Das Gerät',
    looking: 'Nachsehen',
    makers: 'Für Hersteller',
  },
  options: 'Optionen',
  exitCodes: 'Exit-Codes',
  more: 'hostblind BEFEHL --help sagt mehr zu jedem Befehl. Geheimes wird hier nie getippt: Wörter, PINs und Codes gibst du am Gerät ein.',
  commands: {
    create: {
      summary: 'Eine neue Wallet erstellen und sichern',
      about: [
        'Erstellt auf einem leeren Gerät eine neue Wallet und führt dich durch ihr Backup: PIN festlegen, Wörter aufschreiben, jedes Wort bestätigen. All das passiert auf dem Gerät. Ein unfertiges Backup wird fortgesetzt.',
        'Dieser Computer prüft dabei den Zufall des Geräts und merkt sich die ID der Wallet.',
      ],
    },
    resume: {
      summary: 'Ein unterbrochenes Backup fortsetzen',
      about: [
        'Nimmt ein Backup wieder auf, das begonnen, aber nicht beendet wurde. Das Gerät fragt, ob du es fortsetzen oder verwerfen willst.',
      ],
    },
    check: {
      summary: 'Dein Blatt prüfen: seine Wörter am Gerät eingeben',
      about: [
        'Du gibst die Wörter von deinem Blatt am Gerät ein. Es sagt dir, ob sie zu seiner Wallet passen. Auf ihm ändert sich nichts.',
        'Eine fehlgeschlagene Prüfung bleibt vermerkt, bis eine gelingt: hostblind info und hostblind records zeigen sie an, ebenso jeder Befehl mit dieser Wallet. Endet mit 11, wenn die Wörter nicht stimmen.',
      ],
    },
    restore: {
      summary: 'Eine Wallet aus den Wörtern auf deinem Blatt wiederherstellen',
      about: [
        'Du gibst die Wörter von deinem Blatt an einem leeren Gerät ein, und es erzeugt daraus die Wallet. Vergleiche dann ihre Wallet-ID mit der auf deinem Vordruck.',
      ],
    },
    reveal: {
      summary: 'Die Wörter noch einmal anzeigen, auf dem Gerät',
      about: [
        'Das Gerät zeigt die Wörter auf seinem eigenen Bildschirm, nach seiner PIN und einer gehaltenen Taste. Vorher kommen zwei Fragen zu Betrug, mit ihren Antworten.',
      ],
    },
    addresses: {
      summary: 'Die ersten Adressen der Wallet anzeigen, auf dem Gerät',
      about: [
        'Nach der PIN zeigt das Gerät seine erste Ethereum- und Bitcoin-Adresse auf seinem eigenen Bildschirm. Vergleiche sie mit dem, was deine andere Wallet zeigt. Auf diesen Computer kommen sie nie.',
      ],
    },
    identify: {
      summary: 'Sehen, welche Adressen die Wörter auf einem Blatt öffnen',
      about: [
        'Du gibst die Wörter an einem leeren Gerät ein. Es zeigt ihre erste Ethereum- und Bitcoin-Adresse auf seinem eigenen Bildschirm und behält nichts. Für ein altes Blatt, das niemand irgendwo einzutippen wagt.',
      ],
    },
    'backup-file': {
      summary: 'Eine verschlüsselte Kopie der Wallet als Datei speichern',
      about: [
        'Das Gerät verschlüsselt seine Wallet mit einem Backup-Code aus 12 Codewörtern, den es auf seinem eigenen Bildschirm zeigt, damit du ihn aufschreibst. Dieser Computer bekommt die Datei und nie den Code.',
        'Die Datei wird ganz oder gar nicht geschrieben, und nur du kannst sie lesen. Eine vorhandene Datei wird nur mit --force ersetzt.',
      ],
    },
    'check-file': {
      summary: 'Prüfen, ob eine Backup-Datei in Ordnung ist',
      about: [
        'Du gibst den Backup-Code am Gerät ein. Es sagt dir, ob die Datei seine Wallet enthält. Es ändert sich nichts.',
      ],
    },
    'restore-file': {
      summary: 'Eine Wallet aus einer Backup-Datei wiederherstellen',
      about: [
        'Du gibst den Backup-Code an einem leeren Gerät ein. Vergleiche vorher die Wallet-ID auf dem Gerät mit der in der Datei.',
      ],
    },
    'seed-qr': {
      summary: 'Die Wörter als Kästchen anzeigen, zum Abzeichnen von Hand',
      about: [
        'Das Gerät zeigt die Phrase als SeedQR auf seinem eigenen Bildschirm, Block für Block. Du zeichnest die Kästchen von Hand ab, für ein Gerät mit Kamera und ohne Netz. Die Kästchen sind deine Wörter: Fotografiere sie nie.',
      ],
    },
    'sign-message': {
      summary: 'Eine Nachricht signieren, mit der Zufallszahl dieses Computers',
      about: [
        'Dein Gerät zeigt die ganze Nachricht und signiert sie mit einem Ethereum-Schlüssel seiner Wallet, sobald du seine Taste gedrückt hältst. Dieser Computer gibt eine eigene Zufallszahl in die Signatur und prüft, dass sie darin steckt. So kann ein unehrliches Gerät deine Wörter nicht darin verstecken. Ein Gerät, das dies nicht kann, wird nicht um eine Signatur gebeten.',
        'TEXT wird genau so signiert, wie er dasteht. Mit - wird er von der Standardeingabe gelesen, samt dem letzten Zeilenumbruch. Schreibe nie Wörter deiner Phrase in eine Nachricht: Eine signierte Nachricht ist öffentlich.',
      ],
    },
    rename: {
      summary: 'Dem Gerät einen anderen Namen geben',
      about: ['Das Gerät zeigt den Namen und bittet dich um deine Zustimmung.'],
    },
    language: {
      summary: 'Die Sprache des Geräts ändern',
      about: [
        'Das Gerät fragt dich zweimal auf seinem eigenen Bildschirm: in der jetzigen Sprache, dann in der neuen.',
      ],
    },
    'change-pin': {
      summary: 'Die PIN des Geräts ändern, auf dem Gerät',
      about: ['Du gibst am Gerät deine PIN ein und dann zweimal die neue.'],
    },
    wipe: {
      summary: 'Die Wallet vom Gerät löschen',
      about: [
        'Sagt dir, was verloren geht, und fragt dich. Dann fragt auch das Gerät: Es löscht die Wallet erst, wenn du seine Taste gedrückt hältst. Prüfe vorher dein Blatt.',
      ],
    },
    list: { summary: 'Die erreichbaren Geräte auflisten', about: [] },
    info: {
      summary: 'Zeigen, was das Gerät ist, womit es sich ausweist und was von ihm bekannt ist',
      about: [
        'Zeigt Art und Nachweis des Geräts und was dieser Computer von ihm weiß: seine Wallet, die letzte Prüfung ihres Backups und Zufallsprüfungen, die nicht abgeschlossen wurden. Vom Gerät wird nichts verlangt, und nichts wird festgehalten.',
      ],
    },
    status: { summary: 'Zeigen, was das Gerät gerade tut', about: [] },
    records: {
      summary: 'Zeigen, was dieser Computer sich gemerkt hat',
      about: [
        'Listet deine Geräte und Wallets auf, die letzte Prüfung jeder Wallet, fehlgeschlagene und fällige Prüfungen und was du gemacht hast. Mit --json kommt die Liste so, wie die Seite sie speichert. Darin stehen keine Wörter, keine PIN und keine Schlüssel.',
      ],
    },
    cancel: {
      summary: 'Das Gerät bitten, abzubrechen, was es gerade tut',
      about: [],
    },
    conform: {
      summary: 'Testen, ob ein Gerät das Protokoll einhält',
      about: ['Für Hersteller von Geräten. Erstellt und löscht Wallets: Nimm ein leeres Gerät.'],
    },
  },
  argument: { file: 'DATEI', name: 'NAME', language: 'SPRACHE', message: 'TEXT' },
  values: {
    words: 'ZAHL',
    candidates: 'BEREICH',
    account: 'NUMMER',
    link: 'WEG',
    port: 'PORT',
    path: 'PFAD',
    records: 'DATEI',
    roots: 'DATEI',
    only: 'TEIL',
    press: 'BEFEHL',
    report: 'DATEI',
  },
  flags: ({ words, candidates, only }) => ({
    words: `wie viele Wörter: ${formatChoice(words.map(String))} (Standard: 24)`,
    candidates: `bei der Zufallsprüfung 1 bis so viele Kandidaten öffnen: ${formatChoice(candidates.map(String))} (Standard: 8)`,
    dice: 'am Gerät würfeln',
    force: 'die Datei ersetzen, falls sie existiert',
    yes: 'schon jetzt zustimmen, wo du nicht gefragt werden kannst',
    'forget-wallet': 'du weißt, warum das Gerät eine andere oder keine Wallet hat: die alte vergessen',
    account: 'das Konto, dessen Schlüssel signiert; 0 ist das erste (Standard: 0)',
    link: 'usb (Standard), process oder tcp: der wire-Port oder der APDU-Port eines Simulators',
    port: 'der Port des Simulators (Standard: 9997 bei process, 9999 bei tcp)',
    path: 'welches USB-Gerät, wie list es zeigt (Standard: das erste)',
    records:
      'die Datei für das, was dieser Computer sich merkt (Standard: $XDG_STATE_HOME/hostblind/records.json)',
    'no-records': 'sich nichts merken',
    roots: 'eine Datei mit Wurzelschlüsseln von Herstellern, denen auch geglaubt wird (docs/makers.md)',
    only: `nur diesen Teil: ${only.join(', ')}; mehrfach möglich`,
    press: 'ein Befehl, der das Gerät an deiner Stelle bedient (docs/conformance.md)',
    report: 'den Bericht dorthin schreiben: als JSON, wenn der Name auf .json endet, sonst als Text',
    long: 'auch ausführen, was Minuten an Wartezeit braucht',
    json: 'eine Zeile JSON für jedes Ereignis',
    version: 'die Version ausgeben',
    help: 'diese Hilfe ausgeben',
  }),
  names: (names) => `Zur Wahl stehen diese Namen: ${names.join(', ')}.`,
  languages: (languages) => `Die Sprachen: ${languages.join(', ')}.`,
};
