import type { SimulatorStorageMessages } from '../../types/simulator/storage.ts';

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'Die Festplatte ist voll. Schaffe Platz und starte noch einmal.',
  EDQUOT: 'Das Speicherkontingent ist aufgebraucht. Schaffe Platz und starte noch einmal.',
  EROFS: 'Ihre Festplatte ist schreibgeschützt. Nenne eine Datei an einem anderen Ort.',
  EACCES: 'Du darfst sie nicht öffnen. Nenne eine andere Datei, oder ändere ihren Besitzer.',
  EPERM: 'Du darfst sie nicht ändern. Nenne eine andere Datei, oder ändere ihren Besitzer.',
  ENOENT: 'Ihr Ordner existiert nicht. Lege ihn an, oder nenne eine andere Datei.',
  ENOTDIR: 'Ihr Ordner ist eine Datei. Nenne eine andere Datei.',
  EISDIR: 'Das ist ein Ordner. Nenne eine Datei darin.',
  EIO: 'Die Festplatte funktioniert nicht. Nenne eine Datei auf einer anderen.',
};

export const simulatorStorageInGerman: SimulatorStorageMessages = {
  fault: (path, code) => `Speicherdatei ${path}: ${faults[code] ?? `${code}. Nenne eine andere Datei.`}`,
  inUseBy: (path, pid) =>
    `Speicherdatei ${path}: Prozess ${pid} benutzt sie gerade. Beende ihn, oder nenne eine andere Datei.`,
  inUse: (path) =>
    `Speicherdatei ${path}: Ein anderer Simulator benutzt sie gerade, vielleicht in einem anderen Container. Beende ihn, oder nenne eine andere Datei.`,
  perhapsInUse: (path, pid) =>
    `Speicherdatei ${path}: Vielleicht wird sie gerade benutzt. ${path}.lock nennt Prozess ${pid}, und von hier aus lässt sich nicht feststellen, ob das ein Simulator ist. Wenn kein Simulator die Datei benutzt, lösche ${path}.lock und starte noch einmal.`,
  notAFile: (path) => `--storage ${path}: Das ist keine Datei. Nenne eine Datei, oder lass --storage weg.`,
  wrongSize: (path, bytes, expected) =>
    `Speicherdatei ${path}: Sie hat ${bytes} Byte statt ${expected}, ist also keine Speicherdatei dieses Simulators. Nenne eine andere Datei.`,
  becameShorter: 'Die Speicherdatei wurde kürzer, während sie in Benutzung war',
  openToOthers: (path, mode) =>
    `Speicherdatei ${path}: Andere Benutzer können sie öffnen (Modus ${mode}), und das lässt sich hier nicht ändern. Nenne eine Datei, die dir gehört.`,
  wasOpenToOthers: (path, mode) =>
    `Speicherdatei ${path}: Andere Benutzer konnten sie öffnen (Modus ${mode}). Jetzt kannst das nur noch du (Modus 600).`,
};
