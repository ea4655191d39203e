import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { canDo } from '../../session/offers.ts';
import { backupOf } from '../../session/progress.ts';
import type { Comparison, DeviceFacts, KnownWallet, RestoredFrom, Session } from '../../session/state.ts';
import { asks } from '../shared/ceremony-request.ts';
import { backedUpStyles } from './hb-backed-up.styles.ts';
import { list, warning } from '../shared/icons.ts';
import { settingsMessages } from '../../text/settings.ts';
import '../scenes/hb-scene.ts';
import { backedUpText } from './backed-up-text.ts';
import {
  proofNote,
  randomnessRow,
  row,
  simulatedNote,
  walletIdView,
  weakProofNote,
  type WalletFacts,
} from './wallet-facts.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const emblems = { restored: list, doubtful: warning };

/** The device's own answers first: the usual one, the alarming one, and the way past the question. */
const comparisons: readonly Comparison[] = ['same', 'different', 'none'];

/** The end of the way, shown once: what was done, and for a restored wallet the one question that is left. */
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
  /** Of the entropy check, once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  protected override render(): TemplateResult {
    const backup = this.#backup;
    const { title, body } = backedUpText(this.#facts, this.wallet?.record?.doubted);
    const { wallet, device, texts } = this;
    const facts: WalletFacts = { wallet, device, texts };
    const asked = this.restored !== undefined && this.compared === undefined;
    return html`
      <div class="view end">
        ${
          backup === 'backed-up'
            ? html`<hb-scene class="paper" scene="written"></hb-scene>`
            : html`<span class="emblem ${backup}">${emblems[backup]}</span>`
        }
        <h1 tabindex="-1">${title}</h1>
        ${body.map((sentence) => html`<p class="lead">${sentence}</p>`)} ${asked ? this.#question() : nothing}
        <dl class="receipt">
          ${asked ? nothing : row(settingsMessages.receipt.walletId, walletIdView(this.wallet?.walletId))}
          ${
            this.wordCount === 0
              ? nothing
              : row(settingsMessages.receipt.words, settingsMessages.receipt.wordCount(this.wordCount))
          }
          ${this.restored === undefined ? randomnessRow(facts) : nothing}
        </dl>
        ${simulatedNote(facts)} ${weakProofNote(facts)} ${this.#details(facts)} ${this.#known()}
        <h2>${settingsMessages.next.title}</h2>
        <ul class="keep">
          ${settingsMessages.next.advice.map((advice) => html`<li>${list}<span>${advice}</span></li>`)}
        </ul>
        ${
          asked
            ? nothing
            : html`<div class="actions">
                <button class="button primary" @click=${asks(this, { kind: 'next' })}>
                  ${settingsMessages.receipt.finish}
                </button>
                ${this.#addresses()}
              </div>`
        }
      </div>
    `;
  }

  /** Another proof than this page's: what the words open, beside what another wallet shows. */
  #addresses(): TemplateResult | typeof nothing {
    if (this.device === undefined || !canDo(this.device, 'addresses')) return nothing;
    return html`<button class="button" @click=${asks(this, { kind: 'ask', ceremony: 'addresses' })}>
      ${settingsMessages.home.addresses}
    </button>`;
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

  #question(): TemplateResult {
    const { question, answers } = settingsMessages.compare;
    return html`
      <div class="compare" role="group" aria-labelledby="compare">
        <h2 id="compare">${question}</h2>
        ${walletIdView(this.wallet?.walletId)}
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

  #details(facts: WalletFacts): TemplateResult | typeof nothing {
    const proof = this.restored === undefined ? proofNote(facts) : nothing;
    return proof === nothing
      ? nothing
      : html`<details>
          <summary>${settingsMessages.home.details}</summary>
          <div class="more">${proof}</div>
        </details>`;
  }

  #known(): TemplateResult | typeof nothing {
    return this.restored !== undefined && this.wallet?.record !== undefined
      ? html`<p class="note">${settingsMessages.compare.known}</p>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-backed-up': HbBackedUp;
  }
}
