import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CeremonyEvent } from '../ceremony/events.ts';
import {
  deviceOf,
  isBeforeDevice,
  isSimulated,
  linkOf,
  type CeremonyState,
  type DeviceFacts,
  type Session,
  type Task,
} from '../ceremony/state.ts';
import type { LedgerState } from '../ceremony/ledger-state.ts';
import { factsOf, hasSteps, isStoppable, screenOf, stepOf } from '../ceremony/steps.ts';
import { emptyView, type RecordStore } from '../records/book.ts';
import {
  connectionOf,
  followedOf,
  isComplete,
  isRecords,
  sentencesOf,
  stepTitles,
  walletChangeOf,
} from './app-view.ts';
import { backupOf, rememberedText } from './backup-state.ts';
import { CeremonyController, type CeremonySource } from './ceremony-controller.ts';
import type { CeremonyRequest } from './ceremony-request.ts';
import { formsPage, loadForms } from './forms-page.ts';
import type { FormsRequest, FormsWish } from './forms-request.ts';
import { appStyles } from './hb-app.styles.ts';
import './hb-choose-device.ts';
import './hb-device-foot.ts';
import './hb-device-panel.ts';
import type { LinkOffer } from './hb-choose-device.ts';
import './hb-header.ts';
import './hb-intro.ts';
import './hb-notice.ts';
import './hb-on-device.ts';
import './hb-stepper.ts';
import { loadCopies } from './lazy-views.ts';
import type { LaterPages } from './later-pages.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { messages } from './messages.ts';
import { settingsMessages } from './messages-settings.ts';
import type { Notice } from './notice.ts';
import { cutShortText, noticeFor } from './notices.ts';
import { loadProofTexts, proofTexts } from './proof-texts.ts';
import { sharedStyles } from './shared.styles.ts';

/** What the app needs of the ceremony: to read it, to hear of changes, and to pass on what the person asks. */
export interface AppCeremony extends CeremonySource {
  dispatch(event: CeremonyEvent): void;
}

/** What this browser keeps, and a word when it changes. */
export type AppRecords = Pick<RecordStore, 'view' | 'subscribe'>;

const noRecords: AppRecords = { view: emptyView, subscribe: () => () => {} };

/** The whole page: header, stepper, one view at a time, and the simulated device beside it. */
@customElement('hb-app')
export class HbApp extends LitElement {
  static override styles = [sharedStyles, appStyles];

  #shownScreen: string | undefined;
  #laterPagesAsked = false;
  #laterPages: LaterPages | undefined;

  @property({ attribute: false }) ceremony: AppCeremony | undefined;
  @property({ attribute: false }) offers: readonly LinkOffer[] = [];
  @property({ attribute: false }) records: AppRecords = noRecords;
  /** Milliseconds since 1970, for what is due. */
  @property({ attribute: false }) clock: () => number = () => Date.now();
  /** The page of blank forms, over whatever the ceremony shows; the ceremony goes on behind it. */
  @property({ attribute: false }) forms: FormsWish | undefined;

