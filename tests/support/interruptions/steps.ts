/**
 * How a person comes to each row of `docs/interruptions.md`. A new step takes a row there and a line here; a new
 * ceremony an entry in `ceremonies` too. Used on a device alone and on the simulator behind a browser alike.
 */
import type { CeremonyKind } from '../../../src/protocol/ceremonies.ts';
import type { Activity } from '../../../src/protocol/public-state.ts';
import { look, tap } from '../person.ts';
import { ownFile } from './beginnings.ts';
import { goOnTo } from './go-on.ts';
import {
  afterASlip,
  aWrongCode,
  backup,
  choosingPin,
  confirmAgain,
  discarding,
  enteringWords,
  fault,
  faultInBackup,
  halfway,
  onceMore,
  pinFirst,
  threeWrongPins,
  to,
  twoWrongPins,
  type Ceremony,
  type Way,
} from './ways.ts';

const kept = { from: 'unlocked', end: { wallet: 'backed-up', outcome: 'completed' } } as const;

const ceremonies: Readonly<Record<CeremonyKind | 'none' | 'unlock' | 'resume', Ceremony>> = {
  none: { from: 'unlocked', request: undefined, end: { wallet: 'backed-up', outcome: 'none' } },
  create: {
    from: 'new',
    request: { kind: 'create', wordCount: 12 },
    end: { wallet: 'backed-up', outcome: 'completed' },
  },
  unlock: { from: 'locked', request: undefined, end: { wallet: 'backed-up', outcome: 'none' } },
  resume: { from: 'unfinished', request: undefined, end: { wallet: 'backed-up', outcome: 'completed' } },
  reveal: { ...kept, request: { kind: 'reveal' } },
  check: { from: 'unlocked', request: { kind: 'check' }, end: { wallet: 'backed-up', outcome: 'match' } },
  restore: {
    from: 'new',
    request: { kind: 'restore', wordCount: 12 },
    end: { wallet: 'backed-up', outcome: 'completed' },
  },
  'seed-qr': { ...kept, request: { kind: 'seed-qr' } },
  'backup-file': { ...kept, request: { kind: 'backup-file' } },
  'check-file': {
    from: 'unlocked',
    request: { kind: 'check-file', file: ownFile },
    end: { wallet: 'backed-up', outcome: 'match' },
  },
  'restore-file': {
    from: 'new',
    request: { kind: 'restore-file', file: ownFile },
    end: { wallet: 'backed-up', outcome: 'completed' },
  },
  'change-pin': { ...kept, request: { kind: 'change-pin' } },
  wipe: { from: 'unlocked', request: { kind: 'wipe' }, end: { wallet: 'empty', outcome: 'completed' } },
  rename: { ...kept, request: { kind: 'rename', name: 'Desk' } },
};

export function ceremonyOf(activity: Activity): Ceremony {
  const ceremony = activity in ceremonies ? ceremonies[activity as keyof typeof ceremonies] : undefined;
  if (ceremony === undefined) throw new Error(`steps.ts knows no ceremony ${activity}`);
  return ceremony;
}

