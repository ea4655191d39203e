import { part } from './locale/language.ts';
import type { QuizMessages } from './types/quiz.ts';

export type { QuizQuestion, QuizMessages } from './types/quiz.ts';

export const quizMessages: QuizMessages = part('quiz');
