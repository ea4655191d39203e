import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';

export const deviceWindowInSpanish: DeviceWindowMessages = {
  switchedOff: 'El dispositivo está apagado.',
  ended: 'El simulador se ha detenido. Vuelve a iniciarlo y esta ventana se conectará de nuevo.',
  moved: 'Este simulador tiene otra ventana. Abre la dirección que mostró.',
};
