import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { CreateOptions } from '../shared/page-events.ts';
import { checkRanges, usualRange } from '../../devices/hostblind/entropy-check/entropy-outcome.ts';
import { asks } from '../shared/ceremony-request.ts';
import { checkOptionsStyles } from './hb-check-options.styles.ts';
import { wordCountStyles } from '../word-count/hb-word-count.styles.ts';
import { checkOptionsMessages as text } from '../../text/check-options.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const usual: CreateOptions = { range: usualRange, dice: false };

/** For the few who want more than the check that everybody gets: a wider one, and dice. Closed at first. */
@customElement('hb-check-options')
export class HbCheckOptions extends HbElement {
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
