/**
 * H9 from the outside: the memory of the built simulator's own process, all of it, and its heap snapshot hold no
 * phrase, entropy, seed, PIN or backup code once a flow has ended, however it ended; nor keys, but the nodes that an unlocked device
 * signs with. The bench is a camera and remembers what was
 * on the glass, so it is told to forget first (`DELETE /events`).
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lockMs } from '../../firmware-sim/core/firmware.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import type { CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
} from '../../src/protocol/entropy/entropy.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { searchProcessMemory } from '../kit/leak-scanner/browser-memory.ts';
import { describeFinding } from '../kit/leak-scanner/findings.ts';
import { searchHeapSnapshot, takeHeapSnapshot } from '../kit/leak-scanner/heap-snapshot.ts';
import { inspectorAddress, openInspector } from '../kit/leak-scanner/node-inspector.ts';
import { phraseOfCode } from '../fixtures/data/phrase-of-code.ts';
import { createSearcher } from '../kit/leak-scanner/searcher.ts';
import { createBenchClient, type BenchClient } from '../kit/clients/bench-client.ts';
import {
  agree,
  confirmWord,
  createWallet,
  enterPin,
  expectScreen,
  makeBackupFile,
  runPersonAsync,
  tap,
  type Person,
} from '../kit/drivers/person.ts';
import { answerQuestion } from '../kit/drivers/signing-person.ts';
import { hostPart } from '../fixtures/devices/entropy-host.ts';
import { startSimulator, type SimulatorProcess } from '../kit/clients/simulator-process.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { newPin, pin, type H9Flow, type KnownFile } from './support/h9-flow.ts';
import { h9Flows } from './support/h9-flows.ts';
import { fileKeys, sealingKeys, walletKeys } from './support/h9-keys.ts';
import { searchSquares } from './support/h9-squares.ts';

const failAtWrite = resolve(import.meta.dirname, '../fixtures/fakes/fail-at-write.mjs');

let folder: string;
/** Storage of a device with a wallet, backed up or not, and its words. */
let prepared: Record<'unfinished' | 'backed-up', { storage: string; paper: readonly string[] }>;
/** A file of the wallet that is backed up. */
let known: KnownFile;
let simulator: SimulatorProcess | undefined;

interface Desk {
  readonly process: SimulatorProcess;
  readonly bench: BenchClient;
  readonly run: <Result>(person: Person<Result>) => Promise<Result>;
  readonly ask: (request: CeremonyRequest) => Promise<void>;
  readonly faultFile: string;
}

interface Secrets {
  readonly paper: readonly string[];
  /** The words of a backup code. */
  readonly code: readonly string[];
  /** With the codes that open them. */
  readonly files: readonly KnownFile[];
}

