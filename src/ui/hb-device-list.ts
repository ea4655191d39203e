import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { modelTitles } from '../protocol/models.ts';
import {
  deviceKey,
  emptyBook,
  findWallet,
  type DeviceRecord,
  type RecordBook,
  type WalletRecord,
} from '../records/book.ts';
import { checkReminder } from '../records/reminders.ts';
import { asks } from './ceremony-request.ts';
import { formatDate, groupDigits } from './format.ts';
import { deviceListStyles } from './hb-device-list.styles.ts';
import { recordsMessages } from './messages-records.ts';
import { messages } from './messages.ts';
import { sharedStyles } from './shared.styles.ts';

function day(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatDate(iso)}</time>`;
}

/** Wallets that none of the remembered devices has. */
function otherWallets({ wallets, devices }: RecordBook): readonly WalletRecord[] {
  const there = new Set(devices.map((device) => device.walletId));
  return wallets.filter((wallet) => wallet.backedUp !== undefined && !there.has(wallet.walletId));
}

/** "Your devices", and the backups that are on none of them. */
@customElement('hb-device-list')
export class HbDeviceList extends LitElement {
  static override styles = [sharedStyles, deviceListStyles];

  @property({ attribute: false }) book: RecordBook = emptyBook;
  /** Each device can be forgotten here, and an empty list says that it is empty. */
  @property({ type: Boolean }) manageable = false;
  @property({ type: Number }) now = Date.now();

  protected override render(): TemplateResult {
    const text = recordsMessages;
    const { devices } = this.book;
    const others = otherWallets(this.book);
    return html`
      ${
        devices.length === 0 && !this.manageable
          ? nothing
          : html`<section aria-labelledby="devices">
              <h2 id="devices">${text.devices.title}</h2>
              ${
                devices.length === 0
                  ? html`<p class="soft">${text.devices.none}</p>`
                  : html`<ul>
                      ${devices.map((device) => this.#device(device))}
                    </ul>`
              }
            </section>`
      }
      ${
        others.length === 0
          ? nothing
          : html`<section aria-labelledby="backups">
              <h2 id="backups">${text.backups.title}</h2>
              <ul>
                ${others.map((wallet) => this.#wallet(wallet))}
              </ul>
            </section>`
      }
    `;
  }

  #device(device: DeviceRecord): TemplateResult {
    const text = recordsMessages.devices;
    const { name, model, simulator, state, walletId, lastSeen } = device;
    const title = modelTitles[model];
    return html`
      <li>
        <div class="head">
          <strong>${name === '' ? title : name}</strong>
          ${name === '' ? nothing : html`<span class="soft">${title}</span>`}
          ${simulator ? html`<span class="chip attention">${text.simulator}</span>` : nothing}
          <span class="chip ${state}">${messages.backup.states[state]}</span>
        </div>
        <dl>
          ${
            walletId === undefined
              ? nothing
              : html`<div>
                  <dt>${text.wallet}</dt>
                  <dd class="id" translate="no">${groupDigits(walletId.slice(0, 8))} …</dd>
                </div>`
          }
          ${
            state === 'backed-up'
              ? html`<div>
                  <dt>${text.checked}</dt>
                  <dd>${this.#checked(device)}</dd>
                </div>`
              : nothing
          }
          <div>
            <dt>${text.seen}</dt>
            <dd>${day(lastSeen)}</dd>
          </div>
        </dl>
        ${
          this.manageable
            ? html`<button
                class="button quiet"
                aria-label=${text.forgetNamed(name === '' ? title : name)}
                @click=${asks(this, { kind: 'forget-device', key: deviceKey(device) })}
              >
                ${text.forget}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  #checked({ walletId }: DeviceRecord): TemplateResult {
    const { never, longAgo } = recordsMessages.devices;
    const checked = findWallet(this.book, walletId)?.checked;
    if (checked === undefined) return html`<span class="due">${never}</span>`;
    const late = checkReminder(checked, this.now) !== undefined;
    return html`${day(checked)}${late ? html`<span class="due">, ${longAgo}</span>` : nothing}`;
  }

  #wallet({ walletId, backedUp, model, simulator }: WalletRecord): TemplateResult {
    return html`
      <li>
        <div class="head">
          <span class="id" translate="no">${groupDigits(walletId.slice(0, 8))} …</span>
          <span class="soft">${modelTitles[model]}</span>
          ${simulator ? html`<span class="chip attention">${recordsMessages.devices.simulator}</span>` : nothing}
          <span class="soft">${backedUp === undefined ? nothing : day(backedUp)}</span>
        </div>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-list': HbDeviceList;
  }
}
