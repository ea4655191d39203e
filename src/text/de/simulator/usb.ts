import type { SimulatorUsbMessages } from '../../types/simulator/usb.ts';

export const simulatorUsbInGerman: SimulatorUsbMessages = {
  attach: {
    linuxOnly: '--attach gibt es nur unter Linux. Nimm sonst usbip attach oder usbip-win2.',
    rootNeeded:
      '--attach braucht root: Starte mit sudo, oder gib damit die ausgegebene usbip-attach-Zeile ein.',
    moduleNeeded: '--attach braucht das Kernelmodul vhci-hcd, und modprobe vhci-hcd hat es nicht geladen.',
    noDescriptor:
      '--attach funktioniert mit dieser Version von Node nicht: Sie verbirgt den Deskriptor eines Sockets.',
    noFreePort: '--attach: Jeder Anschluss des virtuellen Hostcontrollers ist belegt.',
    refused: (status) => `Der USB/IP-Server hat abgelehnt (Status ${status})`,
    failedAgain: 'Es ließ sich nicht wieder anschließen',
  },
  noDevice: (busId) => `Es gibt kein Gerät „${busId}“, das sich anschließen ließe, oder es ist ausgeschaltet`,
  attachedAlready: (busId) =>
    `Gerät ${busId} ist schon angeschlossen: Trenne es zuerst (usbip port, usbip detach)`,
  badPacket: (why) => `Fehlerhaftes Paket: ${why}. Verbindung geschlossen.`,
  packet: {
    version: (given, expected) => `Version ${given} statt ${expected}`,
    operation: (given) => `unbekannte Operation ${given}`,
    command: (given) => `unbekannter Befehl ${given}`,
    direction: (given) => `Richtung ${given}`,
    endpoint: (given) => `Endpunkt ${given}`,
    length: (given, most) => `ein Transfer von ${given} Byte, mehr als ${most}`,
    tooManyWaiting: 'zu viele Transfers warten',
  },
};
