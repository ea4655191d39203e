import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CeremonyEvent } from '../ceremony/events.ts';
import {
  deviceOf,
  isSimulated,
  linkOf,
  type BackupRecord,
  type CeremonyState,
  type Session,
  type Task,
} from '../ceremony/state.ts';
import { viewOf, type LedgerState, type LedgerView } from '../ceremony/ledger-state.ts';
import { factsOf, hasSteps, isStoppable, screenOf, stepOf, type Step } from '../ceremony/steps.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { stageSentences, type StageFacts, type StageSentences } from '../protocol/sentences.ts';
import { CeremonyController, type CeremonySource } from './ceremony-controller.ts';
import type { CeremonyRequest } from './ceremony-request.ts';
import { appStyles } from './hb-app.styles.ts';
import './hb-backed-up.ts';
import './hb-choose-device.ts';
import './hb-device-foot.ts';
import './hb-device-panel.ts';
import type { LinkOffer } from './hb-choose-device.ts';
import './hb-header.ts';
import type { ConnectionBadge } from './hb-header.ts';
import './hb-intro.ts';
import './hb-ledger-guide.ts';
import './hb-ledger-panel.ts';
import './hb-ledger-ready.ts';
import './hb-notice.ts';
import './hb-on-device.ts';
import './hb-quiz.ts';
import './hb-rename.ts';
import './hb-settings.ts';
import './hb-stepper.ts';
import './hb-word-count.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { messages } from './messages.ts';
import { noticeFor } from './notices.ts';
import { loadProofTexts, proofTexts } from './proof-texts.ts';
import { sharedStyles } from './shared.styles.ts';

/** What the app needs of the ceremony: to read it, to hear of changes, and to pass on what the person asks. */
export interface AppCeremony extends CeremonySource {
  dispatch(event: CeremonyEvent): void;
}

/** The whole page: header, stepper, one view at a time, and the simulated device beside it. */
@customElement('hb-app')
export class HbApp extends LitElement {
  static override styles = [sharedStyles, appStyles];

  #shownScreen: string | undefined;

  @property({ attribute: false }) ceremony: AppCeremony | undefined;
  @property({ attribute: false }) offers: readonly LinkOffer[] = [];
  /** Read anew at each update: the list changes when a backup is saved. */
  @property({ attribute: false }) records: () => readonly BackupRecord[] = () => [];

