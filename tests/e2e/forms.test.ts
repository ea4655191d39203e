/** Blank forms on paper: as many sheets as chosen, of the size that was chosen, whole, and never a word on them. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { seedQrSizes } from '../../src/protocol/files/seed-qr.ts';
import { formsMessages } from '../../src/text/forms.ts';
import { launchBrowser, seeHeading, startSite, type Site } from './support/app.ts';

let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Print a blank form' }).click();
  await seeHeading(page, 'Print a blank form');
});
afterEach(async () => {
  await page.close();
});

/** The size of each page of a PDF in millimetres; Chromium writes one uncompressed object for each page. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => ({
    width: (Number(width) / 72) * 25.4,
    height: (Number(height) / 72) * 25.4,
  }));
}

/** Every text in a part of the catalogue. */
function sentencesOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentencesOf) : [];
}

async function choose(...options: readonly (string | RegExp)[]): Promise<void> {
  for (const name of options) await page.getByRole('radio', { name }).check({ force: true });
}

/** Prints, and measures the printed page: what sticks out of a sheet, or of what it is drawn in. */
async function print(): Promise<{
  pages: { width: number; height: number }[];
  cut: string[];
  texts: string[];
}> {
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  await page.emulateMedia({ media: 'print' });
  const { cut, texts } = await page.locator('hb-forms').evaluate((forms) => {
    const sheets = [...(forms.shadowRoot?.querySelectorAll('.sheet') ?? [])];
    const sticksOut = sheets.flatMap((sheet) => {
      const frame = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('*')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          // Half a millimetre is the hair by which a sheet is lower than its paper.
          return (
            box.left < frame.left - 0.5 ||
            box.right > frame.right + 0.5 ||
            box.top < frame.top - 0.5 ||
            box.bottom > frame.bottom + 0.5
          );
        })
        .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
    });
    const atEdge = sheets.filter((sheet) => Math.abs(sheet.getBoundingClientRect().left) > 0.5);
    return {
      cut: [...sticksOut, ...atEdge.map(() => 'a sheet that does not begin at the edge')],
      texts: sheets
        .flatMap((sheet) => [sheet, ...sheet.querySelectorAll('*')])
        .flatMap((element) => [...element.childNodes])
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => (node.textContent ?? '').trim())
        .filter((text) => text !== ''),
    };
  });
  await page.emulateMedia({ media: null });
  return { pages, cut, texts };
}

const papers = [
  { paper: /^A4/, width: 210, height: 297 },
  { paper: /^Letter/, width: 215.9, height: 279.4 },
];
const forms: readonly (readonly (string | RegExp)[])[] = [
  ...[12, 15, 18, 21, 24].map((count) => [/^Recovery phrase/, `${count} words`, /^With boxes/]),
  [/^Recovery phrase/, '24 words', /^Lines only/],
  ...[21, 25, 29].map((size) => [/^SeedQR grid/, new RegExp(`^${size} x ${size}`)]),
  [/^Backup code/],
];

describe.each(papers)('blank forms on $paper', ({ paper, width, height }) => {
  it('are one sheet each, and two with the dates of checks, with nothing cut off', async () => {
    await choose(paper);
    for (const form of forms) {
      await choose(...form);
      for (const [checks, sheets] of [
        [/^No second sheet/, 1],
        [/^A second sheet/, 2],
      ] as const) {
        await choose(checks);
        const { pages, cut } = await print();
        expect({ form: form.map(String), pages: pages.length, cut }).toEqual({
          form: form.map(String),
          pages: sheets,
          cut: [],
        });
        for (const sheet of pages) {
          expect(sheet.width).toBeCloseTo(width, 0);
          expect(sheet.height).toBeCloseTo(height, 0);
        }
      }
    }
  });
});

describe('blank forms', () => {
  it('have a numbered line for every word and four boxes beside it', async () => {
    for (const count of [12, 15, 18, 21, 24]) {
      await choose(/^Recovery phrase/, `${count} words`, /^With boxes/);
      const numbers = await page.locator('.sheet .row .number').allInnerTexts();
      expect(numbers.map(Number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(await page.locator('.sheet .row .line').count()).toBe(count);
      expect(await page.locator('.sheet .row .box').count()).toBe(count * 4);
    }
    await choose(/^Lines only/);
    expect(await page.locator('.sheet .box').count()).toBe(0);
  });

  it('blank forms say only what their texts say, and leave no other place for a word', async () => {
    const known = new Set(sentencesOf(formsMessages.sheet));
    for (const form of forms) {
      await choose(...form, /^A second sheet/);
      const size = seedQrSizes.find((each) => form.some((option) => String(option).includes(`${each} x`)));
      if (size !== undefined) known.add(formsMessages.sheet.grid(size));
      const { texts } = await print();
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.filter((text) => !known.has(text) && !/^(\d{1,2}|[A-F])$/.test(text))).toEqual([]);
      const places = page.locator('.sheet :is(.line, .box, .code, td, .value)');
      for (const place of await places.allInnerTexts()) expect(place.trim()).toMatch(/^\d*$/);
    }
  });

  it('say of a backup code that it is none of the phrase', async () => {
    await choose(/^Backup code/);
    const sheet = page.getByRole('region', { name: 'Backup code' });
    expect(await sheet.locator('.code').count()).toBe(12);
    await sheet.getByText('This isn’t a recovery phrase.').waitFor();
  });

  it('leave no trace of the paper once the page is left', async () => {
    const rules = (): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length);
    expect(await rules()).toBe(1);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await seeHeading(page, /^A recovery phrase/);
    expect(await rules()).toBe(0);
  });
});
