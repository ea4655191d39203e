/**
 * Every element of this app: drawn again when the language changes. Translators, and extensions that read or correct, put elements of their own in place of text nodes; Lit would go
 * on writing into nodes that nobody sees any more, and the page would stand still while the device goes on (H12). So what others changed is
 * undone before each drawing, and they see a text that is new.
 */
import { LitElement, type PropertyValues } from 'lit';
import { onTexts } from '../../text/locale/language.ts';

/** More are undone at once: an extension that never stops doesn't fill the memory. */
const mostChanges = 10_000;

/** The nodes of a change are put back where they were. Changes are undone from the last to the first, so each finds its place. */
function undo({ type, target, addedNodes, removedNodes, nextSibling }: MutationRecord): void {
  if (type !== 'childList') return;
  for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
  const place = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of removedNodes) target.insertBefore(node, place);
}

export class HbElement extends LitElement {
  #changes: MutationRecord[] = [];
  readonly #others = new MutationObserver((changes) => {
    this.#changes.push(...changes);
    if (this.#changes.length > mostChanges) this.requestUpdate();
  });

  #endTexts: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#endTexts = onTexts(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endTexts?.();
  }

  protected override update(changed: PropertyValues): void {
    for (const change of [...this.#changes, ...this.#others.takeRecords()].toReversed()) undo(change);
    super.update(changed);
    this.#changes = [];
    // What was drawn just now is no change of somebody else.
    this.#others.takeRecords();
    this.#others.observe(this.renderRoot, { childList: true, subtree: true });
  }
}
