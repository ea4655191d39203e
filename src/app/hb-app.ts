import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../elements/shared/hb-element.ts';
import type { AnyFamily } from '../devices/family.ts';
import type { Machine } from '../session/machine.ts';
import { isStoppable } from '../session/progress.ts';
import { deviceOf, linkOf, type DeviceFacts, type Session } from '../session/state.ts';
import { emptyView, type RecordStore } from '../records/book.ts';
import { rememberedText } from './backup-state.ts';
import { CeremonyController } from '../elements/shared/ceremony-controller.ts';
import type { PersonRequestEvent } from '../elements/shared/ceremony-request.ts';
import { formsPage, loadForms } from '../elements/forms/forms-page.ts';
import type { FormsRequest, FormsWish } from '../elements/forms/forms-request.ts';
import { familyPages, type FamilyPages } from './family-pages.ts';
import { appStyles } from './hb-app.styles.ts';
import '../elements/choose-device/hb-choose-device.ts';
import '../elements/device-foot/hb-device-foot.ts';
import '../elements/device-panel/hb-device-panel.ts';
import type { LinkOffer } from '../elements/choose-device/hb-choose-device.ts';
import '../elements/header/hb-header.ts';
import '../elements/intro/hb-intro.ts';
import '../elements/notice/hb-notice.ts';
import '../elements/on-device/hb-on-device.ts';
import '../elements/stepper/hb-stepper.ts';
import type { LaterPages } from './later-pages.ts';
import { messages } from '../text/app.ts';
import { walletMessages } from '../text/wallet.ts';
import type { Notice } from '../elements/notice/notice.ts';
import { isFirstPage, type AppEvent, type AppState, type Settings } from './pages/pages.ts';
import { viewOf, type Followed, type View } from './view.ts';
import { loadProofTexts, proofTexts } from '../text/proof-loader.ts';
import { sharedStyles } from '../elements/shared/shared.styles.ts';

/** What the app needs of its machine: to read it, to hear of changes, and to pass on what the person asks. */
export type AppCeremony = Machine<AppState, AppEvent>;

/** What this browser keeps, and a word when it changes. */
export type AppRecords = Pick<RecordStore, 'view' | 'subscribe'>;

const noRecords: AppRecords = { view: emptyView, subscribe: () => () => {} };

/** Most visits never see these pages. Until they are there, their elements show the text between their tags. */
function loadCopies(): void {
  void import('./copies-pages.ts').catch(() => undefined);
}

/** The whole page: header, stepper, one view at a time, and the simulated device beside it. */
@customElement('hb-app')
export class HbApp extends HbElement {
  static override styles = [sharedStyles, appStyles];

  #shownScreen: string | undefined;
  #laterPagesAsked = false;
  #laterPages: LaterPages | undefined;

