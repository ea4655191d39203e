/** Mounting Lit templates and checking them with axe, for the component tests (Web Test Runner, Mocha). */
import { assert } from '@esm-bundle/chai';
import 'axe-core';
import type axeType from 'axe-core';
import { render, type LitElement, type TemplateResult } from 'lit';

declare const axe: typeof axeType;

/** Renders into the page, waits for the element to be drawn and returns it. */
export async function mount<Element extends LitElement>(template: TemplateResult): Promise<Element> {
  const holder = document.createElement('div');
  document.body.append(holder);
  render(template, holder);
  const element = holder.firstElementChild as Element;
  await element.updateComplete;
  return element;
}

export function unmountAll(): void {
  for (const holder of document.body.querySelectorAll('body > div')) holder.remove();
}

/** Fails with the name of each rule that is broken and what breaks it. */
export async function assertAccessible(context: Element = document.body): Promise<void> {
  // One element alone is no page: landmarks and the one heading of level one are the app's matter.
  const { violations } = await axe.run(context, { rules: { region: { enabled: false } } });
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  // An own error: the assertion library would cut the list short.
  if (found.length > 0) throw new Error(`not accessible: ${found.join('; ')}`);
}

/** Everything in the element's shadow tree and in those below it, in order. */
export function deepElements(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : deepElements(element.shadowRoot)),
  ]);
}

export function deepText(root: Element): string {
  const scope: ParentNode = root.shadowRoot ?? root;
  return [root, ...deepElements(scope)]
    .flatMap((element) => [...(element.shadowRoot ?? element).childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent?.trim() ?? '')
    .filter((text) => text !== '')
    .join(' ');
}

export function buttonNamed(root: Element, name: string): HTMLButtonElement {
  const found = deepElements(root.shadowRoot ?? root).find(
    (element): element is HTMLButtonElement =>
      element instanceof HTMLButtonElement && element.textContent.trim().startsWith(name),
  );
  assert.isDefined(found, `a button named "${name}"`);
  return found as HTMLButtonElement;
}

export function headingOf(root: Element): HTMLElement {
  const found = deepElements(root.shadowRoot ?? root).find((element) => element.localName === 'h1');
  assert.isDefined(found, 'a heading of level one');
  return found as HTMLElement;
}

/** The element that has the focus, however deep. */
export function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

export { assert };
