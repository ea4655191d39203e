import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { presetNames, type PresetName } from '../../protocol/device-names.ts';
import { asks } from '../shared/ceremony-request.ts';
import { wordCountStyles } from '../word-count/hb-word-count.styles.ts';
import { settingsMessages } from '../../text/settings.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** A choice of names. The device shows the one that it was asked to take, and the person agrees there. */
@customElement('hb-rename')
export class HbRename extends HbElement {
  static override styles = [sharedStyles, wordCountStyles];

  /** What the device is called; `undefined` before it has said so. */
  @property() name: string | undefined;
  @property() chosen: PresetName | undefined;

  protected override render(): TemplateResult {
    const text = settingsMessages.rename;
    const others = presetNames.filter((name) => name !== this.name);
    return html`
      <div class="view">
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        <fieldset>
          <legend class="visually-hidden">${text.legend}</legend>
          <div class="options short">
            ${this.#option(undefined)} ${others.map((name) => this.#option(name))}
          </div>
        </fieldset>
        <div class="actions">
          ${
            this.chosen === undefined
              ? html`<button class="button" @click=${asks(this, { kind: 'back' })}>${text.keepAsk}</button>`
              : html`<button class="button primary" @click=${asks(this, { kind: 'ask', ceremony: 'rename' })}>
                    ${text.ask}
                  </button>
                  <button class="button quiet" @click=${asks(this, { kind: 'back' })}>
                    ${messages.back}
                  </button>`
          }
        </div>
      </div>
    `;
  }

  #option(name: PresetName | undefined): TemplateResult {
    const hint = name === undefined ? (this.name ?? '') : '';
    return html`
      <label class=${name === undefined ? 'whole' : ''}>
        <input
          type="radio"
          name="name"
          value=${name ?? ''}
          .checked=${name === this.chosen}
          @change=${asks(this, { kind: 'choose-name', name })}
        />
        <strong>${name ?? settingsMessages.rename.keep}</strong>
        ${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-rename': HbRename;
  }
}
