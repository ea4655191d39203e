import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { settingsOf, type SettingsCeremony } from '../../session/offers.ts';
import { backupOf } from '../../session/progress.ts';
import type { Comparison, DeviceFacts, KnownWallet, RestoredFrom, Session } from '../../session/state.ts';
import { modelTitles } from '../../protocol/models.ts';
import { checkReminder } from '../../records/reminders.ts';
import { asks } from '../shared/ceremony-request.ts';
import { formatDate, groupDigits } from '../../text/locale/format.ts';
import { backedUpStyles } from './hb-backed-up.styles.ts';
import { check, list, warning } from '../shared/icons.ts';
import { settingsMessages } from '../../text/settings.ts';
import { walletMessages } from '../../text/wallet.ts';
import { messages } from '../../text/app.ts';
import { backedUpText } from './backed-up-text.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const emblems = { 'backed-up': check, restored: list, doubtful: warning };

/** The device's own answers first: the usual one, the alarming one, and the way past the question. */
const comparisons: readonly Comparison[] = ['same', 'different', 'none'];

function day(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatDate(iso)}</time>`;
}

/** The end of the way: a receipt without a secret on it. */
@customElement('hb-backed-up')
export class HbBackedUp extends HbElement {
  static override styles = [sharedStyles, backedUpStyles];

  @property({ attribute: false }) wallet: KnownWallet | undefined;
  @property({ attribute: false }) device: DeviceFacts | undefined;
  @property({ type: Number }) wordCount = 0;
  /** Confirmed just now, while this page watched. */
  @property({ type: Boolean }) witnessed = false;
  /** Brought back just now. */
  @property() restored: RestoredFrom | undefined;
  /** What the person has said of its ID, or this computer knows. */
  @property() compared: Comparison | undefined;
  /** Milliseconds since 1970; decides what is "a year ago". */
  @property({ type: Number }) now = Date.now();
  /** Of the entropy check, once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  protected override render(): TemplateResult {
    const text = messages.backedUp;
    const backup = this.#backup;
    const { title, body } = backedUpText(this.#facts, this.#doubted);
    return html`
      <div class="view">
        <span class="emblem ${backup}">${emblems[backup]}</span>
        <h1 tabindex="-1">${title}</h1>
        ${body.map((sentence) => html`<p class="lead">${sentence}</p>`)} ${this.#question()}
        <dl class="receipt">
          ${
            this.#asks()
              ? nothing
              : html`<div>
                  <dt>${text.walletId}</dt>
                  <dd>${this.#id()}</dd>
                </div>`
          }
          ${
            this.restored !== undefined && this.wallet?.record?.backedUp === undefined
              ? nothing
              : html`<div>
                  <dt>${text.date}</dt>
                  <dd>${this.#date()}</dd>
                </div>`
          }
          ${
            this.#settings.includes('check')
              ? html`<div>
                  <dt>
                    ${this.#doubted === undefined ? settingsMessages.lastChecked : settingsMessages.failed.row}
                  </dt>
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
          ${text.keep.map((advice) => html`<li>${list}<span>${advice}</span></li>`)}
        </ul>
        ${this.#asks() ? nothing : this.#actions()}
      </div>
    `;
  }

  get #doubted(): string | undefined {
    return this.wallet?.record?.doubted;
  }

  get #facts(): Pick<Session, 'witnessed' | 'restored' | 'compared'> & {
    device: Pick<DeviceFacts, 'doubtful'>;
  } {
    const { device, witnessed, restored, compared } = this;
    return { device: { doubtful: device?.doubtful }, witnessed, restored, compared };
  }

  get #backup(): 'backed-up' | 'restored' | 'doubtful' {
    const backup = backupOf({ ...this.#facts, status: { wallet: 'backed-up' } });
    return backup === 'restored' || backup === 'doubtful' ? backup : 'backed-up';
  }

  /** Whether the person still has to say whose wallet came back. */
  #asks(): boolean {
    return this.restored !== undefined && this.compared === undefined;
  }

  #question(): TemplateResult | typeof nothing {
    if (!this.#asks()) return nothing;
    const { question, answers } = settingsMessages.compare;
    return html`
      <div class="compare" role="group" aria-labelledby="compare">
        <h2 id="compare">${question}</h2>
        ${this.#id()}
        <div class="actions">
          ${comparisons.map(
            (answer) =>
              html`<button class="button" @click=${asks(this, { kind: 'compare-wallet', answer })}>
                ${answers[answer]}
              </button>`,
          )}
        </div>
      </div>
    `;
  }

  #id(): TemplateResult {
    return html`<p class="id" translate="no">
      ${groupDigits(this.wallet?.walletId ?? '')
        .split(' ')
        .map((group) => html`<span>${group} </span>`)}
    </p>`;
  }

  #actions(): TemplateResult {
    const { show, check: checkAgain } = walletMessages.doubt;
    const offered = this.#settings;
    const doubtful = this.#backup === 'doubtful';
    const shows = doubtful && offered.includes('reveal');
    return html`
      <div class="actions">
        ${
          shows
            ? html`<button class="button primary" @click=${asks(this, { kind: 'open-quiz' })}>
                ${show}
              </button>`
            : nothing
        }
        ${
          doubtful && offered.includes('check')
            ? html`<button class="button" @click=${asks(this, { kind: 'ask', ceremony: 'check' })}>
                ${checkAgain}
              </button>`
            : nothing
        }
        <button class="button ${shows ? '' : 'primary'}" @click=${asks(this, { kind: 'finish' })}>
          ${messages.backedUp.finish}
        </button>
        ${
          offered.length === 0
            ? nothing
            : html`<button class="button" @click=${asks(this, { kind: 'open-settings' })}>
                ${settingsMessages.open}
              </button>`
        }
      </div>
    `;
  }

  #date(): TemplateResult | string {
    const date = this.wallet?.record?.backedUp;
    return date === undefined ? messages.backedUp.unknownDate : day(date);
  }

  #checked(): TemplateResult | string {
    if (this.#doubted !== undefined) return settingsMessages.failed.on(formatDate(this.#doubted));
    const checkedAt = this.wallet?.checkedAt;
    return checkedAt === undefined ? settingsMessages.neverChecked : day(checkedAt);
  }

  #randomness(): TemplateResult | typeof nothing {
    const text = this.texts;
    if (text === undefined) return nothing;
    const proof = this.wallet?.proof;
    return html`<div>
      <dt>${text.row}</dt>
      <dd>${proof === undefined ? text.rowUnproven : text.rowProven(proof, formatDate(proof.date))}</dd>
    </div>`;
  }

  /** What was proven, and with what probability a cheat would have passed. */
  #proof(): TemplateResult | typeof nothing {
    const text = this.texts;
    const proof = this.wallet?.proof;
    if (text === undefined || (proof === undefined && this.wallet?.unchecked !== true)) return nothing;
    if (proof === undefined) return html`<p class="note">${text.noCapability}</p>`;
    const attention = text.provesNothing(proof) ? 'attention' : '';
    return html`<p class="note ${attention}">${text.proven(proof)}</p>`;
  }

  get #settings(): readonly SettingsCeremony[] {
    return this.device === undefined ? [] : settingsOf(this.device);
  }

  /** One quiet sentence: that a wallet is the known one, or that its paper was never checked. */
  #note(): TemplateResult | typeof nothing {
    if (this.restored !== undefined)
      return this.wallet?.record === undefined
        ? nothing
        : html`<p class="note">${settingsMessages.compare.known}</p>`;
    const reminder =
      this.wallet?.checkedAt === undefined
        ? 'never'
        : checkReminder({ checked: this.wallet.checkedAt }, this.now);
    if (reminder === undefined || this.#backup === 'doubtful' || !this.#settings.includes('check'))
      return nothing;
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
