import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { CreateOptions, Purpose } from '../shared/page-events.ts';
import { wordCounts, type WordCount } from '../../protocol/public-state.ts';
import { asks } from '../shared/ceremony-request.ts';
import { opensForms } from '../forms/forms-request.ts';
import { pen } from '../shared/icons.ts';
import { settingsMessages } from '../../text/settings.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { wordCountStyles } from './hb-word-count.styles.ts';

const usual: readonly WordCount[] = [12, 24];

/** How long the phrase is to be. The device asks again, and what the person accepts there counts. */
@customElement('hb-word-count')
export class HbWordCount extends HbElement {
  static override styles = [sharedStyles, wordCountStyles];

  @property({ attribute: false }) wordCount: WordCount = 24;
  @property({ type: Boolean }) allLengths = false;
  @property() purpose: Purpose = 'create';
  /** The device can make a new wallet. */
  @property({ type: Boolean }) creatable = false;
  /** The device can take a wallet back from its words. */
  @property({ type: Boolean }) restorable = false;

  /** The device can show which addresses words open. */
  @property({ type: Boolean }) identifiable = false;
  /** The device can take a wallet back from an encrypted file. */
  @property({ type: Boolean }) fileRestorable = false;
  /** The device can show how it draws its randomness. */
  @property({ type: Boolean }) checkable = false;
  @property({ attribute: false }) options: CreateOptions | undefined;

  /** The few who want more than the usual wait a moment for it; without it, the usual stands. */
  protected override willUpdate(): void {
    if (this.checkable) void import('../check-options/hb-check-options.ts').catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const creating = this.purpose === 'create';
    if (!this.creatable && !this.restorable) return this.#neither();
    const text = { ...settingsMessages.length, ...this.#ofPurpose() };
    return html`
      <div class="view">
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        <fieldset>
          <legend class="visually-hidden">${text.legend}</legend>
          <div class="options ${this.allLengths ? 'all' : ''}">
            ${(this.allLengths ? wordCounts : usual).map((wordCount) => this.#option(wordCount))}
          </div>
          ${
            this.allLengths
              ? nothing
              : html`<button
                  type="button"
                  class="button quiet others"
                  @click=${asks(this, { kind: 'show-all-lengths' })}
                >
                  ${text.others}
                </button>`
          }
        </fieldset>
        <p class="note needs">${pen}<span>${text.needs}</span></p>
        ${creating ? this.#blankForm() : nothing}
        ${
          this.checkable && creating
            ? html`<hb-check-options .options=${this.options}></hb-check-options>`
            : nothing
        }
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'ask', ceremony: this.purpose })}>
            ${text.ask}
          </button>
          ${this.#others()} ${this.#fromFile()}
          <button class="button quiet" @click=${asks(this, { kind: 'choose-another' })}>
            ${messages.chooseAnother}
          </button>
        </div>
      </div>
    `;
  }

  #fromFile(): TemplateResult | typeof nothing {
    if (!this.fileRestorable) return nothing;
    return html`<button class="button" @click=${asks(this, { kind: 'open-restore-file' })}>
      ${settingsMessages.restore.offerFile}
    </button>`;
  }

  /** What its firmware can't do isn't asked for. */
  #neither(): TemplateResult {
    const { title, lead } = settingsMessages.restore.neither;
    return html`
      <div class="view">
        <h1 tabindex="-1">${title}</h1>
        <p class="lead">${lead}</p>
        <div class="actions">
          ${this.#fromFile()}
          <button class="button quiet" @click=${asks(this, { kind: 'choose-another' })}>
            ${messages.chooseAnother}
          </button>
        </div>
      </div>
    `;
  }

  /** Before there are words: afterwards nobody should think of a printer. */
  #blankForm(): TemplateResult {
    return html`<div class="blank-form">
      <p class="soft small">${messages.forms.hint}</p>
      <button
        class="button quiet others"
        @click=${opensForms(this, { form: 'words', wordCount: this.wordCount })}
      >
        ${messages.forms.open}
      </button>
    </div>`;
  }

  /** What is said differently where the words are there already. */
  #ofPurpose(): Partial<(typeof settingsMessages)['restore']> & { readonly ask: string } {
    const { length, restore, identify } = settingsMessages;
    if (this.purpose === 'create') return { ask: length.create };
    return this.purpose === 'restore' ? restore : { ...identify, needs: restore.needs };
  }

  /** What else such a device can be asked for. */
  #others(): TemplateResult[] {
    const { restore, identify } = settingsMessages;
    const offers: readonly (readonly [Purpose, boolean, string])[] = [
      ['create', this.creatable, restore.instead],
      ['restore', this.restorable, restore.offer],
      ['identify', this.identifiable, identify.offer],
    ];
    return offers
      .filter(([purpose, able]) => able && purpose !== this.purpose)
      .map(
        ([purpose, , label]) =>
          html`<button class="button" @click=${asks(this, { kind: 'set-purpose', purpose })}>
            ${label}
          </button>`,
      );
  }

  #option(wordCount: WordCount): TemplateResult {
    const hint = this.purpose === 'create' ? settingsMessages.length.hint[wordCount] : undefined;
    return html`
      <label>
        <input
          type="radio"
          name="length"
          value=${wordCount}
          .checked=${wordCount === this.wordCount}
          @change=${asks(this, { kind: 'set-length', wordCount })}
        />
        <strong>${settingsMessages.length.option(wordCount)}</strong>
        ${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-word-count': HbWordCount;
  }
}
