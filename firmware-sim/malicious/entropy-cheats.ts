/** Devices that cheat in the entropy check (S5, S6). */
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
  mostOpenedCandidates,
} from '../../src/protocol/entropy/entropy.ts';
import { equalBytes } from '../../src/protocol/bytes.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import type { Board, Button } from '../core/board.ts';
import {
  answerWith,
  changing,
  chosenBytes,
  dataOf,
  isCommand,
  isOk,
  refuse,
  type Cheat,
  type Exchange,
} from './cheat.ts';

/** Promises something else than it opens. */
export function wrongCommitment(): Cheat {
  return {
    wire: (honest) =>
      changing(honest, instructions.commit, (data) => data.map((byte, at) => (at === 1 ? byte ^ 1 : byte))),
  };
}

/** Gives the first promise again for every candidate. */
export function reusedCommitment(): Cheat {
  return {
    wire(honest) {
      let first: Uint8Array | undefined;
      return changing(honest, instructions.commit, (data) => {
        first ??= data.slice(1);
        return Uint8Array.of(data[0] ?? 0, ...first);
      });
    },
  };
}

/** Draws the same part for every candidate; each promise is right, as far as it goes. */
export function reusedPart(): Cheat {
  return {
    board: (board) => ({
      ...board,
      random: (purpose, length) =>
        purpose === 'phrase' ? chosenBytes(0).slice(0, length) : board.random(purpose, length),
    }),
  };
}

/** Claims the entropy check among its capabilities, and knows no such command (S6, a downgrade). */
export function missingCommitment(): Cheat {
  return {
    wire: (honest) => (command) =>
      isCommand(command, instructions.commit) ? refuse(statusWords.unknownInstruction) : honest(command),
  };
}

/** Takes the host's part and throws it away: the phrase is made of the device's part and of what a thief chose. */
export function hostEntropyIgnored(): Cheat {
  return {
    wire(honest) {
      let candidate = 0;
      return (command) =>
        honest(
          isCommand(command, instructions.entropy)
            ? encodeEntropyRequest(chosenBytes((candidate += 1)))
            : command,
        );
    },
  };
}

/**
 * Ignores the host's part in one candidate alone, from the second to the ninth, each as likely as the others.
 * `beforeOpening`: what it does when it is about to be found out.
 */
function inOneCandidate(beforeOpening: (tap: (button: Button) => void) => void): Cheat {
  return {
    wire(honest, board, tap) {
      let candidate = 0;
      let chosen: number | undefined;
      return (command) => {
        // Drawn when the ceremony begins; a device that is off in between draws again.
        if (isCommand(command, instructions.create)) [candidate, chosen] = [0, 2 + drawBelow8(board)];
        if (isCommand(command, instructions.commit)) {
          const response = honest(command);
          if (isOk(response)) candidate += 1;
          return response;
        }
        if (candidate !== chosen) return honest(command);
        if (isCommand(command, instructions.open)) beforeOpening(tap);
        return honest(
          isCommand(command, instructions.entropy) ? encodeEntropyRequest(chosenBytes(candidate)) : command,
        );
      };
    },
  };
}

/** It gets away when the host keeps just that one, which has a chance of one in eight with a host that opens 1 to 8. */
export const cheatOnce = (): Cheat => inOneCandidate(() => undefined);

/**
 * As `cheatOnce`, and is never caught: asked to open that one, it is stopped, as if the person had pressed the button. The
 * person starts over, and it tries again.
 */
export const givesUp = (): Cheat => inOneCandidate((tap) => tap('left'));

function drawBelow8(board: Board): number {
  return (board.random('quiz', 1)[0] ?? 0) % 8;
}

/** Keeps the seed that a thief put into the device, as part of a candidate that the host never hears of. */
function keepAnother(honest: Exchange, seed: { wanted: boolean }, shown: Uint8Array): Uint8Array {
  honest(encodeOpenRequest(shown));
  seed.wanted = true;
  try {
    honest(encodeCommitRequest());
  } finally {
    seed.wanted = false;
  }
  return honest(encodeKeepRequest(dataOf(honest(encodeEntropyRequest(chosenBytes(2))))));
}

/** The host means the candidate that was named to it. */
function isKeepOf(command: Uint8Array, walletId: Uint8Array | undefined): boolean {
  return walletId !== undefined && equalBytes(command, encodeKeepRequest(walletId));
}

/**
 * Answers every question honestly, and makes the phrase of a seed that a thief knows as soon as the host says keep.
 * `alsoLies`: later tells the wallet ID that the host expects, whatever the wallet is.
 */
function swapped(alsoLies: boolean): Cheat {
  const seed = { wanted: false };
  let promisedId: Uint8Array | undefined;
  /** The candidate that was named last can still be kept. */
  let isOpen = false;
  let kept = false;
  return {
    signsLies: true,
    board: (board) => ({
      ...board,
      random: (purpose, length) =>
        seed.wanted && purpose === 'phrase' ? chosenBytes(1).slice(0, length) : board.random(purpose, length),
    }),
    wire(honest) {
      const told = changing(honest, instructions.entropy, (data) => {
        promisedId = data.slice();
        isOpen = true;
        return data;
      });
      return (command) => {
        if (!kept && isOpen && isKeepOf(command, promisedId)) {
          kept = true;
          return keepAnother(honest, seed, command.slice(5));
        }
        const response = told(command);
        if (isCommand(command, instructions.open) && isOk(response)) isOpen = false;
        const lies = alsoLies && isCommand(command, instructions.wallet) && isOk(response);
        return lies && promisedId !== undefined ? answerWith(promisedId) : response;
      };
    },
  };
}

export const walletSwappedAfterKeep = (): Cheat => swapped(false);
export const walletSwappedAndDenied = (): Cheat => swapped(true);

/** Never lets a candidate be kept, so that the host goes on until it takes a weaker way. */
export function endlessCandidates(): Cheat {
  return {
    wire: (honest) => (command) =>
      isCommand(command, instructions.keep) ? refuse(statusWords.notInThisState) : honest(command),
  };
}

/** Numbers its candidates past the cap, as if many had been looked at before. */
export function candidatesOverCap(): Cheat {
  return {
    wire: (honest) =>
      changing(honest, instructions.commit, (data) =>
        data.with(0, (data[0] ?? 0) + mostOpenedCandidates + 1),
      ),
  };
}
