// @ts-check
/**
 * A device that speaks the Hostblind protocol, version 1.2, written from README.md, docs/ and docs/vectors/ alone: no code of firmware-sim or
 * src is in it or beneath it, and the walls refuse any. It's for reading and for tests. It runs every ceremony, self-built, with or without
 * the optional ones; it has no glass and no wheel, but says what a screen would show and is told what a wheel would enter. What a real
 * device needs and this one lacks: constant time, erasing what it held, storage that survives, its own random source.
 */
import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { problemOf } from './backup-file.mjs';
import { flows } from './flows.mjs';
import { attest, certify, selfBuilt } from './identity.mjs';
import { isWord, sha256, walletIdOf, wordCounts } from './words.mjs';

/** @typedef {import('./flows.mjs').Screen} Screen @typedef {import('./flows.mjs').Act} Act */
/** @typedef {{ state: 'unfinished' | 'backed-up', words: number, tries: number, salt: Buffer, nonce: Buffer, sealed: Buffer }} Wallet */
/** What is stored. @typedef {{ id?: Buffer, key?: Buffer, name: Buffer, language?: string, wallet?: Wallet | undefined }} Stored */
/** In memory; a write that fails throws. @typedef {{ held: Stored, write: (next: Stored) => void }} Storage */

const activities =
  'none create unlock resume reveal check restore change-pin wipe rename seed-qr backup-file check-file restore-file language addresses identify'.split(
    ' ',
  );
const stages =
  'idle consent choose-pin repeat-pin warning hold words written confirm finish enter-pin unfinished discard entry-method enter-words result wipe pins-differ wrong-pin wiped fault entropy dice seed-qr stopped addresses'.split(
    ' ',
  );
const outcomes =
  'none completed declined cancelled stopped discarded wiped fault match no-match wrong-code other-wallet'.split(
    ' ',
  );
const capabilities =
  'create attest reveal check restore change-pin wipe rename entropy-check seed-qr backup-file language addresses'.split(
    ' ',
  );
/** Tags, English first. */
const languages = ['en', 'de'];

const [
  ok,
  locked,
  busy,
  wrongLength,
  notNow,
  badData,
  badParameters,
  unknownInstruction,
  unknownClass,
  deviceFault,
] = [0x9000, 0x5515, 0x6601, 0x6700, 0x6986, 0x6a80, 0x6b00, 0x6d00, 0x6e00, 0x6f00];
const nothing = Buffer.alloc(0);
const wholeSecond = 1000;
const holdMs = 1500;
const silenceMs = 120_000;
const restMs = 30_000;

/** A name that reads like an instruction is none: docs/protocol.md "Rename". */
const refusedWords = 'app hold id key keys new no not now ok pc pin say send sim tell web yes'.split(' ');
const refusedParts =
  'authentic backed backup cancel cheat click code computer confirm device email enter error genuin hostblind legacy login mnemonic official open phone photo phrase press random recover reset restore reveal secret secur seed share show support trust type typing unlock update upgrade verif visit wallet warning website wipe word wrong'.split(
    ' ',
  );

