import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupRecord } from '../ceremony/state.ts';
import { modelTitles } from '../protocol/models.ts';
import { asks } from './ceremony-request.ts';
import { opensForms } from './forms-request.ts';
import { formatDate, groupDigits } from './format.ts';
import { introStyles } from './hb-intro.styles.ts';
import { closedEye, list, lookDown, padlock, pen } from './icons.ts';
import { messages, type NoticeText } from './messages.ts';
import { sharedStyles } from './shared.styles.ts';

export type IntroPage = 'welcome' | 'privacy' | 'terms';

const pointIcons = [lookDown, list, closedEye];

/** The screens before a device: what this is, privacy, terms. */
@customElement('hb-intro')
export class HbIntro extends LitElement {
  static override styles = [sharedStyles, introStyles];

  @property() page: IntroPage = 'welcome';
  @property({ attribute: false }) records: readonly BackupRecord[] = [];

  protected override render(): TemplateResult {
    if (this.page === 'welcome') return this.#welcome();
    return this.page === 'privacy'
      ? this.#text(messages.privacy, messages.privacy.next, closedEye)
      : this.#text(messages.terms, messages.terms.next, pen);
  }

  #welcome(): TemplateResult {
    const text = messages.welcome;
    return html`
      <div class="view">
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'begin', link: 'simulator-frame' })}>
            ${text.useSimulator}
          </button>
          <button class="button" @click=${asks(this, { kind: 'begin', link: undefined })}>
            ${text.useDevice}
          </button>
        </div>
        <p class="soft small">${text.simulatorHint}</p>
        <ul class="points">
          ${text.points.map(
            ({ title, body }, index) => html`
              <li>
                <span class="badge">${pointIcons[index] ?? padlock}</span>
                <div>
                  <h2>${title}</h2>
                  <p>${body}</p>
                </div>
              </li>
            `,
          )}
        </ul>
        ${this.records.length === 0 ? nothing : this.#records()}
        <button class="button" @click=${opensForms(this, { form: 'words' })}>${messages.forms.open}</button>
      </div>
    `;
  }

  #records(): TemplateResult {
    return html`
      <section class="records" aria-labelledby="records">
        <h2 id="records">${messages.welcome.recordsTitle}</h2>
        <ul>
          ${this.records.map(
            ({ walletId, date, model, simulator }) => html`
              <li>
                <span class="id" translate="no">${groupDigits(walletId.slice(0, 8))} …</span>
                <span class="soft"
                  >${simulator ? messages.backedUp.simulator(modelTitles[model]) : modelTitles[model]},
                  <time datetime=${date}>${formatDate(date)}</time></span
                >
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }

  #text({ title, body }: NoticeText, next: string, emblem: unknown): TemplateResult {
    return html`
      <div class="view">
        <span class="emblem">${emblem}</span>
        <h1 tabindex="-1">${title}</h1>
        <div class="text">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'next' })}>${next}</button>
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-intro': HbIntro;
  }
}
