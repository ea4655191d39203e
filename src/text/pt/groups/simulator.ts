import { simulatorInPortuguese } from '../simulator/command.ts';
import { frameInPortuguese } from '../simulator/frame.ts';
import { simulatorStorageInPortuguese } from '../simulator/storage.ts';
import { simulatorUsbInPortuguese } from '../simulator/usb.ts';
import { deviceWindowInPortuguese } from '../simulator/window.ts';
import type { SimulatorTexts } from '../../types/catalogue.ts';

export const simulatorTextsInPortuguese: SimulatorTexts = {
  deviceWindow: deviceWindowInPortuguese,
  simulator: simulatorInPortuguese,
  simulatorFrame: frameInPortuguese,
  simulatorStorage: simulatorStorageInPortuguese,
  simulatorUsb: simulatorUsbInPortuguese,
};
