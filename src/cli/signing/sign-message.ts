/** `hostblind sign-message`: a message is signed on the device, with this computer's number in the signature. */
import { createHostblindSigner } from '../../devices/hostblind/hostblind-signer.ts';
import type { Signer } from '../../devices/hostblind/signer.ts';
import { isWorthWaiting, pause } from '../../devices/hostblind/polling.ts';
import { isCode } from '../../protocol/errors.ts';
import {
  signMessage,
  type SignedMessage,
  type SigningStep,
  type SignRequest,
  type UnfinishedSignatures,
} from '../../signing/sign-message.ts';
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import type { StartTimer } from '../../transport/timer.ts';
import type { Transport } from '../../transport/transport.ts';
import type { ExitName } from '../terminal/exit-codes.ts';
import type { Output } from '../terminal/output.ts';
import { inOwnWords } from '../terminal/own-words.ts';

/** Milliseconds between two requests of a device that is locked or busy. */
export const signingRetryMs = 1_000;

export interface SigningParts {
  readonly transport: Transport;
  readonly signer: Pick<Signer, 'status'>;
  readonly request: SignRequest;
  readonly output: Output;
  /** Another link to the same device, once this one is closed. */
  readonly reopen: () => Promise<Transport>;
  /** Exactly `length` cryptographically random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  readonly startTimer: StartTimer;
  readonly signal: AbortSignal;
}

async function expectBackedUp({ signer, signal }: SigningParts): Promise<void> {
  const { wallet } = await signer.status({ signal });
  if (wallet === 'backed-up') return;
  const { when, todo } = ceremonyText.unfit[wallet === 'empty' ? 'no-wallet' : 'unfinished'];
  throw inOwnWords('not-in-this-state', when, todo);
}

/** Takes back what waits on the glass. The link that asked waits for the answer, so that it must be another one. */
async function withdraw({ transport, reopen }: SigningParts): Promise<void> {
  await transport.close();
  const other = await reopen();
  try {
    const signer = createHostblindSigner(other);
    const { activity } = await signer.status();
    if (activity === 'app') await signer.cancel();
  } finally {
    await other.close();
  }
}

/** Steps at which the device may have a question of ours on its glass. */
const asking: readonly (SigningStep | undefined)[] = ['consent', 'reading'];

async function signed(parts: SigningParts): Promise<SignedMessage> {
  const { transport, request, output, randomBytes, startTimer, signal } = parts;
  const unfinished: UnfinishedSignatures = new Map();
  const said = new Set<string>();
  let reached: SigningStep | undefined;
  const sayOnce = (event: string, text: string, more?: object): void => {
    if (!said.has(text)) output.note(event, text, more);
    said.add(text);
  };
  const onStep = (step: SigningStep): void => {
    reached = step;
    sayOnce('step', terminalText.signing.steps[step], { step });
  };
  for (;;) {
    try {
      return await signMessage(transport, request, { randomBytes, signal, unfinished, onStep });
    } catch (error) {
      // A link or a device that is gone can't be asked to stop.
      if (signal.aborted && asking.includes(reached)) await withdraw(parts).catch(() => undefined);
      if (!isWorthWaiting(error)) throw error;
      const event = isCode(error, 'locked') ? 'locked' : 'busy';
      sayOnce(event, terminalText.notes[event]);
      await pause(signingRetryMs, startTimer, signal);
    }
  }
}

/** Of a device that may be used. Throws where there is no signature: none is printed that wasn't checked. */
export async function signOnDevice(parts: SigningParts): Promise<ExitName> {
  await expectBackedUp(parts);
  const { address, signature } = await signed(parts);
  const { labels, signing } = terminalText;
  parts.output.answer(
    [
      { label: labels.address, value: address },
      { label: labels.signature, value: signature },
      signing.checked,
    ],
    { event: 'result', outcome: 'signed', account: parts.request.account, address, signature },
  );
  return 'done';
}
