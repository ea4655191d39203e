/**
 * Imported first: where the page may not run, nothing after this is evaluated, and the page says why.
 */
import { refusals } from '../text/refusals.ts';
import { guardPage, type RefusedPage, type Workers } from './page-guard.ts';

function refuse(refusal: RefusedPage): void {
  const { title, text } = refusals[refusal];
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  const page = document.createElement('main');
  page.className = 'refused';
  page.append(heading, paragraph);
  document.body.replaceChildren(page);
}

/** The types say that every browser has them. Firefox has none in a private window. */
const { serviceWorker }: { serviceWorker?: Workers } = navigator;

const refusal = guardPage({
  framed: window.top !== window,
  workers: serviceWorker,
  ownWorkers: [],
  refuse,
});
if (refusal !== undefined) throw new Error(`Hostblind does not run here: ${refusal}`);
