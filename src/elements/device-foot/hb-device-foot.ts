import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { Stage } from '../../protocol/public-state.ts';
import { quotedGlass } from '../../text/quoted-glass.ts';
import { asks } from '../shared/ceremony-request.ts';
import { deviceFootStyles } from './hb-device-foot.styles.ts';
import { closedEye } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** Stages at which the words are on the person's mind: the rule that protects them stands beside. */
const remindAt: ReadonlySet<Stage> = new Set([
  'warning',
  'hold',
  'words',
  'written',
  'confirm',
  'enter-words',
]);

/** What stands below a device at work: the rule about the words, and the way out. On a phone, below its picture. */
@customElement('hb-device-foot')
export class HbDeviceFoot extends HbElement {
  static override styles = [sharedStyles, deviceFootStyles];

  @property() stage: Stage = 'idle';
  /** The device can be asked to stop; where it cannot, the person can still leave. Not at the last press, though. */
  @property({ type: Boolean }) stoppable = false;
  @property({ type: Boolean }) cancelling = false;
  /** What would be stopped is another program's question. */
  @property({ type: Boolean }) asked = false;

  protected override render(): TemplateResult {
    return html`
      <div class="view">
        ${
          remindAt.has(this.stage)
            ? html`<p class="note never">${closedEye}<span>${quotedGlass.neverShare}</span></p>`
            : nothing
        }
        ${
          this.stage === 'finish' || this.stage === 'result'
            ? nothing
            : html`<div class="actions">${this.stoppable ? this.#cancel() : this.#leave()}</div>`
        }
      </div>
    `;
  }

  #cancel(): TemplateResult {
    return html`<button
      class="button"
      aria-disabled=${this.cancelling ? 'true' : 'false'}
      @click=${asks(this, { kind: 'cancel' })}
    >
      ${this.cancelling ? messages.cancelling : this.asked ? messages.withdraw : messages.cancel}
    </button>`;
  }

  #leave(): TemplateResult {
    return html`<button class="button quiet" @click=${asks(this, { kind: 'choose-another' })}>
      ${messages.chooseAnother}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-foot': HbDeviceFoot;
  }
}
