import { plural } from '../../locale/format.ts';
import type { ConformanceMessages } from '../../types/conformance/kit.ts';

export const conformanceInGerman: ConformanceMessages = {
  parts: {
    static: 'Was in jedem Zustand abgelehnt wird',
    attestation: 'Womit sich das Gerät ausweist',
    entropy: 'Die Zufallsprüfung',
    guided: 'Jeder Schritt jedes Vorgangs',
    interruptions: 'Abbrechen und Abziehen bei jedem Schritt',
    timing: 'Zeit',
    twins: 'Zwei Wallets, ein Skript',
    status: 'Der Status',
    'out-of-reach': 'Was ein Host nicht sehen kann',
  },
  rules: {
    'app-name': 'Der App-Name hat sein Format, mit einem Namen darin.',
    info: 'Info hat seinen Aufbau, Version 3, eine ausgeloste Geräte-ID und ein reserviertes Byte mit 0.',
    'info-constant': 'Info ist in jedem Zustand gleich.',
    'foreign-class': 'Eine andere Klasse wird mit 6E00 beantwortet, in einer Nachricht jeder Länge.',
    form: 'Eine Nachricht, die kein Befehl ist, wird mit 6700 beantwortet.',
    'unknown-instruction':
      'Eine unbekannte Instruktion wird mit 6D00 beantwortet, noch vor ihren Parametern und Daten.',
    parameters: 'Ein P1 oder P2, das nicht null ist, wird mit 6B00 beantwortet, noch vor Länge und Daten.',
    length: 'Daten anderer Länge werden mit 6700 beantwortet.',
    data: 'Ein Wert, den ein Befehl nie annimmt, wird mit 6A80 beantwortet.',
    'short-form': 'Vier Bytes gelten als Befehl ohne Daten.',
    'named-commands': 'Jeder Befehl, den die Fähigkeiten nennen, ist bekannt.',
    'absent-commands': 'Jeder Befehl, den sie nicht nennen, wird mit 6D00 beantwortet.',
    'refusals-change-nothing': 'Eine abgelehnte Nachricht ändert nichts.',
    'status-layout': 'Jeder Status hat seinen Aufbau.',
    'status-codes': 'Jeder Code darin ist bekannt, und der Schritt gehört zum Vorgang.',
    'status-position': 'Position und Gesamtzahl stehen beim Schritt words da und sind sonst 0.',
    'status-waits-for-pin': 'Byte 2 sagt, ob eine Wallet auf ihre PIN wartet.',
    'status-outcome': 'Der Ausgang steht da, wenn ein Vorgang beendet ist, ist der richtige und bleibt.',
    'status-number': 'Die Nummer steigt mit jedem Vorgang, der beginnt, um eins.',
    'status-tries': 'Die Zahl der verbleibenden PIN-Versuche stimmt.',
    'status-word-count': 'Die Zahl der Wörter ist ohne Wallet 0 und sonst nicht.',
    stages: 'Jeder Vorgang durchläuft seine Schritte, allein durch die Tastendrücke eines Menschen.',
    answers: 'Jeder Befehl wird in jedem Zustand so beantwortet, wie es das Protokoll verlangt.',
    steady: 'Der Status bleibt, wie er ist, solange niemand etwas drückt.',
    'wallet-withheld':
      'Wallet-ID und Backup-Datei werden herausgegeben, wenn der Mensch sie freigegeben hat, und nicht vorher.',
    'wallet-stays': 'Die Wallet-ID bleibt dieselbe, solange die Wallet da ist, auch nach einem Stromausfall.',
    languages: 'Das Gerät kann Englisch und sagt, welche Sprache es spricht.',
    'language-kept': 'Das Gerät spricht die Sprache, der der Mensch zugestimmt hat.',
    'name-kept': 'Das Gerät hat den Namen, dem der Mensch zugestimmt hat.',
    'file-names-wallet': 'Die Backup-Datei hat ihren Aufbau und nennt die Wallet.',
    'other-link': 'Eine andere Verbindung wird abgewiesen, solange ein Vorgang nicht ihr eigener ist.',
    'left-alone': 'Nach drei zurückgezogenen Anfragen bleibt das Gerät 30 Sekunden lang in Ruhe.',
    'check-order': 'Ein Schritt der Zufallsprüfung außer der Reihe wird mit 6986 beantwortet.',
    'check-goes-on': 'Die Prüfung geht weiter, bis der Host einen Kandidaten behält.',
    'candidate-number': 'Kandidaten sind ab 1 nummeriert.',
    commitment: 'Der Teil des Geräts ist der, auf den es sich festgelegt hat.',
    'commitment-fresh': 'Für jeden Kandidaten legt es sich neu fest.',
    'device-part': 'Der Teil des Geräts ist nicht konstant und bei jedem Kandidaten ein anderer.',
    'candidate-wallet': 'Die Wallet-ID eines Kandidaten ergibt sich aus beiden Teilen.',
    'host-part': 'Ein Teil des Hosts, der konstant ist oder schon einmal da war, wird mit 6A80 beantwortet.',
    'named-candidate': 'Öffnen und Behalten mit einer anderen Wallet-ID werden mit 6A80 beantwortet.',
    'candidate-cap': 'Vierundsechzig Kandidaten lassen sich öffnen, und nicht mehr.',
    keep: 'Ein behaltener Kandidat führt zur PIN.',
    'kept-wallet': 'Die Wallet ist der Kandidat, der behalten wurde.',
    'host-silence': 'Nach zwei Minuten Stille endet die Prüfung als abgebrochen.',
    certificate: 'Das Zertifikat hat seinen Aufbau, bleibt dasselbe und ist das des Geräts.',
    issuer: 'Das Zertifikat ist von seinem Aussteller signiert und beweist, was es sagt.',
    challenge: 'Jede neue Challenge wird mit dem Schlüssel des Zertifikats signiert.',
    'signed-status': 'Der signierte Status ist der Status.',
    'signed-wallet': 'Die signierte Wallet-ID ist die, die der Befehl wallet nennt, oder keine.',
    'cancel-said':
      'Ein Abbruch wird auf dem Gerät gesagt, und nichts anderes wird angenommen, bis der Mensch diesen Bildschirm verlassen hat.',
    'cancel-result': 'Ein Abbruch hinterlässt, was in der Tabelle der Unterbrechungen steht.',
    'unplug-result': 'Ein Stromausfall hinterlässt, was in der Tabelle der Unterbrechungen steht.',
    'answer-limit': 'Jede Antwort kommt innerhalb von 5 Sekunden.',
    'answer-budget': 'Die übliche Antwort auf jeden Befehl bleibt in ihrem Zeitbudget.',
    computing:
      'Ein Gerät, das rechnet, sagt das, außer bei App-Name, Info und Status, und hat seine Antwort innerhalb einer Minute.',
    'answer-grid': 'Antworten eines beschäftigten Geräts gehen in einem Raster von 10 ms ab.',
    'answer-beat': 'Antworten eines beschäftigten Geräts dauern mindestens einen Takt.',
    'same-transcript': 'Zwei Wallets ergeben denselben Mitschnitt, abgesehen von erklärten Ausgaben.',
    'same-times': 'Bei zwei Wallets dauern die Antworten gleich lang.',
    'words-on-glass-only':
      'Kein Wort, kein Index und keine Entropie einer Wallet geht über die Leitung, in keiner Kodierung.',
    'first-second':
      'Ein Bildschirm, den ein Host aufruft, nimmt in seiner ersten Sekunde keinen Tastendruck an.',
    'hold-time': 'Das Anzeigen verlangt 1,5 s lang eine gehaltene Taste, ohne Unterbrechung.',
    'whole-after-faults':
      'Das Gespeicherte ist nach einem Stromausfall oder zwei Fehlern mitten im Schreiben heil.',
    'try-written-first': 'Ein PIN-Versuch wird vermerkt, bevor er verglichen wird.',
    'random-source': 'Die Zufallsquelle wird geprüft, und eine fehlerhafte hält das Gerät an.',
    erased: 'Phrase, Entropie, PIN und Schlüssel werden überschrieben, wenn ein Vorgang endet.',
    'mark-on-glass': 'Ein Simulator sagt auf jedem Bild, dass er einer ist.',
  },
  verdicts: { holds: 'erfüllt', broken: 'VERLETZT', 'not-tried': 'nicht getestet' },
  reasons: {
    'out-of-reach': 'kein Host kann es sehen: Das müssen die eigenen Tests des Herstellers',
    'not-asked': 'in diesem Lauf ausgelassen',
    'needs-person': 'niemand war am Gerät',
    'needs-press': 'braucht einen Tastenbefehl: --press',
    'needs-long': 'braucht Minuten an Wartezeit: --long',
    absent: 'das Gerät sagt, dass es das nicht hat',
    'not-applicable': 'es gab nichts dergleichen zu testen',
    'has-wallet': 'das Gerät hatte eine Wallet, als der Lauf begann',
    'one-link': 'die Verbindung nimmt nur einen einzigen Host an',
    'unknown-issuer': 'dieses Programm kennt den Aussteller nicht: --roots',
    'not-reached': 'das Gerät kam nicht bis dorthin, wo es getestet wird',
  },
  prompts: {
    agree: 'Stimme dem zu, was das Gerät fragt.',
    decline: 'Lehne ab, was das Gerät fragt.',
    next: 'Geh weiter zum nächsten Bildschirm.',
    back: 'Geh zurück oder brich ab: mit der Taste, die aus diesem Bildschirm herausführt.',
    hold: 'Halte die Taste gedrückt, bis der Balken voll ist.',
    'write-down': 'Schreibe alle Wörter vom Bildschirm auf ein Blatt und geh über das letzte hinaus weiter.',
    confirm: 'Wähle, dass du die Wörter bestätigen willst.',
    'confirm-words': 'Bestätige jedes Wort nach dem Blatt, das du zuletzt geschrieben hast.',
    'roll-dice': 'Würfle, gib jeden Wurf ein und geh weiter, sobald alle eingegeben sind.',
    'choose-letters': 'Wähle die Eingabe nach Buchstaben.',
    'choose-standard': 'Wähle das Format Standard.',
    'enter-words': 'Gib die Wörter deines letzten vollständigen Blatts mit Wallet-Wörtern ein.',
    'enter-other-words': 'Gib dieselben Wörter ein, aber an erster Stelle ein anderes.',
    'enter-code': 'Gib die Codewörter deines letzten vollständigen Blatts mit einem Backup-Code ein.',
    'enter-other-code': 'Gib dieselben Codewörter ein, aber an erster Stelle ein anderes.',
    'copy-squares': 'Geh durch alle Kästchen bis zum letzten und darüber hinaus.',
    'power-off': 'Schalte das Gerät aus: Ziehe es ab.',
    'power-on': 'Schalte es wieder ein.',
  },
  enterPin: (pin) => `Gib die Ziffern ${pin} ein, dann OK.`,
  readTo: (position) =>
    `Schreibe die Wörter bis Wort ${position} auf, auf ein neues Blatt, wenn das erste zu sehen ist, und bleib dort.`,
  warning: [
    'Hier werden auf dem Gerät Wallets erstellt und gelöscht. Benutze keine davon für Geld.',
    'Tu, was jede Zeile sagt, und nichts anderes: Nach dem, was du tust, wird das Gerät beurteilt.',
  ],
  journey: (name) => `- ${name}`,
  brokenSoFar: (rule) => `  VERLETZT: ${rule}`,
  report: {
    title: 'Hostblind-Konformitätsbericht',
    device(claims) {
      if (claims === undefined)
        return 'Das Gerät hat kein lesbares Info geliefert; sonst wurde nichts getestet.';
      const { maker, product, kind } = claims;
      const kinds = {
        maker: 'Gerät eines Herstellers',
        simulator: 'Simulator',
        'self-built': 'Eigenbau',
      };
      const named = maker === undefined ? '' : `„${product ?? ''}“ von „${maker}“, `;
      return `Gerät        ${named}${kinds[kind]}, nach eigener Angabe`;
    },
    firmware: (firmware, protocol) => `Firmware     ${firmware}, Protokoll ${protocol}`,
    can: (capabilities) => `Kann         ${capabilities.join(', ')}`,
    facts: ({ date, kit, link }) => `Lauf         ${date}, hostblind ${kit}, --link ${link}`,
    ledBy: {
      command: 'Geführt von  einem Tastenbefehl',
      person: 'Geführt von  einem Menschen',
      nobody: 'Geführt von  niemandem',
    },
    summary: ({ holds, broken, untried }) =>
      `${plural(holds, { one: 'Eine Regel ist erfüllt', other: `${holds} Regeln sind erfüllt` })}, ${broken === 0 ? 'keine ist verletzt' : plural(broken, { one: 'eine ist VERLETZT', other: `${broken} sind VERLETZT` })}, ${plural(untried, { one: 'eine wurde nicht getestet', other: `${untried} wurden nicht getestet` })}.`,
    checks: (count) => plural(count, { one: 'ein Test', other: `${count} Tests` }),
    failed: (failed, checks) => `${failed} von ${checks} Tests`,
    failure: ({ where, sent, came, expected }) =>
      `${where === '' ? '' : `bei ${where}: `}${sent === '' ? '' : `${sent} → `}${came}, erwartet ${expected}`,
    more: (count) => plural(count, { one: 'und ein weiterer', other: `und ${count} weitere` }),
    medians: (medians) =>
      `Mediane der Antworten in ms: ${medians.map(([command, milliseconds]) => `${command} ${milliseconds}`).join(', ')}`,
    grid: (fit) =>
      `Treue beschäftigter Antworten zum 10-ms-Raster: ${String(fit).replace('.', ',')} (1 ist genau, unter 0,4 ist keine)`,
    worth: [
      'Ein Bericht hält fest, was ein Lauf an einem Gerät gesehen hat. Was ein Host nicht sehen kann, steht',
      'nicht darin, und jeder kann einen Bericht schreiben: Teste selbst, bevor du dich auf einen verlässt.',
    ],
  },
  written: (file) => `Bericht geschrieben nach ${file}.`,
  pressFailed: (meaning, code) =>
    `Der Tastenbefehl endete bei „${meaning}“ mit ${code === null ? 'einem Signal' : code}.`,
  noPerson:
    'An diesem Terminal ist niemand: Teile, für die jemand am Gerät sein muss, werden ausgelassen. Nimm --press.',
};
