import { deviceWindowInEnglish } from '../en/simulator/window.ts';
import { part } from '../locale/language.ts';
import type { DeviceWindowMessages } from '../types/simulator/pages.ts';

export const windowText: DeviceWindowMessages = part('deviceWindow', deviceWindowInEnglish);
