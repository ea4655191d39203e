import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { ledgerViewOf, type LedgerState } from '../../devices/ledger/ledger-family.ts';
import { ledgerInputs, ledgerModelTitles } from '../../protocol/ledger/models.ts';
import '../device-drawing/hb-device-drawing.ts';
import { deviceDrawingStyles } from '../device-drawing/hb-device-drawing.styles.ts';
import { devicePanelStyles } from '../device-panel/hb-device-panel.styles.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { ledgerGuide } from '../../text/ledger-guide.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** Stands for the Ledger beside the guide: how it is operated now, and what it says that it is, unproved. */
@customElement('hb-ledger-panel')
export class HbLedgerPanel extends HbElement {
  static override styles = [sharedStyles, devicePanelStyles, deviceDrawingStyles];

  @property({ attribute: false }) state: LedgerState | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (state === undefined) return nothing;
    const { device, reading, journey } = state.seen;
    const view = ledgerViewOf(state);
    const led = reading.kind === 'onboarding' && (view === 'guide' || view === 'waiting');
    const sentences = led ? ledgerGuide.sentences(reading, journey.way) : undefined;
    const touch = device !== undefined && ledgerInputs[device.model] === 'touch';
    return html`
      <div class="card">
        ${
          touch
            ? this.#touchScreen(sentences?.touch)
            : html`<hb-device-drawing
                .left=${sentences?.left}
                .right=${sentences?.right}
                .both=${sentences?.both}
              ></hb-device-drawing>`
        }
        ${
          device === undefined
            ? nothing
            : html`<p class="facts">
                <span>${ledgerModelTitles[device.model]}</span>
                ${
                  device.firmware === undefined
                    ? nothing
                    : html`<span>${messages.panel.firmware(device.firmware)}</span>`
                }
                <span>${device.simulator ? ledgerMessages.simulated : ledgerMessages.unchecked}</span>
              </p>`
        }
      </div>
    `;
  }

  /** The screen shows an eye, as a sign to look there; it never imitates what the device shows. */
  #touchScreen(action: string | undefined): TemplateResult {
    return html`<svg viewBox="0 0 352 232" role="img" aria-label=${ledgerMessages.drawing.touch}>
        ${svg`
          <rect class="body" x="106" y="4" width="140" height="224" rx="18" />
          <rect class="screen" x="116" y="14" width="120" height="204" rx="10" />
          <path class="eye" d="M146 116c13-21 47-21 60 0-13 21-47 21-60 0z" />
          <circle class="eye" cx="176" cy="116" r="8" />
        `}
      </svg>
      ${
        action === undefined
          ? nothing
          : html`<dl class="legend" aria-label=${messages.buttons.title}>
              <div>
                <dt>${ledgerMessages.touchLegend}</dt>
                <dd>${action}</dd>
              </div>
            </dl>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-ledger-panel': HbLedgerPanel;
  }
}
