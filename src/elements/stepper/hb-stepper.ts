import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { steps, type Step } from '../../session/progress.ts';
import { stepperStyles } from './hb-stepper.styles.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** The five steps of a backup, and which one it is. On a phone one line says it. */
@customElement('hb-stepper')
export class HbStepper extends HbElement {
  static override styles = [sharedStyles, stepperStyles];

  @property() step: Step = 'prepare';
  /** What the steps are called. */
  @property({ attribute: false }) titles: Record<Step, string> = messages.steps;
  /** The last step is behind the person, not before them. */
  @property({ type: Boolean }) complete = false;

  protected override render(): TemplateResult {
    const current = steps.indexOf(this.step);
    return html`
      <ol aria-label=${messages.progressLabel}>
        ${steps.map((step, index) => this.#item(step, index < current || this.complete, index === current))}
      </ol>
      <p class="compact" aria-hidden="true">
        ${messages.stepOf(current + 1, steps.length, this.titles[this.step])}
      </p>
    `;
  }

  #item(step: Step, done: boolean, current: boolean): TemplateResult {
    const text = html`<span
      >${this.titles[step]}${
        done ? html`<span class="visually-hidden">, ${messages.stepDone}</span>` : null
      }</span
    >`;
    if (current) return html`<li class=${done ? 'done' : ''} aria-current="step">${text}</li>`;
    return html`<li class=${done ? 'done' : ''}>${text}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-stepper': HbStepper;
  }
}
