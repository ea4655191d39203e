/** `npm run icons`: the PNGs of the installed app's icon, from `src/app/icon.svg`. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../chromium.mjs';
import { drawIcon, iconFile, iconSizes } from './draw-icon.ts';

const browser = await chromium.launch(browserLaunchOptions);
for (const size of iconSizes) writeFileSync(iconFile(size), await drawIcon(browser, size));
await browser.close();
