/** What the page makes of a state of the ceremony: pure, so that `hb-app` only puts elements in their places. */
import { viewOf, type LedgerView } from '../ceremony/ledger-state.ts';
import type { CeremonyState, Task, WalletChange } from '../ceremony/state.ts';
import type { Step } from '../ceremony/step-names.ts';
import { factsOf } from '../ceremony/steps.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { stageSentences } from '../protocol/sentences.ts';
import type { StageFacts, StageSentences } from '../protocol/stage-facts.ts';
import type { ConnectionBadge } from './hb-header.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { messages } from './messages.ts';

type Following = Extract<Task, { kind: 'following' }>;

interface Followed {
  readonly task: Following;
  readonly status: PublicState;
  readonly facts: StageFacts;
}

/** The ceremony that is shown, if one is. */
export function followedOf(state: CeremonyState): Followed | undefined {
  const inContact = state.kind === 'connected' || (state.kind === 'lost' && state.phase === 'blip');
  if (!inContact) return undefined;
  const { task, status } = state.session;
  const facts = factsOf(state.session);
  return task.kind === 'following' && status !== undefined && facts !== undefined
    ? { task, status, facts }
    : undefined;
}

export function sentencesOf(state: CeremonyState): StageSentences | undefined {
  const followed = followedOf(state);
  return followed === undefined ? undefined : stageSentences(followed.status.stage, followed.facts);
}

export function walletChangeOf(state: CeremonyState): WalletChange | undefined {
  if (state.kind !== 'connected' || state.session.task.kind !== 'wallet-changed') return undefined;
  return state.session.task.change;
}

/** What is kept, before a device is chosen or from its settings. */
export function isRecords(state: CeremonyState): boolean {
  if (state.kind === 'records') return true;
  if (state.kind !== 'connected') return false;
  const { task } = state.session;
  return task.kind === 'settings' && task.page === 'records';
}

export function isComplete(state: CeremonyState): boolean {
  if (state.kind === 'ledger') return state.session.reading.kind === 'set-up';
  return state.kind === 'connected' && state.session.task.kind === 'backed-up';
}

export function stepTitles(state: CeremonyState): Record<Step, string> {
  if (state.kind !== 'ledger') return messages.steps;
  return state.session.journey.way === 'restore' ? ledgerMessages.steps.restore : ledgerMessages.steps.create;
}

export function connectionOf(state: CeremonyState): ConnectionBadge {
  switch (state.kind) {
    case 'connected':
    case 'unverified':
      return 'connected';
    case 'opening':
    case 'waiting':
      return 'connecting';
    case 'lost':
      return state.phase === 'blip' ? 'connecting' : 'lost';
    case 'ledger':
      return ledgerConnections[viewOf(state)];
    default:
      return 'none';
  }
}

const ledgerConnections: Record<LedgerView, ConnectionBadge> = {
  guide: 'connected',
  quiet: 'connected',
  waiting: 'connecting',
  lost: 'lost',
};
