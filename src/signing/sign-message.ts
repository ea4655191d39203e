/**
 * Has a device sign a message with its Ethereum app, and with this computer's number in the signature's nonce, so that the signature can
 * carry nothing out (`nonce-check.ts`). Where that can't be had, or wasn't done, there is no signature.
 */
import { responseData } from '../protocol/apdu/apdu.ts';
import { equalBytes, toHex } from '../protocol/bytes.ts';
import { decodeInfo, encodeInfoRequest } from '../protocol/commands/info.ts';
import { encodeNonceRequest, encodeProtectRequest } from '../protocol/commands/protect.ts';
import { HostblindError } from '../protocol/errors.ts';
import { hostNonceLength } from '../protocol/host-nonce.ts';
import type { Transport } from '../transport/transport.ts';
import {
  decodeAccountKey,
  decodeSignature,
  isSignedBy,
  answerLength,
  writeSignature,
} from './ethereum-key.ts';
import { digestOfMessage, encodeKeyRequest, encodeMessageRequest, messageBytes } from './ethereum-message.ts';
import { commitmentTo, holdsNumber, isPoint } from './nonce-check.ts';
import { openEthereum } from './open-ethereum.ts';

export interface SignRequest {
  /** Of `m/44'/60'/account'/0/0`: 0 to 2^31 - 1. */
  readonly account: number;
  /** 1 to 16,380 bytes in UTF-8; see `messageBytes`. */
  readonly message: string;
}

export interface SignedMessage {
  /** With `0x`, in EIP-55's case. */
  readonly address: string;
  /** `0x` and 130 hexadecimal digits: r, s and v. */
  readonly signature: string;
}

/**
 * What is under way, for the person: the app is opened; the device asks whether a program may see its addresses, if it hasn't been asked
 * since the app was opened; it shows the message, to be read and signed there; the signature is checked.
 */
export type SigningStep = 'opening' | 'consent' | 'reading' | 'finishing';

/** A number that a device was told, and the point that it had given for it. */
interface ToldNumber {
  readonly number: Uint8Array;
  readonly point: Uint8Array;
}

/** By key and digest. */
export type UnfinishedSignatures = Map<string, ToldNumber>;

export interface SigningTools {
  /** Exactly `length` cryptographically random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Gives up waiting. What is on the glass stays there, and its answer goes nowhere: a cancel by another link withdraws it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Signatures whose number was told and that didn't come. Asked for again, the device gets the same number and must give the same point:
   * it can't choose between signatures by failing. Kept by a caller that asks more than once.
   */
  readonly unfinished?: UnfinishedSignatures | undefined;
  readonly onStep?: ((step: SigningStep) => void) | undefined;
}

/**
 * Waits for the person without a time-out. Fails with a `HostblindError`, beside those of the link:
 *
 * - `cannot-protect`: the device has no such command. Nothing was asked of it.
 * - `not-in-this-state`: it has no backed-up wallet. `locked`, `busy`: it took nothing, and can be asked again.
 * - `declined`: the person said no, or the device refused after a screen.
 * - `number-ignored`: it signed without this computer's number. `other-key`: with another key than the account's. A device that does
 *   either must not be used any more. The signature is withheld.
 *
 * Throws `RangeError` for a request that no device takes.
 */
export async function signMessage(
  transport: Pick<Transport, 'exchange'>,
  { account, message }: SignRequest,
  { randomBytes, signal, unfinished = new Map(), onStep = () => undefined }: SigningTools,
): Promise<SignedMessage> {
  const bytes = messageBytes(message);
  if (bytes === undefined) throw new RangeError('a message has 1 to 16380 bytes');
  const keyRequest = encodeKeyRequest(account);
  const pieces = encodeMessageRequest(account, bytes);

  const ask = async (command: Uint8Array): Promise<Uint8Array> =>
    responseData(await transport.exchange(command, { signal }));
  const askPerson = async (command: Uint8Array): Promise<Uint8Array> =>
    responseData(await transport.exchange(command, { signal, patient: true }));

  onStep('opening');
  const { capabilities } = decodeInfo(await ask(encodeInfoRequest()));
  if (!capabilities.includes('protected-signatures')) throw new HostblindError('cannot-protect');
  await openEthereum(ask);

  onStep('consent');
  const key = decodeAccountKey(await askPerson(keyRequest));

  const digest = digestOfMessage(bytes);
  const name = `${toHex(key.point)} ${toHex(digest)}`;
  const before = unfinished.get(name);
  // Drawn for this one signature: a number that the device had seen in another would bind it to nothing.
  const number = before?.number ?? randomBytes(hostNonceLength);
  await ask(encodeProtectRequest(commitmentTo(number)));

  onStep('reading');
  const last = pieces.length - 1;
  for (const piece of pieces.slice(0, last)) await ask(piece);
  const point = await askPerson(pieces[last] ?? new Uint8Array());
  // A whole signature, before the number was told.
  if (point.length === answerLength) throw new HostblindError('number-ignored');
  if (!isPoint(point)) throw new HostblindError('bad-response');
  if (before !== undefined && !equalBytes(before.point, point)) throw new HostblindError('number-ignored');

  onStep('finishing');
  unfinished.set(name, { number, point: point.slice() });
  const signature = decodeSignature(await ask(encodeNonceRequest(number)));
  if (!holdsNumber(point, number, signature.r)) throw new HostblindError('number-ignored');
  if (!isSignedBy(key, digest, signature)) throw new HostblindError('other-key');
  unfinished.delete(name);
  return { address: key.address, signature: writeSignature(signature) };
}
