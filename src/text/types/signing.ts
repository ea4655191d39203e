/** The texts of "Sign a message": written, read on the device, signed; and the one text field of this app. */
import type { ErrorCode } from '../../protocol/errors.ts';
import type { Signing } from '../../session/state.ts';
import type { NoticeText } from './app.ts';

export interface SigningMessages {
  readonly title: string;
  /** What for. */
  readonly lead: string;
  readonly message: string;
  /** Under the field, always. */
  readonly noWords: string;
  /** How much more a device takes, said when there isn't much. `bytes`: above 0. */
  readonly left: (bytes: number) => string;
  /** `bytes`: how much it is too long. */
  readonly tooLong: (bytes: number) => string;
  /** The field holds what a recovery phrase is made of. */
  readonly looksLikeWords: NoticeText;
  /** A character that can't be sent: half of one. */
  readonly brokenCharacter: string;
  readonly otherAccount: string;
  readonly account: string;
  readonly accountHint: string;
  readonly ask: string;
  readonly running: {
    readonly title: string;
    /** The message as it was sent. */
    readonly sent: string;
    /** The same, where the glass writes some of its characters in another way. */
    readonly onGlass: string;
    /** That only the device can stop it. */
    readonly stop: string;
  };
  /** What the device waits for, or this computer does. */
  readonly steps: Record<Extract<Signing, { kind: 'running' }>['step'], string>;
  readonly failed: {
    readonly title: string;
    /** Where more is to be said than of that error anywhere. */
    readonly failures: Partial<Record<ErrorCode, readonly string[]>>;
  };
  readonly signed: {
    readonly title: string;
    readonly lead: string;
    readonly address: string;
    readonly signature: string;
    /** A button beside each: marks the text, to be copied. */
    readonly select: string;
    /** How it goes on once it's marked. */
    readonly selected: string;
    /** That the computer's number is in it, and what that's good for. */
    readonly checked: string;
    readonly why: string;
    readonly save: string;
    readonly another: string;
    readonly done: string;
  };
}
