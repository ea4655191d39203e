import type { HelpMessages } from '../../types/about/help.ts';

export const helpInEnglish: HelpMessages = {
  title: 'Help and about',
  lead: 'Hostblind leads you through backing up, checking and recovering a wallet whose words only your device and your paper know.',
  can: {
    title: 'What you can do here',
    points: [
      'Create a wallet: your device makes the words, you write them down and confirm each one.',
      'Bring one back from its words or from a backup file.',
      'Check a backup whenever you like, and put the date of the next check into your calendar.',
      'Make copies: a SeedQR on paper, or an encrypted file with its code on paper. Print blank forms for all of them.',
      'See the words again on the device, change its PIN, rename it or wipe it.',
      'Use your wallet with wallet programs, if your device has apps: you read and answer on the device what they ask.',
      'Try it all on the simulator, but never with real money.',
    ],
  },
  safe: {
    title: 'What you can count on',
    points: [
      'No word reaches this computer: the device has no command that sends or takes one.',
      'The device shows words only after you’ve held its button for 1.5 seconds, by its own clock. No computer can press it for you.',
      'Your PIN and your words are entered on the device. This app never asks for them: its one text field is for a message to sign, and refuses a recovery phrase.',
      'A new wallet gives out no address before you’ve confirmed every word.',
      'Unplug, reload or cancel at any step: your device resumes where it was, or has nothing yet.',
      'This page talks to your device and to no one else. Once it works offline too, its footer says so.',
    ],
  },
  cannot: {
    title: 'What Hostblind can’t protect you from',
    points: [
      'Someone who sees your paper or the device’s screen, or a camera that does.',
      'Typing your words into a computer or a phone because a screen told you to.',
      'A device that shows the words of another wallet. Restoring from your paper on another maker’s device brings that to light.',
      'Someone who takes the device apart. The simulator’s file is as safe as your account on this computer.',
      'Losing both the device and the paper. No one can bring the words back.',
      'Hostblind holds no accounts and makes no payments. For those, use your device with a wallet app.',
    ],
  },
  devices: {
    title: 'Devices',
    rows: () => [
      {
        name: 'Hostblind’s protocol',
        can: 'Everything on this page: the simulator, and any device that speaks the protocol.',
      },
      {
        name: 'Ledger Nano X, Nano S Plus, Stax, Flex, Nano Gen5',
        can: 'Guided through their own setup and restore. Tested on a simulated Ledger and with Ledger’s own software, not on a physical device.',
      },
      { name: 'Ledger Nano S', can: 'Not possible: it doesn’t report which screen it’s on.' },
    ],
    browsers:
      'USB devices need Chrome, Edge or another Chromium browser. The simulator also runs in Firefox and WebKit.',
  },
  trouble: {
    title: 'If something doesn’t work',
    points: [
      'The device doesn’t answer: unlock it, close other tabs and programs that use it, then plug it in again.',
      'The browser’s list is empty: try another cable. Many can only charge.',
      'On Linux, the system may need a rule for USB devices. This page shows it when it’s missing.',
      'You’ve lost your place: plug the device in. It knows where you were.',
    ],
  },
  versions: {
    title: 'Version',
    app: 'App',
    protocol: 'Protocol',
    verify:
      'The same source gives the same files, byte for byte. To check what a site serves, build it yourself and compare every file with your own:',
    commands: () => ['npm ci && npm run build', 'npm run verify -- https://…'],
    verified: 'A page can’t vouch for itself: check from outside, and before you trust it.',
  },
  source: {
    title: 'Documents and licence',
    body: 'The documents come with the source, in docs/: threat-model.md says what’s protected from whom, proof.md names the test behind each claim, protocol.md has every command.',
    licence: 'Hostblind is free software under the MIT licence.',
  },
  licences: {
    title: 'Third-party software',
    body: 'This app contains parts of these projects, under their own licences:',
    none: 'A development server doesn’t collect them. The built app lists them here.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
