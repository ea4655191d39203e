import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import {
  canDo,
  offersCopies,
  offersSettings,
  offersSigning,
  settingsOf,
  type SettingsCeremony,
} from '../../session/offers.ts';
import type { Comparison, DeviceFacts, KnownWallet, RestoredFrom } from '../../session/state.ts';
import { asks } from '../shared/ceremony-request.ts';
import type { PersonRequest } from '../shared/page-events.ts';
import { backedUpStyles } from '../backed-up/hb-backed-up.styles.ts';
import { backedUpText } from '../backed-up/backed-up-text.ts';
import {
  day,
  deviceRow,
  proofNote,
  randomnessRow,
  row,
  simulatedNote,
  walletIdView,
  weakProofNote,
  type WalletFacts,
} from '../backed-up/wallet-facts.ts';
import { copies, list, lookDown, mapPin, padlock, pen } from '../shared/icons.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { formatDate } from '../../text/locale/format.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { settingsMessages } from '../../text/settings.ts';
import { walletMessages } from '../../text/wallet.ts';
import { badgeStyles } from '../shared/badge.styles.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { homeState, type HomeState } from './home-state.ts';
import { homeStyles } from './hb-home.styles.ts';

/** A device with a wallet that is backed up: how its backup stands, what to do next, and all else that it can. */
@customElement('hb-home')
export class HbHome extends HbElement {
  static override styles = [sharedStyles, badgeStyles, backedUpStyles, homeStyles];

  @property({ attribute: false }) wallet: KnownWallet | undefined;
  @property({ attribute: false }) device: DeviceFacts | undefined;
  /** What the person calls the device; empty without a name, `undefined` before it has said. */
  @property() name: string | undefined;
  @property({ type: Number }) wordCount = 0;
  /** Confirmed just now, while this page watched. */
  @property({ type: Boolean }) witnessed = false;
  @property() restored: RestoredFrom | undefined;
  @property() compared: Comparison | undefined;
  /** Milliseconds since 1970; decides what is "a year ago". */
  @property({ type: Number }) now = Date.now();
  @property({ attribute: false }) texts: ProofTexts | undefined;

  protected override render(): TemplateResult {
    const { wallet, device, texts } = this;
    const facts: WalletFacts = { wallet, device, texts };
    const state = this.#state;
    return html`
      <div class="view">
        <h1 tabindex="-1">${this.#title}</h1>
        <p class="state ${state.tone}"><span class="dot"></span>${this.#stateText(state)}</p>
        ${this.#sentences(state).map((sentence) => html`<p class="lead">${sentence}</p>`)}
        <dl class="receipt">
          ${row(settingsMessages.receipt.walletId, walletIdView(this.wallet?.walletId))}
        </dl>
        ${simulatedNote(facts)} ${weakProofNote(facts)} ${this.#actions(state)}
        ${
          device?.capabilities.includes('apps') === true
            ? html`<p class="soft apps">${settingsMessages.home.apps}</p>`
            : nothing
        }
        ${this.#details(facts)}
        <button class="button quiet disconnect" @click=${asks(this, { kind: 'finish' })}>
          ${settingsMessages.home.disconnect}
        </button>
      </div>
    `;
  }