  constructor() {
    super();
    new CeremonyController(this, () => this.ceremony);
    this.addEventListener('ceremony-request', (event) => this.#onRequest(event));
  }

  /** The simulator's frame, once it is in the page. */
  get simulatorFrame(): HTMLIFrameElement | undefined {
    return this.renderRoot.querySelector('iframe') ?? undefined;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const state = this.ceremony?.state;
    if (state === undefined) return;
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
      ></hb-header>
      <main>
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
          ${this.#view(state)}
        </div>
        ${this.#panel(state)} ${this.#foot(state)}
      </main>
      <footer>${messages.footer}</footer>
    `;
  }

  #view(state: CeremonyState): TemplateResult {
    const notice = noticeFor(state);
    if (notice !== undefined) return html`<hb-notice data-view .notice=${notice}></hb-notice>`;
    switch (state.kind) {
      case 'connected':
      case 'lost':
        return this.#session(state.session);
      case 'ledger':
        return state.session.reading.kind === 'set-up'
          ? html`<hb-ledger-ready data-view .session=${state.session}></hb-ledger-ready>`
          : html`<hb-ledger-guide data-view .state=${state}></hb-ledger-guide>`;
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
          .records=${this.records()}
        ></hb-intro>`;
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
          .caption=${isBeforeDevice(state) ? messages.panel.before : undefined}
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
        return html`<hb-word-count
          data-view
          .wordCount=${task.wordCount}
          ?allLengths=${task.allLengths}
          .purpose=${task.purpose}
          ?restorable=${device.capabilities.includes('restore')}
          ?checkable=${device.capabilities.includes('entropy-check')}
          .options=${task.options}
        ></hb-word-count>`;
      case 'backed-up':
        return html`<hb-backed-up
          data-view
          .wallet=${task.wallet}
          .device=${device}
          .wordCount=${status?.wordCount ?? 0}
          ?witnessed=${witnessed}
          ?restored=${restored}
          .texts=${proofTexts()}
        ></hb-backed-up>`;
      case 'settings':
        return task.page === 'rename'
          ? html`<hb-rename data-view .name=${task.name} .chosen=${task.chosen}></hb-rename>`
          : html`<hb-settings
              data-view
              .device=${device}
              .wallet=${task.wallet}
              .name=${task.name}
            ></hb-settings>`;
      case 'quiz':
        return html`<hb-quiz
          data-view
          .step=${task.step}
          .order=${task.order}
          .answered=${task.answered}
        ></hb-quiz>`;
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

  async #loadProofTexts(): Promise<void> {
    // A page whose server is gone says less, and the next state tries again.
    await loadProofTexts().catch(() => undefined);
    if (proofTexts() !== undefined) this.requestUpdate();
  }

  #onRequest(event: CeremonyRequest): void {
    event.stopPropagation();
    this.ceremony?.dispatch(event.request);
  }

  /**
   * Somebody who works in the simulator's frame stays there: its keys are the device's buttons, and the live region
   * says what has changed.
   */
  async #focusHeading(): Promise<void> {
    if (this.shadowRoot?.activeElement instanceof HTMLIFrameElement) return;
    const view = this.renderRoot.querySelector<LitElement>('.guide > [data-view]');
    await view?.updateComplete;
    window.scrollTo({ top: 0 });
    view?.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }
}

type Following = Extract<Task, { kind: 'following' }>;

interface Followed {
  readonly task: Following;
  readonly status: PublicState;
  readonly facts: StageFacts;
}

/** The ceremony that is shown, if one is. */
function followedOf(state: CeremonyState): Followed | undefined {
  const inContact = state.kind === 'connected' || (state.kind === 'lost' && state.phase === 'blip');
  if (!inContact) return undefined;
  const { task, status } = state.session;
  const facts = factsOf(state.session);
  return task.kind === 'following' && status !== undefined && facts !== undefined
    ? { task, status, facts }
    : undefined;
}

function sentencesOf(state: CeremonyState): StageSentences | undefined {
  const followed = followedOf(state);
  return followed === undefined ? undefined : stageSentences(followed.status.stage, followed.facts);
}

function isBeforeDevice({ kind }: CeremonyState): boolean {
  return kind === 'welcome' || kind === 'privacy' || kind === 'terms' || kind === 'choose';
}

function isComplete(state: CeremonyState): boolean {
  if (state.kind === 'ledger') return state.session.reading.kind === 'set-up';
  return state.kind === 'connected' && state.session.task.kind === 'backed-up';
}

function stepTitles(state: CeremonyState): Record<Step, string> {
  if (state.kind !== 'ledger') return messages.steps;
  return state.session.journey.way === 'restore' ? ledgerMessages.steps.restore : ledgerMessages.steps.create;
}

function connectionOf(state: CeremonyState): ConnectionBadge {
  switch (state.kind) {
    case 'connected':
    case 'unverified':
      return 'connected';
    case 'opening':
    case 'waiting':
      return 'connecting';
    case 'lost':
      return state.phase === 'blip' ? 'connecting' : 'lost';
    case 'ledger':
      return ledgerConnections[viewOf(state)];
    default:
      return 'none';
  }
}

const ledgerConnections: Record<LedgerView, ConnectionBadge> = {
  guide: 'connected',
  quiet: 'connected',
  waiting: 'connecting',
  lost: 'lost',
};

declare global {
  interface HTMLElementTagNameMap {
    'hb-app': HbApp;
  }
}
