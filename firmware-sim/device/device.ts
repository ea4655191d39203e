/**
 * One simulated device: board, firmware, the picture on its glass, and its power. Synchronous: when a call returns
 * the device has settled and everyone who listens has been told.
 */
import { randomFillSync } from 'node:crypto';
import { screenHeight, screenWidth } from '../../src/protocol/screen-size.ts';
import type { Board, Button, DeviceEvent, Frame, ServedFirmware, Storage, TakeLate } from '../core/board.ts';
import { deriveAddresses } from '../core/vault/addresses/derive-addresses.ts';
import { withoutPace, type Pace } from '../pace/pace.ts';
import { createDeviceTime, type DeviceTime } from './device-time.ts';
import { stretchKey } from './stretch-key.ts';

/** A picture that was on the glass, and its place in the order of pictures. */
export interface Screen extends Frame {
  /** Counts pictures from 1 and never goes back, also not when the power is cut. */
  readonly sequence: number;
}

export type Unsubscribe = () => void;

/** One way to a device, such as a connection. */
export interface DeviceLink {
  /** One APDU in, one out; `undefined` without power, and from a device that is at work and answers nothing. By this way it has no apps. */
  exchange(command: Uint8Array): Uint8Array | undefined;
  /**
   * The same where a command of an app can wait for the person: after `waits`, `late` takes the response; never, if the power goes or
   * the link is closed before.
   */
  ask(command: Uint8Array, late: TakeLate): Uint8Array | 'waits' | undefined;
  /** What this link began continues, and any other link may take it up. */
  close(): void;
}

export interface Device {
  /** Every port asks through it, so that the time of an answer tells nothing (H1). */
  readonly pace: Pace;
  readonly time: DeviceTime;
  powered(): boolean;
  /** New firmware on the same storage, with no button down. Nothing happens when the power is on. */
  powerOn(): void;
  powerOff(): void;
  /** Another way to the device: to it, each is another host. */
  connect(): DeviceLink;
  /**
   * A button that is down cannot go down again: repeats are ignored, as is any press without power. A device that keeps
   * pace takes it on the next beat: `settled` waits for that.
   */
  press(button: Button): void;
  release(button: Button): void;
  /** Once the device has taken all presses made so far. */
  settled(): Promise<void>;
  /** What is on the glass now; black without power. */
  screen(): Screen;
  /** After each picture, in order. A listener may press buttons: what that draws is told afterwards. */
  onScreen(listener: (screen: Screen) => void): Unsubscribe;
  /** After each tick of the device's clock. */
  onTick(listener: () => void): Unsubscribe;
  onPower(listener: (powered: boolean) => void): Unsubscribe;
  /** Cuts the power and stops the clock. */
  close(): void;
}

export interface DeviceParts {
  readonly storage: Storage;
  readonly createFirmware: (board: Board) => ServedFirmware;
  /** What its glass can be read in beside English. */
  readonly languages?: Board['languages'];
  /** What it signs with; without, it signs nothing. */
  readonly openKeys?: Board['openKeys'];
  readonly realNow?: () => number;
  /** The grid of a device that hosts can measure; without one it does everything at once. */
  readonly createPace?: (keepsPace: () => boolean) => Pace;
}

const blank = { width: screenWidth, height: screenHeight, lines: [] };

