import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { CheckState, Ending } from '../../session/state.ts';
import { pinTries, type PublicState, type Stage } from '../../protocol/public-state.ts';
import { explanations } from '../../text/explanations.ts';
import { glassText } from '../../text/glass.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';
import { onDeviceStyles } from './hb-on-device.styles.ts';
import { lookDown } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const tellsTries: ReadonlySet<Stage> = new Set(['enter-pin', 'wrong-pin']);

/** While the device leads: the sentences it shows, what they mean, and how far along it is. */
@customElement('hb-on-device')
export class HbOnDevice extends HbElement {
  static override styles = [sharedStyles, onDeviceStyles];

  @property({ attribute: false }) status: PublicState | undefined;
  /** What the sentences are filled with. */
  @property({ attribute: false }) facts: StageFacts | undefined;
  @property({ type: Boolean }) attached = false;
  @property() afterEnding: Ending | undefined;
  /** Of the new wallet that this page asked for. */
  @property({ attribute: false }) check: CheckState | undefined;
  /** Once they are loaded. */
  @property({ attribute: false }) texts: ProofTexts | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { status, facts } = this;
    if (status === undefined || facts === undefined) return nothing;
    const { title, body } = glassText.stage(status.stage, facts);
    return html`
      <div class="view">
        <span class="look">${lookDown}<span>${messages.lookAtDevice}</span></span>
        <h1 tabindex="-1">${title}</h1>
        ${this.#notice()} ${this.#checked(status.stage)}
        ${status.stage === 'words' ? this.#progress(status.position, status.total) : nothing}
        <div class="says">
          ${body === undefined || body === glassText.neverShare ? nothing : html`<p class="lead">${body}</p>`}
          <p class="soft">${explanations.explanation(status.stage, facts)}</p>
          ${
            tellsTries.has(status.stage) && status.triesLeft < pinTries
              ? html`<p class="tries">${messages.triesLeft(status.triesLeft)}</p>`
              : nothing
          }
        </div>
        ${tellsTries.has(status.stage) ? this.#forgottenPin() : nothing}
      </div>
    `;
  }

  #forgottenPin(): TemplateResult {
    const { title, body } = messages.forgottenPin;
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
      return html`<p class="note">${text.progress(check.opened)}</p>`;
    const passed = stage === 'choose-pin' || stage === 'repeat-pin';
    return passed && check.kind === 'proven'
      ? html`<p class="note">${text.passed(check.proof)}</p>`
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
