/** The texts of the two questions about self-custody. */
import type { NoticeText } from './app.ts';

export interface QuizQuestion {
  readonly title: string;
  readonly right: string;
  readonly wrong: string;
  /** Shown after each answer; the one after a wrong answer leads back to the question. */
  readonly afterRight: NoticeText;
  readonly afterWrong: NoticeText;
  readonly more: NoticeText;
}

export interface QuizMessages {
  readonly start: NoticeText & { next: string };
  readonly position: (index: number, total: number) => string;
  readonly questions: readonly [QuizQuestion, QuizQuestion];
  readonly next: string;
  readonly again: string;
  readonly done: NoticeText & { ask: string };
}
