/** All that is not needed for the first pages: what leads a device, and every view of it. Loaded together, after them. */
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import type { OpenRecomputer } from '../devices/hostblind/entropy-check/recomputer.ts';
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

export const deviceParts = {
  announce,
  connectLinks,
  createApp,
  createSigner: (transport: Transport) => createHostblindSigner(transport, { openRecomputer }),
  devicePanel,
  familyPages,
  footOf,
  guideOf,
  viewOf,
};

export type DevicePart = typeof deviceParts;
