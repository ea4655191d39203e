/** Where things stand on a screen of 128x64 pixels. */
import { screenWidth } from '../../../../src/protocol/screen-size.ts';

export const margin = 2;
/** The width for text, in pixels. */
export const textColumn = screenWidth - 2 * margin;
export const footerTop = 54;
export const bodyTop = 16;
/** How many lines of the small font fit between title and foot. */
export const bodyLines = 3;
/** The widest title that leaves room for the simulator's mark. */
export const titleWidth = 106;
