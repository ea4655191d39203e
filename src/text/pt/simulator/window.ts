import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';

export const deviceWindowInPortuguese: DeviceWindowMessages = {
  switchedOff: 'O dispositivo está desligado.',
  ended: 'O simulador parou. Inicie-o de novo, e esta janela se reconecta.',
  moved: 'Este simulador tem uma nova janela. Abra o endereço que ele imprimiu.',
};
