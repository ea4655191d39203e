/**
 * Imported first: where the page may not run, nothing after this is evaluated, and the page says why.
 */
import { workerFile } from '../../offline/precache.ts';
import { chooseLanguage } from '../../text/languages.ts';
import { refusals } from '../../text/refusals.ts';
import type { RefusalMessages } from '../../text/types/refusals.ts';
import { guardPage, type RefusedPage, type Workers } from './page-guard.ts';

function refuse(refusal: RefusedPage): void {
  const show = (): void => say(refusals[refusal]);
  show();
  chooseLanguage(navigator.languages, ['first']).then(show, () => undefined);
}

function say({ title, text }: RefusalMessages[RefusedPage]): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  const page = document.createElement('main');
  page.className = 'refused';
  page.append(heading, paragraph);
  document.body.replaceChildren(page);
}

const here = (path: string): string => new URL(path, location.href).href;

/** The types say that every browser has them. Firefox has none in a private window. */
const { serviceWorker }: { serviceWorker?: Workers } = navigator;

const refusal = guardPage({
  framed: window.top !== window,
  workers: serviceWorker,
  ownWorker: { scriptURL: here(workerFile), scope: here('.') },
  refuse,
});
if (refusal !== undefined) throw new Error(`Hostblind does not run here: ${refusal}`);
