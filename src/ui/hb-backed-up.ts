import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { settingsOf, type SettingsCeremony } from '../ceremony/reduce-settings.ts';
import type { DeviceFacts, KnownWallet } from '../ceremony/state.ts';
import { modelTitles } from '../protocol/models.ts';
import { checkReminder } from '../records/reminders.ts';
import { asks } from './ceremony-request.ts';
import { formatDate, groupDigits } from './format.ts';
import { backedUpStyles } from './hb-backed-up.styles.ts';
import { check } from './icons.ts';
import { settingsMessages } from './messages-settings.ts';
import { messages } from './messages.ts';
import { backedUpLead } from './notices.ts';
import type { ProofTexts } from './proof-texts.ts';
import { sharedStyles } from './shared.styles.ts';

function day(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatDate(iso)}</time>`;
}

/** The end of the way: a receipt without a secret on it. */
@customElement('hb-backed-up')
export class HbBackedUp extends LitElement {
  static override styles = [sharedStyles, backedUpStyles];

  @property({ attribute: false }) wallet: KnownWallet | undefined;
  @property({ attribute: false }) device: DeviceFacts | undefined;
  @property({ type: Number }) wordCount = 0;
  /** Confirmed just now, before the eyes of this page. */
  @property({ type: Boolean }) witnessed = false;
  /** Brought back just now, from the person's own words. */
  @property({ type: Boolean }) restored = false;
  /** Milliseconds since 1970; what is "a year ago" hangs on it. */
  @property({ type: Number }) now = Date.now();
  /** Of the entropy check, once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  protected override render(): TemplateResult {
    const text = messages.backedUp;
    return html`
      <div class="view">
        <span class="emblem">${check}</span>
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${backedUpLead(this)}</p>
        <dl class="receipt">
          <div>
            <dt>${text.walletId}</dt>
            <dd class="id" translate="no">
              ${groupDigits(this.wallet?.walletId ?? '')
                .split(' ')
                .map((group) => html`<span>${group} </span>`)}
            </dd>
          </div>
          <div>
            <dt>${text.date}</dt>
            <dd>${this.#date()}</dd>
          </div>
          ${
            this.#settings.includes('check')
              ? html`<div>
                  <dt>${settingsMessages.lastChecked}</dt>
                  <dd>${this.#checked()}</dd>
                </div>`
              : nothing
          }
          ${this.#randomness()}
          <div>
            <dt>${text.device}</dt>
            <dd>${this.#device()}</dd>
          </div>
          ${
            this.wordCount === 0
              ? nothing
              : html`<div>
                  <dt>${text.words}</dt>
                  <dd>${text.wordCount(this.wordCount)}</dd>
                </div>`
          }
        </dl>
        ${
          this.device?.simulator === true || this.wallet?.record?.simulator === true
            ? html`<p class="note attention">${text.simulatorOnly}</p>`
            : nothing
        }
        ${this.#proof()} ${this.#note()}
        <h2>${text.keepTitle}</h2>
        <ul class="keep">
          ${text.keep.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
        </ul>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'finish' })}>${text.finish}</button>
          ${
            this.#settings.length === 0
              ? nothing
              : html`<button class="button" @click=${asks(this, { kind: 'open-settings' })}>
                  ${settingsMessages.open}
                </button>`
          }
        </div>
      </div>
    `;
  }

  #date(): TemplateResult | string {
    const date = this.wallet?.record?.backedUp;
    return date === undefined ? messages.backedUp.unknownDate : day(date);
  }

  #checked(): TemplateResult | string {
    const checkedAt = this.wallet?.checkedAt;
    return checkedAt === undefined ? settingsMessages.neverChecked : day(checkedAt);
  }

  #randomness(): TemplateResult | typeof nothing {
    const text = this.texts?.proofMessages;
    if (text === undefined) return nothing;
    const proof = this.wallet?.proof;
    return html`<div>
      <dt>${text.row}</dt>
      <dd>${proof === undefined ? text.rowUnproven : text.rowProven(proof, formatDate(proof.date))}</dd>
    </div>`;
  }

  /** What was proven, and with what probability a cheat would have passed. */
  #proof(): TemplateResult | typeof nothing {
    const text = this.texts?.proofMessages;
    const proof = this.wallet?.proof;
    if (text === undefined || (proof === undefined && this.wallet?.unchecked !== true)) return nothing;
    if (proof === undefined) return html`<p class="note">${text.noCapability}</p>`;
    const attention = text.provesNothing(proof) ? 'attention' : '';
    return html`<p class="note ${attention}">${text.proven(proof)}</p>`;
  }

  get #settings(): readonly SettingsCeremony[] {
    return this.device === undefined ? [] : settingsOf(this.device);
  }

  /** One quiet sentence: that a wallet is the one of before, or that its paper was never checked. */
  #note(): TemplateResult | typeof nothing {
    if (this.restored)
      return this.wallet?.record === undefined
        ? nothing
        : html`<p class="note">${settingsMessages.restoredKnown}</p>`;
    const reminder = checkReminder(this.wallet?.checkedAt, this.now);
    if (reminder === undefined || !this.#settings.includes('check')) return nothing;
    const { remind, remindAgain } = settingsMessages;
    return html`<p class="note">${reminder === 'never' ? remind : remindAgain}</p>`;
  }

  #device(): string {
    if (this.device === undefined) return '';
    const title = modelTitles[this.device.model];
    return this.device.simulator ? messages.backedUp.simulator(title) : title;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-backed-up': HbBackedUp;
  }
}
