import { simulatorUsbInEnglish } from '../en/simulator/usb.ts';
import { part } from '../locale/language.ts';
import type { SimulatorUsbMessages } from '../types/simulator/usb.ts';

export const usbText: SimulatorUsbMessages = part('simulatorUsb', simulatorUsbInEnglish);
