/** The board of the sandboxed frame, without the page: what the core needs, and what the page may do to it. */
import type { Board, Button, DeviceEvent, Firmware, Frame, GlassLanguages } from '../../core/board.ts';
import type { Pace } from '../../pace/pace.ts';
import { createMemoryStorage } from './memory-storage.ts';

export interface BrowserBoardParts {
  readonly createFirmware: (board: Board) => Firmware;
  /** Milliseconds, never going back. */
  readonly now: () => number;
  /** Exactly `length` cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly createPace: (keepsPace: () => boolean) => Pace;
  readonly languages?: GlassLanguages | undefined;
  readonly addresses?: Board['addresses'];
  readonly openKeys?: Board['openKeys'];
  /** Shows a picture at once; it is drawn over after the call. */
  readonly show: (frame: Frame) => void;
}

export interface BrowserBoard {
  press(button: Button): void;
  release(button: Button): void;
  /** `unseen`: nobody can see the glass. */
  tick(unseen?: boolean): void;
  /** One APDU in, one out, as late as a person decides on it; none when the device has been switched off. */
  exchange(command: Uint8Array, answer: (response: Uint8Array) => void): void;
  /** Erases what is in memory for good: a new page makes a new device. */
  powerOff(): void;
}

/** Switches on a device that has never been used. */
export function createBrowserBoard(parts: BrowserBoardParts): BrowserBoard {
  let firmware: Firmware | undefined = parts.createFirmware({
    simulator: true,
    display: { show: parts.show },
    storage: createMemoryStorage(),
    clock: { now: parts.now },
    random: (_purpose, length) => parts.random(length),
    languages: parts.languages,
    addresses: parts.addresses,
    openKeys: parts.openKeys,
  });
  const handle = (event: DeviceEvent): void => pace.input(() => firmware?.handle(event));
  const pace = parts.createPace(() => firmware?.keepsPace() ?? false);
  return {
    press: (button) => handle({ kind: 'press', button }),
    release: (button) => handle({ kind: 'release', button }),
    tick: (unseen = false) => handle({ kind: 'tick', unseen }),
    exchange(command, answer) {
      pace.exchange(
        () =>
          firmware?.ask?.(command, (late) => pace.late(() => answer(late))) ?? firmware?.exchange(command),
        (response) => {
          if (response instanceof Uint8Array) answer(response);
        },
      );
    },
    powerOff() {
      firmware?.powerOff();
      firmware = undefined;
    },
  };
}
