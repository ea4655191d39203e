import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { ledgerViewOf, type LedgerState } from '../../devices/ledger/ledger-family.ts';
import { ledgerModelTitles } from '../../protocol/ledger/models.ts';
import '../device-drawing/hb-device-drawing.ts';
import { someDeviceModel } from '../device-drawing/some-device.ts';
import { devicePanelStyles } from '../device-panel/hb-device-panel.styles.ts';
import { ledgerDrawings } from './ledger-drawings.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { ledgerGuide } from '../../text/ledger-guide.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** Stands for the Ledger beside the guide: how it is operated now, and what it says that it is, unproved. */
@customElement('hb-ledger-panel')
export class HbLedgerPanel extends HbElement {
  static override styles = [sharedStyles, devicePanelStyles];

  @property({ attribute: false }) state: LedgerState | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (state === undefined) return nothing;
    const { device, reading, journey } = state.seen;
    const view = ledgerViewOf(state);
    const led = reading.kind === 'onboarding' && (view === 'guide' || view === 'waiting');
    const model = device?.model ?? ('model' in reading ? reading.model : undefined);
    const sentences = led ? ledgerGuide.sentences(reading, journey.way) : undefined;
    return html`
      <div class="card">
        <hb-device-drawing
          .model=${model === undefined ? someDeviceModel : ledgerDrawings[model]}
          .left=${sentences?.left}
          .right=${sentences?.right}
          .both=${sentences?.both}
          .touch=${sentences?.touch}
        ></hb-device-drawing>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-ledger-panel': HbLedgerPanel;
  }
}
