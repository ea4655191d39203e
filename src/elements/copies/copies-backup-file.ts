import { html, nothing, type TemplateResult } from 'lit';
import { backupFileName } from '../../protocol/files/backup-file.ts';
import { asks } from '../shared/ceremony-request.ts';
import { check, file } from '../shared/icons.ts';
import { copiesMessages } from '../../text/copies.ts';
import { walletMessages } from '../../text/wallet.ts';

/** The card of the encrypted backup file. */
export function backupFileCard(target: EventTarget, walletId: string | undefined): TemplateResult {
  const text = copiesMessages.file;
  return html`
    <section class="card" aria-labelledby="backup-file">
      <h2 id="backup-file"><span class="badge">${file}</span>${text.title}</h2>
      <p>${text.body}</p>
      <ul class="advice">
        ${text.advice.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
      </ul>
      ${
        walletId === undefined
          ? nothing
          : html`<dl class="name">
              <dt>${walletMessages.save.name}</dt>
              <dd translate="no">${backupFileName(walletId)}</dd>
            </dl>`
      }
      <div class="actions">
        <button class="button primary" @click=${asks(target, { kind: 'ask', ceremony: 'backup-file' })}>
          ${text.make}
        </button>
        <button class="button" @click=${asks(target, { kind: 'open-page', page: 'check-file' })}>
          ${text.check}
        </button>
      </div>
    </section>
  `;
}
