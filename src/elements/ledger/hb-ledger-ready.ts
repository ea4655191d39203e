import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { LedgerSeen } from '../../devices/ledger/ledger-state.ts';
import { ledgerModelTitles } from '../../protocol/ledger/models.ts';
import { asks } from '../shared/ceremony-request.ts';
import { backedUpStyles } from '../backed-up/hb-backed-up.styles.ts';
import { check } from '../shared/icons.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { ledgerReadyStyles } from './hb-ledger-ready.styles.ts';
import { deviceReadyKind } from './ledger-ready-kind.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** The end of the way with a stock Ledger: what the device said, and what nobody can say from here. */
@customElement('hb-ledger-ready')
export class HbLedgerReady extends HbElement {
  static override styles = [sharedStyles, backedUpStyles, ledgerReadyStyles];

  @property({ attribute: false }) seen: LedgerSeen | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const device = this.seen?.device;
    if (this.seen === undefined || device === undefined) return nothing;
    const text = ledgerMessages.ready;
    const { journey } = this.seen;
    const kind = deviceReadyKind(journey);
    const wordCount = kind === 'before' ? undefined : journey.wordCount;
    return html`
      <div class="view">
        <span class="emblem">${check}</span>
        <h1 tabindex="-1">${text.title[kind]}</h1>
        <p class="lead">${text.lead[kind]}</p>
        <dl class="receipt">
          ${this.#fact(text.facts.device, ledgerModelTitles[device.model])}
          ${device.firmware === undefined ? nothing : this.#fact(text.facts.firmware, device.firmware)}
          ${wordCount === undefined ? nothing : this.#fact(text.facts.words, text.wordsSeen(wordCount))}
        </dl>
        ${device.simulator ? html`<p class="note attention">${text.simulatorOnly}</p>` : nothing}
        <h2>${text.notKnownTitle}</h2>
        <dl class="abilities">
          ${text.capabilities.map(
            ({ able, what, how }) =>
              html`<div class=${able ? 'able' : 'unable'}>
                <dt><strong>${able ? text.can : text.cannot}:</strong> ${what}</dt>
                <dd>${how}</dd>
              </div>`,
          )}
        </dl>
        <h2>${text.keepTitle}</h2>
        <ul class="keep">
          ${text.keep.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
        </ul>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'finish' })}>${text.finish}</button>
        </div>
      </div>
    `;
  }

  #fact(name: string, value: string): TemplateResult {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-ledger-ready': HbLedgerReady;
  }
}
