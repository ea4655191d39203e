import { simulatorInEnglish } from '../simulator/command.ts';
import { frameInEnglish } from '../simulator/frame.ts';
import { simulatorStorageInEnglish } from '../simulator/storage.ts';
import { simulatorUsbInEnglish } from '../simulator/usb.ts';
import { deviceWindowInEnglish } from '../simulator/window.ts';
import type { SimulatorTexts } from '../../types/catalogue.ts';

export const simulatorTextsInEnglish: SimulatorTexts = {
  deviceWindow: deviceWindowInEnglish,
  simulator: simulatorInEnglish,
  simulatorFrame: frameInEnglish,
  simulatorStorage: simulatorStorageInEnglish,
  simulatorUsb: simulatorUsbInEnglish,
};
