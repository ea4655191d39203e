import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { DeviceFacts } from '../../session/state.ts';
import { modelTitles } from '../../protocol/models.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import '../device-drawing/hb-device-drawing.ts';
import { devicePanelStyles } from './hb-device-panel.styles.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/**
 * Stands for the device beside the guide: its picture, what its buttons do now, and what it proved to be.
 *
 * @slot - The simulator's frame: it draws its own device and labels its own buttons, in place of the picture.
 */
@customElement('hb-device-panel')
export class HbDevicePanel extends HbElement {
  static override styles = [sharedStyles, devicePanelStyles];

  @property({ attribute: false }) device: DeviceFacts | undefined;
  /** What the device says now; `undefined` while it is not in a ceremony. */
  @property({ attribute: false }) sentences: StageSentences | undefined;
  @property({ type: Boolean }) framed = false;
  @property() caption: string | undefined;

  protected override render(): TemplateResult {
    const { device, sentences, framed } = this;
    return html`
      <div class="card ${framed ? 'framed' : ''}">
        <slot></slot>
        ${
          framed
            ? nothing
            : html`<hb-device-drawing
                .left=${sentences?.left}
                .right=${sentences?.right}
                .both=${sentences?.both}
              ></hb-device-drawing>`
        }
        ${this.caption === undefined ? nothing : html`<p class="caption">${this.caption}</p>`}
        ${
          device === undefined
            ? nothing
            : html`<p class="facts">
                <span>${modelTitles[device.model]}</span>
                <span>${messages.panel.firmware(device.firmware)}</span>
                <span>${messages.panel.proof[device.proof]}</span>
              </p>`
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-panel': HbDevicePanel;
  }
}
