/**
 * What runs before the page is painted: it puts on the colours that were chosen here, which the app's own script (`themeSwitch`) would
 * do a moment too late. It stands in the page, so that nothing is waited for, and the policy names it by its hash.
 */
import { hashSource } from './inline-page.ts';

/** The key is that of `localPreferences`. A browser that blocks site data throws at the sight of its storage. */
export const firstPaintScript =
  "try{const t=localStorage.getItem('hostblind.theme');" +
  "if(t==='light'||t==='dark'){document.documentElement.dataset.theme=t;" +
  "document.querySelector('meta[name=color-scheme]').content=t}}catch{}";

export const firstPaintSource = hashSource(firstPaintScript);
