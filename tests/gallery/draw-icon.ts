/** The app's icon, drawn by a browser as a PNG of so many pixels. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';

export const iconSizes = [192, 512] as const;

export function iconFile(size: number): string {
  return resolve(import.meta.dirname, `../../src/app/icon-${size}.png`);
}

export async function drawIcon(browser: Browser, size: number): Promise<Uint8Array> {
  const svg = readFileSync(resolve(import.meta.dirname, '../../src/app/icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}
