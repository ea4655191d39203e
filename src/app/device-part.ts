/** All that is not needed for the first pages: what leads a device, and every view of it. Loaded together, after them. */
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import type { OpenRecomputer } from '../devices/hostblind/entropy-check/recomputer.ts';
import type { SignMessage } from '../session/device-work.ts';
import type { UnfinishedSignatures } from '../signing/sign-message.ts';
import type { Transport } from '../transport/transport.ts';
import { announce } from './announcer.ts';
import { connectLinks } from './connect-links.ts';
import { devicePanel, footOf, guideOf } from './device-views.ts';
import { familyPages } from './family-pages.ts';
import { createApp } from './pages/create-app.ts';
import { viewOf } from './view.ts';

/** Loaded when a wallet is created: most visits create none. */
const openRecomputer: OpenRecomputer = async () =>
  (await import('../devices/hostblind/entropy-check/entropy-in-worker.ts')).recomputeInWorker();

/** For as long as the page is there: a device that failed at a signature gets no other number for it. */
const unfinished: UnfinishedSignatures = new Map();

/** The curve that a signature is checked on comes with the first message: most visits sign none. */
const signMessage: SignMessage = async (transport, request, options) => {
  const host = await import('../signing/sign-message.ts');
  const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  return host.signMessage(transport, request, { ...options, randomBytes, unfinished });
};

export const deviceParts = {
  announce,
  connectLinks,
  createApp,
  createSigner: (transport: Transport) => createHostblindSigner(transport, { openRecomputer }),
  devicePanel,
  familyPages,
  footOf,
  guideOf,
  signMessage,
  viewOf,
};

export type DevicePart = typeof deviceParts;