export const ways: Readonly<Record<string, readonly Way[]>> = {
  'none idle nothing': [{ from: 'new', lead: look, end: { wallet: 'empty', outcome: 'none' } }],
  'none idle backed up': [{ lead: look }],

  'create consent nothing': [to('New wallet?')],
  'create dice nothing': [
    {
      request: { kind: 'create', wordCount: 12, dice: true },
      *lead(known) {
        yield* goOnTo(known, 'Roll the dice');
        for (let rolls = 0; rolls < 3; rolls += 1) yield* tap('both');
      },
    },
  ],
  'create entropy nothing': [
    { ...to('Randomness'), request: { kind: 'create', wordCount: 12, entropyCheck: true } },
  ],
  ...choosingPin('create', 'nothing'),
  'create fault nothing': [fault('Repeat the PIN', 'empty')],
  ...backup('create'),
  'create fault unfinished': [faultInBackup('What is word 12?')],

  'resume unfinished unfinished': [to('Not backed up')],
  'resume discard unfinished': [discarding],
  'resume enter-pin unfinished': [halfway('Enter your PIN')],
  'resume wrong-pin unfinished': [twoWrongPins],
  'resume wiped nothing': [threeWrongPins],
  ...backup('resume'),
  'resume fault unfinished': [faultInBackup('Enter your PIN')],

  'unlock enter-pin backed up': [halfway('Enter your PIN')],
  'unlock wrong-pin backed up': [twoWrongPins],
  'unlock wiped nothing': [threeWrongPins],
  'unlock fault backed up': [fault('Enter your PIN', 'backed-up')],

  ...pinFirst('reveal', 'Show words?'),
  'reveal warning backed up': [to('Pen and paper')],
  'reveal hold backed up': [to('Hold to reveal')],
  'reveal words backed up': [to('Word 5 of 12')],
  'reveal written backed up': [to('All seen?')],
  'reveal confirm backed up': [confirmAgain],

  ...pinFirst('check', 'Check backup?'),
  'check entry-method backed up': [to('How to enter?')],
  'check enter-words backed up': [enteringWords('letters'), enteringWords('halving')],
  'check result backed up': [to('They match')],

  'restore consent nothing': [to('Restore?')],
  'restore entry-method nothing': [to('How to enter?')],
  'restore enter-words nothing': [enteringWords('letters'), enteringWords('halving')],
  ...choosingPin('restore', 'nothing'),
  'restore finish backed up': [to('Restored')],
  'restore fault nothing': [fault('Repeat the PIN', 'empty')],

  ...pinFirst('change-pin', 'Change PIN?'),
  ...choosingPin('change-pin', 'backed up'),

  'wipe consent backed up': [to('Wipe device?')],
  'wipe wipe backed up': [to('Hold to wipe')],
  'wipe fault backed up': [fault('Hold to wipe', 'backed-up')],

  ...pinFirst('seed-qr', 'Show SeedQR?'),
  'seed-qr warning backed up': [to('By hand alone')],
  'seed-qr entry-method backed up': [to('Which SeedQR?')],
  'seed-qr hold backed up': [to('Hold to reveal')],
  'seed-qr seed-qr backed up': [to('SeedQR'), { ...to('B2'), by: 'a block' }],
  'seed-qr written backed up': [to('All copied?')],

  ...pinFirst('backup-file', 'Backup file?'),
  'backup-file warning backed up': [to('Backup code')],
  'backup-file hold backed up': [to('Hold to reveal')],
  'backup-file words backed up': [to('Code word 5 of 12')],
  'backup-file written backed up': [to('All written?')],
  'backup-file confirm backed up': [
    to('What is code word 3?'),
    afterASlip('code word'),
    onceMore('code word'),
  ],
  'backup-file finish backed up': [to('Release file?')],

  ...pinFirst('check-file', 'Check file?'),
  'check-file entry-method backed up': [to('How to enter?')],
  'check-file enter-words backed up': [
    enteringWords('letters', 'Code word'),
    enteringWords('halving', 'Code word'),
  ],
  'check-file result backed up': [to('The file is good'), aWrongCode('backed-up')],

  'restore-file consent nothing': [to('Restore file?')],
  'restore-file entry-method nothing': [to('How to enter?')],
  'restore-file enter-words nothing': [
    enteringWords('letters', 'Code word'),
    enteringWords('halving', 'Code word'),
  ],
  'restore-file result nothing': [aWrongCode('empty')],
  ...choosingPin('restore-file', 'nothing'),
  'restore-file finish backed up': [to('Restored')],
  'restore-file fault nothing': [fault('Repeat the PIN', 'empty')],

  'rename consent nothing': [
    { ...to('Rename?'), from: 'new', end: { wallet: 'empty', outcome: 'completed' } },
  ],
  'rename consent backed up': [to('Rename?')],
  'rename fault nothing': [{ ...fault('Rename?', 'empty'), from: 'new' }],
  'rename fault backed up': [fault('Rename?', 'backed-up')],
};
