import type { TargetProblem, TerminalCeremonyMessages } from '../../types/terminal/ceremonies.ts';

const systemProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: "you aren't allowed to write there",
  EPERM: "you aren't allowed to write there",
  ENOENT: "the folder doesn't exist",
  ENOTDIR: "the folder doesn't exist",
};

function reason(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'exists':
      return 'the file exists already';
    case 'folder':
      return "it's a folder";
    case 'system':
      return systemProblems[problem.code] ?? problem.code;
  }
}

/** Commands stay on one line, by a no-break space. */
export const terminalCeremoniesInEnglish: TerminalCeremonyMessages = {
  backedUp: 'Backed up. You confirmed every word on the device.',
  nothing: 'It ended before there was a wallet. Nothing was created: start again.',
  toFinish: 'A wallet was started: finish or discard its backup with hostblind\u00A0resume.',
  cancelled: 'Another program or window asked your device to stop.',
  unfit: {
    'no-wallet': {
      when: 'This device has no wallet.',
      todo: 'Make a new one with hostblind\u00A0create, or bring yours back with hostblind\u00A0restore or hostblind\u00A0restore-file.',
    },
    'has-wallet': {
      when: 'This device already has a wallet.',
      todo: 'Nothing was changed. If you no longer need that wallet on it, check your paper first: hostblind\u00A0check. Then delete it: hostblind\u00A0wipe.',
    },
    unfinished: {
      when: "The wallet on this device isn't backed up yet.",
      todo: 'Finish its backup or discard it first: hostblind\u00A0resume.',
    },
    'nothing-unfinished': {
      when: 'This device has no unfinished backup.',
      todo: 'See hostblind\u00A0status.',
    },
  },
  language: {
    already: (language) => `Your device speaks ${language} already.`,
    unknown: (spoken) => `Your device doesn't speak that language. It speaks: ${spoken.join(', ')}.`,
  },
  sure: { reveal: 'Show your words on the device?', wipe: 'Wipe this device?' },
  answerKeys: { yes: 'y', no: 'n' },
  yesNo: '[y/N]',
  threeKeys: ({ yes, no, none }) => `y: ${yes}. n: ${no}. Enter: ${none}.`,
  left: 'Nothing was asked of your device.',
  interrupted: {
    ours: 'Asking your device to stop. Press Ctrl-C again to leave at once.',
    away: "Your device isn't connected, so it can't be asked to stop. Look at its screen when it's back.",
    nothing: 'Stopped here. Your device was left as it is.',
  },
  doubtNext: 'Show the words: hostblind\u00A0reveal. Check again: hostblind\u00A0check.',
  notNoted: "This computer couldn't note the day of this check.",
  knownWallet: 'This computer knows this wallet: its ID is the same as before.',
  compareYourself:
    "Compare the wallet ID with the one on your form. This program can only ask you in a terminal, so nothing shows yet that it's the right wallet.",
  differentNext: 'Show the words: hostblind\u00A0reveal. Wipe the device: hostblind\u00A0wipe.',
  ids: { onDevice: 'on device', inFile: 'in file' },
  savedTo: (path) => `Backup file saved: ${path}`,
  checkLater: (path) =>
    `Your device encrypted it, and this computer hasn't seen the code that opens it. Move the file to where you'll keep it, keep the paper with the code somewhere else, then check it: hostblind\u00A0check-file ${path}`,
  tryToSaveAgain: 'Try to save it again?',
  saveProblem: (path, problem) => `${path}: ${reason(problem)}.`,
  strangeFile: "What the device gave isn't a backup file of its wallet.",
  openProblem: (path, problem) => ({
    when: `${path}: ${reason(problem)}.`,
    todo: {
      exists:
        'Name another file. If you no longer need this one, replace it with --force: its backup code then opens nothing.',
      folder: 'Name a file in it.',
      system: 'Name another file. Nothing was asked of your device.',
    }[problem.kind],
  }),
  unreadable: (path, code) => `${path}: the file can't be read (${code}).`,
};
