import type { TargetProblem, TerminalCeremonyMessages } from '../../types/terminal/ceremonies.ts';

const systemProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'Die Festplatte ist voll',
  EDQUOT: 'Das Speicherkontingent ist aufgebraucht',
  EROFS: 'Die Festplatte ist schreibgeschützt',
  EACCES: 'Du darfst dort nicht schreiben',
  EPERM: 'Du darfst dort nicht schreiben',
  ENOENT: 'Der Ordner existiert nicht',
  ENOTDIR: 'Der Ordner existiert nicht',
};

function reason(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'exists':
      return 'Die Datei existiert schon';
    case 'folder':
      return 'Das ist ein Ordner';
    case 'system':
      return systemProblems[problem.code] ?? problem.code;
  }
}

/** Commands stay on one line, by a no-break space. */
export const terminalCeremoniesInGerman: TerminalCeremonyMessages = {
  backedUp: 'Gesichert. Du hast jedes Wort auf dem Gerät bestätigt.',
  nothing: 'Der Vorgang endete, bevor es eine Wallet gab. Es wurde nichts erstellt: Fang noch einmal an.',
  toFinish: 'Eine Wallet wurde begonnen: Beende oder verwirf ihr Backup mit hostblind\u00A0resume.',
  cancelled: 'Ein anderes Programm oder Fenster hat dein Gerät gebeten abzubrechen.',
  unfit: {
    'no-wallet': {
      when: 'Dieses Gerät hat keine Wallet.',
      todo: 'Erstelle eine neue mit hostblind\u00A0create, oder hole deine zurück mit hostblind\u00A0restore oder hostblind\u00A0restore-file.',
    },
    'has-wallet': {
      when: 'Dieses Gerät hat schon eine Wallet.',
      todo: 'Es wurde nichts geändert. Wenn du die Wallet darauf nicht mehr brauchst, prüfe zuerst dein Blatt: hostblind\u00A0check. Lösche sie dann: hostblind\u00A0wipe.',
    },
    unfinished: {
      when: 'Die Wallet auf diesem Gerät ist noch nicht gesichert.',
      todo: 'Beende oder verwirf zuerst ihr Backup: hostblind\u00A0resume.',
    },
    'nothing-unfinished': {
      when: 'Dieses Gerät hat kein unfertiges Backup.',
      todo: 'Sieh nach mit hostblind\u00A0status.',
    },
  },
  language: {
    already: (language) => `Dein Gerät spricht schon ${language}.`,
    unknown: (spoken) => `Diese Sprache spricht dein Gerät nicht. Es spricht: ${spoken.join(', ')}.`,
  },
  sure: { reveal: 'Deine Wörter auf dem Gerät anzeigen?', wipe: 'Dieses Gerät zurücksetzen?' },
  answerKeys: { yes: 'j', no: 'n' },
  yesNo: '[j/N]',
  threeKeys: ({ yes, no, none }) => `j: ${yes}. n: ${no}. Enter: ${none}.`,
  left: 'Von deinem Gerät wurde nichts verlangt.',
  interrupted: {
    ours: 'Dein Gerät soll abbrechen. Drücke noch einmal Strg+C, um das Programm sofort zu beenden.',
    away: 'Dein Gerät ist nicht verbunden und erfährt deshalb nicht, dass es abbrechen soll. Schau auf seinen Bildschirm, wenn es wieder da ist.',
    nothing: 'Hier abgebrochen. Dein Gerät bleibt, wie es ist.',
  },
  doubtNext: 'Wörter anzeigen: hostblind\u00A0reveal. Noch einmal prüfen: hostblind\u00A0check.',
  notNoted: 'Dieser Computer konnte den Tag dieser Prüfung nicht festhalten.',
  knownWallet: 'Dieser Computer kennt diese Wallet: Ihre ID ist dieselbe wie zuvor.',
  compareYourself:
    'Vergleiche die Wallet-ID mit der auf deinem Vordruck. Dieses Programm kann dich nur in einem Terminal fragen. Noch zeigt also nichts, dass es die richtige Wallet ist.',
  differentNext: 'Wörter anzeigen: hostblind\u00A0reveal. Gerät zurücksetzen: hostblind\u00A0wipe.',
  ids: { onDevice: 'am Gerät', inFile: 'in der Datei' },
  savedTo: (path) => `Backup-Datei gespeichert: ${path}`,
  checkLater: (path) =>
    `Dein Gerät hat sie verschlüsselt, und dieser Computer hat den Code, der sie öffnet, nicht gesehen. Verschiebe die Datei dorthin, wo du sie aufbewahren willst, lege das Blatt mit dem Code an einen anderen Ort und prüfe sie dann: hostblind\u00A0check-file ${path}`,
  tryToSaveAgain: 'Noch einmal versuchen zu speichern?',
  saveProblem: (path, problem) => `${path}: ${reason(problem)}.`,
  strangeFile: 'Was das Gerät geliefert hat, ist keine Backup-Datei seiner Wallet.',
  openProblem: (path, problem) => ({
    when: `${path}: ${reason(problem)}.`,
    todo: {
      exists:
        'Nenne eine andere Datei. Wenn du diese nicht mehr brauchst, ersetze sie mit --force: Ihr Backup-Code öffnet dann nichts mehr.',
      folder: 'Nenne eine Datei darin.',
      system: 'Nenne eine andere Datei. Von deinem Gerät wurde nichts verlangt.',
    }[problem.kind],
  }),
  unreadable: (path, code) => `${path}: Die Datei lässt sich nicht lesen (${code}).`,
};
