import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupRecord, DeviceFacts } from '../ceremony/state.ts';
import { modelTitles } from '../protocol/models.ts';
import { asks } from './ceremony-request.ts';
import { formatDate, groupDigits } from './format.ts';
import { backedUpStyles } from './hb-backed-up.styles.ts';
import { check } from './icons.ts';
import { messages } from './messages.ts';
import { sharedStyles } from './shared.styles.ts';

/** The end of the way: a receipt without a secret on it. */
@customElement('hb-backed-up')
export class HbBackedUp extends LitElement {
  static override styles = [sharedStyles, backedUpStyles];

  @property() walletId = '';
  @property({ attribute: false }) record: BackupRecord | undefined;
  @property({ attribute: false }) device: DeviceFacts | undefined;
  @property({ type: Number }) wordCount = 0;
  /** Confirmed just now, before the eyes of this page. */
  @property({ type: Boolean }) witnessed = false;

  protected override render(): TemplateResult {
    const text = messages.backedUp;
    return html`
      <div class="view">
        <span class="emblem">${check}</span>
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${this.witnessed ? text.lead : text.known}</p>
        <dl class="receipt">
          <div>
            <dt>${text.walletId}</dt>
            <dd class="id" translate="no">
              ${groupDigits(this.walletId)
                .split(' ')
                .map((group) => html`<span>${group} </span>`)}
            </dd>
          </div>
          <div>
            <dt>${text.date}</dt>
            <dd>${this.#date()}</dd>
          </div>
          <div>
            <dt>${text.device}</dt>
            <dd>${this.#device()}</dd>
          </div>
          ${
            this.wordCount === 0
              ? nothing
              : html`<div>
                  <dt>${text.words}</dt>
                  <dd>${text.wordCount(this.wordCount)}</dd>
                </div>`
          }
        </dl>
        ${
          this.device?.simulator === true
            ? html`<p class="note attention">${text.simulatorOnly}</p>`
            : nothing
        }
        <h2>${text.keepTitle}</h2>
        <ul class="keep">
          ${text.keep.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
        </ul>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'finish' })}>${text.finish}</button>
        </div>
      </div>
    `;
  }

  #date(): TemplateResult | string {
    if (this.record === undefined) return messages.backedUp.unknownDate;
    const { date } = this.record;
    return html`<time datetime=${date}>${formatDate(date)}</time>`;
  }

  #device(): string {
    if (this.device === undefined) return '';
    const title = modelTitles[this.device.model];
    return this.device.simulator ? messages.backedUp.simulator(title) : title;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-backed-up': HbBackedUp;
  }
}
