/** The page of blank forms within the app: loaded when it is asked for, since most visits never see it. */
import { html, type TemplateResult } from 'lit';
import { deviceOf, type SessionState } from '../../session/state.ts';
import { isWordCount, type WordCount } from '../../protocol/public-state.ts';
import type { FormsWish } from './forms-request.ts';
import { messages } from '../../text/app.ts';

/** Without the network there is no page to show, and the text in its place says so. */
export async function loadForms(texts: () => Promise<unknown>): Promise<void> {
  try {
    await texts();
    await import('./hb-forms.ts');
  } catch {
    // Reported by the page: the element stays undefined, and shows what stands between its tags.
  }
}

interface OnPaper {
  readonly walletId: string;
  readonly deviceName: string;
  /** The wallet's length, where a device has one. */
  readonly wordCount: WordCount | undefined;
}

/** What may be printed of the device: the id that the person released, and the name that they gave it. */
export function onPaper(state: SessionState): OnPaper {
  const session = state.kind === 'connected' || state.kind === 'lost' ? state.session : undefined;
  const walletId = session?.task.kind === 'backed-up' ? session.task.wallet.walletId : '';
  const name = session?.name ?? '';
  const device = deviceOf(state);
  const length = state.kind === 'connected' ? (state.session.status?.wordCount ?? 0) : 0;
  const product = device?.product ?? '';
  const deviceName = [name, product].filter((part) => part !== '').join(', ');
  return { walletId, deviceName, wordCount: isWordCount(length) ? length : undefined };
}

/** `covered`: by another page, which leads back to it. */
export function formsPage(
  wish: FormsWish,
  state: SessionState,
  covered: boolean,
  close: () => void,
): TemplateResult {
  const { walletId, deviceName, wordCount } = onPaper(state);
  return html`<main class="forms-page" ?hidden=${covered}>
    <hb-forms
      .wish=${wish}
      .usualWordCount=${wordCount}
      .walletId=${walletId}
      .deviceName=${deviceName}
      @forms-done=${close}
    >
      <p>${messages.forms.loading}</p>
      <button class="button" @click=${close}>${messages.back}</button>
    </hb-forms>
  </main>`;
}
