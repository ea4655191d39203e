/**
 * Questions of an app: what is to be read is on the glass, all of it, before the vault is asked for anything; and nothing leaves that
 * the person didn't say yes to (H11). A question ends with a response however it ends.
 */
import type { AskingMessages } from '../../../../src/text/types/apps/asking.ts';
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { WaitedAnswer } from '../../app.ts';
import type { AppQuestion } from '../../device-state.ts';
import { isBeneath, type KeyPath, type KeyRing } from '../../signing-keys.ts';
import type { Flow } from '../flow.ts';
import { choose, chooseLater, type Glass } from '../glass.ts';
import { readAll, readAndHeld, saidWhy } from '../reading.ts';
import { signedAll } from './signing-all.ts';

type Reply = AppQuestion['reply'];
type Keys = Omit<KeyRing, 'close'>;

/** Asked once, for all that an app's public keys tell, until the device is locked or leaves the app. */
function* allowed(glass: Glass, text: AskingMessages, { running }: AppQuestion): Flow<boolean> {
  if (!running.isAllowed)
    running.isAllowed = (yield* chooseLater(glass, text.allow(running.app.name))) === 'right';
  return running.isAllowed;
}

function* told(
  glass: Glass,
  text: AskingMessages,
  question: AppQuestion,
  reply: Extract<Reply, { kind: 'key' }>,
  keys: Keys,
): Flow<Uint8Array | undefined> {
  if (!(yield* allowed(glass, text, question))) return undefined;
  const key = keys.publicKey(reply.path);
  const reason = reply.check?.(key);
  return reason === undefined ? reply.answer(key) : yield* saidWhy(glass, text, reason);
}

function* compared(
  glass: Glass,
  text: AskingMessages,
  reply: Extract<Reply, { kind: 'show-key' }>,
  keys: Keys,
): Flow<Uint8Array | undefined> {
  const key = keys.publicKey(reply.path);
  const reason = reply.check?.(key);
  if (reason !== undefined) return yield* saidWhy(glass, text, reason);
  const first = { ...text.compare, ...reply.screens?.compare };
  if (!(yield* readAll(glass, text, first, reply.fields(key)))) return undefined;
  const last = { ...text.same, ...reply.screens?.same };
  return (yield* choose(glass, last)) === 'right' ? reply.answer(key) : undefined;
}

function* signed(
  glass: Glass,
  text: AskingMessages,
  { committed }: AppQuestion,
  reply: Extract<Reply, { kind: 'sign' }>,
  keys: Keys,
): Flow<Uint8Array | undefined> {
  if (!(yield* readAndHeld(glass, text, reply))) return undefined;
  const { path, digest } = reply;
  if (committed === undefined) return reply.answer(keys.sign(path, digest));
  const { commitment, owe } = committed;
  owe((hostNonce) => {
    const signature = keys.signCommitted(path, digest, commitment, hostNonce);
    return signature && reply.answer(signature);
  });
  return keys.commitNonce(path, digest, commitment);
}

/** Every key that is asked for. */
function pathsOf(reply: Reply): readonly KeyPath[] {
  if (reply.kind === 'refuse') return [];
  if (reply.kind !== 'sign-all') return [reply.path];
  return [reply.account, ...reply.signatures.map(({ path }) => path)];
}

function* decided(
  glass: Glass,
  text: AskingMessages,
  question: AppQuestion,
  keys: Keys,
): Flow<Uint8Array | WaitedAnswer | undefined> {
  const { reply, running } = question;
  // The vault holds keys of every app: an app gets its own.
  if (!pathsOf(reply).every((path) => running.app.roots.some((root) => isBeneath(path, root))))
    return undefined;
  switch (reply.kind) {
    case 'key':
      return yield* told(glass, text, question, reply, keys);
    case 'show-key':
      // An address is all that the person compares: its chain code tells more.
      if (reply.hasChainCode && !(yield* allowed(glass, text, question))) return undefined;
      return yield* compared(glass, text, reply, keys);
    case 'sign':
      return yield* signed(glass, text, question, reply, keys);
    case 'sign-all':
      return yield* signedAll(glass, text, reply, keys);
    case 'refuse':
      return yield* saidWhy(glass, text, reply.reason);
  }
}

export function* answerQuestion(
  glass: Glass,
  text: AskingMessages,
  question: AppQuestion,
  keys: Keys,
): Flow<Outcome> {
  glass.enter('consent');
  // A key that nobody has to be asked for any more is no answer of a person's: a host could wait out its withdrawals with it.
  const isAsked = question.reply.kind !== 'key' || !question.running.isAllowed;
  let given: WaitedAnswer | undefined;
  try {
    const made = yield* decided(glass, text, question, keys);
    given = made instanceof Uint8Array ? { data: made } : made;
    if (isAsked) glass.state.unanswered = 0;
    return given === undefined ? 'declined' : 'completed';
  } finally {
    glass.blank();
    if (given === undefined) question.running.open.reset();
    question.respond(given);
  }
}