  constructor() {
    super();
    new CeremonyController(this, () => this.ceremony);
    new CeremonyController(this, () => this.records);
    this.addEventListener('ceremony-request', (event) => this.#onRequest(event));
    this.addEventListener('forms-request', (event) => this.#onForms(event));
  }

  /** The simulator's frame, once it is in the page. */
  get simulatorFrame(): HTMLIFrameElement | undefined {
    return this.renderRoot.querySelector('iframe') ?? undefined;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const state = this.ceremony?.state;
    if (state === undefined) return;
    void this.#loadLaterPages();
    if (state.kind !== 'welcome' && proofTexts() === undefined) void this.#loadProofTexts();
    const screen = screenOf(state);
    const before = this.#shownScreen;
    this.#shownScreen = screen;
    // Not on the first screen: a page that takes the focus while it loads takes the reader's place away.
    if (before !== undefined && before !== screen) void this.#focusHeading();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.ceremony?.state;
    if (state === undefined) return nothing;
    return html`
      <hb-header
        .simulator=${isSimulated(state)}
        .connection=${connectionOf(state)}
        .model=${deviceOf(state)?.model}
        .backup=${backupOf(state)}
        .remembered=${rememberedText(state, this.records.view, this.clock())}
      ></hb-header>
      <main ?hidden=${this.forms !== undefined}>
        <div class="guide">
          ${
            hasSteps(state)
              ? html`<hb-stepper
                  .step=${stepOf(state)}
                  .titles=${stepTitles(state)}
                  ?complete=${isComplete(state)}
                ></hb-stepper>`
              : nothing
          }
          ${
            (state.kind === 'connected' || state.kind === 'ledger') && state.session.swapped
              ? html`<p class="note swapped">
                  ${state.kind === 'ledger' ? ledgerMessages.swapped : messages.swapped}
                </p>`
              : nothing
          }
          ${this.#cutShort(state)} ${this.#view(state)}
        </div>
        ${this.#panel(state)} ${this.#foot(state)}
      </main>
      ${this.forms === undefined ? nothing : formsPage(this.forms, state, () => this.#closeForms())}
      <footer>${messages.footer}</footer>
    `;
  }

  #cutShort(state: CeremonyState): TemplateResult | typeof nothing {
    const text = cutShortText(state);
    return text === undefined ? nothing : html`<p class="note cut-short">${text}</p>`;
  }

  #view(state: CeremonyState): TemplateResult {
    if (isRecords(state))
      return this.#later(
        'hb-records',
        html`<hb-records data-view .view=${this.records.view} .now=${this.clock()}></hb-records>`,
      );
    const notice = noticeFor(state);
    if (notice !== undefined)
      return html`<hb-notice data-view .notice=${this.#withReasons(state, notice)}></hb-notice>`;
    switch (state.kind) {
      case 'connected':
      case 'lost':
        return this.#session(state.session);
      case 'ledger':
        return state.session.reading.kind === 'set-up'
          ? this.#later(
              'hb-ledger-ready',
              html`<hb-ledger-ready data-view .session=${state.session}></hb-ledger-ready>`,
            )
          : this.#later(
              'hb-ledger-guide',
              html`<hb-ledger-guide data-view .state=${state}></hb-ledger-guide>`,
            );
      case 'choose':
        return html`<hb-choose-device
          data-view
          .offers=${this.offers}
          .problem=${state.problem}
        ></hb-choose-device>`;
      default:
        return html`<hb-intro
          data-view
          .page=${state.kind === 'privacy' || state.kind === 'terms' ? state.kind : 'welcome'}
          .book=${this.records.view.book}
        ></hb-intro>`;
    }
  }

  #withReasons(state: CeremonyState, notice: Notice): Notice {
    const change = walletChangeOf(state);
    const body = change === undefined ? undefined : this.#laterPages?.walletChangeReasons(change);
    return body === undefined ? notice : { ...notice, body };
  }

  /** A view of the later pages, or a word while their code is on its way. */
  #later(tag: LaterTag, view: TemplateResult): TemplateResult {
    if (customElements.get(tag) !== undefined) return view;
    const leave = { label: messages.back, request: { kind: 'back' }, style: 'quiet' } as const;
    const notice: Notice = { ...messages.loading, tone: 'working', actions: [leave] };
    return html`<hb-notice data-view .notice=${notice}></hb-notice>`;
  }

  /** Right after the first screen; when that fails, at the next change. */
  async #loadLaterPages(): Promise<void> {
    if (this.#laterPagesAsked) return;
    this.#laterPagesAsked = true;
    try {
      this.#laterPages = await import('./later-pages.ts');
      this.requestUpdate();
    } catch {
      this.#laterPagesAsked = false;
    }
  }

  /** Always at the same place in the page: a frame that is moved loads anew, and its device forgets everything. */
  #panel(state: CeremonyState): TemplateResult {
    if (state.kind === 'ledger')
      return html`<aside aria-label=${messages.panel.title}>
        <hb-ledger-panel .state=${state}></hb-ledger-panel>
      </aside>`;
    const framed = linkOf(state) === 'simulator-frame';
    const device = deviceOf(state);
    return html`
      <aside class=${framed || device !== undefined ? '' : 'early'} aria-label=${messages.panel.title}>
        <hb-device-panel
          .device=${device}
          .sentences=${sentencesOf(state)}
          .framed=${framed}
          .caption=${isBeforeDevice(state) || state.kind === 'records' ? messages.panel.before : undefined}
        >
          ${
            framed
              ? html`<iframe
                  sandbox="allow-scripts"
                  allow="hid 'none'; usb 'none'"
                  src="./simulator.html"
                  title=${messages.simulatorFrameTitle}
                ></iframe>`
              : nothing
          }
        </hb-device-panel>
      </aside>
    `;
  }

  #foot(state: CeremonyState): TemplateResult | typeof nothing {
    if (state.kind === 'ledger') return this.#ledgerFoot(state);
    const followed = followedOf(state);
    return followed === undefined
      ? nothing
      : html`<hb-device-foot
          .stage=${followed.status.stage}
          ?stoppable=${isStoppable(followed.status)}
          ?cancelling=${followed.task.cancelling}
        ></hb-device-foot>`;
  }

  /** A stock Ledger cannot be asked to stop; the person can leave, or switch it off. */
  #ledgerFoot(state: LedgerState): TemplateResult | typeof nothing {
    const { reading } = state.session;
    if (reading.kind !== 'onboarding' || noticeFor(state) !== undefined) return nothing;
    return html`<hb-device-foot .stage=${reading.position > 0 ? 'words' : 'idle'}></hb-device-foot>`;
  }

  #session(session: Session): TemplateResult {
    const { task, status, device, witnessed, restored, check } = session;
    switch (task.kind) {
      case 'choose-length':
        return this.#later(
          'hb-word-count',
          html`<hb-word-count
            data-view
            .wordCount=${task.wordCount}
            ?allLengths=${task.allLengths}
            .purpose=${task.purpose}
            ?restorable=${device.capabilities.includes('restore')}
            ?fileRestorable=${device.capabilities.includes('backup-file')}
            ?checkable=${device.capabilities.includes('entropy-check')}
            .options=${task.options}
          ></hb-word-count>`,
        );
      case 'backed-up':
        return this.#later(
          'hb-backed-up',
          html`<hb-backed-up
            data-view
            .wallet=${task.wallet}
            .now=${this.clock()}
            .device=${device}
            .wordCount=${status?.wordCount ?? 0}
            ?witnessed=${witnessed}
            ?restored=${restored}
            .texts=${proofTexts()}
          ></hb-backed-up>`,
        );
      case 'choose-file':
        loadCopies();
        return html`<hb-choose-file data-view purpose="restore-file" .file=${task.file}
          >${settingsMessages.loading}</hb-choose-file
        >`;
      case 'settings':
        if (task.page === 'copies' || task.page === 'check-file') return this.#copies(task, device);
        return task.page === 'rename'
          ? this.#later(
              'hb-rename',
              html`<hb-rename data-view .name=${task.name} .chosen=${task.chosen}></hb-rename>`,
            )
          : this.#later(
              'hb-settings',
              html`<hb-settings
                data-view
                .device=${device}
                .wallet=${task.wallet}
                .name=${task.name}
              ></hb-settings>`,
            );
      case 'quiz':
        return this.#later(
          'hb-quiz',
          html`<hb-quiz
            data-view
            .step=${task.step}
            .order=${task.order}
            .answered=${task.answered}
          ></hb-quiz>`,
        );
      default:
        return html`<hb-on-device
          data-view
          .status=${status}
          .facts=${factsOf(session)}
          ?attached=${task.kind === 'following' && task.attached}
          .afterEnding=${task.kind === 'following' ? task.after : undefined}
          .check=${check}
          .texts=${proofTexts()}
        ></hb-on-device>`;
    }
  }

  #copies(task: Extract<Task, { kind: 'settings' }>, device: DeviceFacts): TemplateResult {
    loadCopies();
    return task.page === 'copies'
      ? html`<hb-copies data-view .device=${device}>${settingsMessages.loading}</hb-copies>`
      : html`<hb-choose-file
          data-view
          purpose="check-file"
          .file=${task.file}
          .walletId=${task.wallet.walletId}
          >${settingsMessages.loading}</hb-choose-file
        >`;
  }

  async #loadProofTexts(): Promise<void> {
    // A page whose server is gone says less, and the next state tries again.
    await loadProofTexts().catch(() => undefined);
    if (proofTexts() !== undefined) this.requestUpdate();
  }

  #onRequest(event: CeremonyRequest): void {
    event.stopPropagation();
    this.ceremony?.dispatch(event.request);
  }

  #onForms(event: FormsRequest): void {
    event.stopPropagation();
    this.forms = event.wish;
    void loadForms()
      .then(() => this.updateComplete)
      .then(() => this.#focusHeading());
  }

  #closeForms(): void {
    this.forms = undefined;
    void this.updateComplete.then(() => this.#focusHeading());
  }

  /**
   * Somebody who works in the simulator's frame stays there: its keys are the device's buttons, and the live region
   * says what has changed.
   */
  async #focusHeading(): Promise<void> {
    if (this.shadowRoot?.activeElement instanceof HTMLIFrameElement) return;
    const view = this.renderRoot.querySelector<LitElement>(
      'hb-forms, main:not([hidden]) .guide > [data-view]',
    );
    if (view !== null) await customElements.whenDefined(view.localName);
    await view?.updateComplete;
    window.scrollTo({ top: 0 });
    view?.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }
}

/** Elements that come with `later-pages.ts`. */
type LaterTag =
  | 'hb-backed-up'
  | 'hb-ledger-guide'
  | 'hb-ledger-ready'
  | 'hb-quiz'
  | 'hb-records'
  | 'hb-rename'
  | 'hb-settings'
  | 'hb-word-count';

declare global {
  interface HTMLElementTagNameMap {
    'hb-app': HbApp;
  }
}
