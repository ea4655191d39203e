import { html, type TemplateResult } from 'lit';
import { asks } from '../shared/ceremony-request.ts';
import { check, file } from '../shared/icons.ts';
import { copiesMessages } from '../../text/copies.ts';

/** The card of the encrypted backup file. */
export function backupFileCard(target: EventTarget): TemplateResult {
  const text = copiesMessages.file;
  return html`
    <section class="card" aria-labelledby="backup-file">
      <h2 id="backup-file"><span class="badge">${file}</span>${text.title}</h2>
      <p>${text.body}</p>
      <ul class="advice">
        ${text.advice.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
      </ul>
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
