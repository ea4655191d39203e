import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { asks } from '../shared/ceremony-request.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { LanguageEvent, type OfferedLanguage } from '../shared/reading-language.ts';
import { ThemeEvent, themes, type Theme } from '../shared/theme.ts';
import { preferencesMessages } from '../../text/about/preferences.ts';
import { messages } from '../../text/app.ts';
import { preferencesStyles } from './hb-preferences.styles.ts';

/** How the app looks to this person: a box for each choice. */
@customElement('hb-preferences')
export class HbPreferences extends HbElement {
  static override styles = [sharedStyles, preferencesStyles];

  @property() theme: Theme = 'system';
  @property({ attribute: false }) languages: readonly OfferedLanguage[] = [];
  /** The tag of the one that the person chose; `undefined`: as the browser asks. */
  @property() language: string | undefined;
  /** The last choice didn't load. */
  @property({ type: Boolean }) languageFailed = false;

  protected override render(): TemplateResult {
    const { title, lead } = preferencesMessages;
    return html`
      <div class="view">
        <h1 tabindex="-1">${title}</h1>
        <p class="lead">${lead}</p>
        <div class="choices">${this.#languages()} ${this.#themes()}</div>
        <div class="actions">
          <button class="button" @click=${asks(this, { kind: 'close-aside' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  #languages(): TemplateResult {
    const { title, system, words, failed } = preferencesMessages.language;
    const choice = (tag: string | undefined, name: TemplateResult | string): TemplateResult => html`
      <label>
        <input
          type="radio"
          name="language"
          value=${tag ?? ''}
          .checked=${tag === this.language}
          @change=${() => this.dispatchEvent(new LanguageEvent(tag))}
        />
        ${name}
      </label>
    `;
    return html`
      <fieldset>
        <legend>${title}</legend>
        ${choice(undefined, html`<span>${system}</span>`)}
        ${this.languages.map(({ tag, name }) =>
          choice(tag, html`<span lang=${tag} translate="no">${name}</span>`),
        )}
        <p class="hint" role="status">${this.languageFailed ? failed : words}</p>
      </fieldset>
    `;
  }

  #themes(): TemplateResult {
    const { title, options } = preferencesMessages.theme;
    return html`
      <fieldset>
        <legend>${title}</legend>
        ${themes.map(
          (theme) => html`
            <label>
              <input
                type="radio"
                name="theme"
                value=${theme}
                .checked=${theme === this.theme}
                @change=${() => this.dispatchEvent(new ThemeEvent(theme))}
              />
              <span>${options[theme]}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-preferences': HbPreferences;
  }
}
