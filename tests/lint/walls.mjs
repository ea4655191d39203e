/**
 * The rooms and what each may import: one row a room, a room a folder. What a row doesn't name is refused. `docs/architecture.md` has
 * the picture; `tests/security/walls.test.ts` tries every ordered pair and fails for a folder without a row.
 *
 * A row may name a file of its own where a folder holds both ground and roof (`core/board.ts` is imported by every room of the device,
 * `core/firmware.ts` imports them all). `src/elements/*` stands for each element's folder.
 */
import { posix } from 'node:path';

/** @typedef {{ room: string, rooms: readonly string[], packages?: readonly string[], why: string }} Row */

const downwards = 'Imports point downwards: app, cli → elements → session → devices → transport → protocol.';
const noIo = 'The core has no I/O: what it needs is on the board.';
const oneWire = 'What a program at a port sees of a device is device/: never the rooms inside.';

const core = 'firmware-sim/core';
const ground = core;
const vault = `${core}/vault`;
const glass = `${core}/glass`;
const roof = [
  `${core}/firmware.ts`,
  `${core}/faulty.ts`,
  `${core}/entropy-control.ts`,
  `${core}/app-control.ts`,
  `${core}/device-apps.ts`,
];

const languageTags = ['en', 'de', 'fr', 'es', 'pt'];

/** Of a language: its parts, and what is loaded together. @type {(tag: string) => readonly Row[]} */
function languageRows(tag) {
  const room = `src/text/${tag}`;
  const why = 'A language is sentences and pure functions of what they are about.';
  const attestation = 'src/devices/hostblind/attestation';
  return [
    {
      room,
      rooms: [
        'src/protocol',
        'src/protocol/files',
        'src/protocol/ledger',
        attestation,
        'src/devices/ledger',
        'src/session',
        'src/session/trust',
        'src/text/locale',
        'src/text/types',
      ],
      why,
    },
    // Some of the terminal program's sentences are the page's.
    {
      room: `${room}/terminal`,
      rooms: [attestation, 'src/session/trust', room, 'src/text/locale', 'src/text/types/terminal'],
      why,
    },
    ...['about', 'apps', 'conformance', 'drawings', 'simulator'].map((part) => ({
      room: `${room}/${part}`,
      rooms: ['src/text/locale', `src/text/types/${part}`],
      why,
    })),
    {
      room: `${room}/groups`,
      rooms: [
        room,
        ...['about', 'conformance', 'drawings', 'simulator', 'terminal'].map((part) => `${room}/${part}`),
        'src/text/types',
      ],
      why: 'What is loaded together of a language, and no sentence.',
    },
  ];
}