async function sitDown(storage: string): Promise<Desk> {
  const faultFile = `${storage}.full`;
  const process = await startSimulator({
    storage,
    environment: {
      NODE_OPTIONS: `--inspect=127.0.0.1:0 --import=${failAtWrite}`,
      FAIL_WHEN_EXISTS: faultFile,
    },
  });
  simulator = process;
  const bench = createBenchClient(process.benchUrl);
  await bench.pause();
  return {
    process,
    bench,
    faultFile,
    run: async (person) => runPersonAsync(person, benchFingers(bench)),
    ask: async (request) => void responseData(await bench.apdu(encodeCeremonyRequest(request))),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-h9-'));
  const prepare = async (name: string, finished: boolean) => {
    const storage = join(folder, name);
    const { run, ask, bench, process } = await sitDown(storage);
    await ask({ kind: 'create', wordCount: 12 });
    const unfinished = h9Flows.find((flow) => flow.name === 'create, cancelled at the last word');
    const nothing = { file: new Uint8Array(), code: [] };
    const paper = await run(
      finished || unfinished === undefined ? createWallet(12, pin) : unfinished.person([], nothing),
    );
    if (!finished) await bench.apdu(encodeCancelRequest());
    if (finished) {
      await ask({ kind: 'backup-file' });
      const code = await run(makeBackupFile(pin));
      known = { file: responseData(await bench.apdu(encodeReadFileRequest())), code };
    }
    await process.stop();
    return { storage, paper: paper ?? [] };
  };
  prepared = {
    unfinished: await prepare('unfinished.bin', false),
    'backed-up': await prepare('backed-up.bin', true),
  };
});
afterEach(async () => {
  await simulator?.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A host's part in the check of the randomness: opens the first candidate and keeps the second. */
async function checkEntropyAt({ bench }: Desk): Promise<void> {
  for (const candidate of [1, 2]) {
    responseData(await bench.apdu(encodeCommitRequest()));
    const walletId = responseData(await bench.apdu(encodeEntropyRequest(hostPart(candidate))));
    const end = candidate === 1 ? encodeOpenRequest : encodeKeepRequest;
    responseData(await bench.apdu(end(walletId)));
  }
}

/** Leads a device into a flow, as far as the person goes; gives the words of its phrase, and of a backup code. */
async function enter(flow: H9Flow): Promise<{ desk: Desk; secrets: Secrets }> {
  const storage = join(folder, 'device.bin');
  rmSync(storage, { force: true });
  rmSync(`${storage}.full`, { force: true });
  // A restore into an empty device is given the words of the other one.
  const { storage: image, paper } = prepared[flow.before === 'empty' ? 'backed-up' : flow.before];
  if (flow.before !== 'empty') copyFileSync(image, storage);
  const desk = await sitDown(storage);
  if (flow.before === 'backed-up') await desk.run(enterPin(pin));
  const request = typeof flow.request === 'function' ? flow.request(known) : flow.request;
  if (request !== undefined) await desk.ask(request);
  if (flow.hostChecksFirst === true) {
    await desk.run(agree('New wallet?'));
    await checkEntropyAt(desk);
  }
  const made = await desk.run(flow.person(paper, known));
  if (request?.kind === 'backup-file')
    return { desk, secrets: { paper, code: made ?? known.code, files: [known] } };
  return { desk, secrets: { paper: made ?? paper, code: known.code, files: [known] } };
}

async function end(
  { ending, outcome }: H9Flow,
  { bench, faultFile, run }: Desk,
  paper: readonly string[],
): Promise<void> {
  if (ending === 'cancel') responseData(await bench.apdu(encodeCancelRequest()));
  if (ending === 'power') await bench.power('off');
  if (ending === 'fault') {
    writeFileSync(faultFile, '');
    await run(confirmWord(12, paper));
    await run(tap('right'));
  }
  if (outcome === undefined) return;
  const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
  expect(status.outcome).toBe(outcome);
}

/** The file that the flow has made: the key it is encrypted with is looked for too. */
async function releasedFile(
  { request, outcome }: H9Flow,
  { bench }: Desk,
  { code }: Secrets,
): Promise<readonly KnownFile[]> {
  if (typeof request !== 'object' || request.kind !== 'backup-file' || outcome !== 'completed') return [];
  return [{ file: responseData(await bench.apdu(encodeReadFileRequest())), code }];
}

/** What is left of the secrets in the process, by memory now and by heap snapshot after a collection. */
async function remains(desk: Desk, { paper, code, files }: Secrets, mayKeepKeys: boolean): Promise<string[]> {
  await fetch(new URL('events', desk.process.benchUrl), { method: 'DELETE' });
  const searchers = [
    {
      whose: '',
      searcher: createSearcher({
        phrase: paper,
        pins: [pin, newPin],
        keys: [
          ...sealingKeys(join(folder, 'device.bin'), [pin, newPin]),
          ...fileKeys(files),
          ...walletKeys(paper, mayKeepKeys),
        ],
      }),
    },
    { whose: 'backup code: ', searcher: createSearcher({ phrase: phraseOfCode(code) }) },
  ];
  const inspector = await openInspector(inspectorAddress(desk.process.errorOutput()));
  try {
    const inMemory = searchers.flatMap(({ whose, searcher }) => {
      const { findings, searched } = searchProcessMemory(desk.process.pid, 'simulator', searcher);
      expect(searched[0]?.bytes).toBeGreaterThan(8_000_000);
      return findings.map((finding) => whose + describeFinding(finding));
    });
    const snapshot = await takeHeapSnapshot(inspector);
    const inHeap = searchers.flatMap(({ whose, searcher }) =>
      searchHeapSnapshot(snapshot, searcher).map(
        (hit) => whose + describeFinding({ sensor: 'heap', ...hit }),
      ),
    );
    return [...inMemory, ...searchSquares(desk.process.pid, paper), ...inHeap];
  } finally {
    inspector.close();
  }
}

/** It keeps what it signs with from the PIN until it is locked. */
async function canSign({ bench }: Desk): Promise<boolean> {
  const { wallet, locked } = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
  return wallet === 'backed-up' && !locked;
}

const signHello = fromHex('e00800001e058000002c8000003c8000000000000000000000000000000548656c6c6f');

function* openEthereum(): Person<void> {
  yield* expectScreen('Backed up');
  yield* tap('right');
  yield* tap('right');
}

function* sayYes(): Person<void> {
  yield { kind: 'watch', title: 'Ethereum' };
  yield* answerQuestion('yes');
}

describe('H9: the memory of the simulator process', () => {
  it.each(h9Flows)('holds no phrase, entropy, seed, PIN or backup code after: $name', async (flow) => {
    const { desk, secrets } = await enter(flow);
    await end(flow, desk, secrets.paper);
    const own = await releasedFile(flow, desk, secrets);
    const isUnlocked = flow.ending !== 'power' && (await canSign(desk));
    expect(await remains(desk, { ...secrets, files: [...secrets.files, ...own] }, isUnlocked)).toEqual([]);
  });

  it('holds what it signs with while unlocked, and nothing of it once locked', async () => {
    const renamed = h9Flows.find(({ name }) => name === 'rename, finished') ?? expect.fail('no such flow');
    const { desk, secrets } = await enter(renamed);
    await desk.run(openEthereum());
    const [signed] = await Promise.all([desk.bench.apdu(signHello), desk.run(sayYes())]);
    expect(responseData(signed)).toHaveLength(65);
    const kept = await remains(desk, secrets, false);
    expect(kept.join('\n')).toContain("key of m/44'/60' (bytes)");
    expect(await remains(desk, secrets, true)).toEqual([]);
    await desk.bench.advance(lockMs + 100);
    expect(await canSign(desk)).toBe(false);
    expect(await remains(desk, secrets, false)).toEqual([]);
  });

  it('the process holds words, code, entropy, squares and PIN while they are in use', async () => {
    const flow = (name: string): H9Flow => {
      const found = h9Flows.find((one) => one.name === name);
      if (found === undefined) throw new Error('no such flow');
      return found;
    };
    const words = await enter(flow('reveal, power lost at the third word'));
    const duringWords = (await remains(words.desk, words.secrets, false)).join('\n');
    expect(duringWords).toMatch(/entropy \(bytes\)/);
    expect(duringWords).toMatch(/word indexes .*\(u16, little-endian\)/);
    await words.desk.process.stop();
    const code = await enter(flow('backup file, power lost at the last code word'));
    expect((await remains(code.desk, code.secrets, false)).join('\n')).toMatch(
      /backup code: .*entropy \(bytes\)/,
    );
    await code.desk.process.stop();
    for (const [name, squares] of [
      ['SeedQR, cancelled at the whole code', 'standard squares'],
      ['SeedQR, power lost at a block', 'compact squares'],
    ] as const) {
      const { desk, secrets } = await enter(flow(name));
      expect((await remains(desk, secrets, false)).join('\n')).toContain(squares);
      await desk.process.stop();
    }
    const pins = await enter(flow('create, cancelled between the two PINs'));
    expect((await remains(pins.desk, pins.secrets, false)).join('\n')).toMatch(/the PIN \(bytes\)/);
  });
});
