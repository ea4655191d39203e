import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { DeviceFacts } from '../../session/state.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import { devicePanelStyles } from './hb-device-panel.styles.ts';
import { messages } from '../../text/app.ts';
import type { ProofTexts } from '../../text/proof.ts';
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
  /** What the device waits for is a held button. How far it is, no computer learns. */
  @property({ type: Boolean }) holds = false;
  @property({ type: Boolean }) framed = false;
  /** On a phone: nothing but the frame. */
  @property({ type: Boolean, reflect: true }) docked = false;
  @property() caption: string | undefined;
  /** What it is called, and what it proved: once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  /** The drawing comes after the page that it stands beside. */
  override connectedCallback(): void {
    super.connectedCallback();
    void import('../device-drawing/hb-device-drawing.ts').catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { device, sentences, framed, texts } = this;
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
                .hold=${this.holds ? 'about' : undefined}
                .press=${this.holds ? ['right'] : undefined}
              ></hb-device-drawing>`
        }
        ${this.caption === undefined ? nothing : html`<p class="caption">${this.caption}</p>`}
        ${
          device === undefined
            ? nothing
            : html`<p class="facts">
                <span>${texts?.deviceTitle(device)}</span>
                <span>${messages.panel.firmware(device.firmware)}</span>
                <span>${texts?.deviceProof(device)}</span>
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
