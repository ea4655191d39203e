import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { CheckState, Ending } from '../../session/state.ts';
import { pinTries, type PublicState, type Stage } from '../../protocol/public-state.ts';
import { addressPaths } from '../../protocol/address-paths.ts';
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import { explanations } from '../../text/explanations.ts';
import { quotedGlass } from '../../text/quoted-glass.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';
import { onDeviceStyles } from './hb-on-device.styles.ts';
import { lookDown } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const tellsTries: ReadonlySet<Stage> = new Set(['enter-pin', 'wrong-pin']);

/** The person is about to enter words, or does. */
const entersWords: ReadonlySet<Stage> = new Set(['entry-method', 'enter-words']);

/** While the device leads: the sentences it shows, what they mean, and how far along it is. */
@customElement('hb-on-device')
export class HbOnDevice extends HbElement {
  static override styles = [sharedStyles, onDeviceStyles];

  @property({ attribute: false }) status: PublicState | undefined;
  /** What the sentences are filled with. */
  @property({ attribute: false }) facts: StageFacts | undefined;
  @property({ type: Boolean }) attached = false;
  /** On a phone the device lies below, and nobody needs to be told to look at it. */
  @property({ type: Boolean, reflect: true }) docked = false;
  @property() afterEnding: Ending | undefined;
  @property({ type: Boolean }) lockedItself = false;
  /** Of the new wallet that this page asked for. */
  @property({ attribute: false }) check: CheckState | undefined;
  /** Once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  /** Seldom needed, and not before it's about to be. */
  protected override willUpdate(): void {
    if (this.status !== undefined && entersWords.has(this.status.stage))
      void import('../walkthrough/hb-walkthrough.ts').catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status, facts } = this;
    if (status === undefined || facts === undefined) return nothing;
    const { title, body } = quotedGlass.stage(status.stage, facts);
    return html`
      <div class="view">
        <span class="look ${status.stage === 'wrong-pin' ? 'alarming' : ''}"
          >${lookDown}<span>${messages.lookAtDevice}</span></span
        >
        <h1 tabindex="-1">${title}</h1>
        ${this.lockedItself ? html`<p class="note">${messages.lockedItself}</p>` : nothing} ${this.#notice()}
        ${this.#checked(status.stage)}
        ${status.stage === 'words' ? this.#progress(status.position, status.total) : nothing}
        <div class="task">
          ${
            status.stage === 'words' && status.activity !== 'reveal'
              ? html`<hb-scene scene="writing"></hb-scene>`
              : nothing
          }
          <div class="says">
            ${body === undefined || body === quotedGlass.neverShare ? nothing : html`<p class="lead">${body}</p>`}
            <p class="soft">${explanations.explanation(status.stage, facts)}</p>
            ${this.#coming(status.stage, facts)}
            ${
              tellsTries.has(status.stage) && status.triesLeft < pinTries
                ? html`<p class="note tries ${status.triesLeft === 1 ? 'danger' : 'attention'}">
                    ${messages.triesLeft(status.triesLeft)}
                  </p>`
                : nothing
            }
          </div>
        </div>
        ${
          entersWords.has(status.stage) && facts.activity !== 'seed-qr'
            ? html`<hb-walkthrough></hb-walkthrough>`
            : nothing
        }
        ${status.stage === 'addresses' ? this.#compare() : nothing}
        ${tellsTries.has(status.stage) ? this.#forgottenPin() : nothing}
      </div>
    `;
  }

  /** What the page may not count, it can still say the length of. */
  #coming(stage: Stage, { activity, wordCount }: StageFacts): TemplateResult | typeof nothing {
    const words = isAboutCode(activity) ? codeWordCount : wordCount;
    if ((stage !== 'enter-words' && stage !== 'confirm') || words === 0) return nothing;
    return html`<p class="coming">${explanations.coming[stage](words)}</p>`;
  }

  /** The person stands before two addresses, and needs to know which ones to look for. */
  #compare(): TemplateResult {
    const { title, body } = explanations.compare;
    return html`
      <details open>
        <summary>${title}</summary>
        <div class="more">${body(addressPaths).map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      </details>
    `;
  }

  #forgottenPin(): TemplateResult | typeof nothing {
    if (this.texts === undefined) return nothing;
    const { title, body } = this.texts.forgottenPin;
    return html`
      <details>
        <summary>${title}</summary>
        <div class="more">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      </details>
    `;
  }

  #notice(): TemplateResult | typeof nothing {
    if (this.afterEnding !== undefined) return html`<p class="note">${messages.after[this.afterEnding]}</p>`;
    if (!this.attached) return nothing;
    const stuck = this.status?.stage === 'entropy' ? this.texts?.attached : undefined;
    return html`<p class="note">${stuck ?? messages.attached}</p>`;
  }

  /** How far the check is, and that it was passed for as long as the person sets a PIN. */
  #checked(stage: Stage): TemplateResult | typeof nothing {
    const text = this.texts;
    const { check } = this;
    if (text === undefined || check === undefined) return nothing;
    if (stage === 'entropy' && check.kind === 'running')
      return html`<p class="note checked">${text.progress(check.opened)}</p>`;
    const passed = stage === 'choose-pin' || stage === 'repeat-pin';
    return passed && check.kind === 'proven'
      ? html`<p class="note checked">${text.passed(check.proof)}</p>`
      : nothing;
  }

  #progress(position: number, total: number): TemplateResult {
    const cell = (index: number): string => (index === position ? 'here' : index < position ? 'passed' : '');
    return html`
      <div
        class="progress"
        role="progressbar"
        aria-label=${messages.progressLabel}
        aria-valuemin="1"
        aria-valuemax=${total}
        aria-valuenow=${position}
        aria-valuetext=${messages.wordProgress(position, total)}
      >
        <div class="track">
          ${Array.from({ length: total }, (_, index) => html`<span class=${cell(index + 1)}></span>`)}
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-on-device': HbOnDevice;
  }
}
