/**
 * The host's side of the entropy check: cut and choose (docs/verifiable-entropy.md). While the device stands at stage
 * `entropy`, it has some candidates opened, recomputes each, and keeps the one after them unopened. How many is drawn
 * at random and told to nobody, so that a device cannot know which candidate will be kept.
 */
import { concatBytes, equalBytes } from '../../../protocol/bytes.ts';
import {
  commitmentLabel,
  decodeCandidateWallet,
  decodeCommitment,
  decodeOpenedPart,
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
  entropyPartLength,
  mostOpenedCandidates,
  type EntropyCommitment,
} from '../../../protocol/entropy/entropy.ts';
import { encodeCancelRequest } from '../../../protocol/commands/cancel.ts';
import type { PublicState, WordCount } from '../../../protocol/public-state.ts';
import type { EntropyEvidence, EntropyFailure, EntropyStep } from './entropy-outcome.ts';
import { endingOf, failedWith, foundBad } from './entropy-endings.ts';
import { webHmacSha256 } from './hmac.ts';
import { abortable } from '../../../transport/abort.ts';
import type { OpenRecomputer, Recomputer } from './recomputer.ts';
import { drawUniform, type RandomBytes } from './uniform.ts';

export interface EntropyCheckRequest {
  /** As the device was asked for: the strength that the candidates have. */
  readonly wordCount: WordCount;
  /** Candidates are opened from 1 up to this many, at most 64. */
  readonly range: number;
}

export interface EntropyCheckTools {
  /** The data of the response, or an error of the catalogue. */
  readonly ask: (command: Uint8Array) => Promise<Uint8Array>;
  readonly status: () => Promise<PublicState>;
  readonly random: RandomBytes;
  readonly openRecomputer: OpenRecomputer;
  /** Ends a computation that is not wanted any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What the device has shown so far: nothing of it may come twice. Erased at the end. */
interface Seen {
  readonly commitments: Uint8Array[];
  readonly walletIds: Uint8Array[];
  readonly deviceParts: Uint8Array[];
}

/**
 * Yields each opened candidate, `keeping`, and an end: `proven`, `unfinished` or `failed`. After `failed` the device was
 * asked to stop. Throws nothing for what a device does; `RangeError` for a range out of bounds.
 */
export async function* checkEntropy(
  { wordCount, range }: EntropyCheckRequest,
  tools: EntropyCheckTools,
): AsyncGenerator<EntropyStep, void> {
  if (range > mostOpenedCandidates) throw new RangeError('a device opens at most 64 candidates');
  const toOpen = drawUniform(tools.random, range);
  const seen: Seen = { commitments: [], walletIds: [], deviceParts: [] };
  let recomputer: Recomputer | undefined;
  try {
    recomputer = await tools.openRecomputer().catch(failedWith('not-computed'));
    for (let opened = 1; opened <= toOpen; opened += 1) {
      await openCandidate(opened, wordCount, seen, recomputer, tools);
      yield { kind: 'opened', opened };
    }
    const hostPart = tools.random(entropyPartLength);
    const walletId = await addHostPart(toOpen + 1, hostPart, seen, tools).finally(() => hostPart.fill(0));
    const evidence: EntropyEvidence = { walletId, opened: toOpen, range };
    yield { kind: 'keeping', ...evidence };
    await tools.ask(encodeKeepRequest(walletId));
    yield { kind: 'proven', ...evidence };
  } catch (error) {
    const end = await endingOf(error, tools.status);
    // A wallet must not come out of what was found: the device is told, whatever it makes of it.
    if (end.kind === 'failed') await tools.ask(encodeCancelRequest()).catch(() => undefined);
    yield end;
  } finally {
    recomputer?.close();
    for (const part of seen.deviceParts) part.fill(0);
  }
}

/** Commitment first, host's part after it: the device can no longer choose its own part to fit (S7). */
async function addHostPart(
  candidate: number,
  hostPart: Uint8Array,
  seen: Seen,
  { ask }: EntropyCheckTools,
): Promise<Uint8Array> {
  const { commitment } = expectNumber(candidate, decoded(decodeCommitment, await ask(encodeCommitRequest())));
  note(seen.commitments, commitment);
  const walletId = decoded(decodeCandidateWallet, await ask(encodeEntropyRequest(hostPart)));
  note(seen.walletIds, walletId);
  return walletId;
}

async function openCandidate(
  candidate: number,
  wordCount: WordCount,
  seen: Seen,
  { recompute }: Recomputer,
  tools: EntropyCheckTools,
): Promise<void> {
  const hostPart = tools.random(entropyPartLength);
  try {
    const walletId = await addHostPart(candidate, hostPart, seen, tools);
    const answer = await tools.ask(encodeOpenRequest(walletId));
    const devicePart = decoded(decodeOpenedPart, answer);
    answer.fill(0);
    if (devicePart.every((byte) => byte === devicePart[0])) foundBad('bad-part');
    note(seen.deviceParts, devicePart);
    const label = new TextEncoder().encode(commitmentLabel);
    const promised = await webHmacSha256(devicePart, concatBytes(label, Uint8Array.of(candidate)));
    if (!equalBytes(promised, seen.commitments.at(-1) ?? new Uint8Array())) foundBad('bad-commitment');
    const computing = recompute({ devicePart, hostPart, wordCount }).catch(failedWith('not-computed'));
    const right = await abortable(computing, tools.signal);
    if (!equalBytes(right, walletId)) foundBad('wrong-wallet-id');
  } finally {
    hostPart.fill(0);
  }
}

function expectNumber(candidate: number, commitment: EntropyCommitment): EntropyCommitment {
  return commitment.candidate === candidate ? commitment : foundBad('wrong-number');
}

function note(earlier: Uint8Array[], value: Uint8Array): void {
  if (earlier.some((each) => equalBytes(each, value))) foundBad('reused');
  earlier.push(value);
}

/** The link delivers whole answers, so one of another layout is the device's own doing. */
function decoded<Value>(decode: (data: Uint8Array) => Value, data: Uint8Array): Value {
  try {
    return decode(data);
  } catch {
    return foundBad('malformed' satisfies EntropyFailure);
  }
}
