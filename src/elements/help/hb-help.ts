import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { protocolVersion } from '../../protocol/commands/info.ts';
import { helpPage } from '../../text/about/help.ts';
import { messages } from '../../text/app.ts';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { helpStyles } from './hb-help.styles.ts';
import { licences, type Licence } from './licences.ts';
import { appVersion } from './version.ts';

/** "Help and about": what the app can do and can't, and what this copy of it is. */
@customElement('hb-help')
export class HbHelp extends HbElement {
  static override styles = [sharedStyles, helpStyles];

  @property({ attribute: false }) licences: readonly Licence[] = licences;

  protected override render(): TemplateResult {
    const { title, lead, can, safe, cannot, trouble } = helpPage;
    return html`
      <div class="view">
        <h1 tabindex="-1">${title}</h1>
        <p class="lead">${lead}</p>
        <div class="columns">
          ${this.#points(can)} ${this.#points(safe)} ${this.#points(cannot)} ${this.#points(trouble)}
          ${this.#devices()} ${this.#versions()} ${this.#source()}
        </div>
        ${this.#licences()}
        <div class="actions">
          <button class="button" @click=${asks(this, { kind: 'close-aside' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  #points({ title, points }: { readonly title: string; readonly points: readonly string[] }): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      <ul>
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>
    </section>`;
  }

  #devices(): TemplateResult {
    const { title, rows, browsers } = helpPage.devices;
    return html`<section>
      <h2>${title}</h2>
      <dl>
        ${rows().map(
          ({ name, can }) =>
            html`<dt>${name}</dt>
              <dd>${can}</dd>`,
        )}
      </dl>
      <p>${browsers}</p>
    </section>`;
  }

  #versions(): TemplateResult {
    const { title, app, protocol, verify, commands, verified } = helpPage.versions;
    return html`<section>
      <h2>${title}</h2>
      <p class="versions">${app} <b>${appVersion}</b> · ${protocol} <b>${protocolVersion}</b></p>
      <p>${verify}</p>
      <pre translate="no">${commands().join('\n')}</pre>
      <p>${verified}</p>
    </section>`;
  }

  #source(): TemplateResult {
    const { title, body, licence } = helpPage.source;
    return html`<section>
      <h2>${title}</h2>
      <p>${body}</p>
      <p>${licence}</p>
    </section>`;
  }

  #licences(): TemplateResult {
    const { title, body, none, entry } = helpPage.licences;
    return html`<details>
      <summary>${title}</summary>
      <div class="more">
        <p>${this.licences.length === 0 ? none : body}</p>
        ${this.licences.map(
          ({ name, version: of, licence, text }) =>
            html`<details>
              <summary>${entry(name, of, licence)}</summary>
              <pre translate="no">${text}</pre>
            </details>`,
        )}
      </div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-help': HbHelp;
  }
}
