import type { QuizMessages } from '../types/quiz.ts';

export const quizInEnglish: QuizMessages = {
  start: {
    title: 'Before you see your words',
    body: [
      'Anyone who sees your recovery phrase can take everything in the wallet. Two short questions help you keep it safe.',
      'They’re just for practice: a wrong answer does no harm, and you can try again. It’s your device that protects your words, with its PIN and a held button.',
    ],
    next: 'Get started',
  },
  position: (index, total) => `Question ${index} of ${total}`,
  questions: [
    {
      title: 'You’ve lost your device and your paper. Who can get your wallet back?',
      right: 'No one',
      wrong: 'The maker of the device or this app',
      afterRight: {
        title: 'Right: no one can',
        body: [
          'Your words are on your device and your paper, and nowhere else. That’s why the paper matters so much.',
        ],
      },
      afterWrong: {
        title: 'Not quite',
        body: [
          'Neither the maker nor this app ever has your words, so there’s nothing they could give back. Think about what that means for your paper.',
        ],
      },
      more: {
        title: 'Learn more: why is there no copy?',
        body: [
          'A copy that someone keeps for you can be lost, sold or seized. You hold the only one: that’s what self-custody means.',
          'So keep your paper safe from fire, water and visitors. A second copy somewhere else protects you if you lose the first.',
        ],
      },
    },
    {
      title: 'Someone from support needs a few of your words to fix a problem. What do you do?',
      right: 'I share nothing and hang up',
      wrong: 'I share a few so they can help',
      afterRight: {
        title: 'Right: it’s a scam',
        body: [
          'No one needs your words to help you, not even one of them. Anyone who asks is after your money, however friendly they are.',
        ],
      },
      afterWrong: {
        title: 'That’s how people get robbed',
        body: [
          'No support agent, website or program ever needs your words, and each one you give away makes the rest easier to guess. Take another look at the question.',
        ],
      },
      more: {
        title: 'Learn more: what a scam looks like',
        body: [
          'It could be a call, an email, a letter with a new device, or a page that looks like this one. It’s always urgent, and it ends with your words in a form, a photo or a chat.',
          'There’s only one place to enter your words: a device with its own screen and buttons. This app never asks for them.',
        ],
      },
    },
  ],
  next: 'Continue',
  again: 'Answer again',
  done: {
    title: 'Now look at your device',
    body: [
      'Make sure you’re alone and that no camera can see the device.',
      'It asks you to confirm, then to enter your PIN, then to hold its right button. After that it shows your words one at a time.',
    ],
    ask: 'Show on the device',
  },
};
