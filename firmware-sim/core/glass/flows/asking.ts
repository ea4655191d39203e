/**
 * Questions of an app: what is to be read is on the glass, all of it, before the vault is asked for anything; and nothing leaves that
 * the person didn't say yes to (H11). A question ends with a response however it ends.
 */
import type { AskingMessages } from '../../../../src/text/types/apps/asking.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { Field, Reason } from '../../app.ts';
import type { AppQuestion } from '../../device-state.ts';
import { isBeneath, type KeyRing } from '../../signing-keys.ts';
import type { Flow } from '../flow.ts';
import { holdRight, type Gesture } from '../gestures.ts';
import { choose, chooseLater, type Glass } from '../glass.ts';
import { drawFieldPage } from '../screens/field-screen.ts';
import { pagesOf } from '../screens/field-pages.ts';
import { drawHold } from '../screens/screens.ts';

type Reply = AppQuestion['reply'];
type Keys = Pick<KeyRing, 'publicKey' | 'sign'>;

/** What it is, then a screen at a time, back and forth. `false` when the person leaves at the first. */
function* readAll(
  glass: Glass,
  text: AskingMessages,
  first: StageSentences,
  fields: readonly Field[],
): Flow<boolean> {
  const pages = fields.flatMap((field) => pagesOf(field, text.place));
  if ((yield* chooseLater(glass, first)) !== 'right') return false;
  for (let at = 0; at < pages.length;) {
    const page = pages[at];
    const made: Gesture =
      page === undefined
        ? yield* choose(glass, first)
        : yield* choose(
            glass,
            { title: page.title, left: text.back, right: text.next },
            (canvas, sentences) => drawFieldPage(canvas, sentences, page),
          );
    if (made === 'left' && page === undefined) return false;
    at += made === 'left' ? -1 : 1;
  }
  return true;
}

/** Asked once, for all that an app's public keys tell, until the device is locked or leaves the app. */
function* allowed(glass: Glass, text: AskingMessages, { running }: AppQuestion): Flow<boolean> {
  if (!running.isAllowed)
    running.isAllowed = (yield* chooseLater(glass, text.allow(running.app.name))) === 'right';
  return running.isAllowed;
}

/** Says why. Nothing leaves after it. */
function* saidWhy(glass: Glass, text: AskingMessages, reason: Reason): Flow<undefined> {
  yield* chooseLater(glass, { ...reason, right: text.refused });
  return undefined;
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
  reply: Extract<Reply, { kind: 'sign' }>,
  keys: Keys,
): Flow<Uint8Array | undefined> {
  const first = { ...text.review, title: reply.title };
  if (!(yield* readAll(glass, text, first, reply.fields))) return undefined;
  const last = { title: reply.question, body: text.hold, left: text.reject, right: text.sign };
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, last, progress));
  draw(0);
  if ((yield* holdRight(glass, draw)) === 'left') return undefined;
  return reply.answer(keys.sign(reply.path, reply.digest));
}

function* decided(
  glass: Glass,
  text: AskingMessages,
  question: AppQuestion,
  keys: Keys,
): Flow<Uint8Array | undefined> {
  const { reply, running } = question;
  // The vault holds keys of every app: an app gets its own.
  if (reply.kind !== 'refuse' && !running.app.roots.some((root) => isBeneath(reply.path, root)))
    return undefined;
  switch (reply.kind) {
    case 'key':
      return yield* told(glass, text, question, reply, keys);
    case 'show-key':
      // An address is all that the person compares: its chain code tells more.
      if (reply.hasChainCode && !(yield* allowed(glass, text, question))) return undefined;
      return yield* compared(glass, text, reply, keys);
    case 'sign':
      return yield* signed(glass, text, reply, keys);
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
  let data: Uint8Array | undefined;
  try {
    data = yield* decided(glass, text, question, keys);
    if (isAsked) glass.state.unanswered = 0;
    return data === undefined ? 'declined' : 'completed';
  } finally {
    glass.blank();
    if (data === undefined) question.running.open.reset();
    question.respond(data);
  }
}
