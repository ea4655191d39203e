import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../elements/shared/hb-element.ts';
import type { Machine } from '../session/machine.ts';
import type { UpdateOffer } from '../offline/update.ts';
import { emptyView, type RecordStore } from '../records/book.ts';
import { rememberedText } from './backup-state.ts';
import { CeremonyController } from '../elements/shared/ceremony-controller.ts';
import { asks, type PersonRequestEvent } from '../elements/shared/ceremony-request.ts';
import type { Aside } from '../elements/shared/page-events.ts';
import type { Theme } from '../elements/shared/theme.ts';
import { asidePage, loadAside, type LanguageChoice } from '../elements/asides/aside-page.ts';
import { formsPage, loadForms } from '../elements/forms/forms-page.ts';
import type { FormsRequest, FormsWish } from '../elements/forms/forms-request.ts';
import { devicePart, loadDevicePart } from './device-part-loader.ts';
import type { Shown } from './device-views.ts';
import type { FamilyPages } from './family-pages.ts';
import { firstViewOf } from './first-view.ts';
import { appStyles } from './hb-app.styles.ts';
import { FileDropController } from '../elements/choose-file/file-drop.ts';
import '../elements/choose-device/hb-choose-device.ts';
import '../elements/device-panel/hb-device-panel.ts';
import type { LinkOffer } from '../elements/choose-device/hb-choose-device.ts';
import '../elements/header/hb-header.ts';
import '../elements/introduction/hb-introduction.ts';
import '../elements/loading/hb-loading.ts';
import '../elements/stepper/hb-stepper.ts';
import '../elements/welcome/hb-welcome.ts';
import { messages } from '../text/app.ts';
import { loadTexts } from '../text/languages.ts';
import { fileDropOf } from './pages/file-drop.ts';
import { mayReload } from './start/leaving.ts';
import type { AppEvent, AppState } from './pages/pages.ts';
import type { View } from './view.ts';
import { proof } from '../text/proof.ts';
import { sharedStyles } from '../elements/shared/shared.styles.ts';

/** What the app needs of its machine: to read it, to hear of changes, and to pass on what the person asks. */
export type AppCeremony = Machine<AppState, AppEvent>;

/** What this browser keeps, and a word when it changes. */
export type AppRecords = Pick<RecordStore, 'view' | 'subscribe'>;

/** The colours that were chosen, and where a choice goes. */
export interface AppTheme {
  readonly theme: Theme;
  choose(theme: Theme): void;
  subscribe(listener: () => void): () => void;
}

/** The language of the page, and where a choice goes. */
export interface AppLanguage extends LanguageChoice {
  choose(tag: string | undefined): unknown;
  subscribe(listener: () => void): () => void;
}

/** Whether the browser would install the app, and how it's asked to. */
export interface AppInstall {
  readonly offered: boolean;
  ask(): void;
  subscribe(listener: () => void): () => void;
}

const noUpdate: UpdateOffer = { state: 'none', ask: () => {}, subscribe: () => () => {} };

const noInstall: AppInstall = { offered: false, ask: () => {}, subscribe: () => () => {} };

const oneLanguage: AppLanguage = {
  offered: [],
  chosen: undefined,
  failed: false,
  choose: () => {},
  subscribe: () => () => {},
};

const systemTheme: AppTheme = { theme: 'system', choose: () => {}, subscribe: () => () => {} };

const noRecords: AppRecords = { view: emptyView, subscribe: () => () => {} };

/** As the person calls it, or as it is known. */
function deviceTitleOf({ device, name }: View): string | undefined {
  if (name !== undefined && name !== '') return messages.deviceCalled(name);
  return device && proof.deviceTitle(device);
}

/** The whole page: header, stepper, one view at a time, and the simulated device beside it. */
@customElement('hb-app')
export class HbApp extends HbElement {
  static override styles = [sharedStyles, appStyles];

