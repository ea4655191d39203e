import type { SimulatorUsbMessages } from '../../types/simulator/usb.ts';

export const simulatorUsbInEnglish: SimulatorUsbMessages = {
  attach: {
    linuxOnly: '--attach works on Linux only. Elsewhere, use usbip attach or usbip-win2.',
    rootNeeded: '--attach needs root: start with sudo, or run the printed usbip attach line with it.',
    moduleNeeded: "--attach needs the kernel module vhci-hcd, and modprobe vhci-hcd didn't load it.",
    noDescriptor: "--attach doesn't work with this version of Node: it hides a socket's descriptor.",
    noFreePort: '--attach: every port of the virtual host controller is taken.',
    refused: (status) => `the USB/IP server refused (status ${status})`,
    failedAgain: "it couldn't be attached again",
  },
  noDevice: (busId) => `there's no device "${busId}" to attach, or it's switched off`,
  attachedAlready: (busId) =>
    `device ${busId} is already attached: detach it first (usbip port, usbip detach)`,
  badPacket: (why) => `bad packet: ${why}. Connection closed.`,
  packet: {
    version: (given, expected) => `version ${given}, not ${expected}`,
    operation: (given) => `unknown operation ${given}`,
    command: (given) => `unknown command ${given}`,
    direction: (given) => `direction ${given}`,
    endpoint: (given) => `endpoint ${given}`,
    length: (given, most) => `a transfer of ${given} bytes, more than ${most}`,
    tooManyWaiting: 'too many transfers are waiting',
  },
};
