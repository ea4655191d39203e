import { simulatorStorageInEnglish } from '../en/simulator/storage.ts';
import { part } from '../locale/language.ts';
import type { SimulatorStorageMessages } from '../types/simulator/storage.ts';

export const storageText: SimulatorStorageMessages = part('simulatorStorage', simulatorStorageInEnglish);
