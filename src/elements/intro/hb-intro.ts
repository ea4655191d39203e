import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { emptyBook, type RecordBook } from '../../records/book.ts';
import { asks } from '../shared/ceremony-request.ts';
import { opensForms } from '../forms/forms-request.ts';
import { introStyles } from './hb-intro.styles.ts';
import { closedEye, list, lookDown, padlock, pen } from '../shared/icons.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

export type IntroPage = 'welcome' | 'privacy' | 'terms';

/** The second click of a double click would land on the next page's button, and skip that page unread. */
function onlyOnce(handler: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) handler();
  };
}

const pointIcons = [lookDown, list, closedEye];

/** The screens before a device: what this is, privacy, terms. */
@customElement('hb-intro')
export class HbIntro extends HbElement {
  static override styles = [sharedStyles, introStyles];

  @property() page: IntroPage = 'welcome';
  /** What this browser keeps; shown once the code for it is there, which the app loads when there is something. */
  @property({ attribute: false }) book: RecordBook = emptyBook;

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
        <hb-device-list .book=${this.book}></hb-device-list>
        <button class="button" @click=${opensForms(this, { form: 'words' })}>${messages.forms.open}</button>
      </div>
    `;
  }

  #text({ title, body }: NoticeText, next: string, emblem: unknown): TemplateResult {
    return html`
      <div class="view">
        <span class="emblem">${emblem}</span>
        <h1 tabindex="-1">${title}</h1>
        <div class="text">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
        <div class="actions">
          <button class="button primary" @click=${onlyOnce(asks(this, { kind: 'next' }))}>${next}</button>
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
