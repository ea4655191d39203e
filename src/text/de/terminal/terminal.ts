import type { AttestationFailure } from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import { mayHoldMoney, type AlarmReason } from '../../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../../session/trust/cheat-chance.ts';
import { formatChoice, plural } from '../../locale/format.ts';
import type { TerminalMessages } from '../../types/terminal/terminal.ts';
import { proofInGerman } from '../proof.ts';

const ofTrust: Readonly<Partial<Record<AlarmReason, string>>> = {
  attestation: 'Es konnte sich nicht ausweisen',
  'attestation-lost': 'Bisher hat es sich ausgewiesen, jetzt nicht mehr',
  'check-lost': 'Bisher ließ sich sein Zufall prüfen, jetzt nicht mehr',
  'key-changed':
    'Es gibt sich als ein Gerät aus, das dieser Computer kennt, aber sein Schlüssel ist ein anderer',
  'wallet-unsigned': 'Es hat eine Wallet-ID genannt und sie nicht signiert',
  'simulator-mark-lost': 'Bisher war es ein Simulator, und jetzt gibt es sich als echtes Gerät aus',
  'other-wallet':
    'Es hat eine andere Wallet als die, die dieser Computer kennt. Wenn du es selbst zurückgesetzt hast, nimm --forget-wallet',
};

const failures: Readonly<Record<AttestationFailure, string>> = {
  malformed: 'Sein Zertifikat oder seine Antwort ist fehlerhaft',
  'challenge-signature': 'Es hat den Schlüssel zu seinem Zertifikat nicht',
  'issuer-signature': 'Sein Zertifikat ist nicht von dem Aussteller signiert, den es nennt',
  'simulator-mark-missing': 'Sein Zertifikat ist das eines Simulators, und es gibt vor, keiner zu sein',
  'other-maker': 'Sein Zertifikat nennt einen anderen Hersteller als sein Aussteller',
  revoked: 'Sein Hersteller hat es gesperrt',
  'not-this-device': 'Sein Zertifikat gehört zu einem anderen Gerät',
};

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'die Festplatte ist voll',
  EDQUOT: 'das Speicherkontingent ist aufgebraucht',
  EFBIG: 'die Datei ist zu groß',
};

const wrongRoots = {
  'no-json': 'Das ist kein JSON',
  empty: 'Sie nennt keinen Wurzelschlüssel',
  'no-such-field': 'Dieses Feld fehlt, ist unbekannt oder hat den falschen Wert',
  maker:
    'Der Name eines Herstellers hat 1 bis 20 einfache Zeichen und beginnt mit einem Buchstaben oder einer Ziffer',
  key: 'Ein öffentlicher Schlüssel ist 04 und weitere 128 hexadezimale Ziffern',
  'no-point': 'Das ist kein öffentlicher Schlüssel auf der Kurve P-256',
  reserved: 'Diesen Namen hat dieses Projekt schon vergeben',
  twice: 'Dieser Schlüssel ist schon bekannt',
} as const;

