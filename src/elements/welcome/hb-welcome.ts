import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { emptyBook, type RecordBook } from '../../records/book.ts';
import { asks } from '../shared/ceremony-request.ts';
import { opensForms } from '../forms/forms-request.ts';
import { welcomeStyles } from './hb-welcome.styles.ts';
import { closedEye, list, lookDown, pen, screen } from '../shared/icons.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { badgeStyles } from '../shared/badge.styles.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const choices = ['create', 'restore', 'try'] as const;
const choiceIcons = { create: pen, restore: list, try: screen };
const pointIcons = [lookDown, list, closedEye];

/** The first page: what this is, and the ways in, side by side. */
@customElement('hb-welcome')
export class HbWelcome extends HbElement {
  static override styles = [sharedStyles, badgeStyles, welcomeStyles];

  /** What this browser keeps; shown once the code for it is there. */
  @property({ attribute: false }) book: RecordBook = emptyBook;
  /** Milliseconds since 1970, for what is due. */
  @property({ type: Number }) now = Date.now();
  /** Where it's false, only simulators can be used, and the page says so before anybody tries. */
  @property({ type: Boolean }) reachesUsb = false;

  /** A practice wallet on this page ended with the page before. */
  @property({ type: Boolean }) frameEnded = false;

  protected override render(): TemplateResult {
    const text = messages.welcome;
    return html`
      <div class="view">
        ${this.frameEnded ? this.#note(messages.frameEnded, '') : nothing}
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        ${this.reachesUsb ? nothing : this.#note(text.noUsb, 'attention')}
        <div class="choices">
          ${choices.map(
            (intent) =>
              html`<button class="choice" @click=${asks(this, { kind: 'begin', intent })}>
                <span class="badge">${choiceIcons[intent]}</span>
                <strong>${text.choices[intent].title}</strong>
                <span class="body">${text.choices[intent].body}</span>
              </button>`,
          )}
        </div>
        <button class="button quiet manage" @click=${asks(this, { kind: 'begin', intent: 'manage' })}>
          ${text.manage}
        </button>
        <hb-device-list .book=${this.book} .now=${this.now}></hb-device-list>
        <ul class="points">
          ${text.points.map(
            ({ title, body }, index) => html`
              <li>
                <span class="badge">${pointIcons[index]}</span>
                <div>
                  <h2>${title}</h2>
                  <p>${body}</p>
                </div>
              </li>
            `,
          )}
        </ul>
        <button class="button" @click=${opensForms(this, { form: 'words' })}>${messages.forms.open}</button>
      </div>
    `;
  }

  #note({ title, body }: NoticeText, tone: string): TemplateResult {
    return html`<div class="note about ${tone}">
      <h2>${title}</h2>
      ${body.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-welcome': HbWelcome;
  }
}