/** @type {readonly Row[]} */
export const rows = [
  // The wire contracts.
  { room: 'src/protocol', rooms: [], why: 'protocol/ is the lowest layer: pure, without a dependency.' },
  {
    room: 'src/protocol/apdu',
    rooms: ['src/protocol'],
    why: 'protocol/ is the lowest layer: pure, without a dependency.',
  },
  {
    room: 'src/protocol/entropy',
    rooms: ['src/protocol', 'src/protocol/apdu'],
    why: 'protocol/ is the lowest layer: pure, without a dependency.',
  },
  {
    room: 'src/protocol/commands',
    rooms: ['src/protocol', 'src/protocol/apdu', 'src/protocol/entropy'],
    why: 'protocol/ is the lowest layer: pure, without a dependency.',
  },
  {
    room: 'src/protocol/files',
    rooms: ['src/protocol', 'src/protocol/entropy'],
    why: 'protocol/ is the lowest layer: pure, without a dependency.',
  },
  {
    room: 'src/protocol/ledger',
    rooms: ['src/protocol', 'src/protocol/apdu'],
    why: 'protocol/ is the lowest layer: pure, without a dependency.',
  },
  // How bytes reach a device.
  {
    room: 'src/transport',
    rooms: ['src/protocol'],
    packages: ['buffer'],
    why: 'transport/ moves bytes: it imports protocol/ and the driver of its one link.',
  },
  {
    room: 'src/transport/node-hid',
    rooms: ['src/protocol', 'src/transport'],
    packages: ['node:*', 'node-hid', '@ledgerhq/hw-transport-node-hid'],
    why: 'transport/ moves bytes: it imports protocol/ and the driver of its one link.',
  },
  {
    room: 'src/transport/simulator',
    rooms: ['src/protocol', 'src/protocol/apdu', 'src/transport'],
    packages: ['node:*'],
    why: 'transport/ moves bytes: it imports protocol/ and the driver of its one link.',
  },
  {
    room: 'src/transport/webhid',
    rooms: ['src/protocol', 'src/transport'],
    packages: ['buffer', '@ledgerhq/hw-transport-webhid'],
    why: 'transport/ moves bytes: it imports protocol/ and the driver of its one link.',
  },
  {
    room: 'src/transport/webusb',
    rooms: ['src/protocol', 'src/transport'],
    packages: ['buffer', '@ledgerhq/hw-transport-webusb'],
    why: 'transport/ moves bytes: it imports protocol/ and the driver of its one link.',
  },
  // Families of devices.
  {
    room: 'src/devices',
    rooms: ['src/transport'],
    why: 'What a family is knows no family: each imports it, and so do the programs that list them.',
  },
  {
    room: 'src/devices/hostblind',
    rooms: [
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/commands',
      'src/devices/hostblind/attestation',
      'src/devices/hostblind/entropy-check',
      'src/transport',
    ],
    why: downwards,
  },
  {
    room: 'src/devices/hostblind/attestation',
    rooms: ['src/protocol', 'src/protocol/commands'],
    packages: ['valibot'],
    why: downwards,
  },
  {
    room: 'src/devices/hostblind/entropy-check',
    rooms: ['src/protocol', 'src/protocol/commands', 'src/protocol/entropy', 'src/transport'],
    packages: ['@noble/hashes', '@scure/bip39'],
    why: downwards,
  },
  {
    room: 'src/devices/ledger',
    rooms: [
      'src/protocol',
      'src/protocol/commands',
      'src/protocol/ledger',
      'src/devices',
      'src/devices/hostblind',
      'src/transport',
    ],
    why: downwards,
  },
  // What this computer keeps, and what a person reads.
  {
    room: 'src/records',
    rooms: ['src/protocol', 'src/protocol/commands'],
    packages: ['idb', 'valibot'],
    why: 'records/ knows what is kept and where, and imports protocol/ only.',
  },
  {
    room: 'src/text/types',
    rooms: [
      'src/protocol',
      'src/protocol/files',
      'src/protocol/ledger',
      'src/devices/hostblind/attestation',
      'src/devices',
      'src/devices/ledger',
      'src/records',
      'src/session',
      'src/session/trust',
      'src/text/types/about',
      'src/text/types/conformance',
      'src/text/types/drawings',
      'src/text/types/simulator',
      'src/text/types/terminal',
      'src/transport',
    ],
    why: 'Of the rooms it has sentences for, text/ takes types.',
  },
  {
    room: 'src/text/types/terminal',
    rooms: [
      'src/protocol',
      'src/devices/hostblind/attestation',
      'src/records',
      'src/session',
      'src/session/trust',
    ],
    why: 'Of the rooms it has sentences for, text/ takes types.',
  },
  {
    room: 'src/text/terminal',
    rooms: ['src/text/en/terminal', 'src/text/locale', 'src/text/types/terminal'],
    why: 'The terminal program’s own sentences are read here: no other program needs them.',
  },
  {
    room: 'src/text/types/conformance',
    rooms: ['src/conformance/catalogue'],
    why: 'Of the rooms it has sentences for, text/ takes types.',
  },
  {
    room: 'src/text/conformance',
    rooms: ['src/text/en/conformance', 'src/text/locale', 'src/text/types/conformance'],
    why: 'The kit’s sentences are read here: no other program needs them.',
  },
  ...languageTags.flatMap(languageRows),
  {
    room: 'src/text/locale',
    rooms: ['src/text/types'],
    why: 'Which language is read, and its dates and plurals.',
  },
  {
    room: 'src/text/types/simulator',
    rooms: [],
    why: 'What the simulator says around its glass is about names and numbers alone.',
  },
  {
    room: 'src/text/simulator',
    rooms: ['src/text/en/simulator', 'src/text/locale', 'src/text/types/simulator'],
    why: 'The simulator’s command, window and frame read their sentences here, and no others.',
  },
  {
    room: 'src/text/program-languages.ts',
    rooms: [...languageTags.map((tag) => `src/text/${tag}/groups`), 'src/text/languages.ts'],
    why: 'What programs say beside the pages: chosen with the same languages.',
  },
  {
    room: 'src/text/languages.ts',
    rooms: [...languageTags.map((tag) => `src/text/${tag}/groups`), 'src/text/locale', 'src/text/types'],
    why: 'A program chooses its reader’s language here, and loads what it says.',
  },
  {
    room: 'src/text',
    rooms: ['src/text/en', 'src/text/locale', 'src/text/types'],
    why: 'Everything else reads sentences here, in whichever language was chosen.',
  },
  {
    room: 'src/text/types/apps',
    rooms: [],
    why: 'What an app of the device says is about names and numbers alone.',
  },
  {
    room: 'src/text/types/drawings',
    rooms: [],
    why: 'What is said of a drawing is about its parts alone.',
  },
  {
    room: 'src/text/types/about',
    rooms: [],
    why: 'What is read beside the ceremonies is about names and numbers alone.',
  },
  {
    room: 'src/text/about',
    rooms: ['src/text/locale', 'src/text/types/about'],
    why: 'What is read beside the ceremonies, on pages that are loaded when they’re opened.',
  },
  {
    room: 'src/text/drawings',
    rooms: ['src/text/en/drawings', 'src/text/locale', 'src/text/types/drawings'],
    why: 'The drawings read their sentences here, so that these are loaded with them.',
  },
  // A device session, without pages.
  {
    room: 'src/session',
    rooms: [
      'src/protocol',
      'src/protocol/commands',
      'src/devices/hostblind/attestation',
      'src/devices/hostblind',
      'src/devices/hostblind/entropy-check',
      'src/devices',
      'src/records',
      'src/session/trust',
      'src/signing',
      'src/transport',
    ],
    why: 'session/ has no pages and no bytes: it knows devices, transport and records.',
  },
  {
    room: 'src/session/trust',
    rooms: ['src/devices/hostblind/entropy-check', 'src/records'],
    why: 'What an alarm is and what a check is worth: facts without a state, which text/ has sentences for.',
  },
  // What a device signs for this computer.
  {
    room: 'src/signing',
    rooms: ['src/protocol', 'src/protocol/apdu', 'src/protocol/commands', 'src/transport'],
    packages: ['@noble/curves', '@noble/hashes'],
    why: 'signing/ asks a device over a link that it is given, and checks what comes back: public data, and no page.',
  },
  {
    room: 'src/signing/draft',
    rooms: ['src/signing'],
    packages: ['@scure/bip39'],
    why: 'What a person writes is read here before any device has it: no link, no page, and the list of words that are refused.',
  },
  // Whether a device of any maker keeps to the protocol.
  {
    room: 'src/conformance/catalogue',
    rooms: ['src/protocol'],
    why: 'The names of rules, meanings and verdicts are data, which text/ has sentences for.',
  },
  {
    room: 'src/conformance/tour',
    rooms: [
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/commands',
      'src/protocol/entropy',
      'src/protocol/files',
      'src/conformance/catalogue',
      'src/devices/hostblind',
      'src/devices/hostblind/attestation',
      'src/devices/hostblind/entropy-check',
    ],
    why: 'Leading a device is asking it and whoever is at it, through a port: no link and no terminal.',
  },
  {
    room: 'src/conformance',
    rooms: [
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/commands',
      'src/protocol/entropy',
      'src/conformance/catalogue',
      'src/conformance/tour',
      'src/text/conformance',
      'src/devices/hostblind/attestation',
      'src/devices/hostblind/entropy-check',
    ],
    why: 'The kit knows the protocol, and what of devices/ is pure; what it runs on is handed in.',
  },
  {
    room: 'src/offline',
    rooms: ['src/transport'],
    why: 'The service worker keeps files and answers with them: it knows no device, no record and no sentence.',
  },
  // What a person sees.
  {
    room: 'src/elements/shared',
    rooms: ['src/protocol', 'src/protocol/files', 'src/session', 'src/text/locale', 'src/transport'],
    packages: ['lit'],
    why: 'An element gets a state or a connector as a property; it never imports a driver.',
  },
  {
    room: 'src/elements/*',
    rooms: [
      'src/protocol',
      'src/protocol/commands',
      'src/protocol/files',
      'src/protocol/ledger',
      'src/devices',
      'src/devices/hostblind/entropy-check',
      'src/devices/ledger',
      'src/elements/shared',
      'src/records',
      'src/session',
      'src/signing/draft',
      'src/text',
      'src/text/about',
      'src/text/drawings',
      'src/text/locale',
      'src/transport',
    ],
    packages: ['lit'],
    why: 'An element gets a state or a connector as a property; it never imports a driver.',
  },
  {
    room: 'src/app/pages',
    rooms: [
      'src/protocol',
      'src/devices/hostblind/entropy-check',
      'src/elements/shared',
      'src/session',
      'src/transport',
    ],
    why: 'The pages of the app are a reducer over the session: no element and no text.',
  },
  {
    room: 'src/app/start',
    rooms: [
      'src/app/pages',
      'src/elements/*',
      'src/elements/shared',
      'src/offline',
      'src/session',
      'src/text',
      'src/text/languages.ts',
      'src/text/types',
      'src/transport',
    ],
    why: 'What is there at once: the first pages in motion, and what the browser gives and keeps. No driver, and no view.',
  },
  {
    room: 'src/app',
    rooms: [
      'src/app/frame-scripts',
      'src/app/pages',
      'src/app/start',
      'src/protocol',
      'src/protocol/files',
      'src/devices',
      'src/devices/hostblind',
      'src/devices/hostblind/entropy-check',
      'src/devices/ledger',
      'src/elements/*',
      'src/elements/shared',
      'src/offline',
      'src/records',
      'src/session',
      'src/session/trust',
      'src/signing',
      'src/signing/draft',
      'src/text',
      'src/text/languages.ts',
      'src/text/locale',
      'src/transport',
      'src/transport/simulator',
      'src/transport/webhid',
      'src/transport/webusb',
    ],
    packages: ['lit'],
    why: 'The app puts the rooms of a page together, and loads no firmware.',
  },
  {
    room: 'src/app/frame-scripts',
    rooms: [],
    why: 'A build puts the scripts there that the simulator’s frame is handed.',
  },
  {
    room: 'src/app/simulator.ts',
    rooms: [
      'firmware-sim/boards/browser',
      'firmware-sim/boards/browser/kit',
      'firmware-sim/core/firmware.ts',
    ],
    why: 'The page of the sandboxed frame loads firmware and its board, and is the only one that does.',
  },
  {
    room: 'src/cli',
    rooms: [
      'src/protocol',
      'src/protocol/commands',
      'src/protocol/files',
      'package.json',
      'src/cli/ceremony',
      'src/cli/signing',
      'src/cli/terminal',
      'src/conformance',
      'src/conformance/catalogue',
      'src/conformance/tour',
      'src/devices',
      'src/devices/hostblind',
      'src/devices/hostblind/attestation',
      'src/devices/hostblind/entropy-check',
      'src/devices/ledger',
      'src/records',
      'src/session',
      'src/session/trust',
      'src/signing',
      'src/signing/draft',
      'src/text',
      'src/text/conformance',
      'src/text/languages.ts',
      'src/text/locale',
      'src/text/program-languages.ts',
      'src/text/terminal',
      'src/text/types/terminal',
      'src/transport',
      'src/transport/node-hid',
      'src/transport/simulator',
    ],
    packages: ['node:*', 'vite', 'ws'],
    why: 'The terminal program stands beside app/: on session, devices, transport and text.',
  },
  {
    room: 'src/cli/ceremony',
    rooms: [
      'src/protocol',
      'src/cli/terminal',
      'src/devices',
      'src/devices/hostblind',
      'src/records',
      'src/session',
      'src/session/trust',
      'src/text',
      'src/text/locale',
      'src/text/terminal',
      'src/text/types/terminal',
      'src/transport',
    ],
    why: 'What a session means in a terminal: no file, no process, and nothing of the command line.',
  },
  {
    room: 'src/cli/signing',
    rooms: [
      'src/protocol',
      'src/cli/terminal',
      'src/devices/hostblind',
      'src/signing',
      'src/signing/draft',
      'src/text/terminal',
      'src/transport',
    ],
    packages: ['node:*'],
    why: 'What is signed, and what is said on the way: it knows no record and no command line.',
  },
  {
    room: 'src/cli/terminal',
    rooms: ['src/protocol', 'src/text', 'src/text/locale', 'src/text/terminal', 'src/transport'],
    why: 'How things look in a terminal, and which keys answer: it knows no session and no device.',
  },
  {
    room: 'src/site',
    rooms: ['src/offline', 'src/protocol'],
    packages: ['node:*', 'sirv', 'vite'],
    why: 'site/ serves what was built; it knows the wire port and no room of the app.',
  },
  // The device: the ground, three rooms, the roof.
  {
    room: ground,
    rooms: ['src/protocol', 'src/protocol/apdu', 'src/text/types', 'src/text/types/apps'],
    why: noIo,
  },
  {
    room: `${core}/wire`,
    rooms: [ground, 'src/protocol', 'src/protocol/apdu', 'src/protocol/commands', 'src/protocol/entropy'],
    why: 'The wall: wire/ can’t leak what it can’t reach (H1). It reads PublicState and starts flows through control.ts.',
  },
  {
    room: `${core}/chains`,
    rooms: ['src/protocol'],
    packages: ['@noble/curves', '@noble/hashes', '@scure/base'],
    why: 'How a chain writes what is public is known to no room, and used by all.',
  },
  {
    room: `${core}/apps/shared`,
    rooms: [ground, 'src/protocol'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${core}/apps/bitcoin`,
    rooms: [
      ground,
      `${core}/apps/bitcoin/host`,
      `${core}/apps/bitcoin/psbt`,
      `${core}/apps/shared`,
      `${core}/chains`,
      'src/protocol',
      'src/protocol/apdu',
      ...languageTags.map((tag) => `src/text/${tag}/apps`),
      'src/text/types/apps',
    ],
    packages: ['@noble/hashes'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${core}/apps/bitcoin/host`,
    rooms: [ground, `${core}/chains`, 'src/protocol'],
    packages: ['@noble/hashes'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${core}/apps/bitcoin/psbt`,
    rooms: [
      ground,
      `${core}/apps/bitcoin/host`,
      `${core}/apps/shared`,
      `${core}/chains`,
      'src/protocol',
      'src/text/types/apps',
    ],
    packages: ['@noble/hashes'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${core}/apps/ethereum`,
    rooms: [
      ground,
      `${core}/apps/ethereum/typed-data`,
      `${core}/apps/shared`,
      `${core}/chains`,
      'src/protocol',
      'src/protocol/apdu',
      ...languageTags.map((tag) => `src/text/${tag}/apps`),
      'src/text/types/apps',
    ],
    packages: ['@noble/curves', '@noble/hashes'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${core}/apps/ethereum/typed-data`,
    rooms: [ground, `${core}/chains`, 'src/protocol', 'src/text/types/apps'],
    packages: ['@noble/hashes'],
    why: 'apps/ are pure functions of bytes: they import neither wire nor vault.',
  },
  {
    room: `${vault}/signing`,
    rooms: [
      ground,
      `${core}/chains`,
      `${vault}/addresses`,
      `${vault}/keys`,
      `${vault}/memory`,
      'src/protocol',
    ],
    packages: ['@noble/curves', '@noble/hashes'],
    why: 'vault/ is the innermost room: it imports no other. What signs reaches the core by the board alone.',
  },
  {
    room: glass,
    rooms: [
      ground,
      `${glass}/screens`,
      vault,
      `${vault}/random`,
      'src/protocol',
      'src/protocol/files',
      'src/text/en',
      'src/text/types',
      'src/text/types/apps',
    ],
    why: 'glass/ never sees APDU bytes; keys and phrases live in vault/.',
  },
  {
    room: `${glass}/flows`,
    rooms: [
      ground,
      glass,
      `${glass}/screens`,
      vault,
      `${vault}/copies`,
      `${vault}/entropy`,
      `${vault}/memory`,
      `${vault}/phrase`,
      'src/protocol',
      'src/protocol/entropy',
      'src/protocol/files',
      'src/text/types/apps',
    ],
    why: 'glass/ never sees APDU bytes; keys and phrases live in vault/.',
  },
  { room: `${glass}/font`, rooms: [], why: 'A font is a table.' },
  {
    room: `${glass}/screens`,
    rooms: [
      ground,
      `${glass}/font`,
      `${vault}/copies`,
      'src/protocol',
      'src/protocol/entropy',
      'src/protocol/files',
      'src/text/types',
    ],
    why: 'Screens draw what they are given, in the words of the glass.',
  },
  {
    room: vault,
    rooms: [
      ground,
      `${vault}/copies`,
      `${vault}/entropy`,
      `${vault}/keys`,
      `${vault}/memory`,
      `${vault}/phrase`,
      `${vault}/random`,
      `${vault}/storage`,
      'src/protocol',
      'src/protocol/files',
    ],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${vault}/addresses`,
    rooms: [ground, `${core}/chains`, `${vault}/keys`, `${vault}/memory`, 'src/protocol'],
    packages: ['@noble/curves', '@noble/hashes', '@scure/base'],
    why: 'vault/ is the innermost room: it imports no other. What derives addresses reaches the core by the board alone.',
  },
  { room: `${vault}/memory`, rooms: [], why: 'vault/ is the innermost room: it imports no other.' },
  { room: `${vault}/random`, rooms: [ground], why: 'vault/ is the innermost room: it imports no other.' },
  {
    room: `${vault}/keys`,
    rooms: [ground, `${vault}/memory`, `${vault}/random`, 'src/protocol', 'src/protocol/commands'],
    packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes'],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${vault}/phrase`,
    rooms: [
      ground,
      `${vault}/keys`,
      `${vault}/memory`,
      `${vault}/random`,
      'src/protocol',
      'src/protocol/entropy',
    ],
    packages: ['@noble/curves', '@noble/hashes', '@scure/bip39'],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${vault}/entropy`,
    rooms: [
      ground,
      `${vault}/keys`,
      `${vault}/memory`,
      `${vault}/phrase`,
      `${vault}/random`,
      'src/protocol',
      'src/protocol/entropy',
    ],
    packages: ['@noble/hashes'],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${vault}/storage`,
    rooms: [ground, `${vault}/keys`, `${vault}/memory`, 'src/protocol', 'src/protocol/entropy'],
    packages: ['@noble/hashes'],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${vault}/copies`,
    rooms: [
      ground,
      `${vault}/keys`,
      `${vault}/memory`,
      `${vault}/phrase`,
      `${vault}/random`,
      `${vault}/storage`,
      'src/protocol',
      'src/protocol/files',
    ],
    packages: ['@noble/hashes'],
    why: 'vault/ is the innermost room: it imports no other.',
  },
  {
    room: `${core}/entropy-control.ts`,
    rooms: [ground, `${core}/wire`, vault, `${vault}/entropy`],
    why: noIo,
  },
  {
    room: `${core}/app-control.ts`,
    rooms: [ground, `${core}/wire`, vault, 'src/protocol', 'src/protocol/apdu'],
    why: noIo,
  },
  {
    room: `${core}/device-apps.ts`,
    rooms: [ground, `${core}/app-control.ts`, `${core}/wire`, `${glass}/flows`],
    why: noIo,
  },
  {
    room: `${core}/faulty.ts`,
    rooms: [ground, `${core}/wire`, glass, `${glass}/screens`, `${vault}/copies`, 'src/text/en'],
    why: noIo,
  },
  {
    room: `${core}/firmware.ts`,
    rooms: [
      ground,
      `${core}/app-control.ts`,
      `${core}/entropy-control.ts`,
      `${core}/faulty.ts`,
      `${core}/device-apps.ts`,
      `${core}/wire`,
      glass,
      `${glass}/flows`,
      vault,
      `${vault}/copies`,
      `${vault}/random`,
      'src/protocol',
      'src/protocol/commands',
    ],
    why: noIo,
  },
  // Around the device.
  {
    room: 'firmware-sim/malicious',
    rooms: [
      ground,
      `${core}/firmware.ts`,
      `${core}/device-apps.ts`,
      `${core}/chains`,
      `${glass}/font`,
      `${glass}/screens`,
      `${vault}/addresses`,
      `${vault}/keys`,
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/commands',
      'src/protocol/entropy',
    ],
    packages: ['@noble/hashes'],
    why: 'A cheat stands around the honest firmware: it knows the core and no board.',
  },
  {
    room: 'firmware-sim/vendors/ledger',
    rooms: [
      ground,
      glass,
      `${glass}/screens`,
      `${vault}/keys`,
      `${vault}/memory`,
      `${vault}/phrase`,
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/ledger',
    ],
    packages: ['@noble/hashes', '@scure/bip39'],
    why: 'Another maker’s device shares glass and phrase with ours, and nothing of its wire or ports.',
  },
  {
    room: 'firmware-sim/pace',
    rooms: [],
    why: 'The grid of answers knows time alone: what it gives a beat to is not its affair.',
  },
  {
    room: 'firmware-sim/boards/browser',
    rooms: [
      ground,
      `${glass}/font`,
      'firmware-sim/boards/browser/apps',
      'firmware-sim/boards/browser/languages',
      'firmware-sim/pace',
      'src/protocol',
      'src/protocol/apdu',
      'src/text/locale',
      'src/text/simulator',
    ],
    why: 'A board sees the firmware through board.ts alone, and adds letters to its font.',
  },
  {
    room: 'firmware-sim/boards/browser/apps',
    rooms: [
      ground,
      `${core}/device-apps.ts`,
      `${core}/apps/bitcoin`,
      `${core}/apps/ethereum`,
      `${vault}/addresses`,
      'firmware-sim/apps',
      'firmware-sim/boards/browser/kit',
    ],
    why: 'What the scripts with keys and apps bring into the frame, and no firmware.',
  },
  {
    room: 'firmware-sim/boards/browser/kit',
    rooms: [
      ground,
      `${core}/apps/shared`,
      `${core}/chains`,
      glass,
      `${glass}/font`,
      `${glass}/screens`,
      `${vault}/keys`,
    ],
    packages: ['@noble/curves', '@noble/hashes', '@scure/base'],
    why: 'What scripts of the frame lend each other: code, and nothing that a device holds.',
  },
  {
    room: 'firmware-sim/boards/browser/languages',
    rooms: [
      `${glass}/font`,
      ...languageTags.slice(1).flatMap((tag) => [`src/text/${tag}`, `src/text/${tag}/simulator`]),
      'src/text/locale',
      'src/text/types',
      'src/text/types/simulator',
    ],
    why: 'What a script of another language brings into the frame: sentences and letters, and no firmware.',
  },
  {
    room: 'firmware-sim/device',
    rooms: [ground, `${vault}/addresses`, 'firmware-sim/pace', 'src/protocol', 'src/text/simulator'],
    packages: ['node:*'],
    why: 'A powered device knows its board and no room inside, but for what its board derives addresses with.',
  },
  {
    room: 'firmware-sim/ports/apdu-tcp',
    rooms: ['firmware-sim/device', 'src/protocol/apdu'],
    packages: ['node:*'],
    why: oneWire,
  },
  {
    room: 'firmware-sim/ports/rest',
    rooms: [ground, 'firmware-sim/device', 'src/protocol'],
    packages: ['node:*', 'valibot'],
    why: oneWire,
  },
  {
    room: 'firmware-sim/ports/window',
    rooms: [
      ground,
      'firmware-sim/boards/browser',
      'firmware-sim/device',
      'firmware-sim/ports/rest',
      'src/text/locale',
      'src/text/simulator',
    ],
    packages: ['node:*'],
    why: 'The window is a port of its own, and looks and reads as the frame of the app does: one design.',
  },
  {
    room: 'firmware-sim/ports/wire',
    rooms: ['firmware-sim/device', 'firmware-sim/ports/rest', 'src/protocol', 'src/protocol/apdu'],
    packages: ['node:*', 'ws'],
    why: oneWire,
  },
  {
    room: 'firmware-sim/ports/usbip',
    rooms: [
      ground,
      'firmware-sim/pace',
      'firmware-sim/device',
      'src/protocol',
      'src/protocol/apdu',
      'src/text/simulator',
    ],
    packages: ['node:*'],
    why: oneWire,
  },
  {
    room: 'firmware-sim/languages',
    rooms: [
      ground,
      'src/text/de',
      'src/text/es',
      'src/text/fr',
      'src/text/pt',
      'src/text/types',
      `${glass}/font`,
    ],
    why: 'Catalogues for a board, and the letters that they are written with.',
  },
  {
    room: 'firmware-sim/apps',
    rooms: [
      ground,
      `${core}/apps/bitcoin`,
      `${core}/apps/ethereum`,
      `${core}/device-apps.ts`,
      `${vault}/signing`,
      ...languageTags.map((tag) => `src/text/${tag}/apps`),
      'src/text/types/apps',
    ],
    why: 'The apps of a device in a process, and what it says around them.',
  },
  {
    room: 'firmware-sim/cli',
    rooms: [
      ground,
      `${core}/firmware.ts`,
      `${core}/device-apps.ts`,
      'firmware-sim/apps',
      'firmware-sim/device',
      'firmware-sim/languages',
      'firmware-sim/malicious',
      'firmware-sim/ports/apdu-tcp',
      'firmware-sim/ports/rest',
      'firmware-sim/ports/usbip',
      'firmware-sim/ports/window',
      'firmware-sim/ports/wire',
      'firmware-sim/vendors/ledger',
      'src/protocol',
      'src/text/languages.ts',
      'src/text/program-languages.ts',
      'src/text/simulator',
      'package.json',
    ],
    packages: ['node:*'],
    why: 'The command puts a device and its ports together.',
  },
  {
    room: 'firmware-sim',
    rooms: [],
    packages: ['node:*', 'vite'],
    why: 'Only the bundle’s configuration lies here.',
  },
  {
    room: 'firmware-sim/build',
    rooms: [`${glass}/font`],
    packages: ['node:*'],
    why: 'What makes tables is run by hand and imported by nothing.',
  },
  // What other projects copy: of this project's tests it imports nothing.
  {
    room: 'tests/kit/drivers',
    rooms: [
      'src/conformance/catalogue',
      'src/protocol',
      'src/protocol/apdu',
      'src/protocol/files',
      'src/transport/webhid',
      'src/transport/webusb',
      'firmware-sim/ports/usbip',
    ],
    packages: ['node:*', 'qr'],
    why: 'A person and a USB host are driven by what a device shows and says, and by no fixture of these tests.',
  },
  {
    room: 'tests/kit/clients',
    rooms: ['src/protocol', 'tests/kit/drivers'],
    packages: ['node:*'],
    why: 'A client of the bench knows its HTTP, and what a person does.',
  },
  {
    room: 'tests/kit/conformance',
    rooms: ['src/protocol', 'src/transport'],
    packages: ['vitest'],
    why: 'What every connector must do is told by the contract of a transport alone.',
  },
  {
    room: 'tests/kit/wallets',
    rooms: [],
    packages: [
      'node:*',
      '@ethereumjs/block',
      '@ethereumjs/common',
      '@ethereumjs/tx',
      '@ethereumjs/util',
      '@ethereumjs/vm',
      '@ledgerhq/context-module',
      '@ledgerhq/device-management-kit',
      '@ledgerhq/device-signer-kit-bitcoin',
      '@ledgerhq/device-signer-kit-ethereum',
      '@ledgerhq/device-transport-kit-speculos',
      '@ledgerhq/devices',
      '@ledgerhq/hw-app-eth',
      '@ledgerhq/hw-transport',
      '@ledgerhq/hw-transport-node-speculos',
      '@ledgerhq/hw-transport-node-speculos-http',
      '@ledgerhq/hw-transport-webhid',
      '@metamask/eth-ledger-bridge-keyring',
      'ethers',
      'ledger-bitcoin',
      'purify-ts',
      'rxjs',
    ],
    why: 'Wallets’ own code is driven as they publish it: a line of ours in it, and it proves nothing.',
  },
  {
    room: 'tests/kit/leak-scanner',
    rooms: [],
    packages: ['node:*', '@scure/bip39', 'playwright-core', 'ws'],
    why: 'The leak scanner stands alone, so that a wallet’s developer can copy its folder.',
  },
  // Another maker's device.
  {
    room: 'tests/reference-device',
    rooms: [],
    packages: ['node:*', '@scure/bip39', 'ws'],
    why: 'The reference device is written from the documents alone: a line of ours in it, and it proves nothing.',
  },
];

const fileRooms = new Set([
  ...roof,
  'src/app/simulator.ts',
  'src/text/languages.ts',
  'src/text/program-languages.ts',
]);

/** The room of a file, by its path from the root; `undefined` outside of the rooms. */
export function roomOf(/** @type {string} */ file) {
  if (fileRooms.has(file)) return file;
  const folder = posix.dirname(file);
  if (!/^(src|firmware-sim)(\/|$)|^tests\/(kit\/[^/]+|reference-device)$/.test(folder)) return undefined;
  if (/^src\/elements\/(?!shared$)[^/]+$/.test(folder)) return 'src/elements/*';
  return folder;
}

/** @returns {Row | undefined} */
export function rowFor(/** @type {string} */ file) {
  const room = roomOf(file);
  return rows.find((row) => row.room === room);
}

/**
 * What an import reaches: a room, a path outside of the rooms, or a package's name; `undefined` inside the room itself.
 */
export function targetOf(/** @type {string} */ file, /** @type {string} */ specifier) {
  if (!specifier.startsWith('.')) return specifier.startsWith('node:') ? 'node:*' : packageOf(specifier);
  const [path = ''] = specifier.split('?');
  const reached = posix.normalize(posix.join(posix.dirname(file), path));
  const room = roomOf(reached) ?? reached;
  return room === roomOf(file) ? undefined : room;
}

export function isAllowed(/** @type {Row} */ row, /** @type {string} */ target) {
  return row.rooms.includes(target) || (row.packages ?? []).includes(target);
}

function packageOf(/** @type {string} */ specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
