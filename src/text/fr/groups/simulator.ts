import { simulatorInFrench } from '../simulator/command.ts';
import { frameInFrench } from '../simulator/frame.ts';
import { simulatorStorageInFrench } from '../simulator/storage.ts';
import { simulatorUsbInFrench } from '../simulator/usb.ts';
import { deviceWindowInFrench } from '../simulator/window.ts';
import type { SimulatorTexts } from '../../types/catalogue.ts';

export const simulatorTextsInFrench: SimulatorTexts = {
  deviceWindow: deviceWindowInFrench,
  simulator: simulatorInFrench,
  simulatorFrame: frameInFrench,
  simulatorStorage: simulatorStorageInFrench,
  simulatorUsb: simulatorUsbInFrench,
};
