import { frameInEnglish } from '../en/simulator/frame.ts';
import { part } from '../locale/language.ts';
import type { FrameMessages } from '../types/simulator/pages.ts';

export const frameText: FrameMessages = part('simulatorFrame', frameInEnglish);
