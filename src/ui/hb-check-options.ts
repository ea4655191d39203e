import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CreateOptions } from '../ceremony/state.ts';
import { checkRanges, usualRange } from '../signer/entropy-outcome.ts';
import { asks } from './ceremony-request.ts';
import { checkOptionsStyles } from './hb-check-options.styles.ts';
import { wordCountStyles } from './hb-word-count.styles.ts';
import { checkOptionsMessages as text } from './messages-check-options.ts';
import { sharedStyles } from './shared.styles.ts';

const usual: CreateOptions = { range: usualRange, dice: false };

/** For the few who want more than the check that everybody gets: a wider one, and dice. Closed at first. */
@customElement('hb-check-options')
export class HbCheckOptions extends LitElement {
  static override styles = [sharedStyles, wordCountStyles, checkOptionsStyles];

  @property({ attribute: false }) options: CreateOptions | undefined;

  protected override render(): TemplateResult {
    const { range, dice } = this.options ?? usual;
    return html`
      <details>
        <summary>${text.title}</summary>
        <div class="inside">
          <p>${text.lead}</p>
          <fieldset>
            <legend>${text.rangeLegend}</legend>
            <div class="options">
              ${checkRanges.map((each) =>
                this.#option('range', each === range, { range: each, dice }, [
                  text.range(each),
                  text.rangeHint(each),
                ]),
              )}
            </div>
          </fieldset>
          <fieldset>
            <legend>${text.diceLegend}</legend>
            <div class="options">
              ${this.#option('dice', !dice, { range, dice: false }, [text.noDice, text.noDiceHint])}
              ${this.#option('dice', dice, { range, dice: true }, [text.dice, text.diceHint])}
            </div>
          </fieldset>
          ${dice ? html`<p>${text.diceBody}</p>` : nothing}
        </div>
      </details>
    `;
  }

  #option(
    name: string,
    checked: boolean,
    options: CreateOptions,
    [title, hint]: readonly [string, string],
  ): TemplateResult {
    return html`
      <label>
        <input
          type="radio"
          name=${name}
          .checked=${checked}
          @change=${asks(this, { kind: 'set-options', options })}
        />
        <strong>${title}</strong>
        <span class="hint">${hint}</span>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-check-options': HbCheckOptions;
  }
}
