import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { noticeStyles } from './hb-notice.styles.ts';
import { check, hourglass, padlock, unplugged, usbDevice, warning } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import type { Notice, NoticeAction, NoticeTone } from './notice.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const emblems: Record<NoticeTone, TemplateResult> = {
  working: html`${usbDevice}`,
  waiting: html`${hourglass}`,
  locked: html`${padlock}`,
  attention: html`${warning}`,
  lost: html`${unplugged}`,
  danger: html`${warning}`,
  ended: html`${usbDevice}`,
  done: html`${check}`,
};

/** Where something went wrong, the way to more about it is right there. */
const helped: ReadonlySet<NoticeTone> = new Set(['attention', 'danger', 'lost']);

const moving: ReadonlySet<NoticeTone> = new Set(['working', 'waiting', 'locked', 'lost']);

/** One thing to know, and what can be done about it. */
@customElement('hb-notice')
export class HbNotice extends HbElement {
  static override styles = [sharedStyles, noticeStyles];

  @property({ attribute: false }) notice: Notice | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { notice } = this;
    if (notice === undefined) return nothing;
    const { tone, title, body, progress, actions, facts = [] } = notice;
    return html`
      <div class="view ${tone}">
        <span class="emblem">${emblems[tone]}</span>
        <h1 tabindex="-1">${title}</h1>
        ${
          facts.length === 0
            ? nothing
            : html`<dl class="facts">
                ${facts.map(
                  ({ name, value }) =>
                    html`<dt>${name}</dt>
                      <dd translate="no">${value}</dd>`,
                )}
              </dl>`
        }
        <div class="text">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
        ${
          moving.has(tone)
            ? html`<p class="progress">
                <span class="pulse" aria-hidden="true"><i></i><i></i><i></i></span>${progress ?? nothing}
              </p>`
            : nothing
        }
        ${
          actions.length === 0
            ? nothing
            : html`<div class="actions">
                ${actions.map((action) => this.#action(action))}${helped.has(tone) ? this.#help() : nothing}
              </div>`
        }
      </div>
    `;
  }

  #help(): TemplateResult {
    return html`<button class="button quiet" @click=${asks(this, { kind: 'open-aside', aside: 'help' })}>
      ${messages.asides.help}
    </button>`;
  }

  #action({ label, request, style }: NoticeAction): TemplateResult {
    return html`<button class="button ${style}" @click=${asks(this, request)}>${label}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-notice': HbNotice;
  }
}
