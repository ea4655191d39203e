import { simulatorInSpanish } from '../simulator/command.ts';
import { frameInSpanish } from '../simulator/frame.ts';
import { simulatorStorageInSpanish } from '../simulator/storage.ts';
import { simulatorUsbInSpanish } from '../simulator/usb.ts';
import { deviceWindowInSpanish } from '../simulator/window.ts';
import type { SimulatorTexts } from '../../types/catalogue.ts';

export const simulatorTextsInSpanish: SimulatorTexts = {
  deviceWindow: deviceWindowInSpanish,
  simulator: simulatorInSpanish,
  simulatorFrame: frameInSpanish,
  simulatorStorage: simulatorStorageInSpanish,
  simulatorUsb: simulatorUsbInSpanish,
};
