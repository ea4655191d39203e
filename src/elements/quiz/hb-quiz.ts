import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { PersonRequest, QuizOrder, QuizStep } from '../shared/page-events.ts';
import { asks } from '../shared/ceremony-request.ts';
import { quizStyles } from './hb-quiz.styles.ts';
import { check, closedEye, lookDown, warning } from '../shared/icons.ts';
import { quizMessages, type QuizQuestion } from '../../text/quiz.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/**
 * Two questions about self-custody, ahead of a reveal. They teach: a wrong answer is explained and asked again, and
 * what guards the words is the device.
 */
@customElement('hb-quiz')
export class HbQuiz extends HbElement {
  static override styles = [sharedStyles, quizStyles];

  @property({ attribute: false }) step: QuizStep = 'start';
  @property({ attribute: false }) order: QuizOrder = [true, true];
  @property() answered: 'right' | 'wrong' | undefined;

  protected override render(): TemplateResult {
    const quiz = quizMessages;
    const { step, answered } = this;
    if (step === 'start')
      return this.#page(quiz.start, html`<span class="emblem">${closedEye}</span>`, quiz.start.next, {
        kind: 'next',
      });
    if (step === 'done')
      return this.#page(quiz.done, html`<span class="emblem">${lookDown}</span>`, quiz.done.ask, {
        kind: 'ask',
        ceremony: 'reveal',
      });
    const question = quiz.questions[step];
    if (answered === undefined) return this.#question(step, question);
    const right = answered === 'right';
    return this.#page(
      right ? question.afterRight : question.afterWrong,
      html`<span class="emblem ${answered}">${right ? check : warning}</span>`,
      right ? quiz.next : quiz.again,
      { kind: 'next' },
      question.more,
    );
  }

  #question(step: 0 | 1, question: QuizQuestion): TemplateResult {
    const answers = [
      { text: question.right, right: true },
      { text: question.wrong, right: false },
    ];
    return html`
      <div class="view">
        <p class="position">${quizMessages.position(step + 1, 2)}</p>
        <h1 tabindex="-1">${question.title}</h1>
        <div class="answers">
          ${(this.order[step] ? answers : answers.toReversed()).map(
            ({ text, right }) =>
              html`<button class="button" @click=${asks(this, { kind: 'answer', right })}>${text}</button>`,
          )}
        </div>
        ${this.#more(question.more)}
        <div class="actions">${this.#back()}</div>
      </div>
    `;
  }

  #page(
    { title, body }: NoticeText,
    emblem: TemplateResult,
    label: string,
    request: PersonRequest,
    more?: NoticeText,
  ): TemplateResult {
    return html`
      <div class="view">
        ${emblem}
        <h1 tabindex="-1">${title}</h1>
        <div class="text">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
        ${more === undefined ? nothing : this.#more(more)}
        <div class="actions">
          <button class="button primary" @click=${asks(this, request)}>${label}</button>
          ${this.#back()}
        </div>
      </div>
    `;
  }

  #back(): TemplateResult {
    return html`<button class="button quiet" @click=${asks(this, { kind: 'back' })}>
      ${messages.back}
    </button>`;
  }

  #more({ title, body }: NoticeText): TemplateResult {
    return html`
      <details>
        <summary>${title}</summary>
        <div class="more">${body.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-quiz': HbQuiz;
  }
}
