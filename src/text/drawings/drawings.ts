import { part } from '../locale/language.ts';
import type { DrawingMessages } from '../types/drawings/drawings.ts';

export const drawingMessages: DrawingMessages = part('drawings');
