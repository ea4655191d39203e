import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import {
  emptyView,
  resultName,
  type CeremonyRecord,
  type DeviceKey,
  type RecordView,
} from '../../records/book.ts';
import { checkCalendar } from '../../records/calendar.ts';
import { encodeExport } from '../../records/export.ts';
import { checkReminder } from '../../records/reminders.ts';
import { asks, PersonRequestEvent } from '../shared/ceremony-request.ts';
import { saveFile } from '../shared/download.ts';
import { formatTime, groupDigits } from '../../text/locale/format.ts';
import '../device-list/hb-device-list.ts';
import { recordsStyles } from './hb-records.styles.ts';
import { recordsMessages } from '../../text/records.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** How many ceremonies are shown before the person asks for all. */
const firstShown = 10;

const marked: Partial<Record<CeremonyRecord['result'], string>> = {
  completed: 'good',
  match: 'good',
  'no-match': 'attention',
  wiped: 'attention',
  fault: 'attention',
};

/** "Records and reminders": what this browser keeps, dates for a calendar, a copy as a file, and an end to all of it. */
@customElement('hb-records')
export class HbRecords extends HbElement {
  static override styles = [sharedStyles, recordsStyles];

  @property({ attribute: false }) view: RecordView = emptyView;
  @property({ type: Number }) now = Date.now();
  /** The device that is connected at this moment. */
  @property({ attribute: false }) connected: DeviceKey | undefined;
  /** Puts a file among the downloads. */
  @property({ attribute: false }) save = saveFile;
  @state() showsAll = false;
  @state() asksToErase = false;
  @state() calendarSaved = false;

  protected override render(): TemplateResult {
    const text = recordsMessages;
    const { book, problem, unreadable, erased } = this.view;
    return html`
      <div class="view">
        <h1 tabindex="-1">${text.title}</h1>
        <p class="lead">${text.lead}</p>
        <div class="told" role="status">
          ${erased ? html`<p class="note good">${text.erased}</p>` : nothing}
        </div>
        ${problem === undefined ? nothing : html`<p class="note attention">${text.problems[problem]}</p>`}
        ${unreadable === 0 ? nothing : html`<p class="note attention">${text.unreadable(unreadable)}</p>`}
        <hb-device-list
          manageable
          .book=${book}
          .now=${this.now}
          .connected=${this.connected}
        ></hb-device-list>
        ${this.#reminders()} ${this.#ceremonies()} ${this.#keeping()}
        <div class="actions">
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${text.back}</button>
        </div>
      </div>
    `;
  }

  #reminders(): TemplateResult {
    const text = recordsMessages.reminders;
    const { wallets } = this.view.book;
    const reminders = wallets.map((wallet) => checkReminder(wallet, this.now));
    const failed = reminders.filter((reminder) => reminder === 'failed').length;
    const due = reminders.filter((reminder) => reminder !== undefined).length - failed;
    return html`
      <section aria-labelledby="reminders">
        <h2 id="reminders">${text.title}</h2>
        ${failed === 0 ? nothing : html`<p class="note attention">${text.failed(failed)}</p>`}
        ${
          wallets.length === 0 || (failed > 0 && due === 0)
            ? nothing
            : html`<p class=${due === 0 ? '' : 'note attention'}>
                ${due === 0 ? text.allChecked : text.unchecked(due)}
              </p>`
        }
        <p class="soft">${text.about}</p>
        <div class="actions">
          <button class="button" @click=${() => this.#saveCalendar()}>${text.save}</button>
        </div>
        <p class="told soft" role="status">${this.calendarSaved ? text.saved : nothing}</p>
      </section>
    `;
  }

  #saveCalendar(): void {
    const { event, file } = recordsMessages.reminders;
    const date = new Date(this.now);
    const today = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
    const newId = (): string => crypto.randomUUID();
    const text = checkCalendar({ ...event, today, now: this.now, newId });
    this.save({ name: file, type: 'text/calendar', text });
    this.calendarSaved = true;
  }

  #ceremonies(): TemplateResult {
    const text = recordsMessages.ceremonies;
    const { ceremonies } = this.view.book;
    const shown = this.showsAll ? ceremonies : ceremonies.slice(0, firstShown);
    return html`
      <section aria-labelledby="ceremonies">
        <h2 id="ceremonies">${text.title}</h2>
        ${
          ceremonies.length === 0
            ? html`<p class="soft">${text.none}</p>`
            : html`<ol>
                ${shown.map((record) => this.#ceremony(record))}
              </ol>`
        }
        ${
          shown.length === ceremonies.length
            ? nothing
            : html`<button class="button" @click=${() => (this.showsAll = true)}>
                ${text.all(ceremonies.length)}
              </button>`
        }
      </section>
    `;
  }

  #ceremony({ what, result, began, walletId, device }: CeremonyRecord): TemplateResult {
    const { what: names, results } = recordsMessages.ceremonies;
    return html`
      <li>
        <div class="head">
          <strong>${names[what]}</strong>
          <span class="result ${marked[result] ?? ''}">${results[resultName({ what, result })]}</span>
        </div>
        <div class="facts soft">
          <time datetime=${began}>${formatTime(began)}</time>
          <span>${recordsMessages.product(device.product)}</span>
          ${device.simulator ? html`<span>${recordsMessages.devices.simulator}</span>` : nothing}
          ${
            walletId === undefined
              ? nothing
              : html`<span
                  >${recordsMessages.devices.wallet}
                  <span class="id" translate="no">${groupDigits(walletId.slice(0, 8))} …</span></span
                >`
          }
        </div>
      </li>
    `;
  }

  #keeping(): TemplateResult {
    const text = recordsMessages.keeping;
    return html`
      <section aria-labelledby="keeping">
        <h2 id="keeping">${text.title}</h2>
        <p class="soft">${text.about}</p>
        ${
          this.asksToErase
            ? html`<div class="sure" role="group" aria-labelledby="sure">
                <h3 id="sure" tabindex="-1">${text.sureTitle}</h3>
                <p>${text.sure}</p>
                <div class="actions">
                  <button class="button danger" @click=${() => this.#erase()}>${text.yes}</button>
                  <button class="button" @click=${() => (this.asksToErase = false)}>${text.no}</button>
                </div>
              </div>`
            : html`<div class="actions">
                <button class="button" @click=${() => this.#export()}>${text.export}</button>
                <button class="button danger" @click=${() => void this.#ask()}>${text.erase}</button>
              </div>`
        }
      </section>
    `;
  }

  #export(): void {
    const text = encodeExport(this.view.book, new Date(this.now).toISOString());
    this.save({ name: recordsMessages.keeping.file, type: 'application/json', text });
  }

  /** The button that was pressed is gone with the question: the focus goes to the question. */
  async #ask(): Promise<void> {
    this.asksToErase = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#sure')?.focus();
  }

  #erase(): void {
    this.asksToErase = false;
    this.calendarSaved = false;
    this.dispatchEvent(new PersonRequestEvent({ kind: 'erase-records' }));
    this.renderRoot.querySelector('h1')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-records': HbRecords;
  }
}
