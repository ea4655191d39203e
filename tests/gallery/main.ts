/**
 * `npm run gallery [FOLDER [WORD [LANGUAGE …]]]`: pictures of every screen of the device and of the app, light and dark, at three widths, in
 * English and German or in the languages that are named, and a page that shows them all, to be looked at; with a word, of the app's
 * screens that have it in their name. The screens are the ones that the component tests run through axe.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { browserLaunchOptions } from '../chromium.mjs';
import { drawDeviceSheets } from './device-sheets.ts';

const folder = resolve(process.argv[2] ?? 'gallery');
const schemes = ['light', 'dark'] as const;
const widths = [1280, 360, 320] as const;
const word = process.argv[3] ?? '';
const languages = process.argv.length > 4 ? process.argv.slice(4) : ['en', 'de'];

mkdirSync(folder, { recursive: true });
const sheets = drawDeviceSheets().map((png, index) => {
  const name = `device-${index + 1}.png`;
  writeFileSync(resolve(folder, name), png);
  return name;
});

const server = await createServer({
  configFile: false,
  root: resolve(import.meta.dirname, '../..'),
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0, hmr: false },
});
await server.listen();
const browser = await chromium.launch(browserLaunchOptions);

async function takeAll(page: Page, variant: string): Promise<string[]> {
  const all = await page.evaluate(() => window.screenNames);
  const names = all.filter((name) => name.includes(word));
  const files: string[] = [];
  for (const name of names) {
    await page.evaluate((screen) => window.showScreen(screen), name);
    const file = `${name}-${variant}.png`;
    await page.screenshot({ path: resolve(folder, file), fullPage: true });
    files.push(file);
  }
  return files;
}

try {
  const pictures = new Map<string, string[]>();
  for (const [language, colorScheme] of languages.flatMap((tag) =>
    schemes.map((each) => [tag, each] as const),
  )) {
    for (const width of widths) {
      const page = await browser.newPage({
        colorScheme,
        locale: language,
        reducedMotion: 'reduce',
        viewport: { width, height: 800 },
      });
      await page.goto(new URL('tests/gallery/page.html', server.resolvedUrls?.local[0]).href);
      await page.waitForFunction(() => 'showScreen' in window);
      const variant = `${language}-${colorScheme}-${width}`;
      pictures.set(variant, await takeAll(page, variant));
      await page.close();
    }
  }
  writeFileSync(resolve(folder, 'index.html'), indexPage(sheets, pictures));
  const count = [...pictures.values()].reduce((sum, files) => sum + files.length, 0);
  console.log(`${count} pictures of the app and ${sheets.length} sheets of the device: ${folder}/index.html`);
} finally {
  await browser.close();
  await server.close();
}

function indexPage(
  deviceSheets: readonly string[],
  pictures: ReadonlyMap<string, readonly string[]>,
): string {
  const image = (file: string): string =>
    `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${file.replace('.png', '')}</figcaption></figure>`;
  const section = (title: string, files: readonly string[]): string =>
    `<h2>${title}</h2><div>${files.map(image).join('')}</div>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every screen</title>
<style>div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{max-width:24rem;border:1px solid gray}</style>
<h1>Every screen</h1>${section('Device', deviceSheets)}
${[...pictures].map(([variant, files]) => section(variant, files)).join('\n')}</html>`;
}
