/** The texts of the two questions about self-custody. */
import type { NoticeText } from './messages.ts';

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

export const quizMessages: QuizMessages = {
  start: {
    title: 'Before you see your words',
    body: [
      'Whoever sees your recovery phrase can take everything in the wallet. Two short questions help you to keep it safe.',
      'They are there to learn from: a wrong answer does no harm, and you can answer again. What guards the words is your device, with its PIN and its hold.',
    ],
    next: 'Get started',
  },
  position: (index, total) => `Question ${index} of ${total}`,
  questions: [
    {
      title: 'Your device and your paper are both gone. Who can bring the wallet back?',
      right: 'Nobody can',
      wrong: 'The maker of the device, or of this app',
      afterRight: {
        title: 'Right: nobody can',
        body: [
          'The words exist on your device and on your paper, and nowhere else. That is why the paper matters so much.',
        ],
      },
      afterWrong: {
        title: 'Sadly not',
        body: [
          'Neither the maker nor this app ever has your words, so there is nothing that they could give back. Think about what that means for your paper.',
        ],
      },
      more: {
        title: 'Learn more: why is there no copy?',
        body: [
          'A copy that somebody keeps for you is a copy that somebody can lose, sell or be forced to hand over. You hold the only one; that is what self-custody means.',
          'So keep the paper where fire, water and visitors do not reach it. A second paper in another place helps against loss.',
        ],
      },
    },
    {
      title: 'Somebody from support needs a few of your words to solve a problem. What do you do?',
      right: 'I give them none, and end the talk',
      wrong: 'I give them a few, so that they can help',
      afterRight: {
        title: 'Right: they want to steal',
        body: [
          'Nobody needs your words to help you, not even one of them. Who asks for them wants your money, however friendly.',
        ],
      },
      afterWrong: {
        title: 'That would be a theft',
        body: [
          'No helper, website or program ever needs your words, and each one that you give away makes the rest easier to guess. Look at the question once more.',
        ],
      },
      more: {
        title: 'Learn more: what such an attempt looks like',
        body: [
          'It comes as a call, a mail, a letter with a new device, or a page that looks like this one. It is urgent, and it ends with your words in a field, a photo or a chat.',
          'There is one place to enter your words: a device with its own screen and buttons. This app has no field that could take them.',
        ],
      },
    },
  ],
  next: 'Continue',
  again: 'Answer again',
  done: {
    title: 'Now to your device',
    body: [
      'Be alone in the room, with no camera that looks at the device.',
      'The device asks whether you want this, then for your PIN, then for a hold of its right button. After that it shows the words one at a time.',
    ],
    ask: 'Show on the device',
  },
};
