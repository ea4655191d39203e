import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { settingsMessages } from '../../text/settings.ts';
import { formatLanguage } from '../../text/locale/format.ts';

/** Says that the device speaks another language than the page, and offers to ask it for the page's. */
@customElement('hb-language-offer')
export class HbLanguageOffer extends HbElement {
  static override styles = [
    sharedStyles,
    css`
      .offer {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        justify-content: space-between;
        padding: 10px 16px;
        border: 1px solid var(--hb-line);
        border-radius: 14px;
        background: var(--hb-surface);
      }
    `,
  ];

  /** Tags (BCP 47) of the device's language and of the page's. */
  @property() spoken = '';
  @property() wanted = '';

  protected override render(): TemplateResult {
    const { speaks, ask } = settingsMessages.deviceLanguage;
    return html`
      <div class="offer">
        <p>${speaks(formatLanguage(this.spoken))}</p>
        <button
          class="button quiet"
          @click=${asks(this, { kind: 'start', wish: { kind: 'language', tag: this.wanted } })}
        >
          ${ask}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-language-offer': HbLanguageOffer;
  }
}