/** Makes a device and switches it on. */
export function createDevice(parts: DeviceParts): Device {
  const screenListeners = new Set<(screen: Screen) => void>();
  const tickListeners = new Set<() => void>();
  const powerListeners = new Set<(powered: boolean) => void>();
  const pressed = new Set<Button>();
  const unpublished: Frame[] = [];
  let publishing = false;
  let links = 0;
  let firmware: ServedFirmware | undefined;
  let screen: Screen = { ...blank, pixels: new Uint8Array((screenWidth / 8) * screenHeight), sequence: 0 };

  const keep = (frame: Frame): void => {
    unpublished.push({ ...frame, pixels: frame.pixels.slice(), lines: [...frame.lines] });
  };
  // Pictures are told about only after the firmware has returned: a listener that presses a button would
  // otherwise call the firmware from inside itself. Pictures drawn meanwhile queue up behind.
  const publish = (): void => {
    if (publishing) return;
    publishing = true;
    try {
      for (let frame = unpublished.shift(); frame !== undefined; frame = unpublished.shift()) {
        screen = { ...frame, sequence: screen.sequence + 1 };
        for (const listener of screenListeners) listener(screen);
      }
    } finally {
      publishing = false;
    }
  };
  const handle = (event: DeviceEvent): void => {
    firmware?.handle(event);
    publish();
  };
  const tick = (): void => {
    handle({ kind: 'tick' });
    for (const listener of tickListeners) listener();
  };
  const pace = parts.createPace?.(() => firmware?.keepsPace?.() ?? false) ?? withoutPace;
  const time = createDeviceTime((stepped) => {
    if (!stepped) pace.input(tick);
    else {
      pace.flush();
      tick();
    }
  }, parts.realNow);

  const board: Board = {
    simulator: true,
    display: { show: keep },
    storage: parts.storage,
    clock: { now: () => time.now() },
    random: (_purpose, length) => randomFillSync(new Uint8Array(new ArrayBuffer(length))),
    stretchKey,
    languages: parts.languages,
    addresses: () => deriveAddresses,
    openKeys: parts.openKeys,
  };
  const powerOn = (): void => {
    if (firmware !== undefined) return;
    pressed.clear();
    firmware = parts.createFirmware(board);
    publish();
    for (const listener of powerListeners) listener(true);
  };
  const powerOff = (): void => {
    // What was pressed before the power went was pressed.
    pace.flush();
    if (firmware === undefined) return;
    const dying = firmware;
    firmware = undefined;
    pressed.clear();
    dying.powerOff();
    keep({ ...blank, pixels: new Uint8Array(screen.pixels.length) });
    publish();
    for (const listener of powerListeners) listener(false);
  };
  const subscribe = <T>(listeners: Set<T>, listener: T): Unsubscribe => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  powerOn();
  return {
    time,
    powered: () => firmware !== undefined,
    powerOn,
    powerOff,
    connect() {
      const link = (links += 1);
      let isOpen = true;
      /** A copy in a plain array: a slice of a network buffer would share memory with the next message. */
      const given = <Response>(
        command: Uint8Array,
        give: (asked: ServedFirmware, bytes: Uint8Array) => Response,
      ): Response | undefined => {
        // A command that waited for its beat while its connection went: nothing may belong to a link that is gone.
        if (!isOpen || firmware === undefined) return undefined;
        const response = give(firmware, new Uint8Array(command));
        publish();
        return response;
      };
      return {
        exchange: (command) => given(command, (asked, bytes) => asked.exchange(bytes, link)),
        ask: (command, late) =>
          given(command, (asked, bytes) => {
            const deliver: TakeLate = (response) =>
              pace.late(() => {
                if (isOpen && firmware === asked) late(response);
              });
            return asked.ask === undefined ? asked.exchange(bytes, link) : asked.ask(bytes, deliver, link);
          }),
        close() {
          isOpen = false;
          firmware?.unlink?.(link);
        },
      };
    },
    pace,
    press(button) {
      if (firmware === undefined || pressed.has(button)) return;
      pressed.add(button);
      pace.input(() => handle({ kind: 'press', button }));
    },
    release(button) {
      if (pressed.delete(button)) pace.input(() => handle({ kind: 'release', button }));
    },
    settled: () => new Promise((resolve) => pace.input(resolve)),
    screen: () => screen,
    onScreen: (listener) => subscribe(screenListeners, listener),
    onTick: (listener) => subscribe(tickListeners, listener),
    onPower: (listener) => subscribe(powerListeners, listener),
    close() {
      powerOff();
      time.close();
    },
  };
}
