/** The views of a device that is in use, and of what this computer keeps. */
import { html, type TemplateResult } from 'lit';
import { walletChange as changeTexts } from '../text/wallet-change.ts';
import { proof } from '../text/proof.ts';
import { walletMessages } from '../text/wallet.ts';
import { canDo, otherLanguages } from '../session/offers.ts';
import { languageInUse } from '../text/languages.ts';
import type { DeviceFacts, Session } from '../session/state.ts';
import { deviceOf, deviceRef, linkOf } from '../session/state.ts';
import { isHeld, isStoppable } from '../session/progress.ts';
import type { DeviceKey, RecordView } from '../records/book.ts';
import type { Notice } from '../elements/notice/notice.ts';
import '../elements/backed-up/hb-backed-up.ts';
import '../elements/device-foot/hb-device-foot.ts';
import '../elements/device-list/hb-device-list.ts';
import '../elements/device-panel/hb-device-panel.ts';
import '../elements/home/hb-home.ts';
import '../elements/language-offer/hb-language-offer.ts';
import '../elements/notice/hb-notice.ts';
import '../elements/on-device/hb-on-device.ts';
import '../elements/quiz/hb-quiz.ts';
import '../elements/records/hb-records.ts';
import '../elements/rename/hb-rename.ts';
import '../elements/scenes/hb-connect-steps.ts';
import '../elements/settings/hb-settings.ts';
import '../elements/word-count/hb-word-count.ts';
import type { FamilyPages } from './family-pages.ts';
import { asShown } from './pages/as-shown.ts';
import type { AppState, Settings } from './pages/pages.ts';
import type { View } from './view.ts';

export interface Shown {
  readonly state: AppState;
  readonly view: View;
  readonly records: RecordView;
  /** Milliseconds since 1970, for what is due. */
  readonly now: number;
  /** Of the families of devices that lead by themselves. */
  readonly pages: FamilyPages;
}

/** Most visits never see these pages. Until they are there, their elements show the text between their tags. */
function loadCopies(): void {
  void import('./copies-pages.ts').catch(() => undefined);
}

/** The app's one text field, and the list of words that it refuses. */
function loadSigning(): void {
  void import('../elements/sign-message/hb-sign-message.ts').catch(() => undefined);
}

/** None while contact to it is lost, or where it only says which one it is. */
function connectedDevice({ session }: AppState): DeviceKey | undefined {
  if (session.kind !== 'connected') return undefined;
  const { id, simulator } = deviceRef(session.session.device);
  return id === undefined ? undefined : { id, simulator };
}

/** `undefined` for a page before a device. */
export function guideOf({ state, view, records, now, pages }: Shown): TemplateResult | undefined {
  if (view.records)
    return html`<hb-records
      data-view
      .view=${records}
      .now=${now}
      .connected=${connectedDevice(state)}
    ></hb-records>`;
  if (view.notice !== undefined)
    return html`<hb-notice data-view .notice=${withReasons(view, view.notice)}></hb-notice>`;
  const { session } = state;
  switch (session.kind) {
    case 'connected':
    case 'lost':
      return html`${languageOffer(state, session.session)}${sessionView(asShown(state), session.session, view, now)}`;
    case 'guided':
      return pages.of(session)?.view(session) ?? html``;
    default:
      return undefined;
  }
}

/** Where the device can be asked: before it has a wallet, and at home. */
function languageOffer({ page }: AppState, { device, task }: Session): TemplateResult | undefined {
  const wanted = languageInUse();
  const home = page.kind === 'device' && task.kind === 'backed-up';
  const resting = page.kind === 'choose-length' || home;
  const spoken = device.language;
  if (!resting || spoken === undefined || !otherLanguages(device).includes(wanted)) return undefined;
  return html`<hb-language-offer .spoken=${spoken} .wanted=${wanted}></hb-language-offer>`;
}

function withReasons({ walletChange: change }: View, notice: Notice): Notice {
  if (change === undefined) return notice;
  const { changed, gone } = changeTexts.reasons;
  return { ...notice, body: typeof change.now === 'object' ? changed : gone };
}

