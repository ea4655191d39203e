import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { closedEye, list, padlock, pen } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import { badgeStyles } from '../shared/badge.styles.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { introductionStyles } from './hb-introduction.styles.ts';

const points = ['privacy', 'terms', 'pin', 'words'] as const;
const pointIcons = { privacy: closedEye, terms: list, pin: padlock, words: pen };

/** What must be known before: privacy, terms, PIN and words. Nobody comes past it without having ticked that they understood. */
@customElement('hb-introduction')
export class HbIntroduction extends HbElement {
  static override styles = [sharedStyles, badgeStyles, introductionStyles];

  @state() private missing = false;
  @query('input') private readonly box!: HTMLInputElement;

  protected override render(): TemplateResult {
    const text = messages.introduction;
    return html`
      <div class="view">
        <h1 tabindex="-1">${text.title}</h1>
        <ul class="points">
          ${points.map(
            (point) =>
              html`<li>
                <span class="badge">${pointIcons[point]}</span>
                <div>
                  <h2>${text.points[point].title}</h2>
                  <p>${text.points[point].body}</p>
                </div>
              </li>`,
          )}
        </ul>
        <label class="tick ${this.missing ? 'missing' : ''}">
          <input
            type="checkbox"
            aria-describedby=${this.missing ? 'missing' : nothing}
            aria-invalid=${this.missing ? 'true' : nothing}
            @change=${() => this.#onTick()}
          />
          <span>${text.tick}</span>
        </label>
        <p id="missing" class="why" role="alert">${this.missing ? text.missing : nothing}</p>
        <div class="actions">
          <button class="button primary" @click=${() => this.#onNext()}>${text.next}</button>
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  #onTick(): void {
    this.missing = false;
  }

  #onNext(): void {
    if (this.box.checked) {
      asks(this, { kind: 'next' })();
      return;
    }
    this.missing = true;
    this.box.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-introduction': HbIntroduction;
  }
}
