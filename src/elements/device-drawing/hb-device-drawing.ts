import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { deviceDrawingStyles } from './hb-device-drawing.styles.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** What the device's buttons do now, with a picture of where they are. */
@customElement('hb-device-drawing')
export class HbDeviceDrawing extends HbElement {
  static override styles = [sharedStyles, deviceDrawingStyles];

  @property() left: string | undefined;
  @property() right: string | undefined;
  @property() both: string | undefined;

  protected override render(): TemplateResult {
    const { left, right, both } = this;
    const none = left === undefined && right === undefined && both === undefined;
    return html`
      ${this.#picture()}
      ${
        none
          ? nothing
          : html`<dl class="legend" aria-label=${messages.buttons.title}>
              ${this.#button(messages.buttons.left, left)}
              ${both === undefined ? nothing : this.#button(messages.buttons.both, both)}
              ${this.#button(messages.buttons.right, right)}
            </dl>`
      }
    `;
  }

  #button(name: string, action: string | undefined): TemplateResult {
    return html`<div class=${action === undefined ? 'unused' : ''}>
      <dt>${name}</dt>
      <dd>${action ?? messages.buttons.unused}</dd>
    </div>`;
  }

  /** The screen shows an eye, as a sign to look there; it never imitates what the device shows. */
  #picture(): TemplateResult {
    const used = (action: string | undefined): string =>
      `key${action === undefined && this.both === undefined ? '' : ' used'}`;
    return html`<svg viewBox="0 0 352 132" role="img" aria-label=${messages.drawing}>
      ${svg`
        <rect class=${used(this.left)} x="52" y="4" width="46" height="16" rx="7" />
        <rect class=${used(this.right)} x="254" y="4" width="46" height="16" rx="7" />
        <rect class="body" x="4" y="14" width="344" height="114" rx="24" />
        <rect class="screen" x="96" y="34" width="160" height="74" rx="8" />
        <path class="eye" d="M146 71c13-21 47-21 60 0-13 21-47 21-60 0z" />
        <circle class="eye" cx="176" cy="71" r="8" />
      `}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-drawing': HbDeviceDrawing;
  }
}
