/** Plays a script on twins. Throws `ToldApart` where the wire tells them apart; counts what the script reached. */
import { responseData } from '../../../src/protocol/apdu.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../../src/protocol/commands/create.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import type { PublicState, WordCount } from '../../../src/protocol/public-state.ts';
import { agree, agreeToNewWallet, choosePin, createWallet, enterPin, makeBackupFile } from '../person.ts';
import { stepsOf } from '../recorder.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../test-device.ts';
import { createEntropyHost, someRolls } from './entropy-script.ts';
import { pilot, shownWord, type Intent, type PilotAction } from './pilot.ts';
import { quickRandom } from './quick-random.ts';
import type { Tally } from './summary.ts';
import { phrasePool, rightPin, type Move, type TwinRequest, type TwinScript } from './twin-scripts.ts';
import { strangersCode } from './strangers-file.ts';
import { createTwins, type Twin, type Twins, type TwinStep } from './twins.ts';

interface Stored {
  readonly image: Uint8Array;
  readonly paper: readonly string[];
}

interface StoredFile {
  readonly file: Uint8Array;
  readonly code: readonly string[];
}

export interface TwinCoverage {
  readonly stages: Tally;
  readonly outcomes: Tally;
  readonly moves: Tally;
}

/** Makes devices of a firmware: the real one, or one with a leak sown into it. */
export type DeviceMaker = (options: Parameters<typeof createTestDevice>[0]) => TestDevice;

const phraseSeed = (index: number): string => `phrase ${index}`;

function drawnDevice(make: DeviceMaker, phrase: number, wordCount: WordCount): TestDevice {
  const device = make({ random: quickRandom({ all: 'at the factory', phrase: phraseSeed(phrase) }) });
  device.exchange(encodeCreateRequest({ wordCount }));
  return device;
}

/**
 * What a device stores once it was led so far, and the words of its person; made once for each phrase. A shelf may be
 * filled by another firmware than the one that is then run from it.
 */
export function createShelf(make: DeviceMaker = createTestDevice) {
  const shelf = new Map<string, Stored>();
  const files = new Map<string, StoredFile>();
  const kept = (key: string, fill: () => Stored): Stored => {
    const found = shelf.get(key) ?? fill();
    shelf.set(key, found);
    return found;
  };
  return {
    backedUp: (phrase: number, wordCount: WordCount): Stored =>
      kept(`backed up ${phrase} ${wordCount}`, () => {
        const device = drawnDevice(make, phrase, wordCount);
        const paper = device.person(createWallet(wordCount, rightPin));
        // A name of its own, so that the answer that has one has something to leak by.
        device.exchange(encodeCeremonyRequest({ kind: 'rename', name: 'Twin' }));
        device.person(agree('Rename?'));
        return { image: device.storage.bytes.slice(), paper };
      }),
    /** A backup file of that wallet and its code; files of one `code` have the same one. */
    file(phrase: number, wordCount: WordCount, code: string): StoredFile {
      const key = `file ${phrase} ${wordCount} ${code}`;
      const found = files.get(key);
      if (found !== undefined) return found;
      const storage = createTestStorage();
      storage.bytes.set(this.backedUp(phrase, wordCount).image);
      const device = make({ storage, random: quickRandom({ all: 'at the factory', 'backup-code': code }) });
      device.person(enterPin(rightPin));
      device.start({ kind: 'backup-file' });
      const words = device.person(makeBackupFile(rightPin));
      const made = { file: responseData(device.exchange(encodeReadFileRequest())), code: words };
      files.set(key, made);
      return made;
    },
    unfinished: (phrase: number, wordCount: WordCount): Uint8Array =>
      kept(`unfinished ${phrase} ${wordCount}`, () => {
        const device = drawnDevice(make, phrase, wordCount);
        device.person(agreeToNewWallet());
        device.person(choosePin(rightPin));
        device.exchange(encodeCancelRequest());
        return { image: device.storage.bytes.slice(), paper: [] };
      }).image,
  };
}

function eventsOf(action: PilotAction): readonly TwinStep[] {
  if (action.kind === 'none') return [];
  return action.kind === 'halve' ? [action] : (stepsOf(action) as TwinStep[]);
}

function encodeWithFile(request: TwinRequest, file: Uint8Array = new Uint8Array()): Uint8Array {
  return encodeCeremonyRequest('of' in request ? { kind: request.kind, file } : request);
}

