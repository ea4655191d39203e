/** What a person sees and clicks on the app's page, in any engine: shadow roots are looked through. */
import type { Engine, Place } from './engine.ts';
import { untilFound } from './processes.ts';

const patienceMs = 20_000;

/** Runs in the page. The heading that is seen now. */
function shownHeading(): string {
  const search = (root: Document | ShadowRoot): string | undefined => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.localName === 'h1' && element.getClientRects().length > 0) return element.innerText;
      const inside = element.shadowRoot === null ? undefined : search(element.shadowRoot);
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  return (search(document) ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Runs in the page or in the frame. The middle of the control whose name begins with `name`, scrolled into view. */
function placeOf(name: string): { x: number; y: number } | null {
  const controls: HTMLElement[] = [];
  const search = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches('button, label, a, summary')) controls.push(element);
      if (element.shadowRoot !== null) search(element.shadowRoot);
    }
  };
  search(document);
  const seen = controls.filter(
    (element) => element.getClientRects().length > 0 && !element.matches(':disabled'),
  );
  const nameOf = (element: HTMLElement): string => element.innerText.replaceAll(/\s+/g, ' ').trim();
  const control = seen.find((element) => nameOf(element).startsWith(name));
  if (control === undefined) return null;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = control.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Runs in the page. All that is written in it and seen. */
function shownText(): string {
  const texts: string[] = [];
  const search = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) search(element.shadowRoot);
      if (element.children.length === 0 && element.getClientRects().length > 0) texts.push(element.innerText);
    }
  };
  search(document);
  return texts.join(' ').replaceAll(/\s+/g, ' ');
}

export function seeHeading(engine: Engine, title: string): Promise<void> {
  let seen = '';
  return untilFound(
    async () => {
      seen = await engine.run(shownHeading);
      return seen === title ? true : undefined;
    },
    patienceMs,
    () => `the page's heading is "${seen}", not "${title}"`,
  ).then(() => undefined);
}

export function seeText(engine: Engine, text: string): Promise<string> {
  return untilFound(
    async () => {
      const shown = await engine.run(shownText);
      return shown.includes(text) ? shown : undefined;
    },
    patienceMs,
    () => `the page does not say "${text}"`,
  );
}

/** Clicks the control whose name begins with `name`, as soon as it stays where it is. */
export async function clickOn(engine: Engine, name: string): Promise<void> {
  let before: Place | null = null;
  const place = await untilFound(
    async () => {
      const found = await engine.run(placeOf, name);
      const still = found !== null && before !== null && found.x === before.x && found.y === before.y;
      before = found;
      return still ? (found ?? undefined) : undefined;
    },
    patienceMs,
    () => `the page has no "${name}"`,
  );
  await engine.pointer('click', place);
}
