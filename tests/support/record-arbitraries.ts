/** Arbitrary books and changes: well-formed, in no sensible order. */
import fc from 'fast-check';
import { models } from '../../src/protocol/models.ts';
import { activities, outcomes, walletStates } from '../../src/protocol/public-state.ts';
import type { DeviceRef, RecordChange } from '../../src/records/book.ts';

/** Few, so that changes meet each other. */
const walletId = fc.constantFrom('00'.repeat(16), '11'.repeat(16), '22'.repeat(16));
const at = fc.constantFrom(
  '2026-11-24T10:00:00.000Z',
  '2026-11-24T10:05:00.000Z',
  '2028-02-29T00:00:00.001Z',
);
const what = fc.constantFrom(...activities.filter((activity) => activity !== 'none'));
const outcome = fc.constantFrom(...outcomes);
const result = fc.constantFrom(...outcomes.filter((one) => one !== 'none'), 'interrupted' as const);
const number = fc.nat({ max: 3 });
const known = fc.record({
  id: fc.constantFrom('aa'.repeat(16), 'bb'.repeat(16)),
  model: fc.constantFrom(...models),
  simulator: fc.boolean(),
});
const device: fc.Arbitrary<DeviceRef> = fc.oneof(
  known,
  known.map((ref) => ({ ...ref, id: undefined })),
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const place = { model: fc.constantFrom(...models), simulator: fc.boolean(), walletId };

export const arbitraryChange: fc.Arbitrary<RecordChange> = fc.oneof(
  fc.record({ kind: fc.constant('began' as const), at, device, what, number, walletId: maybe(walletId) }),
  fc.record({
    kind: fc.constant('ended' as const),
    at,
    device,
    what,
    number,
    result,
    walletId: maybe(walletId),
  }),
  fc.record({ kind: fc.constant('arrived' as const), at, device, running: maybe(what), number, outcome }),
  fc.record({ kind: fc.constant('told-wallet' as const), device, walletId }),
  fc.record({
    kind: fc.constant('saw-device' as const),
    at,
    device: known,
    state: fc.constantFrom(...walletStates),
    name: maybe(fc.constantFrom('', 'Desk', 'Blue drawer')),
    walletId: fc.oneof(maybe(walletId), fc.constant(null)),
  }),
  fc.record({
    kind: fc.constant('forget-device' as const),
    key: fc.constantFrom(`device:${'aa'.repeat(16)}`),
  }),
  fc.record({
    kind: fc.constant('backed-up' as const),
    wallet: fc.record({ ...place, backedUp: maybe(at) }),
  }),
  fc.record({ kind: fc.constant('checked' as const), wallet: fc.record({ ...place, checked: maybe(at) }) }),
  fc.record({
    kind: fc.constant('moved-in' as const),
    wallets: fc.array(fc.record({ ...place, backedUp: maybe(at), checked: maybe(at) }), { maxLength: 3 }),
  }),
);
