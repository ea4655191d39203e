// @ts-check
/**
 * A person at the device, by meaning: one line a thing to do, such as `agree`, `pin 1234` or `hold`. The press port of serve.mjs takes the same
 * lines. What was written down is on a paper that no host sees, and comes back in the confirmation.
 */

/** @typedef {ReturnType<typeof import('./device.mjs').createDevice>} Device */
/** @typedef {'left' | 'right' | 'both'} Press */

const pressMs = 50;
/** A button by what it's for, whatever the glass calls it. @type {Record<string, Press>} */
const buttons = {
  agree: 'right',
  next: 'right',
  decline: 'left',
  back: 'left',
  both: 'both',
  left: 'left',
  right: 'right',
};
/** As a fair die gives them. */
const someRolls =
  '443123526622364661551155536624461431351423521515234544411661313543322352462124121445532342526156223';

/** @param {Device} device @param {(ms: number) => Promise<unknown> | void} sleep Lets the device's time pass. @param {() => number} now */
export function createPerson(device, sleep, now) {
  /** @type {{ words: string[], code: string[], sheet: string[] }} */
  const paper = { words: [], code: [], sheet: [] };

  /** A timer may be early. */
  async function untilItListens() {
    while (now() < device.deafUntil) await sleep(device.deafUntil - now());
  }

  /** @param {Press} button @param {number} [ms] */
  async function press(button, ms = pressMs) {
    await untilItListens();
    const both = button === 'both' ? /** @type {const} */ (['left', 'right']) : [button];
    for (const one of both) device.down(one);
    await sleep(ms);
    for (const one of both) device.up(one);
  }

  /** @param {string} entry */
  async function enter(entry) {
    await untilItListens();
    await sleep(pressMs);
    device.enter(entry);
  }

  /** @param {number} until */
  async function write(until) {
    while (device.screen.stage === 'words') {
      const { title, position = 1, total, shows = '' } = device.screen;
      if (position === 1) paper.sheet = [];
      paper.sheet[position - 1] = shows;
      if (position === total) paper[title.startsWith('Code') ? 'code' : 'words'] = paper.sheet;
      if (position >= until) return;
      await press('right');
    }
  }

  /** @param {string[]} words */
  async function enterAll(words) {
    if (device.screen.stage === 'entry-method') await press('right');
    for (const word of words) await enter(word);
  }

  /** Answers rightly until a position is asked for. @param {number} until */
  async function answer(until) {
    if (device.screen.stage === 'written') await confirm();
    while (device.screen.entry === 'choice') {
      const [, number = ''] = /(\d+) of \d+\?$/.exec(device.screen.title) ?? [];
      if (Number(number) === until) return;
      await enter(paper.sheet[Number(number) - 1] ?? '');
    }
  }

  const confirm = () => press(device.screen.both === undefined ? 'right' : 'both');
  const other = (/** @type {string[]} */ [first, ...rest]) => [first === 'zoo' ? 'abandon' : 'zoo', ...rest];

  /** @type {Record<string, (rest: string) => Promise<void>>} */
  const lines = {
    hold: (ms) => press('right', ms === '' ? 1600 : Number(ms)),
    pin: enter,
    enter,
    async 'choose-pin'(pin) {
      await enter(pin);
      await enter(pin);
    },
    read: (position) => write(Number(position)),
    'write-down': () => write(Infinity),
    confirm,
    'confirm-words': () => answer(Infinity),
    /** Answers one question wrongly, and reads the word again. */
    async slip(position) {
      await answer(Number(position));
      await enter(device.screen.choices?.find((word) => word !== paper.sheet[Number(position) - 1]) ?? '');
      await press('right');
      await press('right');
    },
    async 'roll-dice'(rolls) {
      for (const one of rolls === '' ? someRolls : rolls)
        if (device.screen.entry === 'roll') await enter(one);
      await press('right');
    },
    'choose-letters': () => press('left'),
    'choose-halving': () => press('right'),
    'choose-standard': () => press('left'),
    'choose-compact': () => press('right'),
    'enter-words': (words) => enterAll(words === '' ? paper.words : words.split(' ')),
    'enter-other-words': () => enterAll(other(paper.words)),
    'enter-code': (words) => enterAll(words === '' ? paper.code : words.split(' ')),
    'enter-other-code': () => enterAll(other(paper.code)),
    async 'copy-squares'() {
      while (device.screen.stage === 'seed-qr') await press('right');
    },
    async 'read-addresses'() {
      while (device.screen.stage === 'addresses') await press('right');
    },
    /** From the warning to the last word. */
    async reveal() {
      await press('right');
      await press('right', 1600);
      await write(Infinity);
    },
    'power-off': async () => device.powerOff(),
    'power-on': async () => device.powerOn(),
    wait: async (ms) => {
      await sleep(Number(ms));
    },
  };

  return {
    paper,
    /** @param {string} line */
    async does(line) {
      const [verb = '', ...rest] = line.trim().split(' ');
      const [button, act] = [buttons[verb], lines[verb]];
      if (button !== undefined) await press(button);
      else if (act !== undefined) await act(rest.join(' '));
      else throw new Error(`Nobody knows what "${verb}" means.`);
    },
  };
}
