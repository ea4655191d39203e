import { html, type TemplateResult } from 'lit';
import { opensForms } from '../forms/forms-request.ts';
import { printer } from '../shared/icons.ts';
import { seedQrMessages } from '../../text/seed-qr-page.ts';

/** The card of the blank forms, which need no device. */
export function formsCard(target: EventTarget): TemplateResult {
  const text = seedQrMessages.forms;
  return html`
    <section class="card" aria-labelledby="blank-forms">
      <h2 id="blank-forms"><span class="badge">${printer}</span>${text.title}</h2>
      <p>${text.body}</p>
      <div class="actions">
        <button class="button" @click=${opensForms(target, { form: 'words' })}>${text.words}</button>
        <button class="button" @click=${opensForms(target, { form: 'backup-code' })}>${text.code}</button>
      </div>
    </section>
  `;
}
