import { plural } from '../../locale/format.ts';
import type { FrameMessages } from '../../types/simulator/pages.ts';

const buttons = { left: 'Botón izquierdo', both: 'Los dos botones', right: 'Botón derecho' };

export const frameInSpanish: FrameMessages = {
  title: 'Dispositivo simulado',
  screen: 'La pantalla del dispositivo',
  buttons: 'Los botones del dispositivo',
  left: 'Izquierdo',
  both: 'Los dos',
  right: 'Derecho',
  notSpoken: 'En la pantalla hay texto secreto. No se lee en voz alta.',
  mark: 'Simulador: palabras de prueba, nunca dinero real',
  unseen: 'Los botones solo funcionan si se ve la pantalla entera.',
  leftButton: `${buttons.left}:`,
  bothButtons: `${buttons.both}:`,
  rightButton: `${buttons.right}:`,
  keys: 'Teclas: [←] izquierdo, [→] derecho, [↓] o [Enter] los dos. Mantén pulsada una tecla para mantener pulsado su botón.',
  options: 'Opciones',
  latch: 'Mantener por mí: una pulsación deja el botón pulsado y la siguiente lo suelta',
  speech: 'Leer en voz alta las palabras secretas (para lectores de pantalla)',
  speechWarning:
    'Tu lector de pantalla dirá en voz alta las palabras y el PIN. Quien lo oiga los sabrá. Ponte antes unos auriculares.',
  speechAgree: 'Llevo auriculares: leer las palabras',
  keepsNothing:
    'Este dispositivo no guarda nada: si recargas o cierras la página, tendrás uno nuevo y vacío.',
  does: (button, action) => `${buttons[button]}: ${action}`,
  turn: (button, entry) =>
    button === 'left' ? `Gira a la izquierda: ${entry}` : `Gira a la derecha: ${entry}`,
  digitsEntered: (count) =>
    plural(count, { one: '1 cifra introducida', other: `${count} cifras introducidas` }),
  selected: (item) => `Seleccionado: ${item}`,
};
