import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { ledgerViewOf, type LedgerState } from '../../devices/ledger/ledger-family.ts';
import { mayGoQuiet } from '../../devices/ledger/patience.ts';
import { onDeviceStyles } from '../on-device/hb-on-device.styles.ts';
import '../scenes/hb-scene.ts';
import { lookDown } from '../shared/icons.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { ledgerGuide } from '../../text/ledger-guide.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** While a stock Ledger leads: what to do on it now, and how far along it is. */
@customElement('hb-ledger-guide')
export class HbLedgerGuide extends HbElement {
  static override styles = [sharedStyles, onDeviceStyles];

  @property({ attribute: false }) state: LedgerState | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    const reading = state?.seen.reading;
    if (state === undefined || reading?.kind !== 'onboarding') return nothing;
    const { journey } = state.seen;
    const { title, explain } = ledgerGuide.sentences(reading, journey.way);
    const { position, wordCount } = reading;
    return html`
      <div class="view">
        <span class="look">${lookDown}<span>${messages.lookAtDevice}</span></span>
        <h1 tabindex="-1">${title}</h1>
        ${journey.restarted ? html`<p class="note attention">${ledgerMessages.restarted}</p>` : nothing}
        ${ledgerViewOf(state) === 'waiting' ? html`<p class="note">${ledgerMessages.waiting}</p>` : nothing}
        ${position > 0 && wordCount !== undefined ? this.#progress(title, position, wordCount) : nothing}
        <div class="task">
          ${reading.screen === 'new-words' ? html`<hb-scene scene="writing"></hb-scene>` : nothing}
          <div class="says">
            <p class="soft">${explain}</p>
            ${mayGoQuiet(reading) ? html`<p class="note">${ledgerMessages.soonQuiet}</p>` : nothing}
          </div>
        </div>
      </div>
    `;
  }

  #progress(title: string, position: number, total: number): TemplateResult {
    const cell = (index: number): string => (index === position ? 'here' : index < position ? 'passed' : '');
    return html`
      <div
        class="progress"
        role="progressbar"
        aria-label=${messages.progressLabel}
        aria-valuemin="1"
        aria-valuemax=${total}
        aria-valuenow=${position}
        aria-valuetext=${title}
      >
        <div class="track">
          ${Array.from({ length: total }, (_, index) => html`<span class=${cell(index + 1)}></span>`)}
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-ledger-guide': HbLedgerGuide;
  }
}
