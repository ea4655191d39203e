import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Model } from '../protocol/models.ts';
import { modelTitles } from '../protocol/models.ts';
import { headerStyles } from './hb-header.styles.ts';
import { closedEye, warning } from './icons.ts';
import { messages } from './messages.ts';
import { sharedStyles } from './shared.styles.ts';

export type ConnectionBadge = 'none' | 'connecting' | 'connected' | 'lost';

/** Wordmark, connection, and the strip that says "simulator" for as long as one is in use (H10). */
@customElement('hb-header')
export class HbHeader extends LitElement {
  static override styles = [sharedStyles, headerStyles];

  @property({ type: Boolean }) simulator = false;
  @property() connection: ConnectionBadge = 'none';
  @property() model: Model | undefined;

  protected override render(): TemplateResult {
    return html`
      <header>
        ${this.simulator ? html`<p class="simulator">${warning}<span>${messages.simulatorBadge}</span></p>` : nothing}
        <div class="bar">
          <span class="wordmark">${closedEye}<span>${messages.wordmark}</span></span>
          ${
            this.connection === 'none'
              ? nothing
              : html`<span class="connection ${this.connection}"
                  ><span class="dot" aria-hidden="true"></span>${this.#connectionText()}</span
                >`
          }
        </div>
      </header>
    `;
  }

  #connectionText(): string {
    if (this.connection === 'connected' && this.model !== undefined) return modelTitles[this.model];
    return messages.connection[this.connection];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-header': HbHeader;
  }
}