/** Plays scripts on devices of one firmware. */
export function createTwinRunner(make: DeviceMaker = createTestDevice, shelf = createShelf()) {
  const twinFor = (script: TwinScript, phrase: number): TestDevice => {
    const { wallet, wordCount } = script.setting;
    const storage = createTestStorage();
    if (wallet === 'backed-up') storage.bytes.set(shelf.backedUp(phrase, wordCount).image);
    if (wallet === 'unfinished') storage.bytes.set(shelf.unfinished(phrase, wordCount));
    // Salts and nonces out of a pool: a salt that was seen before is stretched only once.
    const seeds = {
      all: `run ${script.randomness}`,
      seal: `seal ${script.randomness % 4}`,
      phrase: phraseSeed(phrase),
      // The code of a backup file is as secret as the words: it differs too.
      'backup-code': `code ${phrase}`,
    };
    return make({ storage, random: quickRandom(seeds) });
  };

  /** What each twin's host sends along, and the code that opens it. */
  const filesFor = (
    request: TwinRequest,
    phrases: readonly number[],
    wordCount: WordCount,
    third: number,
  ): readonly StoredFile[] => {
    if (!('of' in request)) return [];
    return phrases.map((phrase) =>
      shelf.file(
        request.of === 'own' ? phrase : third,
        wordCount,
        request.codes === 'own' && request.of === 'own' ? `code ${phrase}` : 'one code',
      ),
    );
  };

  return (script: TwinScript, coverage: TwinCoverage): Twins => {
    const { setting, phrases } = script;
    const { request, wordCount } = setting;
    const papers = phrases.map((phrase) => shelf.backedUp(phrase, wordCount).paper);
    const thirdPhrase = Array.from({ length: phrasePool }, (_, index) => index).find(
      (index) => !phrases.includes(index),
    );
    const third = shelf.backedUp(thirdPhrase ?? 0, wordCount).paper;
    const files = filesFor(request, phrases, wordCount, thirdPhrase ?? 0);
    const codes = files.map(({ code }) => code);
    const twins = phrases.map((phrase, index): Twin => {
      const paper = script.papers === 'third' ? third : papers[script.papers === 'own' ? index : 0];
      const code = script.papers === 'third' ? strangersCode : codes[script.papers === 'own' ? index : 0];
      return { device: twinFor(script, phrase), paper: paper ?? third, code: code ?? strangersCode };
    }) as [Twin, Twin];

    let last: Pick<PublicState, 'stage' | 'ceremony' | 'outcome'> = {
      stage: 'idle',
      ceremony: 0,
      outcome: 'none',
    };
    const pair = createTwins(...twins, (status) => {
      if (status.stage !== last.stage) coverage.stages.add(status.stage);
      if (status.outcome !== last.outcome || status.ceremony !== last.ceremony)
        coverage.outcomes.add(status.outcome);
      last = status;
    });

    // Of a phrase or a code that is new there is no paper on the shelf: the first one's person writes it down.
    const isNew = request.kind === 'backup-file' || (request.kind === 'create' && setting.wallet === 'empty');
    const written: string[] | undefined = isNew ? [] : undefined;

    // "Own" papers and letters do not go together: letters take as many presses as the word has letters.
    const intent: Intent = {
      pin: script.pin,
      newPin: script.newPin,
      repeatedPin: script.repeatedPin === 'same' ? script.newPin : script.repeatedPin,
      entry: script.entry,
      unfinished: script.unfinished,
      seen: script.seen,
      paper: twins[0].paper,
      code: twins[0].code,
      rolls: someRolls,
      written,
    };
    const ask: TwinStep = {
      kind: 'apdus',
      commands: [encodeWithFile(request, files[0]?.file), encodeWithFile(request, files[1]?.file)],
    };
    const nextOfCheck = createEntropyHost();

    const go = (presses: number): void => {
      // A ceremony that is over is begun once more, and no more: presses are for what lies within.
      let asked = 0;
      for (let made = 0; made < presses && asked < 2; made += 1) {
        const view = pair.view();
        const shown = written === undefined ? undefined : shownWord(view);
        if (written !== undefined && shown !== undefined) written[shown.position - 1] = shown.word;
        const action = pilot(view, intent);
        if (view.stage === 'entropy') {
          pair.step({ kind: 'apdu', command: nextOfCheck() });
          continue;
        }
        if (action.kind !== 'none') eventsOf(action).forEach(pair.step);
        else pair.step(ask);
        asked += action.kind === 'none' ? 1 : 0;
      }
    };
    const make = (move: Move): void => {
      coverage.moves.add(move.kind);
      if (move.kind === 'go') go(move.presses);
      else if (move.kind === 'slip') (move.steps as readonly TwinStep[]).forEach(pair.step);
      else if (move.kind === 'message') pair.step({ kind: 'apdu', command: move.command });
      else pair.step(move);
    };
    go(script.lead);
    script.moves.forEach(make);
    return pair;
  };
}
