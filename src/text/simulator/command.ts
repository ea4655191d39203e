import { simulatorInEnglish } from '../en/simulator/command.ts';
import { part } from '../locale/language.ts';
import type { SimulatorMessages } from '../types/simulator/command.ts';

export const simulatorText: SimulatorMessages = part('simulator', simulatorInEnglish);
