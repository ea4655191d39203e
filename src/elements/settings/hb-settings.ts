import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { offersCopies, settingsOf, type SettingsCeremony } from '../../session/offers.ts';
import type { DeviceFacts, KnownWallet } from '../../session/state.ts';
import { asks } from '../shared/ceremony-request.ts';
import type { PersonRequest } from '../shared/page-events.ts';
import { formatDate } from '../../text/locale/format.ts';
import { chooseDeviceStyles } from '../choose-device/hb-choose-device.styles.ts';
import { copies, hourglass, list, lookDown, padlock, pen, warning } from '../shared/icons.ts';
import { settingsMessages } from '../../text/settings.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const rowIcons = { reveal: lookDown, check: list, 'change-pin': padlock, rename: pen, wipe: warning };

/** Where each row leads: to a page first, or straight to the device, which asks for itself. */
const rowRequests: Readonly<Record<SettingsCeremony, PersonRequest>> = {
  reveal: { kind: 'open-quiz' },
  check: { kind: 'ask', ceremony: 'check' },
  'change-pin': { kind: 'ask', ceremony: 'change-pin' },
  rename: { kind: 'open-page', page: 'rename' },
  wipe: { kind: 'open-page', page: 'wipe' },
};

/** "Security & privacy": what the device can do with a wallet that is backed up, and nothing that it cannot. */
@customElement('hb-settings')
export class HbSettings extends HbElement {
  static override styles = [sharedStyles, chooseDeviceStyles];

  @property({ attribute: false }) device: Pick<DeviceFacts, 'capabilities'> = { capabilities: [] };
  @property({ attribute: false }) wallet: KnownWallet | undefined;
  /** What the device is called; empty without a name, `undefined` before it has said so. */
  @property() name: string | undefined;

  protected override render(): TemplateResult {
    return html`
      <div class="view">
        <h1 tabindex="-1">${settingsMessages.title}</h1>
        <p class="lead">${settingsMessages.lead}</p>
        <div class="links">
          ${this.#rows()}
          <button class="link" @click=${asks(this, { kind: 'open-page', page: 'records' })}>
            <span class="badge">${hourglass}</span>
            <span>
              <strong>${settingsMessages.records.title}</strong>
              <span class="body">${settingsMessages.records.body}</span>
            </span>
          </button>
        </div>
        <div class="actions">
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  /** Copies stand beside the check of the first one, where the device has that. */
  #rows(): TemplateResult[] {
    const ceremonies = settingsOf(this.device);
    const rows = ceremonies.map((ceremony) => this.#row(ceremony));
    if (offersCopies(this.device)) rows.splice(ceremonies.indexOf('check') + 1, 0, this.#copies());
    return rows;
  }

  #copies(): TemplateResult {
    const { title, body } = settingsMessages.copies;
    return html`
      <button class="link" @click=${asks(this, { kind: 'open-page', page: 'copies' })}>
        <span class="badge">${copies}</span>
        <span>
          <strong>${title}</strong>
          <span class="body">${body}</span>
        </span>
      </button>
    `;
  }

  #row(ceremony: SettingsCeremony): TemplateResult {
    const { title, body } = settingsMessages.rows[ceremony];
    return html`
      <button class="link" @click=${asks(this, rowRequests[ceremony])}>
        <span class="badge ${ceremony === 'wipe' ? 'danger' : ''}">${rowIcons[ceremony]}</span>
        <span>
          <strong>${title}</strong>
          <span class="body">${body} ${this.#more(ceremony) ?? nothing}</span>
        </span>
      </button>
    `;
  }

  #more(ceremony: SettingsCeremony): string | undefined {
    const checkedAt = this.wallet?.checkedAt;
    if (ceremony === 'check' && checkedAt !== undefined)
      return `${settingsMessages.lastChecked} ${formatDate(checkedAt)}.`;
    if (ceremony !== 'rename' || this.name === undefined) return undefined;
    return this.name === '' ? settingsMessages.unnamed : settingsMessages.named(this.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-settings': HbSettings;
  }
}
