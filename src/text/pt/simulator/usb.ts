import type { SimulatorUsbMessages } from '../../types/simulator/usb.ts';

export const simulatorUsbInPortuguese: SimulatorUsbMessages = {
  attach: {
    linuxOnly: '--attach só funciona no Linux. Em outros sistemas, use usbip attach ou usbip-win2.',
    rootNeeded: '--attach precisa de root: inicie com sudo, ou rode com ele a linha usbip attach impressa.',
    moduleNeeded: '--attach precisa do módulo vhci-hcd do kernel, e modprobe vhci-hcd não o carregou.',
    noDescriptor: '--attach não funciona com esta versão do Node: ela esconde o descritor de um socket.',
    noFreePort: '--attach: todas as portas do controlador USB virtual estão ocupadas.',
    refused: (status) => `o servidor USB/IP recusou (status ${status})`,
    failedAgain: 'não foi possível conectá-lo de novo',
  },
  noDevice: (busId) => `não há um dispositivo “${busId}” para conectar, ou ele está desligado`,
  attachedAlready: (busId) =>
    `o dispositivo ${busId} já está conectado: desconecte-o antes (usbip port, usbip detach)`,
  badPacket: (why) => `pacote inválido: ${why}. Conexão encerrada.`,
  packet: {
    version: (given, expected) => `versão ${given} em vez de ${expected}`,
    operation: (given) => `operação desconhecida ${given}`,
    command: (given) => `comando desconhecido ${given}`,
    direction: (given) => `direção ${given}`,
    endpoint: (given) => `endpoint ${given}`,
    length: (given, most) => `uma transferência de ${given} bytes, mais que ${most}`,
    tooManyWaiting: 'há transferências demais à espera',
  },
};
