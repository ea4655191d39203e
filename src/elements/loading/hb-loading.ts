import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** In place of a view whose code is on its way, or didn't arrive. */
@customElement('hb-loading')
export class HbLoading extends HbElement {
  static override styles = sharedStyles;

  @property({ type: Boolean }) failed = false;
  /** There is a page to go back to. */
  @property({ type: Boolean }) leavable = false;

  protected override render(): TemplateResult {
    const { title, body } = this.failed ? messages.loadFailed : messages.loading;
    return html`
      <div class="view">
        <h1 tabindex="-1">${title}</h1>
        ${body.map((paragraph) => html`<p class="lead" role=${this.failed ? 'alert' : 'status'}>${paragraph}</p>`)}
        <div class="actions">
          ${
            this.failed
              ? html`<button class="button primary" @click=${asks(this, { kind: 'next' })}>
                  ${messages.loadFailed.retry}
                </button>`
              : nothing
          }
          ${
            this.leavable
              ? html`<button class="button quiet" @click=${asks(this, { kind: 'back' })}>
                  ${messages.back}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-loading': HbLoading;
  }
}
