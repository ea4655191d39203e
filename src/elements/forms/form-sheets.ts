/** The blank sheets themselves. What is printed comes from here: numbers, lines and labels, and never a word. */
import { html, nothing, type TemplateResult } from 'lit';
import type { WordCount } from '../../protocol/public-state.ts';
import type { SeedQrSize } from '../../protocol/files/seed-qr.ts';
import { formGrid } from './form-grid.ts';
import { groupDigits } from '../../text/locale/format.ts';
import { formsMessages, type FormKind } from '../../text/forms.ts';

/** How many code words open a backup file. */
const codeWords = 12;
const checkRows = 14;
const boxesPerWord = 4;

/** Everything that a sheet shows; an empty text is a line to write on. */
export interface SheetFacts {
  readonly form: FormKind;
  readonly wordCount: WordCount;
  readonly size: SeedQrSize;
  readonly letterBoxes: boolean;
  readonly fixedSquares: boolean;
  /** 32 hexadecimal digits, or empty. */
  readonly walletId: string;
  readonly deviceName: string;
}

const text = formsMessages.sheet;

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

function field(label: string, value = '', width: 'narrow' | 'wide' = 'narrow'): TemplateResult {
  return html`<div class="field ${width}">
    <span class="label">${label}</span><span class="value" translate="no">${value}</span>
  </div>`;
}

function fields({ form, wordCount, walletId, deviceName }: SheetFacts): TemplateResult {
  return html`<div class="fields">
    ${field(text.walletId, groupDigits(walletId))} ${field(text.device, deviceName)} ${field(text.date)}
    ${form === 'words' ? field(text.words, String(wordCount)) : nothing}
    ${form === 'seed-qr' ? field(text.format) : nothing}
    ${form === 'backup-code' ? field(text.file, '', 'wide') : nothing}
  </div>`;
}

function wordRow(position: number, letterBoxes: boolean): TemplateResult {
  return html`<div class="row">
    <span class="number">${position}</span><span class="line"></span>
    ${
      letterBoxes
        ? html`<span class="boxes"
            >${numbers(1, boxesPerWord).map(() => html`<span class="box"></span>`)}</span
          >`
        : nothing
    }
  </div>`;
}

function wordRows({ wordCount, letterBoxes }: SheetFacts): TemplateResult {
  const firstColumn = Math.ceil(wordCount / 2);
  const column = (positions: readonly number[]): TemplateResult =>
    html`<div class="column">
      ${letterBoxes ? html`<p class="letters">${text.firstLetters}</p>` : nothing}
      ${positions.map((position) => wordRow(position, letterBoxes))}
    </div>`;
  return html`<div class="columns">
    ${column(numbers(1, firstColumn))} ${column(numbers(firstColumn + 1, wordCount))}
  </div>`;
}

/** Boxes, three in a row, so that nobody takes them for the lines of a phrase. */
function codeBoxes(): TemplateResult {
  return html`<div class="codes">
    ${numbers(1, codeWords).map((position) => html`<div class="code"><span class="number">${position}</span></div>`)}
  </div>`;
}

function body(facts: SheetFacts): TemplateResult {
  switch (facts.form) {
    case 'words':
      return wordRows(facts);
    case 'backup-code':
      return codeBoxes();
    case 'seed-qr':
      return html`<p class="grid-note">${text.grid(facts.size)}</p>
        ${formGrid(facts.size, facts.fixedSquares)}`;
  }
}

export function formSheet(facts: SheetFacts): TemplateResult {
  return html`<section class="sheet ${facts.form}" aria-label=${text.heading[facts.form]}>
    <h2>${text.heading[facts.form]}</h2>
    <p class="warning">${text.warning[facts.form]}</p>
    ${fields(facts)} ${body(facts)}
    <p class="foot">${text.foot[facts.form]}</p>
  </section>`;
}

/** To be kept elsewhere: dates of checks, without anything of the phrase. */
export function checksSheet({ walletId, deviceName }: SheetFacts): TemplateResult {
  const { title, lead, columns } = text.checks;
  return html`<section class="sheet checks" aria-label=${title}>
    <h2>${title}</h2>
    <p class="warning">${lead}</p>
    <div class="fields">${field(text.walletId, groupDigits(walletId))} ${field(text.device, deviceName)}</div>
    <table>
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${numbers(1, checkRows).map(
          () =>
            html`<tr>
              ${columns.map(() => html`<td></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
