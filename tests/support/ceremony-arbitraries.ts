/** Arbitrary events of the ceremony, well-formed but in no sensible order. */
import fc from 'fast-check';
import type { CeremonyEvent } from '../../src/ceremony/events.ts';
import { errorCatalogue, type ErrorCode } from '../../src/protocol/errors.ts';
import {
  activities,
  outcomes,
  stages,
  walletStates,
  wordCounts,
  type PublicState,
} from '../../src/protocol/public-state.ts';
import type { LinkKind } from '../../src/transport/transport.ts';
import { chosenFile, simulatorDevice, someWalletId, usbDevice } from './screens.ts';

const link = fc.constantFrom<LinkKind>('webhid', 'webusb', 'simulator-frame', 'simulator-process');
const code = fc.constantFrom(...(Object.keys(errorCatalogue) as ErrorCode[]));

export const arbitraryStatus: fc.Arbitrary<PublicState> = fc
  .record({
    wallet: fc.constantFrom(...walletStates),
    locked: fc.boolean(),
    activity: fc.constantFrom(...activities),
    stage: fc.constantFrom(...stages),
    outcome: fc.constantFrom(...outcomes),
    ceremony: fc.nat({ max: 3 }),
    triesLeft: fc.nat({ max: 3 }),
    wordCount: fc.constantFrom(0 as const, ...wordCounts),
    total: fc.constantFrom(...wordCounts),
    position: fc.integer({ min: 1, max: 12 }),
  })
  .map((status) => (status.stage === 'words' ? status : { ...status, position: 0, total: 0 }));

const device = fc.constantFrom(
  usbDevice,
  simulatorDevice,
  { ...usbDevice, deviceId: 'ffeeddccbbaa99887766554433221100' },
  { ...usbDevice, proof: 'unknown-issuer' as const },
);

export const arbitraryEvent: fc.Arbitrary<CeremonyEvent> = fc.oneof(
  fc.record({ kind: fc.constant('begin' as const), link: fc.option(link, { nil: undefined }) }),
  fc.constantFrom<CeremonyEvent>(
    { kind: 'next' },
    { kind: 'back' },
    { kind: 'retry' },
    { kind: 'choose-another' },
    { kind: 'accept-unverified' },
    { kind: 'show-all-lengths' },
    { kind: 'set-purpose', purpose: 'restore' },
    { kind: 'set-purpose', purpose: 'create' },
    { kind: 'open-settings' },
    { kind: 'open-page', page: 'menu' },
    { kind: 'open-page', page: 'rename' },
    { kind: 'open-page', page: 'wipe' },
    { kind: 'open-page', page: 'copies' },
    { kind: 'open-page', page: 'check-file' },
    { kind: 'open-restore-file' },
    { kind: 'choose-file', file: chosenFile },
    { kind: 'choose-file', file: undefined },
    { kind: 'save-file' },
    { kind: 'file-saved' },
    { kind: 'file-failed', code: 'bad-response' },
    { kind: 'choose-name', name: 'Desk' },
    { kind: 'choose-name', name: undefined },
    { kind: 'open-quiz' },
    { kind: 'answer', right: true },
    { kind: 'answer', right: false },
    { kind: 'name-read', name: 'Blue drawer' },
    { kind: 'check-noted', checkedAt: '2026-12-24T10:00:00.000Z' },
    { kind: 'quiz-drawn', order: [false, true] },
    { kind: 'cancel' },
    { kind: 'continue' },
    { kind: 'finish' },
    { kind: 'opened' },
    { kind: 'proof-failed' },
    { kind: 'disconnected' },
    { kind: 'timer', name: 'retry' },
    { kind: 'timer', name: 'lost' },
    { kind: 'timer', name: 'long' },
  ),
  fc.record({
    kind: fc.constant('ask' as const),
    ceremony: fc.constantFrom(
      ...([
        'create',
        'restore',
        'reveal',
        'check',
        'change-pin',
        'rename',
        'wipe',
        'seed-qr',
        'backup-file',
        'check-file',
        'restore-file',
      ] as const),
    ),
  }),
  fc.record({ kind: fc.constant('choose' as const), link }),
  fc.record({ kind: fc.constant('resume' as const), link }),
  fc.record({ kind: fc.constant('plugged-in' as const), link }),
  fc.record({ kind: fc.constant('set-length' as const), wordCount: fc.constantFrom(...wordCounts) }),
  fc.record({
    kind: fc.constantFrom(
      'open-failed' as const,
      'identify-failed' as const,
      'begin-failed' as const,
      'cancel-failed' as const,
      'wallet-failed' as const,
      'following-failed' as const,
    ),
    code,
  }),
  fc.record({ kind: fc.constant('identified' as const), device }),
  fc.record({ kind: fc.constant('status' as const), status: arbitraryStatus }),
  fc.constantFrom<CeremonyEvent>({
    kind: 'wallet-read',
    walletId: someWalletId,
    date: '2026-11-24T10:00:00.000Z',
    record: undefined,
    checkedAt: undefined,
  }),
);

/** Events that lead from the first screen to a connected device, so that random ones find something to disturb. */
export const connecting: readonly CeremonyEvent[] = [
  { kind: 'begin', link: undefined },
  { kind: 'next' },
  { kind: 'next' },
  { kind: 'choose', link: 'webhid' },
  { kind: 'opened' },
  { kind: 'identified', device: usbDevice },
];
