/** What a transcript is: the shape of the files in `docs/vectors/transcripts`. */
import type { RandomPurpose } from '../../../firmware-sim/core/board.ts';
import type { Person } from '../../kit/drivers/person.ts';

/** What a device has in its storage. */
export type Stored =
  /** Never written: the device draws its id and its keys when it starts. */
  | { readonly wallet: 'never started' }
  | { readonly wallet: 'empty'; readonly name?: string }
  | {
      readonly wallet: 'unfinished-backup' | 'backed-up';
      readonly phrase: string;
      readonly pin: string;
      readonly name?: string;
    };

/** Something happens at a time; the status is the one after it. */
export type Happening =
  | { readonly at: number; readonly power: 'on' | 'off'; readonly status?: string }
  | {
      readonly at: number;
      /** A number for each way to the device; 0 is the one that most come by. */
      readonly link?: number;
      readonly command: string;
      readonly answer: string;
      readonly status: string;
    }
  | {
      readonly at: number;
      readonly press: 'left' | 'right' | 'both';
      /** Milliseconds. */
      readonly held: number;
      /** The first line on the glass, and what it calls the button. */
      readonly screen: string;
      readonly button: string;
      readonly status: string;
    }
  | { readonly at: number; readonly wait: number; readonly status: string };

// Types and no interfaces: they are written as JSON.
export type Step = { readonly means: string; readonly happens: readonly Happening[] };

export type Draw = {
  readonly at: number;
  readonly for: RandomPurpose;
  readonly length: number;
  /** Left out for the health tests, whose bytes nothing comes of. */
  readonly bytes?: string;
  /** The random source is broken here. */
  readonly broken?: true;
};

/** A device, a host and a person, as a script leads them. */
export interface Scene {
  power(kind: 'on' | 'off'): void;
  /** A command of a host's; gives the data of the answer, without the status word. */
  host(means: string, command: Uint8Array, link?: number): Uint8Array;
  person<Result>(means: string, person: Person<Result>): Result;
  wait(means: string, milliseconds: number): void;
}

export interface Script {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly description: string;
  readonly before: Stored;
  /** The purpose for which the random source gives zeros. */
  readonly brokenFor?: RandomPurpose;
  /** Plays it, and gives what is stored at the end. */
  play(scene: Scene): Stored;
}
