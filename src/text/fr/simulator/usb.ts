import type { SimulatorUsbMessages } from '../../types/simulator/usb.ts';

export const simulatorUsbInFrench: SimulatorUsbMessages = {
  attach: {
    linuxOnly: '--attach ne fonctionne que sous Linux. Ailleurs, utilisez usbip attach ou usbip-win2.',
    rootNeeded: '--attach exige root : démarrez avec sudo, ou exécutez ainsi la ligne usbip attach affichée.',
    moduleNeeded: '--attach exige le module noyau vhci-hcd, et modprobe vhci-hcd ne l’a pas chargé.',
    noDescriptor:
      '--attach ne fonctionne pas avec cette version de Node : elle cache le descripteur des sockets.',
    noFreePort: '--attach : tous les ports du contrôleur hôte virtuel sont pris.',
    refused: (status) => `le serveur USB/IP a refusé (statut ${status})`,
    failedAgain: 'il n’a pas pu être rattaché',
  },
  noDevice: (busId) => `il n’y a pas d’appareil « ${busId} » à rattacher, ou il est éteint`,
  attachedAlready: (busId) =>
    `l’appareil ${busId} est déjà rattaché : détachez-le d’abord (usbip port, usbip detach)`,
  badPacket: (why) => `paquet incorrect : ${why}. Connexion fermée.`,
  packet: {
    version: (given, expected) => `version ${given} au lieu de ${expected}`,
    operation: (given) => `opération inconnue ${given}`,
    command: (given) => `commande inconnue ${given}`,
    direction: (given) => `sens ${given}`,
    endpoint: (given) => `point de terminaison ${given}`,
    length: (given, most) => `un transfert de ${given} octets, plus que ${most}`,
    tooManyWaiting: 'trop de transferts en attente',
  },
};
