import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { ChosenFile } from '../shared/page-events.ts';
import type { BackupFileProblem } from '../../protocol/files/backup-file.ts';
import { asks, PersonRequestEvent } from '../shared/ceremony-request.ts';
import { lookThrough, pickFile } from './choose-file.ts';
import { file as fileIcon } from '../shared/icons.ts';
import { groupDigits } from '../../text/locale/format.ts';
import { copiesStyles } from '../copies/hb-copies.styles.ts';
import { copiesMessages } from '../../text/copies.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** Choosing the backup file for the device to check, or restore from. The code is entered there, never here. */
@customElement('hb-choose-file')
export class HbChooseFile extends HbElement {
  static override styles = [sharedStyles, copiesStyles];

  @property() purpose: 'check-file' | 'restore-file' = 'check-file';
  @property({ attribute: false }) file: ChosenFile | undefined;
  /** The wallet on the device, 32 hexadecimal digits; `undefined` on an empty one. */
  @property() walletId: string | undefined;
  /** What is wrong with the file that was picked last. */
  @property() problem: BackupFileProblem | 'unreadable' | undefined;

  protected override render(): TemplateResult {
    const text = copiesMessages.choose;
    const { title, body, ask } = text[this.purpose];
    const { file, purpose } = this;
    const pick = (): void => pickFile((picked) => void this.look(picked));
    return html`
      <div class="view">
        <h1 tabindex="-1">${title}</h1>
        ${body.map((paragraph) => html`<p class="lead">${paragraph}</p>`)} ${this.#notice()}
        ${file === undefined ? html`<p class="zone">${fileIcon}<span>${messages.dropFile}</span></p>` : this.#chosen(file)}
        <div class="actions">
          ${
            file === undefined
              ? html`<button class="button primary" @click=${pick}>${text.pick}</button>`
              : html`<button
                    class=${this.#isOthers ? 'button' : 'button primary'}
                    @click=${asks(this, { kind: 'ask', ceremony: purpose })}
                  >
                    ${ask}
                  </button>
                  <button class=${this.#isOthers ? 'button primary' : 'button'} @click=${pick}>
                    ${text.pickAnother}
                  </button>`
          }
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  #chosen({ name, walletId }: ChosenFile): TemplateResult {
    const text = copiesMessages.choose;
    return html`
      <dl class="note chosen">
        <div>
          <dt>${text.chosen}</dt>
          <dd translate="no">${name}</dd>
        </div>
        ${
          walletId === undefined
            ? nothing
            : html`<div>
                <dt>${text.walletId}</dt>
                <dd class="id" translate="no">${groupDigits(walletId)}</dd>
              </div>`
        }
      </dl>
    `;
  }

  #notice(): TemplateResult | typeof nothing {
    const notice = this.#trouble();
    if (notice === undefined) return nothing;
    return html`
      <div class="note attention problem" role="alert">
        <h2>${notice.title}</h2>
        ${notice.body.map((paragraph) => html`<p>${paragraph}</p>`)}
      </div>
    `;
  }

  #trouble(): NoticeText | undefined {
    const text = copiesMessages.choose;
    if (this.problem !== undefined)
      return this.problem === 'unreadable' ? text.unreadable : text.problems[this.problem];
    return this.#isOthers ? text.otherWallet : undefined;
  }

  /** The file names another wallet than the one on the device. */
  get #isOthers(): boolean {
    const named = this.file?.walletId;
    return this.walletId !== undefined && named !== undefined && named !== this.walletId;
  }

  /** Looks a file through that was picked, or dropped onto the page. */
  async look(picked: File): Promise<void> {
    const choice = await lookThrough(picked);
    this.problem = choice.kind === 'problem' ? choice.problem : undefined;
    const file = choice.kind === 'chosen' ? choice.file : undefined;
    this.dispatchEvent(new PersonRequestEvent({ kind: 'choose-file', file }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-choose-file': HbChooseFile;
  }
}
