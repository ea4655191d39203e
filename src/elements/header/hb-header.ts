import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { BackupState } from '../../session/progress.ts';
import { asks } from '../shared/ceremony-request.ts';
import { headerStyles } from './hb-header.styles.ts';
import { closedEye, warning } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

export type ConnectionBadge = 'none' | 'connecting' | 'connected' | 'lost';

/** Wordmark, connection, and the strip that says "simulator" for as long as one is in use (H10). */
@customElement('hb-header')
export class HbHeader extends HbElement {
  static override styles = [sharedStyles, headerStyles];

  /** Why it says so. */
  @property() simulator: 'device' | 'link' | undefined;
  /** On a phone, a docked device leaves little room. */
  @property({ type: Boolean, reflect: true }) docked = false;
  @property() connection: ConnectionBadge = 'none';
  /** What the connected device is called. */
  @property() device: string | undefined;
  /** Of the wallet on the connected device, once the device has said. */
  @property() backup: BackupState | undefined;
  /** The state of the remembered devices, and the way to what is kept. */
  @property() remembered: string | undefined;

  protected override render(): TemplateResult {
    return html`
      <header>
        ${
          this.simulator === undefined
            ? nothing
            : html`<p class="simulator">${warning}<span>${messages.simulatorBadge[this.simulator]}</span></p>`
        }
        <div class="bar">
          <span class="wordmark">${closedEye}<span>${messages.wordmark}</span></span>
          ${
            this.remembered === undefined
              ? nothing
              : html`<button class="remembered" @click=${asks(this, { kind: 'open-records' })}>
                  ${this.remembered}
                </button>`
          }
          ${this.connection === 'none' ? nothing : this.#connection()}
        </div>
      </header>
    `;
  }

  #connection(): TemplateResult {
    const { backup } = this;
    const { label, states } = messages.backup;
    return html`<span class="connection ${this.connection}">
      <span class="dot" aria-hidden="true"></span><span>${this.#connectionText()}</span>
      ${
        backup === undefined
          ? nothing
          : html`<span class="backup ${backup}">
              <span class="visually-hidden">${label}:</span> ${states[backup]}
            </span>`
      }
    </span>`;
  }

  #connectionText(): string {
    if (this.connection === 'connected' && this.device !== undefined) return this.device;
    return messages.connection[this.connection];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-header': HbHeader;
  }
}
