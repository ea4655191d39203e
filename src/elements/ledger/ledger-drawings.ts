/** How each model is drawn. A new model is a file like the others here, and a line. */
import type { LedgerModel } from '../../protocol/ledger/models.ts';
import type { DeviceModel } from '../device-drawing/model.ts';
import { touchDeviceModel } from '../device-drawing/touch-device.ts';
import { flexModel } from './flex.ts';
import { nanoSPlusModel } from './nano-s-plus.ts';
import { nanoSModel } from './nano-s.ts';
import { nanoXModel } from './nano-x.ts';
import { staxModel } from './stax.ts';

export const ledgerDrawings: Readonly<Record<LedgerModel, DeviceModel>> = {
  nanos: nanoSModel,
  nanosp: nanoSPlusModel,
  nanox: nanoXModel,
  stax: staxModel,
  flex: flexModel,
  // Its measures aren't published where we looked.
  apex: touchDeviceModel,
};
