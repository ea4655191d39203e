import type { ErrorMessages } from '../types/errors.ts';

export const errorsInEnglish: ErrorMessages = {
  disconnected: {
    when: 'Your device was disconnected or switched off.',
    todo: 'Plug it back in. Nothing’s lost: it remembers where you were.',
  },
  timeout: {
    when: 'Your device didn’t answer in time.',
    todo: 'Unplug it, wait a moment, then plug it back in.',
  },
  aborted: {
    when: 'This was cancelled.',
    todo: '',
  },
  locked: {
    when: 'Your device is locked.',
    todo: 'Enter your PIN on the device.',
  },
  busy: {
    when: 'Your device is busy.',
    todo: 'Finish or stop what’s on its screen.',
  },
  declined: {
    when: 'You declined on the device.',
    todo: 'Start again when you’re ready.',
  },
  'not-in-this-state': {
    when: 'Your device can’t do that now. It may already have a wallet.',
    todo: 'Look at your device to see what it’s waiting for.',
  },
  'device-fault': {
    when: 'Your device found a fault in itself.',
    todo: 'Don’t use this device for a wallet.',
  },
  refused: {
    when: 'Your device didn’t understand this app’s request.',
    todo: 'Update this app.',
  },
  unsupported: {
    when: 'Your device doesn’t support this. Another app may be open on it, or its firmware is too old.',
    todo: 'Open Hostblind on your device, or update its firmware.',
  },
  'unknown-refusal': {
    when: 'Your device refused, for a reason only its maker knows.',
    todo: 'Look at your device.',
  },
  'other-version': {
    when: 'Your device and this app speak different versions of the Hostblind protocol.',
    todo: 'Update your device or this app.',
  },
  'bad-response': {
    when: 'The device sent a malformed response.',
    todo: 'Update your device or this app.',
  },
  'cannot-protect': {
    when: 'Your device can’t take this computer’s random number into a signature, so nothing was signed.',
    todo: 'Update its firmware, or use another device.',
  },
  'number-ignored': {
    when: 'Your device ignored this computer’s random number. Its signature could have carried out its secret keys, so it was thrown away.',
    todo: 'Don’t use this device any more. Restore your paper on another device, make a new wallet and move your money there.',
  },
  'other-key': {
    when: 'Your device signed with another key than the one it had shown to this computer.',
    todo: 'Don’t use this device any more. Restore your paper on another device and move your money from there.',
  },
  'app-fault': {
    when: 'Something went wrong in this app, or the browser refused something it needs.',
    todo: 'Reload the page. If it happens again, try another browser.',
  },
  'chooser-blocked': {
    when: 'The browser closed its device list before anyone could choose.',
    todo: 'Allow this site to use devices in the browser’s settings. A company policy may block it.',
  },
  'chooser-cancelled': {
    when: 'You closed the list without picking a device.',
    todo: '',
  },
  'permission-denied': {
    when: 'Your browser or operating system didn’t allow access to the device.',
    todo: 'Allow the device in the site settings. On Linux, install the udev rule.',
  },
  'in-use': {
    when: 'Your device is open in another program or tab.',
    todo: 'Close other wallet programs and tabs that use it.',
  },
  'not-found': {
    when: 'No device found.',
    todo: 'Plug in your device, or start the simulator.',
  },
  'no-webhid': {
    when: 'This browser can’t reach USB devices.',
    todo: 'Use Chrome, Edge or another Chromium browser on a computer, or the simulator.',
  },
  'no-usb-driver': {
    when: 'The libraries for USB devices aren’t installed on this computer.',
    todo: 'Run npm ci in Hostblind’s folder, or use --link process.',
  },
};