  #shownScreen: string | undefined;
  readonly #drop = new FileDropController(this, {
    accepts: () => this.#fileDrop !== undefined,
    take: (file) => void this.#take(file),
  });

  @property({ attribute: false }) ceremony: AppCeremony | undefined;
  @property({ attribute: false }) offers: readonly LinkOffer[] = [];
  @property({ attribute: false }) records: AppRecords = noRecords;
  @property({ attribute: false }) theme: AppTheme = systemTheme;
  @property({ attribute: false }) language: AppLanguage = oneLanguage;
  @property({ attribute: false }) install: AppInstall = noInstall;
  @property({ attribute: false }) newVersion: UpdateOffer = noUpdate;
  /** Milliseconds since 1970, for what is due. */
  @property({ attribute: false }) clock: () => number = () => Date.now();
  /** Of the families of devices that lead by themselves; by default those that there are. */
  @property({ attribute: false }) pages: FamilyPages | undefined;
  /** Everything that the page may load comes from its own service worker, the simulator's page too. */
  @property({ attribute: false }) worksOffline = false;
  /** The page of blank forms, over whatever the ceremony shows; the ceremony goes on behind it. */
  @property({ attribute: false }) forms: FormsWish | undefined;

  constructor() {
    super();
    new CeremonyController(this, () => this.ceremony);
    new CeremonyController(this, () => this.records);
    new CeremonyController(this, () => this.theme);
    new CeremonyController(this, () => this.language);
    new CeremonyController(this, () => this.install);
    new CeremonyController(this, () => this.newVersion);
    this.addEventListener('ceremony-request', (event) => this.#onRequest(event));
    this.addEventListener('forms-request', (event) => this.#onForms(event));
    this.addEventListener('language-chosen', ({ tag }) => this.language.choose(tag));
    this.addEventListener('theme-chosen', ({ theme }) => this.theme.choose(theme));
  }

  /** The simulator's frame, once it is in the page. */
  get simulatorFrame(): HTMLIFrameElement | undefined {
    return this.renderRoot.querySelector('iframe') ?? undefined;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const state = this.ceremony?.state;
    if (state === undefined) return;
    const shown = this.#shown(state);
    // The first page needs none of it, and is there sooner without.
    if (shown === undefined && state.page.kind !== 'welcome')
      void this.#arrive(loadDevicePart(), () => this.requestUpdate());
    if (shown !== undefined && state.session.kind === 'guided' && shown.pages.of(state.session) === undefined)
      void this.#arrive(shown.pages.load(state.session.family), () => this.#redraw());
    if (state.aside !== undefined) void loadAside(() => loadTexts('rest'));
    const view = shown?.view ?? firstViewOf(state);
    const screen = state.aside ?? view.screen;
    this.toggleAttribute('docked', view.docked && this.forms === undefined && state.aside === undefined);
    const before = this.#shownScreen;
    this.#shownScreen = screen;
    // Not on the first screen: a page that takes the focus while it loads takes the reader's place away.
    if (before !== undefined && before !== screen) void this.#focusHeading();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.ceremony?.state;
    if (state === undefined) return nothing;
    const shown = this.#shown(state);
    const view = shown?.view ?? firstViewOf(state);
    const { stepper } = view;
    return html`
      <hb-header
        .simulator=${view.simulator}
        .connection=${view.connection}
        .device=${deviceTitleOf(view)}
        .backup=${view.backup}
        ?docked=${view.docked}
        .remembered=${rememberedText(state, this.records.view, this.clock())}
      ></hb-header>
      <main ?hidden=${this.forms !== undefined || state.aside !== undefined}>
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
          ${(shown && devicePart()?.guideOf(shown)) ?? this.#firstPage(state, view)}
        </div>
        ${this.#panel(state, view, shown)} ${(shown && devicePart()?.footOf(shown)) ?? nothing}
      </main>
      ${
        this.forms === undefined
          ? nothing
          : formsPage(this.forms, state.session, state.aside !== undefined, () => this.#closeForms())
      }
      ${this.#aside(state)} ${this.#drop.isOver ? html`<p class="drop">${messages.dropFile}</p>` : nothing}
      <footer>
        ${this.#newVersion(state)}
        <p>${this.worksOffline ? messages.footerOffline : messages.footer}</p>
        <nav aria-label=${messages.wordmark}>
          ${
            this.install.offered
              ? html`<button @click=${() => this.install.ask()}>${messages.install}</button>`
              : nothing
          }
          ${(['preferences', 'help'] as const).map((aside) => this.#way(aside))}
        </nav>
      </footer>
    `;
  }

  /** Not while something is under way: taking it loads the page again. */
  #newVersion({ session }: AppState): TemplateResult | typeof nothing {
    const { state } = this.newVersion;
    if (state === 'none' || !mayReload(session)) return nothing;
    const { ready, use, otherPages } = messages.newVersion;
    return html`<p class="new-version" role="status">
      ${state === 'ready' ? ready : otherPages}
      <button @click=${() => this.newVersion.ask()}>${use}</button>
    </p>`;
  }

  #way(aside: Aside): TemplateResult {
    return html`<button @click=${asks(this, { kind: 'open-aside', aside })}>
      ${messages.asides[aside]}
    </button>`;
  }

  #aside({ aside }: AppState): TemplateResult | typeof nothing {
    if (aside === undefined) return nothing;
    return asidePage(aside, {
      theme: this.theme.theme,
      language: this.language,
      close: asks(this, { kind: 'close-aside' }),
    });
  }

  get #fileDrop(): ReturnType<typeof fileDropOf> {
    const state = this.ceremony?.state;
    const covered = this.forms !== undefined || state?.aside !== undefined;
    return state === undefined || covered ? undefined : fileDropOf(state);
  }

  /** On the page that a picked file is looked through on, which says what is wrong with it. */
  async #take(file: File): Promise<void> {
    for (const event of this.#fileDrop ?? []) this.ceremony?.dispatch(event);
    await this.updateComplete;
    await customElements.whenDefined('hb-choose-file');
    await this.renderRoot.querySelector('hb-choose-file')?.look(file);
  }

  /** `undefined` until the code for it is there. */
  #shown(state: AppState): Shown | undefined {
    const part = devicePart();
    if (part === undefined) return undefined;
    const pages = this.pages ?? part.familyPages;
    const view = part.viewOf(state, pages);
    return { state, view, records: this.records.view, now: this.clock(), pages };
  }

  #firstPage({ page, frameEnded }: AppState, view: View): TemplateResult {
    switch (page.kind) {
      case 'welcome':
        return html`<hb-welcome
          data-view
          .book=${this.records.view.book}
          .now=${this.clock()}
          ?frameEnded=${frameEnded === true}
          ?reachesUsb=${this.offers.some(({ kind, supported }) => supported && (kind === 'webhid' || kind === 'webusb'))}
        ></hb-welcome>`;
      case 'introduction':
        return html`<hb-introduction data-view></hb-introduction>`;
      case 'choose':
        return html`<hb-choose-device
          data-view
          .offers=${this.offers}
          .problem=${page.problem}
          .link=${page.link ?? 'webhid'}
        ></hb-choose-device>`;
      default:
        return html`<hb-loading
          data-view
          ?failed=${page.kind === 'loading' && page.failed}
          ?leavable=${page.kind === 'loading' || view.records}
        ></hb-loading>`;
    }
  }

  /** Always at the same place in the page: a frame that is moved reloads, and its device forgets everything. */
  #panel({ session }: AppState, view: View, shown: Shown | undefined): TemplateResult {
    const panel =
      session.kind === 'idle' || shown === undefined
        ? undefined
        : devicePart()?.devicePanel(
            shown,
            html`<iframe
              sandbox=${this.worksOffline ? sandbox.byItsPolicy : sandbox.byAttribute}
              allow="hid 'none'; usb 'none'"
              src="./simulator.html"
              title=${messages.simulatorFrameTitle}
            ></iframe>`,
          );
    const early = view.device === undefined && !view.framed && session.kind !== 'guided';
    return html`
      <aside class=${early ? 'early' : ''} aria-label=${messages.panel.title}>
        ${panel ?? html`<hb-device-panel .caption=${messages.panel.before}></hb-device-panel>`}
      </aside>
    `;
  }

  /** What fails to load is asked for again at the next change; until then the page says less. */
  async #arrive(loading: Promise<unknown>, then: () => void): Promise<void> {
    try {
      await loading;
    } catch {
      return;
    }
    then();
  }

  #redraw(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focusHeading());
  }

  #onRequest(event: PersonRequestEvent): void {
    event.stopPropagation();
    // The header's way to the records leads there from every page.
    if (event.request.kind === 'open-records') {
      this.forms = undefined;
      this.ceremony?.dispatch({ kind: 'close-aside' });
    }
    this.ceremony?.dispatch(event.request);
  }

  #onForms(event: FormsRequest): void {
    event.stopPropagation();
    this.forms = event.wish;
    void loadForms(() => loadTexts('rest'))
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
    if (this.shadowRoot?.activeElement instanceof HTMLIFrameElement) {
      // Beside a docked device the page stands still for nobody else.
      if (this.hasAttribute('docked')) window.scrollTo({ top: 0 });
      return;
    }
    const view = this.renderRoot.querySelector<HbElement>(
      'main:not([hidden]) > [data-view], main:not([hidden]) > hb-forms, main:not([hidden]) .guide > [data-view]',
    );
    if (view !== null) await customElements.whenDefined(view.localName);
    await view?.updateComplete;
    window.scrollTo({ top: 0 });
    // A view that was taken away before it was drawn has none.
    view?.shadowRoot?.querySelector('h1')?.focus({ preventScroll: true });
  }
}
/**
 * The simulator's frame always has an origin of its own. A browser asks no service worker for a frame whose attribute says so, and so
 * offline there would be none: there the policy that comes with its page says it (`sandbox`, `src/site/headers.ts`), which the worker
 * has made sure of. Everything else that a sandbox forbids is forbidden by the attribute, and a frame without an origin of its own
 * is not taken for a device (`simulator-frame.ts`).
 */
const sandbox = { byAttribute: 'allow-scripts', byItsPolicy: 'allow-scripts allow-same-origin' };

declare global {
  interface HTMLElementTagNameMap {
    'hb-app': HbApp;
  }
}