/** @param {Uint8Array} bytes */
function isName(bytes) {
  const name = Buffer.from(bytes).toString('latin1');
  const read = name
    .toLowerCase()
    .replace(/[0134578]/g, (one) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' })[one] ?? one);
  const words = read.split(/[ -]/);
  const isPlain =
    !words.some((word) => refusedWords.includes(word)) &&
    !refusedParts.some((part) => words.join('').includes(part));
  return isPlain && /^[A-Za-z0-9-]+( [A-Za-z0-9-]+)?$/.test(name);
}

export function createStorage() {
  /** @type {Storage} */
  const storage = { held: { name: nothing }, write: (next) => (storage.held = next) };
  return storage;
}

/**
 * @param {object} given
 * @param {() => number} given.now Milliseconds on the device's clock; after time has passed, `tick` says so.
 * @param {Storage} [given.storage]
 * @param {(length: number, purpose: string) => Uint8Array} [given.random]
 * @param {import('./identity.mjs').Identity} [given.identity]
 * @param {readonly string[]} [given.lacks] Optional capabilities that it has not.
 */
export function createDevice({
  now,
  storage = createStorage(),
  random = (length) => randomBytes(length),
  identity = selfBuilt,
  lacks = [],
}) {
  const has = (/** @type {string | undefined} */ capability) =>
    capability === undefined || !lacks.includes(capability);
  let certificate = nothing;
  /** @type {{ ceremony: string, flow: Iterator<Screen, string, Act> } | undefined} */
  let running;
  /** @type {Screen} */
  let screen = { stage: 'idle', title: 'Hostblind' };
  let [isOn, isBroken, awaitsPin, activity, outcome, begun] = [false, false, false, 'none', 'none', 0];
  /** @type {Buffer | undefined} */
  let walletId;
  /** @type {Buffer | undefined} */
  let releasedFile;
  /** @type {import('./flows.mjs').Candidate | undefined} */
  let check;
  /** @type {string | undefined} */
  let mismatched;
  /** @type {unknown} */
  let owner;
  let [withdrawn, restUntil, deafUntil, isDeaf, byHost] = [0, 0, 0, false, false];
  /** Buttons that are down. @type {Set<string>} */
  let down = new Set();
  /** Those that were down since the first of them. @type {Set<string>} */
  let chord = new Set();
  /** Since when the right one alone is, on a screen that asks for a hold. @type {number | undefined} */
  let heldSince;

  const wallet = () => storage.held.wallet;
  const language = () => storage.held.language ?? 'en';
  const keyOf = (/** @type {string} */ pin, /** @type {Buffer} */ salt) =>
    pbkdf2Sync(pin, salt, 1000, 32, 'sha256');
  /** The state is sealed with the wallet, so that nobody can edit it in storage. */
  const labelOf = (/** @type {Pick<Wallet, 'state' | 'words'>} */ { state, words }) =>
    Buffer.from(`${state} ${words}`);

  /** Random bytes, of a source that is tested each time: no byte six times in a row. @param {string} purpose @param {number} length */
  function draw(purpose, length) {
    const sample = Buffer.from(random(1024, 'health')).toString('latin1');
    const bytes = Buffer.from(random(length, purpose));
    if (/(.)\1{5}/s.test(sample) || bytes.every((byte) => byte === bytes[0]))
      throw new Error('The random source is broken.');
    return bytes;
  }

  /** @param {Wallet['state']} state @param {{ entropy: Buffer, key: Buffer }} opened @param {Buffer} salt */
  function seal(state, { entropy, key }, salt) {
    const words = (entropy.length * 3) / 4;
    const nonce = draw('storage', 12);
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 }).setAAD(
      labelOf({ state, words }),
      { plaintextLength: entropy.length },
    );
    const sealed = Buffer.concat([cipher.update(entropy), cipher.final(), cipher.getAuthTag()]);
    storage.write({ ...storage.held, wallet: { state, words, tries: 3, salt, nonce, sealed } });
  }

  /** @type {import('./flows.mjs').Device} */
  const device = {
    draw,
    now,
    wallet: () => wallet()?.state,
    tryPin(pin) {
      const held = wallet();
      if (held === undefined) return undefined;
      storage.write({ ...storage.held, wallet: { ...held, tries: held.tries - 1 } });
      const key = keyOf(pin, held.salt);
      const decipher = createDecipheriv('chacha20-poly1305', key, held.nonce, { authTagLength: 16 }).setAAD(
        labelOf(held),
        { plaintextLength: held.sealed.length - 16 },
      );
      decipher.setAuthTag(held.sealed.subarray(-16));
      const entropy = decipher.update(held.sealed.subarray(0, -16));
      try {
        decipher.final();
      } catch {
        if (held.tries === 1) device.wipe();
        return undefined;
      }
      storage.write({ ...storage.held, wallet: { ...held, tries: 3 } });
      return { entropy, key };
    },
    store(state, entropy, pin) {
      const salt = draw('storage', 16);
      const opened = { entropy, key: keyOf(pin, salt) };
      seal(state, opened, salt);
      return opened;
    },
    markBackedUp: (opened) => seal('backed-up', opened, wallet()?.salt ?? nothing),
    erase(name = storage.held.name) {
      storage.write({ ...storage.held, name, wallet: undefined });
      walletId = undefined;
    },
    wipe: () => device.erase(nothing),
    rename: (name) => storage.write({ ...storage.held, name: Buffer.from(name) }),
    language,
    speak: (tag) => storage.write({ ...storage.held, language: tag }),
    mismatch: (told) => (mismatched = told),
    setCheck: (candidate) => (check = candidate),
    release(entropy) {
      walletId = walletIdOf(entropy);
      awaitsPin = false;
    },
    releaseFile: (file) => (releasedFile = file),
    opened: () => (awaitsPin = false),
  };

  /** @param {Screen} next */
  function show(next) {
    screen = next;
    chord = new Set();
    heldSince = undefined;
    deafUntil = byHost ? now() + wholeSecond : 0;
    isDeaf = byHost || down.size > 0;
  }

  /** @param {string} ceremony @param {unknown} [link] @param {unknown} [asked] */
  function begin(ceremony, link, asked) {
    if (ceremony !== 'unlock') [outcome, begun, releasedFile] = ['none', (begun + 1) % 65_536, undefined];
    [activity, owner, mismatched] = [ceremony === 'discard' ? 'resume' : ceremony, link, undefined];
    running = {
      ceremony,
      flow: flows[/** @type {keyof typeof flows} */ (ceremony)](device, /** @type {any} */ (asked)),
    };
    go({});
  }

  /** On to the next screen. A write that fails, or a random source, throws. @param {Act} act */
  function go(act) {
    if (running === undefined) return;
    try {
      const { done, value } = running.flow.next(act);
      if (!done) return show(value);
      // A mismatch that the person has gone on from counts, however they leave.
      if (value !== '') outcome = value === 'stopped' ? (mismatched ?? value) : value;
      leave();
    } catch {
      halt('fault', 'Device fault', 'fault');
    }
  }

  /** Nothing runs any more; the person reads why, and leaves that screen. @param {string} stage @param {string} title @param {string} told */
  function halt(stage, title, told) {
    const leavesLocked = ['create', 'resume', 'discard', 'restore', 'restore-file', 'unlock'].includes(
      running?.ceremony ?? '',
    );
    [running, check, outcome] = [undefined, undefined, told];
    if (wallet() !== undefined && leavesLocked) awaitsPin = true;
    show({ stage, title, right: 'OK' });
  }

  /** What a device does that no ceremony keeps busy. */
  function leave() {
    [running, activity, owner] = [undefined, 'none', undefined];
    if (wallet()?.state === 'unfinished') {
      [activity, awaitsPin] = ['resume', true];
      show({ stage: 'unfinished', title: 'Not backed up', left: 'Discard', right: 'Resume' });
    } else if (wallet() !== undefined && awaitsPin) {
      begin('unlock');
    } else {
      awaitsPin = false;
      show({ stage: 'idle', title: wallet() === undefined ? 'Hostblind' : 'Backed up' });
    }
  }

  /** @param {Act} act */
  function act(act) {
    const { stage } = screen;
    if (stage === 'stopped' && withdrawn >= 3) [withdrawn, restUntil] = [0, now() + restMs];
    if (stage === 'consent') withdrawn = 0;
    if (stage === 'stopped' || stage === 'fault') leave();
    else if (stage === 'unfinished') begin(act.press === 'right' ? 'resume' : 'discard');
    else go(act);
  }

  function stop() {
    if (screen.stage === 'consent') withdrawn += 1;
    halt('stopped', 'Stopped', mismatched ?? 'cancelled');
  }

  function status() {
    const held = isBroken ? undefined : wallet();
    const told = [
      1,
      held === undefined ? 0 : held.state === 'unfinished' ? 1 : 2,
      held !== undefined && awaitsPin ? 1 : 0,
    ];
    const place = [
      activities.indexOf(activity),
      isBroken ? 0 : stages.indexOf(screen.stage),
      screen.position ?? 0,
      screen.total ?? 0,
      outcomes.indexOf(outcome),
    ];
    return Buffer.from([
      ...told,
      ...place,
      begun >> 8,
      begun & 255,
      isBroken ? 0 : (held?.tries ?? 3),
      held?.words ?? 0,
    ]);
  }

  /** @param {Buffer | undefined} what */
  function released(what) {
    if (wallet()?.state !== 'backed-up') return notNow;
    return awaitsPin ? locked : (what ?? notNow);
  }

  /** What an attestation says. */
  function idOrZeros() {
    const id = released(walletId);
    return typeof id === 'number' ? Buffer.alloc(16) : id;
  }

  /** @param {string} ceremony @param {string} needs @param {(data: Buffer) => unknown} [read] */
  const request = (ceremony, needs, read) => (/** @type {Buffer} */ data, /** @type {unknown} */ link) => {
    if (activity === 'unlock') return locked;
    if (activity !== 'none' || now() < restUntil) return busy;
    if (needs !== 'any' && needs !== (wallet()?.state ?? 'empty')) return notNow;
    begin(ceremony, link, read?.(data));
    return nothing;
  };

  /** A step of the entropy check, where it's in its turn. @param {(check: import('./flows.mjs').Candidate, data: Buffer) => Buffer | number} take */
  const step = (take) => (/** @type {Buffer} */ data, /** @type {unknown} */ link) => {
    const one = check;
    if (activity === 'unlock') return locked;
    if (one === undefined) return notNow;
    const answer = take(one, data);
    if (typeof answer !== 'number') [one.since, owner] = [now(), link];
    return answer;
  };

  const none = {
    length: [0],
    capability: undefined,
    isGood: (/** @type {Buffer} */ _data) => true,
    anyLink: false,
  };
  /** @typedef {typeof none | (Omit<typeof none, 'capability'> & { capability: string })} Rule */
  /** @typedef {Rule & { run: (data: Buffer, link: unknown) => Buffer | number }} Command */
  const isCount = (/** @type {Buffer} */ data) => wordCounts.includes(data[0] ?? 0);
  const upTo = (/** @type {number} */ most) => Array.from({ length: most }, (_, at) => at + 1);
  const aFile = {
    ...none,
    length: upTo(255),
    capability: 'backup-file',
    isGood: (/** @type {Buffer} */ data) => problemOf(data) === undefined,
  };
  const entropyCheck = { ...none, capability: 'entropy-check' };

  /** @type {Record<number, Command>} */
  const commands = {
    0x01: {
      ...none,
      anyLink: true,
      run: () =>
        Buffer.concat([
          Buffer.from([3, 1, 0, 0, identity.kind, 0]),
          capabilityBits(),
          storage.held.id ?? nothing,
        ]),
    },
    0x02: { ...none, anyLink: true, run: status },
    0x03: {
      ...none,
      anyLink: true,
      run() {
        if (
          ['none', 'unlock'].includes(activity) ||
          ['unfinished', 'stopped', 'fault', 'wiped'].includes(screen.stage)
        )
          return notNow;
        stop();
        return nothing;
      },
    },
    0x04: {
      ...none,
      capability: 'attest',
      length: [32],
      run: (challenge) =>
        attest({
          key: storage.held.key ?? nothing,
          certificate,
          challenge,
          status: status(),
          walletId: idOrZeros(),
        }),
    },
    0x05: { ...none, run: () => released(walletId) },
    0x06: { ...none, capability: 'rename', run: () => storage.held.name },
    0x07: { ...none, capability: 'backup-file', run: () => released(releasedFile) },
    0x08: { ...none, capability: 'attest', anyLink: true, run: () => certificate },
    0x09: {
      ...none,
      capability: 'language',
      run: () =>
        Buffer.concat([
          Buffer.from(language()),
          Buffer.from([languages.length]),
          Buffer.from(languages.join('')),
        ]),
    },
    0x10: {
      ...none,
      capability: 'create',
      length: [2],
      isGood: (data) => isCount(data) && (data[1] ?? 0) < (has('entropy-check') ? 4 : 1),
      run: request('create', 'empty', ([words, flags = 0]) => ({
        words,
        checked: (flags & 1) === 1,
        dice: (flags & 2) === 2,
      })),
    },
    0x11: {
      ...entropyCheck,
      run: step((one) => {
        if (one.part !== undefined) return notNow;
        try {
          one.part = one.draw();
        } catch {
          halt('fault', 'Device fault', 'fault');
          return deviceFault;
        }
        one.number += 1;
        const number = Buffer.from([one.number]);
        return Buffer.concat([
          number,
          createHmac('sha256', one.part).update('Hostblind entropy commitment v1').update(number).digest(),
        ]);
      }),
    },
    0x12: {
      ...entropyCheck,
      length: [32],
      isGood: (part) => part.some((byte) => byte !== part[0]),
      run: step((one, part) => {
        if (one.part === undefined || one.walletId !== undefined) return notNow;
        if (one.seen.includes(part.toString('hex'))) return badData;
        one.seen.push(part.toString('hex'));
        one.entropy = sha256(one.part, part).subarray(0, (one.words * 4) / 3);
        one.walletId = walletIdOf(one.entropy);
        return one.walletId;
      }),
    },
    0x13: {
      ...entropyCheck,
      length: [16],
      run: step((one, id) => {
        if (one.part === undefined || one.walletId === undefined || one.number > 64) return notNow;
        if (!id.equals(one.walletId)) return badData;
        const { part } = one;
        [one.part, one.walletId] = [undefined, undefined];
        return part;
      }),
    },
    0x14: {
      ...entropyCheck,
      length: [16],
      run: step((one, id) => {
        if (one.walletId === undefined) return notNow;
        if (!id.equals(one.walletId)) return badData;
        one.part = undefined;
        go({ entry: 'kept' });
        return nothing;
      }),
    },
    0x20: { ...none, capability: 'reveal', run: request('reveal', 'backed-up') },
    0x21: { ...none, capability: 'check', run: request('check', 'backed-up') },
    0x22: {
      ...none,
      capability: 'restore',
      length: [1],
      isGood: isCount,
      run: request('restore', 'empty', ([words]) => ({ words })),
    },
    0x23: { ...none, capability: 'change-pin', run: request('change-pin', 'backed-up') },
    0x24: { ...none, capability: 'wipe', run: request('wipe', 'backed-up') },
    0x25: {
      ...none,
      capability: 'rename',
      length: upTo(12),
      isGood: isName,
      run: request('rename', 'any', (name) => ({ name })),
    },
    0x26: { ...none, capability: 'seed-qr', run: request('seed-qr', 'backed-up') },
    0x27: { ...none, capability: 'backup-file', run: request('backup-file', 'backed-up') },
    0x28: { ...aFile, run: request('check-file', 'backed-up', (file) => ({ file })) },
    0x29: { ...aFile, run: request('restore-file', 'empty', (file) => ({ file })) },
    0x2a: {
      ...none,
      capability: 'language',
      length: [2],
      isGood: (tag) => languages.includes(tag.toString('latin1')),
      run(tag, link) {
        const asked = tag.toString('latin1');
        const begun = request('language', asked === language() ? 'none' : 'any', () => ({ tag: asked }));
        return begun(tag, link);
      },
    },
    0x2b: { ...none, capability: 'addresses', run: request('addresses', 'backed-up') },
    0x2c: {
      ...none,
      capability: 'addresses',
      length: [1],
      isGood: isCount,
      run: request('identify', 'empty', ([words]) => ({ words })),
    },
  };
  /** @type {Command} */
  const appName = {
    ...none,
    anyLink: true,
    run: () =>
      Buffer.concat([
        Buffer.from([1, 9]),
        Buffer.from('Hostblind'),
        Buffer.from([5]),
        Buffer.from('1.0.0'),
        Buffer.from([1, 0]),
      ]),
  };

  /** The order of checks: docs/protocol/answers.md. @param {Buffer} message @param {unknown} link @returns {Buffer | number} */
  function answer(message, link) {
    const [cla, ins = 0, p1, p2, lc = 0] = message;
    const data = message.subarray(5);
    if (cla !== undefined && cla !== 0xc8 && cla !== 0xb0) return unknownClass;
    if (message.length < 4 || lc !== data.length) return wrongLength;
    const command = cla === 0xb0 ? (ins === 1 ? appName : undefined) : commands[ins];
    if (command === undefined || !has(command.capability)) return unknownInstruction;
    if (p1 !== 0 || p2 !== 0) return badParameters;
    if (!command.length.includes(data.length)) return wrongLength;
    if (!command.isGood(data)) return badData;
    if (isBroken && command !== appName && ins !== 2) return deviceFault;
    if (!command.anyLink && owner !== undefined && owner !== link) return busy;
    return command.run(data, link);
  }

  /** What time brings: the end of a hold, and of the patience with a silent host. */
  function tick() {
    if (heldSince !== undefined && now() - heldSince >= holdMs) act({ press: 'right' });
    if (check !== undefined && now() - check.since >= silenceMs) {
      byHost = true;
      stop();
      byHost = false;
    }
  }

  const buttons = /** @type {const} */ (['left', 'right', 'both']);
  /** @typedef {'left' | 'right'} Button */
  return {
    get screen() {
      return screen;
    },
    get isOn() {
      return isOn;
    },
    /** Until when the screen takes no press. */
    get deafUntil() {
      return deafUntil;
    },
    status,
    tick,
    powerOn() {
      isOn = true;
      down = new Set();
      try {
        draw('health', 1024);
        if (storage.held.id === undefined)
          storage.write({ ...storage.held, id: draw('device', 16), key: draw('device', 32) });
        certificate = certify(identity, storage.held.id ?? nothing, storage.held.key ?? nothing);
        awaitsPin = wallet() !== undefined;
        leave();
      } catch {
        [isBroken, outcome] = [true, 'fault'];
        show({ stage: 'idle', title: 'Device fault' });
      }
    },
    powerOff() {
      [isOn, isBroken, activity, outcome, begun, withdrawn, restUntil] = [
        false,
        false,
        'none',
        'none',
        0,
        0,
        0,
      ];
      [running, check, walletId, releasedFile, owner, heldSince] = [
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ];
    },
    /** @param {Uint8Array} message @param {unknown} [link] What tells this link from others. */
    exchange(message, link = 'the only one') {
      tick();
      byHost = true;
      const answered = answer(Buffer.from(message), link);
      byHost = false;
      const [data, word] = typeof answered === 'number' ? [nothing, answered] : [answered, ok];
      return Buffer.concat([data, Buffer.from([word >> 8, word & 255])]);
    },
    /** A link that is gone. What it began goes on, and is nobody's. @param {unknown} link */
    gone(link) {
      if (owner === link) owner = undefined;
    },
    /** @param {Button} button */
    down(button) {
      tick();
      if (isDeaf && down.size === 0 && now() >= deafUntil) isDeaf = false;
      down.add(button);
      if (isDeaf) return;
      chord.add(button);
      heldSince = screen.hold === true && button === 'right' && down.size === 1 ? now() : undefined;
    },
    /** @param {Button} button */
    up(button) {
      tick();
      down.delete(button);
      heldSince = undefined;
      if (down.size > 0) return;
      const [pressed] = buttons.filter((one) =>
        one === 'both' ? chord.size === 2 : chord.size === 1 && chord.has(one),
      );
      chord = new Set();
      const wheels = screen.entry !== undefined && screen.entry !== 'word';
      if (
        !isDeaf &&
        pressed !== undefined &&
        screen[pressed] !== undefined &&
        !wheels &&
        !(screen.hold && pressed === 'right')
      )
        act({ press: pressed });
    },
    /** What a wheel would enter: a PIN, a word, a roll or "Delete", one of the choices. @param {string} entry */
    enter(entry) {
      tick();
      const { entry: kind, choices = [] } = screen;
      const fits = {
        pin: /^\d{4,8}$/.test(entry),
        word: isWord(entry),
        roll: /^([1-6]|Delete)$/.test(entry),
        choice: choices.includes(entry),
      };
      if (now() >= deafUntil && kind !== undefined && fits[kind]) act({ entry });
    },
  };

  function capabilityBits() {
    const bits = capabilities.reduce((sum, capability, bit) => sum | (has(capability) ? 1 << bit : 0), 0);
    return Buffer.from([bits >> 8, bits & 255]);
  }
}
