import type { SimulatorUsbMessages } from '../../types/simulator/usb.ts';

export const simulatorUsbInSpanish: SimulatorUsbMessages = {
  attach: {
    linuxOnly: '--attach solo funciona en Linux. En otros sistemas, usa usbip attach o usbip-win2.',
    rootNeeded:
      '--attach necesita permisos de root: inicia con sudo, o ejecuta con sudo la línea de usbip attach que se muestra.',
    moduleNeeded: '--attach necesita el módulo del kernel vhci-hcd, y modprobe vhci-hcd no lo cargó.',
    noDescriptor: '--attach no funciona con esta versión de Node: oculta el descriptor de los sockets.',
    noFreePort: '--attach: todos los puertos del controlador USB virtual están ocupados.',
    refused: (status) => `el servidor USB/IP se negó (estado ${status})`,
    failedAgain: 'no se pudo volver a conectar',
  },
  noDevice: (busId) => `no hay ningún dispositivo “${busId}” que conectar, o está apagado`,
  attachedAlready: (busId) =>
    `el dispositivo ${busId} ya está conectado: desconéctalo antes (usbip port, usbip detach)`,
  badPacket: (why) => `paquete incorrecto: ${why}. Conexión cerrada.`,
  packet: {
    version: (given, expected) => `versión ${given} en lugar de ${expected}`,
    operation: (given) => `operación ${given} desconocida`,
    command: (given) => `comando ${given} desconocido`,
    direction: (given) => `dirección ${given}`,
    endpoint: (given) => `endpoint ${given}`,
    length: (given, most) => `una transferencia de ${given} bytes, más de ${most}`,
    tooManyWaiting: 'hay demasiadas transferencias en espera',
  },
};
