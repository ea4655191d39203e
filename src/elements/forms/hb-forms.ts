import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { wordCounts, type WordCount } from '../../protocol/public-state.ts';
import { seedQrSizes } from '../../protocol/files/seed-qr.ts';
import { checksSheet, formSheet, type SheetFacts } from './form-sheets.ts';
import type { FormsWish } from './forms-request.ts';
import { formsStyles, sheetStyles } from './hb-forms.styles.ts';
import { wordCountStyles } from '../word-count/hb-word-count.styles.ts';
import { formsMessages, type FormKind } from '../../text/forms.ts';
import { paperNames, papers, usePaper, usualPaper, type Paper } from './paper.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** What is chosen on the page. */
interface Choices extends Omit<SheetFacts, 'walletId' | 'deviceName'> {
  readonly paper: Paper;
  readonly withChecks: boolean;
  readonly withWalletId: boolean;
}

interface Option<Value> {
  readonly value: Value;
  readonly title: string;
  readonly hint?: string | undefined;
}

const kinds: readonly FormKind[] = ['words', 'seed-qr', 'backup-code'];

/** Blank forms: what to print, what it looks like, and the printer. Nothing here ever holds a word. */
@customElement('hb-forms')
export class HbForms extends HbElement {
  static override styles = [sharedStyles, wordCountStyles, formsStyles, sheetStyles];

  #freePaper: (() => void) | undefined;

  @property({ attribute: false }) wish: FormsWish = { form: 'words' };
  /** What a form begins with when it was asked for without a length. */
  @property({ attribute: false }) usualWordCount: WordCount | undefined;
  /** 32 hexadecimal digits; empty while no wallet has been released. */
  @property() walletId = '';
  @property() deviceName = '';
  /** Opens the browser's print dialogue. */
  @property({ attribute: false }) print: () => void = () => window.print();

  @property({ attribute: false }) choices: Choices = {
    form: 'words',
    paper: usualPaper(navigator.language),
    wordCount: 24,
    size: 25,
    letterBoxes: true,
    fixedSquares: true,
    withChecks: false,
    withWalletId: true,
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('wish')) return;
    const {
      form,
      wordCount = this.usualWordCount ?? this.choices.wordCount,
      size = this.choices.size,
    } = this.wish;
    this.choices = { ...this.choices, form, wordCount, size };
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    this.#freePaper?.();
    this.#freePaper = usePaper(this.choices.paper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#freePaper?.();
    this.#freePaper = undefined;
  }

  protected override render(): TemplateResult {
    const { paper, withChecks, withWalletId } = this.choices;
    const facts: SheetFacts = {
      ...this.choices,
      walletId: withWalletId ? this.walletId : '',
      deviceName: this.deviceName,
    };
    return html`
      <div class="forms">
        <div class="view">
          <h1 tabindex="-1">${formsMessages.title}</h1>
          <p class="lead">${formsMessages.lead}</p>
          <p class="note">${formsMessages.why}</p>
          ${this.#choices()}
          <div class="actions">
            <button class="button primary" @click=${() => this.print()}>${formsMessages.print}</button>
            <button class="button quiet" @click=${() => this.dispatchEvent(new Event('forms-done'))}>
              ${formsMessages.back}
            </button>
          </div>
        </div>
        <div class="preview">
          <p class="soft small count">${formsMessages.preview(withChecks ? 2 : 1)}</p>
          <div class="sheets ${paper}">${formSheet(facts)} ${withChecks ? checksSheet(facts) : nothing}</div>
        </div>
      </div>
    `;
  }

  #choices(): TemplateResult {
    const text = formsMessages;
    const { form, wordCount, size, letterBoxes, fixedSquares, withChecks, withWalletId, paper } =
      this.choices;
    const forms = kinds.map((value) => ({ value, ...text.form.options[value] }));
    const lengths = wordCounts.map((value) => ({ value, title: text.words.option(value) }));
    const sizes = seedQrSizes.map((value) => ({ value, ...text.size.options[value] }));
    const sheets = paperNames.map((value) => ({ value, ...papers[value] }));
    return html`
      ${this.#group('form', text.form.legend, form, forms, (value) => ({ form: value }))}
      ${
        form === 'words'
          ? html`${this.#group('words', text.words.legend, wordCount, lengths, (value) => ({ wordCount: value }))}
            ${this.#yesOrNo('boxes', text.boxes, letterBoxes, (value) => ({ letterBoxes: value }))}`
          : nothing
      }
      ${
        form === 'seed-qr'
          ? html`${this.#group('size', text.size.legend, size, sizes, (value) => ({ size: value }))}
            ${this.#yesOrNo('fixed', text.fixed, fixedSquares, (value) => ({ fixedSquares: value }))}`
          : nothing
      }
      ${this.#yesOrNo('checks', text.checks, withChecks, (value) => ({ withChecks: value }))}
      ${
        this.walletId === ''
          ? nothing
          : this.#yesOrNo('wallet-id', text.walletId, withWalletId, (value) => ({ withWalletId: value }))
      }
      ${this.#group('paper', text.paper, paper, sheets, (value) => ({ paper: value }))}
    `;
  }

  #yesOrNo(
    name: string,
    text: { legend: string; with: Omit<Option<true>, 'value'>; without: Omit<Option<false>, 'value'> },
    chosen: boolean,
    choose: (value: boolean) => Partial<Choices>,
  ): TemplateResult {
    const options = [
      { value: true, ...text.with },
      { value: false, ...text.without },
    ];
    return this.#group(name, text.legend, chosen, options, choose);
  }

  #group<Value extends string | number | boolean>(
    name: string,
    legend: string,
    chosen: Value,
    options: readonly Option<Value>[],
    choose: (value: Value) => Partial<Choices>,
  ): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="options">
        ${options.map(
          ({ value, title, hint }) =>
            html`<label>
              <input
                type="radio"
                name=${name}
                value=${String(value)}
                .checked=${value === chosen}
                @change=${() => (this.choices = { ...this.choices, ...choose(value) })}
              />
              <strong>${title}</strong>
              ${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-forms': HbForms;
  }
}
