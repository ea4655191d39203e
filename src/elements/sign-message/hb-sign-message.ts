import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks, PersonRequestEvent } from '../shared/ceremony-request.ts';
import { check, pen } from '../shared/icons.ts';
import { visibleText } from '../../protocol/visible-text.ts';
import type { Signing } from '../../session/state.ts';
import { lastAccount, readDraft, type ReadDraft } from '../../signing/draft/read-draft.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { signingFailure, signingMessages } from '../../text/wallet.ts';
import { saveFile } from '../shared/download.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { signMessageStyles } from './hb-sign-message.styles.ts';

type Marked = 'address' | 'signature';
type Signed = Extract<Signing, { kind: 'signed' }>;

/** Bytes: below that it's said how many are left. */
const nearlyFull = 500;

/**
 * "Sign a message": written here, read and signed on the device, and shown with its signature. What is written stays in this element
 * until the person asks for a signature; the one text field of this app refuses a recovery phrase, and keeps nothing.
 */
@customElement('hb-sign-message')
export class HbSignMessage extends HbElement {
  static override styles = [sharedStyles, signMessageStyles];

  @property({ attribute: false }) signing: Signing | undefined;
  @property({ attribute: false }) message = '';
  /** From 0; a person counts from 1. */
  @property({ attribute: false }) account = 0;
  /** Which of what is shown is marked. */
  @property({ attribute: false }) selected: Marked | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('signing')) return;
    this.selected = undefined;
    // What was sent is there to be sent again.
    if (this.signing?.kind === 'failed')
      ({ message: this.message, account: this.account } = this.signing.request);
    else if (this.signing?.kind === 'signed') this.message = '';
  }

  protected override render(): TemplateResult {
    switch (this.signing?.kind) {
      case 'running':
        return this.#running(this.signing);
      case 'signed':
        return this.#signed(this.signing);
      default:
        return this.#form(this.signing);
    }
  }

  #form(failed: Signing | undefined): TemplateResult {
    const text = signingMessages;
    const draft = readDraft(this.message);
    const trouble = troubleOf(draft);
    return html`
      <div class="view">
        <h1 tabindex="-1">${failed?.kind === 'failed' ? text.failed.title : text.title}</h1>
        ${
          failed?.kind === 'failed'
            ? signingFailure(failed.code).body.map(
                (paragraph) => html`<p class="note attention">${paragraph}</p>`,
              )
            : html`<p class="lead">${text.lead}</p>`
        }
        <div class="field">
          <label for="message">${text.message}</label>
          <textarea
            id="message"
            rows="5"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="no-words room"
            aria-invalid=${trouble === undefined ? 'false' : 'true'}
            .value=${this.message}
            @input=${(event: InputEvent) => this.#write(event)}
          ></textarea>
          <p id="no-words" class="soft small">${text.noWords}</p>
          <p id="room" class="soft small" role="status">
            ${trouble === undefined && draft.left < nearlyFull ? text.left(draft.left) : ''}
          </p>
          <div role="alert">
            ${
              trouble === undefined
                ? nothing
                : html`<div class="note attention trouble">
                    <h2>${trouble.title}</h2>
                    ${trouble.body.map((paragraph) => html`<p>${paragraph}</p>`)}
                  </div>`
            }
          </div>
        </div>
        <details ?open=${this.account !== 0}>
          <summary>${text.otherAccount}</summary>
          <div class="more field">
            <label for="account">${text.account}</label>
            <input
              id="account"
              type="number"
              inputmode="numeric"
              min="1"
              max=${lastAccount}
              step="1"
              aria-describedby="about-account"
              .value=${String(this.account + 1)}
              @change=${(event: Event) => this.#chooseAccount(event)}
            />
            <p id="about-account" class="small">${text.accountHint}</p>
          </div>
        </details>
        <div class="actions">
          <button
            class="button primary"
            aria-disabled=${this.message === '' || trouble !== undefined ? 'true' : 'false'}
            @click=${() => this.#ask(trouble !== undefined)}
          >
            ${text.ask}
          </button>
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  #write({ target }: InputEvent): void {
    if (target instanceof HTMLTextAreaElement) this.message = target.value;
  }

  /** What is no number of an account is the one before. */
  #chooseAccount({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const number = target.valueAsNumber;
    if (Number.isInteger(number) && number >= 1 && number <= lastAccount) this.account = number - 1;
    target.value = String(this.account + 1);
  }

  #ask(isTrouble: boolean): void {
    if (this.message === '' || isTrouble) {
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    const { account, message } = this;
    this.dispatchEvent(new PersonRequestEvent({ kind: 'sign-message', request: { account, message } }));
  }

  #running({ request, step }: Extract<Signing, { kind: 'running' }>): TemplateResult {
    const text = signingMessages.running;
    const onGlass = visibleText(new TextEncoder().encode(request.message));
    return html`
      <div class="view">
        <span class="emblem">${pen}</span>
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead step">${signingMessages.steps[step]}</p>
        <dl class="parts">
          ${this.#part('sent', text.sent, request.message)}
          ${onGlass === undefined || onGlass === request.message ? nothing : this.#part('on-glass', text.onGlass, onGlass)}
        </dl>
        <p class="soft">${text.stop}</p>
      </div>
    `;
  }

  #signed({ request, address, signature }: Signed): TemplateResult {
    const text = signingMessages.signed;
    return html`
      <div class="view">
        <span class="emblem">${check}</span>
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        <dl class="parts">
          ${this.#part('sent', signingMessages.message, request.message)}
          ${this.#part('address', text.address, address)}
          ${this.#part('signature', text.signature, signature)}
        </dl>
        <div class="note checked">
          <strong>${check}<span>${text.checked}</span></strong>
          <p>${text.why}</p>
        </div>
        <div class="actions">
          <button class="button primary" @click=${asks(this, { kind: 'back' })}>${text.done}</button>
          <button class="button" @click=${() => save({ message: request.message, address, signature })}>
            ${text.save}
          </button>
          <button class="button" @click=${asks(this, { kind: 'end-signing' })}>${text.another}</button>
        </div>
      </div>
    `;
  }

  /** What doesn't fit is scrolled to, with a keyboard too. What is passed on can be marked. */
  #part(id: 'sent' | 'on-glass' | Marked, name: string, value: string): TemplateResult {
    const { select, selected } = signingMessages.signed;
    return html`<div>
      <dt id="${id}-name">${name}</dt>
      ${
        id === 'address' || id === 'signature'
          ? html`<dd class="way">
              <button class="button" aria-describedby="${id}-name" @click=${() => this.#select(id)}>
                ${select}
              </button>
            </dd>`
          : nothing
      }
      <dd id=${id} class="value" translate="no" tabindex="0">${value}</dd>
      ${this.selected === id ? html`<dd class="soft small told"><span role="status">${selected}</span></dd>` : nothing}
    </div>`;
  }

  /** The page has no clipboard: what is marked, the person copies. */
  #select(part: Marked): void {
    const value = this.renderRoot.querySelector<HTMLElement>(`#${part}`);
    if (value === null) return;
    value.focus();
    getSelection()?.selectAllChildren(value);
    this.selected = part;
  }
}

function troubleOf({ problem, left }: ReadDraft): NoticeText | undefined {
  const text = signingMessages;
  if (problem === 'words') return text.looksLikeWords;
  if (problem === undefined) return undefined;
  return { title: problem === 'long' ? text.tooLong(-left) : text.brokenCharacter, body: [] };
}

function save(signed: Pick<Signed, 'address' | 'signature'> & { readonly message: string }): void {
  const text = `${JSON.stringify(signed, undefined, 2)}\n`;
  saveFile({ name: 'signed-message.json', type: 'application/json', text });
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-sign-message': HbSignMessage;
  }
}
