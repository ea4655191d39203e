/** Puts the texts into the page, as `src/text/locale/markup.ts` does it to a file: in the language that was chosen. */
import { frameText } from '../../../src/text/simulator/frame.ts';

function textOf(name: string | undefined): string {
  const text: unknown = Reflect.get(frameText, name ?? '');
  if (typeof text !== 'string') throw new Error(`no text: ${name}`);
  return text;
}

export function fillPage(page: Document, language: string): void {
  page.documentElement.lang = language;
  for (const element of page.querySelectorAll<HTMLElement>('[data-text]')) {
    // Every other part stands in brackets: a key.
    const parts = textOf(element.dataset['text']).split(/[[\]]/);
    element.replaceChildren(...parts.map((part, index) => (index % 2 === 0 ? part : keyOf(page, part))));
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-attributes]')) {
    for (const pair of (element.dataset['attributes'] ?? '').split(' ')) {
      const [attribute = '', name] = pair.split(':');
      element.setAttribute(attribute, textOf(name));
    }
  }
}

function keyOf(page: Document, name: string): HTMLElement {
  const key = page.createElement('kbd');
  key.textContent = name;
  return key;
}