  @property({ attribute: false }) ceremony: AppCeremony | undefined;
  @property({ attribute: false }) offers: readonly LinkOffer[] = [];
  @property({ attribute: false }) records: AppRecords = noRecords;
  /** Milliseconds since 1970, for what is due. */
  @property({ attribute: false }) clock: () => number = () => Date.now();
  /** Of the families of devices that lead by themselves. */
  @property({ attribute: false }) pages: FamilyPages = familyPages;
  /** Everything that the page may load comes from its own service worker, the simulator's page too. */
  @property({ attribute: false }) worksOffline = false;
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
    if (state.page.kind !== 'welcome' && proofTexts() === undefined) void this.#loadProofTexts();
    if (state.session.kind === 'guided' && this.pages.of(state.session) === undefined)
      void this.#loadFamily(state.session.family);
    const { screen } = viewOf(state, this.pages);
    const before = this.#shownScreen;
    this.#shownScreen = screen;
    // Not on the first screen: a page that takes the focus while it loads takes the reader's place away.
    if (before !== undefined && before !== screen) void this.#focusHeading();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.ceremony?.state;
    if (state === undefined) return nothing;
    const view = viewOf(state, this.pages);
    const { stepper } = view;
    return html`
      <hb-header
        .simulator=${view.simulator}
        .connection=${view.connection}
        .model=${deviceOf(state.session)?.model}
        .backup=${view.backup}
        .remembered=${rememberedText(state, this.records.view, this.clock())}
      ></hb-header>
      <main ?hidden=${this.forms !== undefined}>
        <div class="guide">
          ${
            stepper === undefined
              ? nothing
              : html`<hb-stepper
                  .step=${stepper.step}
                  .titles=${stepper.titles}
                  ?complete=${stepper.complete}
                ></hb-stepper>`
          }
          ${view.swapped === undefined ? nothing : html`<p class="note swapped">${view.swapped}</p>`}
          ${view.cutShort === undefined ? nothing : html`<p class="note cut-short">${view.cutShort}</p>`}
          ${this.#view(state, view)}
        </div>
        ${this.#panel(state, view)} ${this.#foot(state, view)}
      </main>
      ${this.forms === undefined ? nothing : formsPage(this.forms, state.session, () => this.#closeForms())}
      <footer>${this.worksOffline ? messages.footerOffline : messages.footer}</footer>
    `;
  }

  #view(state: AppState, view: View): TemplateResult {
    const { session, page } = state;
    if (view.records)
      return this.#later(
        'hb-records',
        html`<hb-records data-view .view=${this.records.view} .now=${this.clock()}></hb-records>`,
      );
    if (view.notice !== undefined)
      return html`<hb-notice data-view .notice=${this.#withReasons(view, view.notice)}></hb-notice>`;
    switch (session.kind) {
      case 'connected':
      case 'lost':
        return this.#session(state, session.session, view.followed);
      case 'guided':
        return this.pages.of(session)?.view(session) ?? html``;
      default:
        if (page.kind === 'choose')
          return html`<hb-choose-device
            data-view
            .offers=${this.offers}
            .problem=${page.problem}
            .link=${page.link ?? 'webhid'}
          ></hb-choose-device>`;
        return html`<hb-intro
          data-view
          .page=${page.kind === 'privacy' || page.kind === 'terms' ? page.kind : 'welcome'}
          .book=${this.records.view.book}
        ></hb-intro>`;
    }
  }

  #withReasons({ walletChange: change }: View, notice: Notice): Notice {
    if (change === undefined || this.#laterPages === undefined) return notice;
    const { changed, gone } = this.#laterPages.walletChange.reasons;
    return { ...notice, body: typeof change.now === 'object' ? changed : gone };
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

  /** Always at the same place in the page: a frame that is moved reloads, and its device forgets everything. */
  #panel({ session, page }: AppState, { followed }: View): TemplateResult {
    if (session.kind === 'guided')
      return html`<aside aria-label=${messages.panel.title}>
        ${this.pages.of(session)?.panel(session)}
      </aside>`;
    const framed = linkOf(session) === 'simulator-frame';
    const device = deviceOf(session);
    return html`
      <aside class=${framed || device !== undefined ? '' : 'early'} aria-label=${messages.panel.title}>
        <hb-device-panel
          .device=${device}
          .sentences=${followed?.sentences}
          .framed=${framed}
          .caption=${isFirstPage(page) || page.kind === 'records' ? messages.panel.before : undefined}
        >
          ${
            framed
              ? html`<iframe
                  sandbox=${this.worksOffline ? sandbox.byItsPolicy : sandbox.byAttribute}
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

  #foot({ session }: AppState, { followed, notice }: View): TemplateResult | typeof nothing {
    if (session.kind === 'guided') {
      const stage = notice === undefined ? this.pages.of(session)?.foot(session) : undefined;
      return stage === undefined ? nothing : html`<hb-device-foot .stage=${stage}></hb-device-foot>`;
    }
    return followed === undefined
      ? nothing
      : html`<hb-device-foot
          .stage=${followed.status.stage}
          ?stoppable=${isStoppable(followed.status)}
          ?cancelling=${followed.task.cancelling}
        ></hb-device-foot>`;
  }

  #session(state: AppState, session: Session, followed: Followed | undefined): TemplateResult {
    const { page } = state;
    const { task, status, device, name, witnessed, restored, compared, check } = session;
    const wallet = task.kind === 'backed-up' ? task.wallet : undefined;
    switch (page.kind) {
      case 'choose-length':
        return this.#later(
          'hb-word-count',
          html`<hb-word-count
            data-view
            .wordCount=${page.wordCount}
            ?allLengths=${page.allLengths}
            .purpose=${page.purpose}
            ?restorable=${device.capabilities.includes('restore')}
            ?fileRestorable=${device.capabilities.includes('backup-file')}
            ?checkable=${device.capabilities.includes('entropy-check')}
            .options=${page.options}
          ></hb-word-count>`,
        );
      case 'choose-file':
        loadCopies();
        return html`<hb-choose-file data-view purpose="restore-file" .file=${page.file}
          >${walletMessages.loading}</hb-choose-file
        >`;
      case 'settings':
        if (page.page === 'copies' || page.page === 'check-file')
          return this.#copies(page, device, wallet?.walletId ?? session.walletId);
        return page.page === 'rename'
          ? this.#later(
              'hb-rename',
              html`<hb-rename data-view .name=${name} .chosen=${page.chosen}></hb-rename>`,
            )
          : this.#later(
              'hb-settings',
              html`<hb-settings data-view .device=${device} .wallet=${wallet} .name=${name}></hb-settings>`,
            );
      case 'quiz':
        return this.#later(
          'hb-quiz',
          html`<hb-quiz
            data-view
            .step=${page.step}
            .order=${page.order}
            .answered=${page.answered}
          ></hb-quiz>`,
        );
      default:
        if (wallet !== undefined)
          return this.#later(
            'hb-backed-up',
            html`<hb-backed-up
              data-view
              .wallet=${wallet}
              .now=${this.clock()}
              .device=${device}
              .wordCount=${status?.wordCount ?? 0}
              ?witnessed=${witnessed}
              .restored=${restored}
              .compared=${compared}
              .texts=${proofTexts()}
            ></hb-backed-up>`,
          );
        return html`<hb-on-device
          data-view
          .status=${status}
          .facts=${followed?.facts}
          ?attached=${followed?.task.attached === true}
          .afterEnding=${followed?.task.after}
          .check=${check}
          .texts=${proofTexts()}
        ></hb-on-device>`;
    }
  }

  #copies({ page, file }: Settings, device: DeviceFacts, walletId: string | undefined): TemplateResult {
    loadCopies();
    return page === 'copies'
      ? html`<hb-copies data-view .device=${device}>${walletMessages.loading}</hb-copies>`
      : html`<hb-choose-file data-view purpose="check-file" .file=${file} .walletId=${walletId}
          >${walletMessages.loading}</hb-choose-file
        >`;
  }

  /** Mostly there before the device is shown; when that failed, the next state tries again. */
  async #loadFamily(family: AnyFamily): Promise<void> {
    const there = await this.pages.load(family).then(
      () => true,
      () => false,
    );
    if (!there) return;
    this.requestUpdate();
    await this.updateComplete;
    await this.#focusHeading();
  }

  async #loadProofTexts(): Promise<void> {
    // A page whose server is gone says less, and the next state tries again.
    await loadProofTexts().catch(() => undefined);
    if (proofTexts() !== undefined) this.requestUpdate();
  }

  #onRequest(event: PersonRequestEvent): void {
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
   * A user who works in the simulator's frame stays there: its keys are the device's buttons, and the live region
   * says what has changed.
   */
  async #focusHeading(): Promise<void> {
    if (this.shadowRoot?.activeElement instanceof HTMLIFrameElement) return;
    const view = this.renderRoot.querySelector<HbElement>(
      'hb-forms, main:not([hidden]) .guide > [data-view]',
    );
    if (view !== null) await customElements.whenDefined(view.localName);
    await view?.updateComplete;
    window.scrollTo({ top: 0 });
    view?.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }
}

/**
 * The simulator's frame always has an origin of its own. A browser asks no service worker for a frame whose attribute says so, and so
 * offline there would be none: there the policy that comes with its page says it (`sandbox`, `src/site/headers.ts`), which the worker
 * has made sure of. Everything else that a sandbox forbids is forbidden by the attribute, and a frame without an origin of its own
 * is not taken for a device (`simulator-frame.ts`).
 */
const sandbox = { byAttribute: 'allow-scripts', byItsPolicy: 'allow-scripts allow-same-origin' };

/** Elements that come with `later-pages.ts`. */
type LaterTag = 'hb-backed-up' | 'hb-quiz' | 'hb-records' | 'hb-rename' | 'hb-settings' | 'hb-word-count';

declare global {
  interface HTMLElementTagNameMap {
    'hb-app': HbApp;
  }
}
