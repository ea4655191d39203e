import { formatChoice } from '../../locale/format.ts';
import type { SimulatorMessages } from '../../types/simulator/command.ts';

export const simulatorInEnglish: SimulatorMessages = {
  help: ({
    models,
    kinds,
    personaModels,
    personaModes,
    ports,
  }) => `firmware-sim: a simulated Hostblind device. Test words only, never a real wallet.

  --model MODEL        ${formatChoice(models)} (default ${models[0]}): whose USB IDs it has, for Ledger's tools
  --kind KIND          ${formatChoice(kinds)} (default simulator): who it says made it, to try a host with it
  --maker, --product   their names in its certificate, with --kind self-built or maker
  --issuer-key FILE    the maker's key (64 hexadecimal digits), with --kind maker; docs/makers.md explains how
  --persona ledger     act as a stock Ledger instead (docs/devices.md); it has flags of its own:
                       --model ${personaModels.join(', ')}; --firmware VERSION;
                       --mode ${personaModes.join(', ')}; --deriving-ms N
  --storage FILE       keep the device's storage in FILE; without it, a restart forgets everything
  --api-port PORT      the bench: screen, buttons and APDUs over HTTP (default ${ports.api})
  --apdu-port PORT     APDUs over TCP (default ${ports.apdu})
  --wire-port PORT     APDUs over WebSocket, for web pages (default ${ports.wire})
  --device-window      serve a page that shows the device, and print its secret address
  --allow-origin URL   let this page use the wire, besides the app on this computer; can be repeated
  --wire-clients N     how many can use the wire at once, 1 to 16 (default 1)
  --usb                be a USB device for this computer, over USB/IP; docs/plug-in.md explains how
  --usb-port PORT      USB/IP over TCP (default ${ports.usb})
  --usb-id VID:PID     USB IDs in hexadecimal (default: Ledger's, so Ledger's tools find it)
  --attach             plug it into this computer right away (Linux, as root)
  --malicious NAME     for tests: a device that cheats, and says so; docs/threat-model.md lists the names
  --json               print the addresses as one line of JSON
  --version, --help

Port 0 picks any free port. All ports are open to this computer only. docs/bench.md describes them.
`,
  usage: {
    choose: (flag, given, choices) => `${flag} ${given}: choose ${formatChoice(choices)}.`,
    port: (flag, given) => `${flag} ${given}: a port is a number from 0 to 65535. 0 picks any free port.`,
    origin: (flag, given) =>
      `${flag} ${given}: give an address such as https://wallet.example, without a path.`,
    count: (flag, given, least, most) => `${flag} ${given}: give a number from ${least} to ${most}.`,
    milliseconds: (flag, given, most) => `${flag} ${given}: give milliseconds from 0 to ${most}.`,
    usbIds: (flag, given) => `${flag} ${given}: give two hexadecimal numbers, such as 2c97:5000.`,
    version: (flag, given) => `${flag} ${given}: give a version, such as 2.2.3.`,
    fileNeeded: (flag) => `${flag}: name a file.`,
    onlyWith: (flag, other) => `${flag}: use it with ${other}.`,
    notWith: (flag, other) => `${flag}: don't use it with ${other}.`,
    onePersona: (given) => `--persona ${given}: the only persona is ledger.`,
    makeName: (flag, given) =>
      `${flag} ${given}: give 1 to 20 plain characters, starting with a letter or a digit.`,
    unreadable: (flag, path, code) => `${flag} ${path}: the file can't be read (${code}).`,
    notAKey: (flag, path) => `${flag} ${path}: the file needs a P-256 private key, as 64 hexadecimal digits.`,
    unknownFlag: (flag) => `${flag}: there's no such flag.`,
    noArguments: (given) => `${given}: everything is set by flags, which start with --.`,
    valueNeeded: (flag) => `${flag}: it needs a value. Write one that starts with a dash as ${flag}=VALUE.`,
    noValue: (flag) => `${flag}: it takes no value.`,
  },
  usualMake: { maker: 'Own make', product: 'Test device' },
  seeHelp: 'See firmware-sim --help.',
  cheats: (name) => `THIS DEVICE CHEATS (${name}). It's for tests only. Never use a wallet it makes.`,
  poses: (kind) =>
    `this device says it's ${kind === 'maker' ? "a maker's" : 'self-built'}, to try a host with it. It's still a simulator. Never use a wallet it makes.`,
  portInUse: (port, flag) =>
    `port ${port} is in use. Stop the program that uses it, or choose another port with ${flag} (0 picks any).`,
  portRefused: (port, code, flag) => `port ${port} can't be opened (${code}). Choose another with ${flag}.`,
  outputLost: (code) => `the output can't be written: ${code === 'ENOSPC' ? 'the disk is full' : code}.`,
  unknownFault: 'unknown fault',
};