  get #title(): string {
    const { name, device, texts } = this;
    if (name !== undefined && name !== '') return messages.deviceCalled(name);
    return (device && texts?.deviceTitle(device)) ?? settingsMessages.home.title;
  }

  get #state(): HomeState {
    const { wallet, now, restored, compared } = this;
    const doubted = this.device?.doubtful === true;
    return homeState({ wallet, now, restored, compared, doubted, checkable: this.#can('check') });
  }

  #stateText({ kind }: HomeState): unknown {
    const { states } = settingsMessages.home;
    const { wallet } = this;
    const record = wallet?.record;
    switch (kind) {
      case 'checked':
        return html`${states.checked(formatDate(wallet?.checkedAt ?? ''))}`;
      case 'backed-up':
        return record?.backedUp === undefined ? states.known : states.backedUp(formatDate(record.backedUp));
      case 'doubtful':
      case 'restored':
        return this.#text.title;
      default:
        return states[kind];
    }
  }

  /** What the state means, where that is more than good news. */
  #sentences({ kind }: HomeState): readonly string[] {
    if (kind === 'never') return [settingsMessages.remind];
    if (kind === 'due') return [settingsMessages.remindAgain];
    if (kind !== 'doubtful' && kind !== 'restored') return [];
    return this.#text.body;
  }

  get #text(): NoticeText {
    const { device, witnessed, restored, compared, wallet } = this;
    const seen = { device: { doubtful: device?.doubtful }, witnessed, restored, compared };
    return backedUpText(seen, wallet?.record?.doubted);
  }

  /** The most sensible one first and filled; the others beside it. */
  #actions({ kind }: HomeState): TemplateResult {
    const { show, check } = walletMessages.doubt;
    const shows = kind === 'doubtful' && this.#can('reveal');
    const checks = kind === 'doubtful' ? check : settingsMessages.rows.check.title;
    const main: (readonly [string, PersonRequest])[] = [];
    if (shows) main.push([show, { kind: 'open-quiz' }]);
    if (this.#can('check')) main.push([checks, { kind: 'ask', ceremony: 'check' }]);
    return html`
      ${
        main.length === 0
          ? nothing
          : html`<div class="actions">
              ${main.map(
                ([label, request], index) =>
                  html`<button class="button ${index === 0 ? 'primary' : ''}" @click=${asks(this, request)}>
                    ${label}
                  </button>`,
              )}
            </div>`
      }
      <div class="tiles">
        ${shows || !this.#can('reveal') ? nothing : this.#tile(lookDown, settingsMessages.home.reveal, { kind: 'open-quiz' })}
        ${
          this.device !== undefined && canDo(this.device, 'addresses')
            ? this.#tile(mapPin, settingsMessages.home.addresses, { kind: 'ask', ceremony: 'addresses' })
            : nothing
        }
        ${
          this.device !== undefined && offersSigning(this.device)
            ? this.#tile(pen, settingsMessages.home.sign, { kind: 'open-signing' })
            : nothing
        }
        ${
          this.device !== undefined && offersCopies(this.device)
            ? this.#tile(copies, settingsMessages.copies.title, { kind: 'open-page', page: 'copies' })
            : nothing
        }
        ${this.#tile(list, settingsMessages.home.records, { kind: 'open-page', page: 'records' })}
        ${
          this.device !== undefined && offersSettings(this.device)
            ? this.#tile(padlock, settingsMessages.open, { kind: 'open-settings' })
            : nothing
        }
      </div>
    `;
  }

  #tile(icon: unknown, label: string, request: PersonRequest): TemplateResult {
    return html`<button class="tile" @click=${asks(this, request)}>
      <span class="badge">${icon}</span>
      <strong>${label}</strong>
    </button>`;
  }

  #details(facts: WalletFacts): TemplateResult {
    const { wallet } = this;
    const text = settingsMessages.receipt;
    const backedUp = wallet?.record?.backedUp;
    return html`<details>
      <summary>${settingsMessages.home.details}</summary>
      <div class="more">
        <dl class="rows">
          ${
            this.restored !== undefined && backedUp === undefined
              ? nothing
              : row(text.date, backedUp === undefined ? text.unknownDate : day(backedUp))
          }
          ${this.#can('check') ? row(settingsMessages.lastChecked, this.#checked()) : nothing}
          ${randomnessRow(facts)} ${deviceRow(facts)}
          ${this.wordCount === 0 ? nothing : row(text.words, text.wordCount(this.wordCount))}
        </dl>
        ${proofNote(facts)}
      </div>
    </details>`;
  }

  #checked(): TemplateResult | string {
    const doubted = this.wallet?.record?.doubted;
    if (doubted !== undefined) return settingsMessages.failed.on(formatDate(doubted));
    const checkedAt = this.wallet?.checkedAt;
    return checkedAt === undefined ? settingsMessages.neverChecked : day(checkedAt);
  }

  #can(ceremony: SettingsCeremony): boolean {
    return this.device !== undefined && settingsOf(this.device).includes(ceremony);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-home': HbHome;
  }
}
