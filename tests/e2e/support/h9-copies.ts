/** The flows of the copies, SeedQR and backup file, for the search of the simulator's own memory. */
import { wrongCode } from '../../fixtures/data/wrong-code.ts';
import {
  agree,
  checkBackupFile,
  copySquares,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  readWord,
  restoreBackupFile,
  reveal,
  revealSeedQr,
  tap,
  writeWordsDown,
  type Person,
} from '../../kit/drivers/person.ts';
import { newPin, pin, until, type H9Flow } from './h9-flow.ts';

function* showSquares(format: 'standard' | 'compact'): Person<void> {
  yield* agree('Show SeedQR?');
  yield* enterPin(pin);
  yield* revealSeedQr(format);
}

function* copyAllSquares(format: 'standard' | 'compact'): Person<void> {
  yield* showSquares(format);
  yield* copySquares();
  yield* tap('right');
}

/** To the last word of the code, which stays on the glass. */
function* writeCode(): Person<string[]> {
  yield* agree('Backup file?');
  yield* enterPin(pin);
  yield* reveal();
  const code = yield* writeWordsDown(12);
  yield* tap('left');
  yield* readWord(12);
  return code;
}

function* enterWrongCode(question: 'Check file?' | 'Restore file?'): Person<void> {
  yield* agree(question);
  if (question === 'Check file?') yield* enterPin(pin);
  yield* enterWords(wrongCode, 'letters', 'Code word');
  yield* expectScreen('Wrong code');
  yield* tap('right');
}

export const copiesFlows: readonly H9Flow[] = [
  ...(['standard', 'compact'] as const).map((format): H9Flow => ({
    name: `${format} SeedQR, finished`,
    before: 'backed-up',
    request: { kind: 'seed-qr' },
    person: () => copyAllSquares(format),
    outcome: 'completed',
  })),
  {
    name: 'SeedQR, cancelled at the whole code',
    before: 'backed-up',
    request: { kind: 'seed-qr' },
    person: () => showSquares('standard'),
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'SeedQR, power lost at a block',
    before: 'backed-up',
    request: { kind: 'seed-qr' },
    person: () => until('B2', copyAllSquares('compact')),
    ending: 'power',
  },
  {
    name: 'backup file, released',
    before: 'backed-up',
    request: { kind: 'backup-file' },
    person: () => makeBackupFile(pin),
    outcome: 'completed',
  },
  {
    name: 'backup file, cancelled at the last code word',
    before: 'backed-up',
    request: { kind: 'backup-file' },
    person: writeCode,
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'backup file, power lost at the last code word',
    before: 'backed-up',
    request: { kind: 'backup-file' },
    person: writeCode,
    ending: 'power',
  },
  {
    name: 'check of a file, good',
    before: 'backed-up',
    request: ({ file }) => ({ kind: 'check-file', file }),
    person: (_, { code }) => checkBackupFile(pin, code, 'The file is good'),
    outcome: 'match',
  },
  {
    name: 'check of a file, the phrase entered as its code',
    before: 'backed-up',
    request: ({ file }) => ({ kind: 'check-file', file }),
    person: () => enterWrongCode('Check file?'),
    outcome: 'wrong-code',
  },
  {
    name: 'check of a file, cancelled before the last code word',
    before: 'backed-up',
    request: ({ file }) => ({ kind: 'check-file', file }),
    person: (_, { code }) => until('Code word 12 of 12', checkBackupFile(pin, code, 'The file is good')),
    ending: 'cancel',
    outcome: 'cancelled',
  },
  {
    name: 'restore from a file by letters, finished',
    before: 'empty',
    request: ({ file }) => ({ kind: 'restore-file', file }),
    person: (_, { code }) => restoreBackupFile(newPin, code, 'letters'),
    outcome: 'completed',
  },
  {
    name: 'restore from a file, power lost when the code has opened it',
    before: 'empty',
    request: ({ file }) => ({ kind: 'restore-file', file }),
    person: (_, { code }) => until('Choose a PIN', restoreBackupFile(newPin, code)),
    ending: 'power',
  },
  {
    name: 'restore from a file, the phrase entered as its code',
    before: 'empty',
    request: ({ file }) => ({ kind: 'restore-file', file }),
    person: () => enterWrongCode('Restore file?'),
    outcome: 'wrong-code',
  },
];
