/** What a device is led with, once it is loaded: right after the first page, which doesn't wait for it. */
import { loadTexts } from '../text/languages.ts';
import type { DevicePart } from './device-part.ts';

let part: DevicePart | undefined;

export function devicePart(): DevicePart | undefined {
  return part;
}

/** Rejects when it can't be loaded; the next call tries again. */
export async function loadDevicePart(): Promise<DevicePart> {
  if (part !== undefined) return part;
  // First: an element that waits on the page draws itself as soon as its code is there.
  await loadTexts('rest');
  part = (await import('./device-part.ts')).deviceParts;
  return part;
}
