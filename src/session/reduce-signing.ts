/**
 * A message that the device is to sign: asked for, read on the glass, and checked. The device has one question at a time and answers
 * nothing else on this link meanwhile, so nobody follows it until this has ended.
 */
import type { ErrorCode } from '../protocol/errors.ts';
import type { SignRequest } from '../signing/sign-message.ts';
import type { Reduced, SessionEvent } from './events.ts';
import { offersSigning } from './offers.ts';
import { isSigning } from './progress.ts';
import type { Session, SessionState, Signing } from './state.ts';

type Connected = Extract<SessionState, { kind: 'connected' }>;

function withSigning(session: Session, signing: Signing | undefined): Connected {
  return { kind: 'connected', session: { ...session, signing } };
}

function ask(state: Connected, request: SignRequest): Reduced<SessionState> {
  const { session } = state;
  const home = session.task.kind === 'backed-up';
  if (!home || isSigning(session) || !offersSigning(session.device)) return [state, []];
  return [
    withSigning(session, { kind: 'running', request, step: 'opening' }),
    [{ kind: 'sign-message', request }],
  ];
}

/** The link is gone, and with it whatever the device had made of it. */
export function interruptSigning(session: Session, code: ErrorCode = 'disconnected'): Session {
  const { signing } = session;
  if (signing?.kind !== 'running') return session;
  return { ...session, signing: { kind: 'failed', request: signing.request, code } };
}

/** `undefined` for an event that is about none. */
export function reduceSigning(state: Connected, event: SessionEvent): Reduced<SessionState> | undefined {
  const { session } = state;
  const { signing } = session;
  if (event.kind === 'sign-message') return ask(state, event.request);
  if (event.kind === 'end-signing')
    return isSigning(session) ? [state, []] : [withSigning(session, undefined), []];
  if (signing?.kind !== 'running') return undefined;
  const { request } = signing;
  switch (event.kind) {
    case 'signing-step':
      return [withSigning(session, { ...signing, step: event.step }), []];
    case 'message-signed': {
      const { address, signature } = event;
      return [withSigning(session, { kind: 'signed', request, address, signature }), [{ kind: 'follow' }]];
    }
    case 'signing-failed':
      return [withSigning(session, { kind: 'failed', request, code: event.code }), [{ kind: 'follow' }]];
    // Nothing else is asked of it, and it takes no other word by this link.
    case 'stop':
      return [
        { kind: 'idle', problem: undefined },
        [{ kind: 'close' }, { kind: 'remember', link: undefined }],
      ];
    case 'start':
      return [state, []];
    default:
      return undefined;
  }
}
