/**
 * The ceremony as one total function: every event is allowed in every state, and one that does not fit leaves
 * the state as it is. Effects are returned, `run.ts` runs them.
 */
import { reduceConnected } from './reduce-device.ts';
import { reduceLedger } from './reduce-ledger.ts';
import { reduceLost } from './reduce-lost.ts';
import { reduceAlarm } from './reduce-trust.ts';
import { chooseAgain, connect, openLink, reduceOpening, reopenLink } from './reduce-opening.ts';
import { reduceRecords } from './reduce-wallet.ts';
import type { CeremonyEvent, Reduced } from './events.ts';
import { isBeforeDevice, type CeremonyState } from './state.ts';

export function reduce(state: CeremonyState, event: CeremonyEvent): Reduced<CeremonyState> {
  if (event.kind === 'open-records' && isBeforeDevice(state)) return [{ kind: 'records', from: state }, []];
  switch (state.kind) {
    case 'records':
      if (event.kind === 'back') return [state.from, []];
      return reduceRecords(state, event) ?? [state, []];
    case 'welcome':
      if (event.kind === 'begin') return [{ kind: 'privacy', intended: event.link }, []];
      if (event.kind === 'resume')
        return [
          { kind: 'opening', link: event.link, attempt: 'reopen' },
          [{ kind: 'reopen', link: event.link }],
        ];
      return [state, []];
    case 'privacy':
      if (event.kind === 'next') return [{ kind: 'terms', intended: state.intended }, []];
      if (event.kind === 'back') return [{ kind: 'welcome' }, []];
      return [state, []];
    case 'terms':
      if (event.kind === 'back') return [{ kind: 'privacy', intended: state.intended }, []];
      if (event.kind !== 'next') return [state, []];
      return state.intended === undefined
        ? [{ kind: 'choose', problem: undefined }, []]
        : openLink(state.intended);
    case 'choose':
      if (event.kind === 'choose') return openLink(event.link);
      // The udev rule takes effect with the next plug: the person who followed the advice has nothing to press.
      if (event.kind === 'plugged-in' && state.problem !== undefined) return reopenLink(event.link);
      if (event.kind === 'back') return [{ kind: 'terms', intended: undefined }, []];
      return [state, []];
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
      if (event.kind === 'disconnected')
        return [{ kind: 'refused', link: state.device.link, code: 'disconnected' }, [{ kind: 'close' }]];
      return [state, []];
    case 'connected':
      return event.kind === 'choose-another' ? chooseAgain() : reduceConnected(state, event);
    case 'ledger':
      return event.kind === 'choose-another' ? chooseAgain() : reduceLedger(state, event);
    case 'lost':
      return event.kind === 'choose-another' ? chooseAgain() : reduceLost(state, event);
  }
}
