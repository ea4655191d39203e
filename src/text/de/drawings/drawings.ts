import type { DrawingMessages } from '../../types/drawings/drawings.ts';

export const drawingsInGerman: DrawingMessages = {
  layouts: {
    screen: 'Ein Gerät mit Bildschirm.',
    'buttons-above': 'Ein Gerät mit Bildschirm und zwei Tasten an der Oberkante.',
    'buttons-below': 'Ein Gerät mit Bildschirm und zwei Tasten darunter.',
    'buttons-beside': 'Ein Gerät mit Bildschirm zwischen zwei runden Tasten.',
    touch: 'Ein Gerät mit Touchscreen.',
    edges: 'Ein Gerät mit Bildschirm. Du berührst seine obere und untere Kante.',
  },
  legend: 'Was die Tasten tun',
  left: 'Links',
  right: 'Rechts',
  both: 'Beide',
  touch: 'Auf dem Bildschirm',
  unused: 'ohne Funktion',
  hold: 'Halte sie etwa so lange gedrückt: anderthalb Sekunden. Wie weit du bist, zeigt nur dein Gerät.',
  connect: { 'plug-in': 'Anschließen', unlock: 'Entsperren', choose: 'In der Liste auswählen' },
};
