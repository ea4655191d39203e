/**
 * The grid on which a device that works with a secret, or waits for a person, speaks (H1 by time).
 *
 * What a host asks of such a device is done right after a beat, and answered right on the next one. Presses and ticks that come
 * meanwhile wait for that beat too, in the order in which they came; with no host waiting they are done at once, if they will be over well
 * before a beat. So an answer tells neither how long the work before it took nor when a button was pressed: both end before
 * the beat on which it leaves. Work that a slot is too short for makes the answer leave a whole number of slots later; its
 * length must be a constant.
 */

/** Milliseconds between two beats. */
export const slotMs = 10;

/** What a press may take, and still be over before the time comes when it would be seen: most take a tenth of that. */
const roomMs = 5;

/** A timer is late by up to so much, and by how much tells of the work before it: the rest is waited for awake. */
const awakeMs = 2;

export interface PaceParts {
  /** Milliseconds with fractions, never going back; beats are its multiples of `slotMs`. */
  readonly now: () => number;
  /** Calls back after about so many milliseconds. */
  readonly wake: (afterMs: number, callback: () => void) => void;
  /** Calls back once what was sent has left, well before the next beat. */
  readonly afterSending: (callback: () => void) => void;
  /** Whether a secret is at work or a person answers. */
  readonly keepsPace: () => boolean;
}

export interface Pace {
  /** Something happens to the device, now or on the next beat. */
  input(work: () => void): void;
  /** A host asks something: `work` is done now or on the next beat, and what it gives is sent at once or on the beat after. */
  exchange<Answer>(work: () => Answer, send: (answer: Answer) => void): void;
  /** An answer that a person has decided on leaves on the next beat: the work behind it isn't to be seen either. */
  late(send: () => void): void;
  /** Does now what waits for the next beat: before the power goes, and before a test moves the device's clock. */
  flush(): void;
}

/** For whatever has no host that could measure it. */
export const withoutPace: Pace = {
  input: (work) => work(),
  exchange: (work, send) => send(work()),
  late: (send) => send(),
  flush: () => undefined,
};

interface Waiting {
  /** The beat that it came early enough for. That depends on nothing but the moment when it came. */
  readonly beat: number;
  readonly work: () => void;
}

export function createPace({ now, wake, afterSending, keepsPace }: PaceParts): Pace {
  const waiting: Waiting[] = [];
  let leaving: (() => void)[] = [];
  /** A beat is on its way, or its work is. */
  let beating = false;
  let lastBeat = Number.NEGATIVE_INFINITY;

  const beatAfter = (at: number): number => (Math.floor(at / slotMs) + 1) * slotMs;
  /** No host waits for an answer, and one that asks meanwhile comes to the same beat as if nothing happened. */
  const isUnseen = (): boolean => {
    if (beating) return false;
    const at = now();
    return !keepsPace() || beatAfter(at + awakeMs) - awakeMs - at >= roomMs;
  };
  /** Runs what came early enough for a beat, in the order in which it came. */
  const runUntil = (beat: number): void => {
    for (let next = waiting[0]; next !== undefined && next.beat <= beat; next = waiting[0]) {
      waiting.shift();
      next.work();
    }
  };
  const arm = (): void => {
    beating = waiting.length + leaving.length > 0;
    if (!beating) return;
    const at = now();
    wake(Math.max(beatAfter(at + awakeMs), lastBeat + slotMs) - awakeMs - at, beat);
  };
  const beat = (): void => {
    // Who was woken too late waits for the beat after: how late may depend on the work before.
    const due = Math.max(beatAfter(now()), lastBeat + slotMs);
    while (leaving.length > 0 && now() < due);
    lastBeat = due;
    const answers = leaving;
    leaving = [];
    for (const send of answers) send();
    afterSending(() => {
      runUntil(due);
      arm();
    });
  };
  const enter = (work: () => void): void => {
    waiting.push({ beat: beatAfter(now() + awakeMs), work });
    if (!beating) arm();
  };
  return {
    input(work) {
      if (isUnseen()) work();
      else enter(work);
    },
    exchange(work, send) {
      if (!beating && !keepsPace()) {
        send(work());
        return;
      }
      enter(() => {
        const answer = work();
        leaving.push(() => send(answer));
      });
    },
    late(send) {
      leaving.push(send);
      if (!beating) arm();
    },
    flush: () => runUntil(Number.POSITIVE_INFINITY),
  };
}
