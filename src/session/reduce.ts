/**
 * A device session as one total function: every event is allowed in every state, and one that does not fit leaves
 * the state as it is. Effects are returned, `effects.ts` runs them.
 */
import { reduceConnected } from './reduce-device.ts';
import { reduceGuided } from './reduce-guided.ts';
import { reduceLost } from './reduce-lost.ts';
import { reduceAlarm } from './reduce-alarm.ts';
import { chooseAgain, connect, meet, openLink, reduceOpening, reopenLink } from './reduce-opening.ts';
import { reduceRecords } from './reduce-wallet.ts';
import type { SessionEvent, Reduced } from './events.ts';
import type { SessionState } from './state.ts';

export function reduce(state: SessionState, event: SessionEvent): Reduced<SessionState> {
  // Nothing of ours runs on it.
  if (event.kind === 'stop' && state.kind !== 'connected') return reduce(state, { kind: 'choose-another' });
  switch (state.kind) {
    case 'idle':
      return reduceIdle(state, event);
    case 'opening':
    case 'waiting':
      return reduceOpening(state, event);
    case 'refused':
      if (event.kind === 'retry') return openLink(state.link);
      if (event.kind === 'plugged-in' && event.link === state.link) return reopenLink(state.link);
      return event.kind === 'choose-another' ? chooseAgain() : [state, []];
    case 'alarm':
      return reduceAlarm(state, event);
    case 'unverified':
      if (event.kind === 'accept-unverified') return connect(state.device);
      if (event.kind === 'choose-another') return chooseAgain();
      if (event.kind === 'remembered') return meet({ ...state.device, known: event.known });
      if (event.kind === 'disconnected')
        return [{ kind: 'refused', link: state.device.link, code: 'disconnected' }, [{ kind: 'close' }]];
      return [state, []];
    case 'connected':
      return event.kind === 'choose-another' ? chooseAgain() : reduceConnected(state, event);
    case 'guided':
      return event.kind === 'choose-another' ? chooseAgain() : reduceGuided(state, event);
    case 'lost':
      return event.kind === 'choose-another' ? chooseAgain() : reduceLost(state, event);
  }
}

function reduceIdle(
  state: Extract<SessionState, { kind: 'idle' }>,
  event: SessionEvent,
): Reduced<SessionState> {
  switch (event.kind) {
    case 'choose':
      return openLink(event.link);
    case 'resume':
      return reopenLink(event.link);
    case 'plugged-in':
      // The udev rule takes effect with the next plug: the person who followed the advice has nothing to press.
      return state.problem === undefined ? [state, []] : reopenLink(event.link);
    default:
      return reduceRecords(state, event) ?? [state, []];
  }
}
