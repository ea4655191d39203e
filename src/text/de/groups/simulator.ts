import { simulatorInGerman } from '../simulator/command.ts';
import { frameInGerman } from '../simulator/frame.ts';
import { simulatorStorageInGerman } from '../simulator/storage.ts';
import { simulatorUsbInGerman } from '../simulator/usb.ts';
import { deviceWindowInGerman } from '../simulator/window.ts';
import type { SimulatorTexts } from '../../types/catalogue.ts';

export const simulatorTextsInGerman: SimulatorTexts = {
  deviceWindow: deviceWindowInGerman,
  simulator: simulatorInGerman,
  simulatorFrame: frameInGerman,
  simulatorStorage: simulatorStorageInGerman,
  simulatorUsb: simulatorUsbInGerman,
};
