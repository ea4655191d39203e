import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { WalletState } from '../../protocol/public-state.ts';
import {
  deviceKey,
  emptyBook,
  findWallet,
  walletOn,
  type DeviceKey,
  type DeviceRecord,
  type RecordBook,
  type WalletRecord,
} from '../../records/book.ts';
import { checkReminder, type CheckReminder } from '../../records/reminders.ts';
import { asks } from '../shared/ceremony-request.ts';
import { formatDate, groupDigits } from '../../text/locale/format.ts';
import { deviceListStyles } from './hb-device-list.styles.ts';
import { recordsMessages } from '../../text/records.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

function day(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatDate(iso)}</time>`;
}

/** Wallets that none of the remembered devices has. */
function otherWallets({ wallets, devices }: RecordBook): readonly WalletRecord[] {
  const there = new Set(devices.map(walletOn));
  return wallets.filter((wallet) => wallet.backedUp !== undefined && !there.has(wallet.walletId));
}

/** What is wanted of a backup: to be finished, or to be checked, and why. */
type Wanted = 'unfinished' | Exclude<CheckReminder, 'never'>;

/** "Your devices", and the backups that are on none of them. */
@customElement('hb-device-list')
export class HbDeviceList extends HbElement {
  static override styles = [sharedStyles, deviceListStyles];

  @property({ attribute: false }) book: RecordBook = emptyBook;
  /** Each device can be forgotten here, and an empty list says that it is empty. */
  @property({ type: Boolean }) manageable = false;
  @property({ type: Number }) now = Date.now();
  /** The device that is connected at this moment. */
  @property({ attribute: false }) connected: DeviceKey | undefined;

  protected override render(): TemplateResult {
    const text = recordsMessages;
    // What hasn't said yet where its wallet is, is not listed yet.
    const devices = this.book.devices.filter(({ state }) => state !== undefined);
    // Where the person chooses what to do, what waits for them comes first.
    if (!this.manageable)
      devices.sort(
        (one, other) => Number(this.#wanted(other) !== undefined) - Number(this.#wanted(one) !== undefined),
      );
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
                ${others.map((wallet) => this.#other(wallet))}
              </ul>
            </section>`
      }
    `;
  }

  #device(device: DeviceRecord): TemplateResult {
    const text = recordsMessages.devices;
    const { name, product, simulator, state, lastSeen } = device;
    const walletId = walletOn(device);
    const title = recordsMessages.product(product);
    return html`
      <li>
        <div class="head">
          <strong id=${`of-${deviceKey(device)}`}>${name === '' ? title : text.named(name)}</strong>
          ${name === '' ? nothing : html`<span class="soft">${title}</span>`}
          ${simulator ? html`<span class="chip attention">${text.simulator}</span>` : nothing}
          ${state === undefined ? nothing : this.#state(device, state)}
          ${this.#isConnected(device) ? html`<span class="chip connected">${text.connected}</span>` : nothing}
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
                  <dd>${this.#checked(this.#wallet(device))}</dd>
                </div>`
              : nothing
          }
          <div>
            <dt>${text.seen}</dt>
            <dd>${day(lastSeen)}</dd>
          </div>
        </dl>
        ${this.#action(device)}
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

  #isConnected(device: DeviceRecord): boolean {
    return this.connected !== undefined && deviceKey(this.connected) === deviceKey(device);
  }

  #state(device: DeviceRecord, said: WalletState): TemplateResult {
    const doubted = said === 'backed-up' && this.#wallet(device)?.doubted !== undefined;
    const state = doubted ? 'doubtful' : said;
    return html`<span class="chip ${state}">${messages.backup.states[state]}</span>`;
  }

  #wanted(device: DeviceRecord): Wanted | undefined {
    if (device.state === 'unfinished-backup') return 'unfinished';
    if (device.state !== 'backed-up') return undefined;
    const reminder = checkReminder(this.#wallet(device), this.now);
    // Anyone who has just confirmed every word isn't asked for them again.
    return reminder === 'never' ? undefined : reminder;
  }

  /** By way of the device: what it is asked for is asked there. */
  #action(device: DeviceRecord): TemplateResult | typeof nothing {
    const wanted = this.manageable ? undefined : this.#wanted(device);
    if (wanted === undefined) return nothing;
    return html`<button
      class="button"
      aria-describedby=${`of-${deviceKey(device)}`}
      @click=${asks(this, { kind: 'begin', intent: 'manage' })}
    >
      ${recordsMessages.devices.actions[wanted]}
    </button>`;
  }

  #wallet(device: DeviceRecord): WalletRecord | undefined {
    return findWallet(this.book, walletOn(device));
  }

  #checked(wallet: WalletRecord | undefined): TemplateResult {
    const { never, longAgo, failed } = recordsMessages.devices;
    if (wallet?.doubted !== undefined) return html`<span class="due">${failed} ${day(wallet.doubted)}</span>`;
    const checked = wallet?.checked;
    if (checked === undefined) return html`<span class="due">${never}</span>`;
    const late = checkReminder(wallet, this.now) !== undefined;
    return html`${day(checked)}${late ? html`<span class="due">, ${longAgo}</span>` : nothing}`;
  }

  #other(wallet: WalletRecord): TemplateResult {
    const { walletId, backedUp, product, simulator, doubted } = wallet;
    const wanted = checkReminder(wallet, this.now);
    return html`
      <li>
        <div class="head">
          <span class="id" translate="no">${groupDigits(walletId.slice(0, 8))} …</span>
          <span class="soft">${recordsMessages.product(product)}</span>
          ${simulator ? html`<span class="chip attention">${recordsMessages.devices.simulator}</span>` : nothing}
          ${doubted === undefined ? nothing : html`<span class="chip doubtful">${messages.backup.states.doubtful}</span>`}
          <span class="soft">${backedUp === undefined ? nothing : day(backedUp)}</span>
        </div>
        ${
          wanted === 'failed' || wanted === 'long-ago'
            ? html`<dl>
                <div>
                  <dt>${recordsMessages.devices.checked}</dt>
                  <dd>${this.#checked(wallet)}</dd>
                </div>
              </dl>`
            : nothing
        }
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-list': HbDeviceList;
  }
}
