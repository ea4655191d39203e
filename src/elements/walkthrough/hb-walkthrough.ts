import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { messages } from '../../text/app.ts';
import { explanations } from '../../text/explanations.ts';
import { HbElement } from '../shared/hb-element.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { walkthroughStyles } from './hb-walkthrough.styles.ts';
import { shownWord, walkthroughs, type WalkthroughStep } from './public-word.ts';

const ways = ['halving', 'letters'] as const;

function range([first, last]: readonly [string, string]): string {
  return first === last ? first : `${first} - ${last}`;
}

/** How a word is entered, step by step, with one that is nobody's secret. It is drawn only once it is opened. */
@customElement('hb-walkthrough')
export class HbWalkthrough extends HbElement {
  static override styles = [sharedStyles, walkthroughStyles];

  @state() private open = false;
  @state() private way: (typeof ways)[number] = 'halving';
  @state() private at = 0;

  protected override render(): TemplateResult {
    const text = explanations.walkthrough;
    const toggled = (event: Event): void => {
      this.open = (event.target as HTMLDetailsElement).open;
    };
    return html`<details @toggle=${toggled}>
      <summary>${text.title}</summary>
      ${this.open ? this.#steps() : nothing}
    </details>`;
  }

  #steps(): TemplateResult {
    const text = explanations.walkthrough;
    const steps = walkthroughs[this.way];
    const step = steps[this.at];
    const last = steps.length - 1;
    return html`<div class="more">
      <p>${text.lead(shownWord)}</p>
      <div class="ways">
        ${ways.map(
          (way) =>
            html`<button
              class="button"
              aria-pressed=${way === this.way ? 'true' : 'false'}
              @click=${() => this.#begin(way)}
            >
              ${text.ways[way]}
            </button>`,
        )}
      </div>
      <p class="place">${messages.stepOf(this.at + 1, steps.length, text.ways[this.way])}</p>
      ${step === undefined ? nothing : this.#step(step)}
      <div class="actions">
        <button
          class="button back"
          aria-disabled=${this.at === 0 ? 'true' : 'false'}
          @click=${() => this.#go(Math.max(this.at - 1, 0))}
        >
          ${messages.back}
        </button>
        <button
          class="button next"
          aria-disabled=${this.at === last ? 'true' : 'false'}
          @click=${() => this.#go(Math.min(this.at + 1, last))}
        >
          ${messages.introduction.next}
        </button>
      </div>
    </div>`;
  }

  #step(step: WalkthroughStep): TemplateResult {
    return html`<div class="glass" translate="no">${this.#glass(step)}</div>
      <p role="status">${this.#sentence(step)}</p>`;
  }

  #glass(step: WalkthroughStep): TemplateResult | readonly TemplateResult[] {
    switch (step.kind) {
      case 'halving':
        return html`<span class="row left ${step.press === 'left' ? 'here' : ''}"
            ><span aria-hidden="true">◀</span> ${range(step.left)}</span
          >
          <span class="row right ${step.press === 'right' ? 'here' : ''}"
            >${range(step.right)} <span aria-hidden="true">▶</span></span
          >`;
      case 'wheel':
        return html`<span class="wheel">${step.typed}<span class="letter">${step.letter}</span></span>`;
      case 'list':
        return step.words.map(
          (word) => html`<span class="row ${word === shownWord ? 'here' : ''}">${word}</span>`,
        );
    }
  }

  #sentence(step: WalkthroughStep): string {
    const text = explanations.walkthrough;
    switch (step.kind) {
      case 'halving': {
        const [first, last] = step[step.press];
        return text.half(shownWord, first, last, step.press);
      }
      case 'wheel':
        return text.turn(step.letter);
      case 'list':
        return text.pick(shownWord);
    }
  }

  #begin(way: (typeof ways)[number]): void {
    this.way = way;
    this.at = 0;
  }

  #go(to: number): void {
    this.at = to;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-walkthrough': HbWalkthrough;
  }
}
