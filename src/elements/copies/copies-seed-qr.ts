import { html, type TemplateResult } from 'lit';
import { asks } from '../shared/ceremony-request.ts';
import { opensForms } from '../forms/forms-request.ts';
import { check, squares } from '../shared/icons.ts';
import { seedQrMessages } from '../../text/seed-qr-page.ts';

/** The card of the SeedQR: the squares are on the device, the page offers an empty grid. */
export function seedQrCard(target: EventTarget): TemplateResult {
  const text = seedQrMessages.seedQr;
  return html`
    <section class="card" aria-labelledby="seed-qr">
      <h2 id="seed-qr"><span class="badge">${squares}</span>${text.title}</h2>
      <p>${text.body}</p>
      <ul class="advice">
        ${text.advice.map((advice) => html`<li>${check}<span>${advice}</span></li>`)}
      </ul>
      <div class="actions">
        <button class="button primary" @click=${asks(target, { kind: 'ask', ceremony: 'seed-qr' })}>
          ${text.show}
        </button>
        <button class="button" @click=${opensForms(target, { form: 'seed-qr' })}>${text.grid}</button>
      </div>
    </section>
  `;
}
