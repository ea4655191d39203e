import { plural } from '../../locale/format.ts';
import type { FrameMessages } from '../../types/simulator/pages.ts';

const buttonNames = { left: 'linken', right: 'rechten' } as const;
const buttonLabels = { left: 'Linke Taste', both: 'Beide Tasten', right: 'Rechte Taste' } as const;

export const frameInGerman: FrameMessages = {
  title: 'Simuliertes Gerät',
  screen: 'Der Bildschirm des Geräts',
  buttons: 'Die Tasten des Geräts',
  left: 'Links',
  both: 'Beide',
  right: 'Rechts',
  notSpoken: 'Auf dem Bildschirm steht etwas Geheimes. Es wird nicht vorgelesen.',
  mark: 'Simulator: nur Testwörter, nie echtes Geld',
  unseen: 'Die Tasten funktionieren nur, solange der ganze Bildschirm zu sehen ist.',
  leftButton: `${buttonLabels.left}:`,
  bothButtons: `${buttonLabels.both}:`,
  rightButton: `${buttonLabels.right}:`,
  keys: 'Auf der Tastatur: [←] links, [→] rechts, [↓] oder [Enter] beide. Halte eine gedrückt, um die Taste des Geräts zu halten.',
  options: 'Optionen',
  latch: 'Für mich halten: Ein Druck hält eine Taste unten, der nächste lässt sie los',
  speech: 'Geheime Wörter vorlesen (für Screenreader)',
  speechWarning:
    'Dein Screenreader spricht die Wörter und die PIN dann laut aus. Wer das hört, kennt sie. Setze vorher Kopfhörer auf.',
  speechAgree: 'Ich habe Kopfhörer auf: Wörter vorlesen',
  keepsNothing:
    'Dieses Gerät merkt sich nichts: Wenn du die Seite neu lädst oder schließt, bekommst du ein neues, leeres.',
  does: (button, action) => `${buttonLabels[button]}: ${action}`,
  turn: (button, entry) => `Mit der ${buttonNames[button]} Taste zu ${entry}`,
  digitsEntered: (count) =>
    plural(count, { one: '1 Ziffer eingegeben', other: `${count} Ziffern eingegeben` }),
  selected: (item) => `Ausgewählt: ${item}`,
};