/** What stands beside the guide; `inside` is the simulator's frame, where the device is in the page. */
export function devicePanel(
  { state: { session }, view: { followed, docked }, pages }: Shown,
  inside: TemplateResult,
): TemplateResult | undefined {
  if (session.kind === 'guided') return pages.of(session)?.panel(session);
  const framed = linkOf(session) === 'simulator-frame';
  return html`<hb-device-panel
    .device=${deviceOf(session)}
    .texts=${proof}
    .sentences=${followed?.sentences}
    .holds=${followed !== undefined && isHeld(followed.status.stage)}
    .framed=${framed}
    ?docked=${docked}
    >${framed ? inside : ''}</hb-device-panel
  >`;
}

export function footOf({
  state: { session },
  view: { followed, notice },
  pages,
}: Shown): TemplateResult | undefined {
  if (session.kind === 'guided') {
    const stage = notice === undefined ? pages.of(session)?.foot(session) : undefined;
    return stage === undefined ? undefined : html`<hb-device-foot .stage=${stage}></hb-device-foot>`;
  }
  // A question of the page is answered there.
  return followed === undefined || notice !== undefined
    ? undefined
    : html`<hb-device-foot
        .stage=${followed.status.stage}
        ?stoppable=${isStoppable(followed.status)}
        ?asked=${followed.status.activity === 'app'}
        ?cancelling=${followed.task.cancelling}
      ></hb-device-foot>`;
}

function sessionView(
  { page }: AppState,
  session: Session,
  { followed, docked }: View,
  now: number,
): TemplateResult {
  const { task, status, device, name, witnessed, restored, compared, check } = session;
  const wallet = task.kind === 'backed-up' ? task.wallet : undefined;
  switch (page.kind) {
    case 'choose-length':
      return html`<hb-word-count
        data-view
        .wordCount=${page.wordCount}
        ?allLengths=${page.allLengths}
        .purpose=${page.purpose}
        ?creatable=${device.capabilities.includes('create')}
        ?restorable=${device.capabilities.includes('restore')}
        ?identifiable=${canDo(device, 'identify')}
        ?fileRestorable=${device.capabilities.includes('backup-file')}
        ?checkable=${device.capabilities.includes('entropy-check')}
        .options=${page.options}
      ></hb-word-count>`;
    case 'choose-file':
      loadCopies();
      return html`<hb-choose-file data-view purpose="restore-file" .file=${page.file}
        >${walletMessages.loading}</hb-choose-file
      >`;
    case 'settings':
      if (page.page === 'copies' || page.page === 'check-file')
        return copiesView(page, device, wallet?.walletId ?? session.walletId);
      return page.page === 'rename'
        ? html`<hb-rename data-view .name=${name} .chosen=${page.chosen}></hb-rename>`
        : html`<hb-settings data-view .device=${device} .wallet=${wallet} .name=${name}></hb-settings>`;
    case 'quiz':
      return html`<hb-quiz
        data-view
        .step=${page.step}
        .order=${page.order}
        .answered=${page.answered}
      ></hb-quiz>`;
    case 'sign-message':
      loadSigning();
      return html`<hb-sign-message data-view .signing=${session.signing}
        >${walletMessages.loading}</hb-sign-message
      >`;
    case 'celebration':
      return html`<hb-backed-up
        data-view
        .wallet=${wallet}
        .device=${device}
        .wordCount=${status?.wordCount ?? 0}
        ?witnessed=${witnessed}
        .restored=${restored}
        .compared=${compared}
        .texts=${proof}
      ></hb-backed-up>`;
    default:
      if (wallet !== undefined)
        return html`<hb-home
          data-view
          .wallet=${wallet}
          .now=${now}
          .device=${device}
          .name=${name}
          .wordCount=${status?.wordCount ?? 0}
          ?witnessed=${witnessed}
          .restored=${restored}
          .compared=${compared}
          .texts=${proof}
        ></hb-home>`;
      return html`<hb-on-device
        data-view
        .status=${status}
        .facts=${followed?.facts}
        ?docked=${docked}
        ?attached=${followed?.task.attached === true}
        .afterEnding=${followed?.task.after}
        ?lockedItself=${followed?.task.lockedItself === true}
        .check=${check}
        .texts=${proof}
      ></hb-on-device>`;
  }
}

function copiesView(
  { page, file }: Settings,
  device: DeviceFacts,
  walletId: string | undefined,
): TemplateResult {
  loadCopies();
  return page === 'copies'
    ? html`<hb-copies data-view .device=${device} .walletId=${walletId}>${walletMessages.loading}</hb-copies>`
    : html`<hb-choose-file data-view purpose="check-file" .file=${file} .walletId=${walletId}
        >${walletMessages.loading}</hb-choose-file
      >`;
}
