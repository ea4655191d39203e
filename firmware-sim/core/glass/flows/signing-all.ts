/** Several signatures of one thing that was read: all of them, made after the hold, or none. */
import type { AskingMessages } from '../../../../src/text/types/apps/asking.ts';
import type { AppReply, MadeSignature, WaitedAnswer, WantedSignature } from '../../app.ts';
import type { KeyRing } from '../../signing-keys.ts';
import type { Flow } from '../flow.ts';
import type { Glass } from '../glass.ts';
import { readAndHeld, saidWhy } from '../reading.ts';

type Keys = Pick<KeyRing, 'publicKey' | 'sign' | 'signTaproot'>;

function madeBy(keys: Keys, { path, digest, scheme }: WantedSignature): MadeSignature {
  return scheme === 'ecdsa'
    ? { scheme, signature: keys.sign(path, digest) }
    : { scheme, signature: keys.signTaproot(path, digest) };
}

export function* signedAll(
  glass: Glass,
  text: AskingMessages,
  reply: Extract<AppReply, { kind: 'sign-all' }>,
  keys: Keys,
): Flow<WaitedAnswer | undefined> {
  const reason = reply.check(keys.publicKey(reply.account));
  if (reason !== undefined) return yield* saidWhy(glass, text, reason);
  if (!(yield* readAndHeld(glass, text, reply))) return undefined;
  return reply.answer(reply.signatures.map((wanted) => madeBy(keys, wanted)));
}
