import { backupOf } from '../../session/progress.ts';
import type { Session } from '../../session/state.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { formatDate } from '../../text/locale/format.ts';
import { walletMessages } from '../../text/wallet.ts';

type Seen = Pick<Session, 'witnessed' | 'restored' | 'compared'> & {
  readonly device: Pick<Session['device'], 'doubtful'>;
};

/**
 * What the view of a wallet on the device says first: how this page came to know of it, and what is wrong with that. `doubted`:
 * when its paper last didn't fit, ISO 8601.
 */
export function backedUpText(session: Seen, doubted: string | undefined): NoticeText {
  const { restored: text, doubt } = walletMessages;
  const { witnessed, restored, compared } = session;
  switch (backupOf({ ...session, status: { wallet: 'backed-up' } })) {
    case 'doubtful':
      return compared === 'different'
        ? { title: doubt.otherTitle, body: [doubt.otherLead] }
        : { title: doubt.title, body: [doubt.lead(doubted === undefined ? undefined : formatDate(doubted))] };
    case 'restored':
      return { title: text.title, body: [compared === undefined ? text.ask : text.none] };
    default:
      if (restored !== undefined) return { title: text.title, body: [text.same] };
      return {
        title: messages.backedUp.title,
        body: [witnessed ? messages.backedUp.lead : messages.backedUp.known],
      };
  }
}