export const terminalInGerman: TerminalMessages = {
  exits: {
    done: 'Erledigt.',
    fault: 'Ein Fehler in diesem Programm.',
    usage: 'Die Befehlszeile wurde nicht verstanden.',
    noDevice: 'Kein Gerät gefunden, oder der Simulator läuft nicht.',
    notAllowed:
      'Das Gerät ist da, lässt sich aber nicht öffnen: keine Berechtigung, keine USB-Bibliotheken oder schon in Benutzung.',
    notFinished:
      'Der Vorgang wurde nicht abgeschlossen: abgelehnt, abgebrochen, verworfen, zurückgesetzt oder ausgeschaltet.',
    notNow:
      'Das Gerät kann das jetzt nicht: Es hat schon eine Wallet oder noch keine, ist gesperrt oder beschäftigt, kann keine Signatur schützen, oder es gibt nichts abzubrechen.',
    link: 'Die Verbindung zum Gerät ist abgerissen, oder es hat nicht richtig geantwortet.',
    doNotUse:
      'Das Gerät konnte sich nicht ausweisen, ist bei der Zufallsprüfung durchgefallen, hat sich verändert, seit dieser Computer es kennt, hat so signiert, dass es Schlüssel verraten könnte, oder hat bei sich einen Defekt festgestellt. Benutze es nicht.',
    outputLost:
      'Die Ausgabe ließ sich nicht schreiben, etwa auf eine volle Festplatte. Das Gerät wurde gebeten abzubrechen.',
    notConforming: 'Das Gerät verletzt eine Regel des Protokolls; der Bericht nennt sie.',
    notMatching: 'Es stimmt nicht: Die Wörter, der Backup-Code oder die Datei passen nicht zur Wallet.',
    badFile:
      'Die Datei ist nicht verwendbar: Sie existiert schon, ist keine Backup-Datei oder ließ sich nicht lesen oder schreiben.',
    interrupted:
      'Strg+C, oder niemand liest die Ausgabe mehr. Das Gerät wurde gebeten abzubrechen, was dieses Programm begonnen hatte, außer bei conform.',
  },
  notes: {
    simulator: 'Das ist ein Simulator. Sende nie echtes Geld an seine Wallet.',
    'simulator-link':
      'Diese Verbindung ist für Simulatoren gemacht. Wenn du nicht weißt, was am anderen Ende ist, sende nie echtes Geld an seine Wallet.',
    'unknown-maker':
      'Dieses Programm weiß nicht, wer dieses Gerät hergestellt hat. Wenn du es auch nicht weißt, drücke Strg+C und benutze es nicht.',
    'self-built':
      'Dieses Gerät ist ein Eigenbau: Kein Hersteller bürgt dafür. Dieser Computer merkt sich ab jetzt seinen Schlüssel. Wenn du nicht weißt, wer es gebaut hat, drücke Strg+C.',
    'cannot-prove':
      'Dieses Gerät kann sich nicht ausweisen. Wenn du nicht weißt, woher es kommt, drücke Strg+C.',
    'not-checked': 'Die Firmware dieses Geräts kann nicht zeigen, wie sie Zufall erzeugt.',
    back: 'Dein Gerät ist wieder da.',
    'other-device': 'Das ist ein anderes Gerät. Stecke das erste an.',
    'not-kept':
      'Was dieser Computer über deine Geräte weiß, lässt sich nicht lesen oder speichern. Wenn sich ein Gerät verändert hat, fällt das also nicht auf.',
    locked: 'Dein Gerät ist gesperrt. Gib seine PIN am Gerät ein, dann geht es hier weiter.',
    busy: 'Dein Gerät ist mit etwas beschäftigt, das nicht hier begonnen wurde. Wenn das fertig ist, geht es hier weiter.',
    asked:
      'Ein Programm fragt etwas auf deinem Gerät. Lies die Frage dort und antworte dort. Danach geht es hier weiter.',
  },
  labels: {
    device: 'Gerät',
    kind: 'Art',
    firmware: 'Firmware',
    deviceId: 'Geräte-ID',
    can: 'Kann',
    proof: 'Nachweis',
    name: 'Name',
    walletId: 'Wallet-ID',
    wallet: 'Wallet',
    tries: 'PIN-Versuche',
    backup: 'Backup',
    backedUp: 'Gesichert',
    checked: 'Prüfung',
    checks: 'Zufall',
    known: 'Bekannt',
    lastSeen: 'Gesehen',
    file: 'Datei',
    address: 'Adresse',
    signature: 'Signatur',
  },
  walletState: (state, locked) => (locked ? `${state}, Gerät gesperrt` : state),
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    if (provesNothing(proof)) {
      return [
        plural(before, {
          one: 'Diese Prüfung ist nicht verlässlich: Eine frühere mit diesem Gerät wurde nicht abgeschlossen.',
          other: `Diese Prüfung ist nicht verlässlich: ${before} frühere mit diesem Gerät wurden nicht abgeschlossen.`,
        }),
        'Wenn du sie nicht abgebrochen hast, zahle nichts auf diese Wallet ein.',
      ];
    }
    return [
      plural(opened, {
        one: 'Zufall geprüft: einen Kandidaten geöffnet, nichts Auffälliges.',
        other: `Zufall geprüft: ${opened} Kandidaten geöffnet, nichts Auffälliges.`,
      }),
      ...(before === 0
        ? []
        : [
            plural(before, {
              one: 'Eine frühere Prüfung mit diesem Gerät wurde nicht abgeschlossen.',
              other: `${before} frühere Prüfungen mit diesem Gerät wurden nicht abgeschlossen.`,
            }),
          ]),
      `Ein unehrliches Gerät wäre in höchstens ${times} von ${of} Fällen durchgekommen.`,
    ];
  },
  unfinished(reason, count) {
    const { title, body } = proofInGerman.unprovenText(reason, count);
    return [`${title}.`, ...body].join(' ');
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `Es ist bei der Zufallsprüfung durchgefallen (${reason})`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known ? `${detail}. Sende kein Geld an seine Wallet` : detail;
  },
  doNotUse: (why) => `Benutze dieses Gerät nicht: ${why}.`,
  changed: [
    'Von dem Gerät wurde nichts verlangt.',
    'Wenn du den Grund kennst, gib denselben Befehl noch einmal mit --forget-wallet ein. Wenn nicht, benutze das Gerät nicht.',
  ],
  kinds: {
    maker: 'Gerät eines Herstellers',
    simulator: 'Simulator: nicht für echtes Geld',
    'self-built': 'Eigenbau',
  },
  make: ({ maker, product }, vouched) =>
    vouched ? `${maker} ${product}` : `„${product}“ von „${maker}“, nach eigener Angabe`,
  claims: ({ maker, product }) => `Es nennt sich „${product}“ von „${maker}“.`,
  attested(proof) {
    switch (proof?.kind) {
      case undefined:
        return 'keiner: Es kann sich nicht ausweisen';
      case 'simulator':
        return 'Simulator, laut seinem Zertifikat';
      case 'genuine':
        return proof.added ? 'echt, nach einem Wurzelschlüssel, den du ergänzt hast' : 'echt';
      case 'self-built':
        return 'nur mit dem eigenen Schlüssel signiert: Kein Hersteller bürgt dafür';
      case 'unknown-issuer':
        return 'hat ein Zertifikat, aber dieses Programm kennt den Aussteller nicht';
      case 'failed':
        return `FEHLGESCHLAGEN: ${failures[proof.reason]}. Benutze dieses Gerät nicht.`;
    }
  },
  links: {
    process: (kind) => (kind === 'simulator' ? 'Simulator im eigenen Fenster' : 'Gerät am wire-Port'),
    tcp: (kind) => (kind === 'simulator' ? 'Simulator über TCP' : 'Gerät über TCP'),
  },
  usage: {
    choose: (what, given, choices) => `${what} ${given}: Wähle aus ${choices.join(', ')}.`,
    port: (given) => `--port ${given}: Ein Port ist eine Zahl von 1 bis 65535.`,
    account: (given, highest) => `--account ${given}: Ein Konto ist eine Zahl von 0 bis ${highest}.`,
    message: (longest) => `sign-message: Eine Nachricht hat 1 bis ${longest} Byte Text in UTF-8.`,
    looksLikePhrase:
      'Das sieht nach Wiederherstellungswörtern aus. Es wurde nichts gesendet. Gib deine Wörter nie an einem Computer ein; liegt Geld darauf, sende es an eine neue Wallet.',
    commandNeeded: (commands) => `Es fehlt ein Befehl: ${commands.join(', ')}.`,
    oneCommand: (more) => `Nur ein Befehl auf einmal: ${more.join(' ')} ist zu viel.`,
    notWith: (flag, other) => `${flag}: geht nicht zusammen mit ${other}.`,
    fileNeeded: (flag) => `${flag}: Nenne eine Datei.`,
    programNeeded: (flag) => `${flag}: Nenne einen Befehl.`,
    onlyWith: (flag, others) => `${flag}: geht nur mit ${formatChoice(others)}.`,
    notFor: (flag, command) => `${flag}: gibt es bei ${command} nicht. Siehe hostblind ${command} --help.`,
    argumentNeeded: (command, what) => `${command}: Es fehlt ${what}, wie in hostblind ${command} ${what}.`,
    sayYes: (command) =>
      `${command}: Stimme mit --yes zu. Dieses Programm kann dich nur in einem Terminal fragen, und nur ohne --json.`,
  },
  roots: {
    problem(file, problem) {
      const where = 'where' in problem && problem.where !== '' ? `${problem.where}: ` : '';
      return `Wurzelschlüssel-Datei ${file}: ${where}${wrongRoots[problem.kind]}.`;
    },
    unreadable: (file, code) => `Wurzelschlüssel-Datei ${file}: Sie lässt sich nicht lesen (${code}).`,
  },
  signing: {
    steps: {
      opening: 'Die Ethereum-App wird auf deinem Gerät geöffnet.',
      consent:
        'Wenn dein Gerät fragt, ob ein Programm seine Adressen sehen darf, lies das und antworte dort.',
      reading:
        'Lies die ganze Nachricht auf deinem Gerät. Wenn du genau das signieren willst, halte am Ende seine rechte Taste gedrückt.',
      finishing: 'Die Signatur wird geprüft.',
    },
    checked:
      'Geprüft: In der Signatur steckt die Zufallszahl dieses Computers. Dein Gerät kann also nichts darin versteckt haben.',
    unreadable: (code) => `Die Nachricht lässt sich nicht von der Standardeingabe lesen (${code}).`,
  },
  cancelled: 'Das Gerät hat abgebrochen, wie du es wolltest.',
  nothingToCancel: 'Auf dem Gerät gibt es gerade nichts abzubrechen.',
  noDevice: 'Kein Gerät gefunden.',
  stopped: 'Hier abgebrochen. Drücke noch einmal Strg+C, um das Programm sofort zu beenden.',
  seeHelp: 'Siehe hostblind --help.',
  unknownFault: 'unbekannter Fehler',
  udevRule: (file) => `Unter Linux schreibe als root diese Zeilen in ${file}:`,
  startSimulator: 'Für den Simulator: Starte firmware-sim und nimm dann --link process.',
  outputLost: (code) =>
    `Die Ausgabe ließ sich nicht schreiben: ${outputFaults[code] ?? code}. Was darin fehlt, wurde auch nirgends sonst gesagt.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `Was unter ${where} antwortet, ist kein Simulator, oder sein Gerät ist ausgeschaltet.`
      : `Was unter ${where} antwortet, ist kein Simulator.`,
  portPrinted: (name) => `Starte firmware-sim und nenne mit --port den Port, den es für ${name} ausgibt.`,
  keys: 'Drücke j oder n, dann Enter. Tippe nie ein Wort oder deine PIN in einen Computer.',
  unfinishedChecks: (count) =>
    plural(count, {
      one: 'eine Prüfung wurde nicht abgeschlossen',
      other: `${count} Prüfungen nacheinander wurden nicht abgeschlossen`,
    }),
  acquainted: {
    known: (since) => `seit dem ${since}, an seinem Schlüssel erkannt`,
    new: 'noch nicht: Von diesem Gerät ist nichts vermerkt',
    unproven: 'nein: Es kann nicht beweisen, welches Gerät es ist, deshalb wird nichts von ihm vermerkt',
  },
  records: {
    place: (file) =>
      file === undefined
        ? 'Nichts wird festgehalten: --no-records.'
        : `Festgehalten in ${file}, nur für dich lesbar: Tage und Uhrzeiten, Wallet-IDs sowie IDs, Namen und öffentliche Schlüssel deiner Geräte. Keine Wörter, keine PIN.`,
    allChecked: 'Jedes Backup, das dieser Computer kennt, wurde im letzten Jahr geprüft.',
    ceremony: (what, ended) => `${what}: ${ended}`,
    cancelled: 'Auf einem Computer abgebrochen',
    none: 'Dieser Computer hat sich noch nichts gemerkt.',
    more: (count) =>
      plural(count, {
        one: 'Ein älterer Eintrag: --json zeigt ihn.',
        other: `${count} ältere Einträge: --json zeigt sie.`,
      }),
  },
};
