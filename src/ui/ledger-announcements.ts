/** What a stock Ledger's state says to somebody who listens: progress politely, trouble at once, a word never. */
import { viewOf, type LedgerState } from '../ceremony/ledger-state.ts';
import { sentence, spoken, type Announcement } from './announcement.ts';
import { readyKind } from './ledger-ready-kind.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { ledgerNotice } from './ledger-notices.ts';
import { ledgerSentences } from './ledger-sentences.ts';

export function ledgerAnnouncement(state: LedgerState): Announcement | undefined {
  const { reading, journey } = state.session;
  const notice = ledgerNotice(state);
  const view = viewOf(state);
  if (notice !== undefined) {
    return { urgency: view === 'lost' ? 'alert' : 'polite', text: spoken(notice) };
  }
  if (reading.kind === 'onboarding') {
    const { title, explain } = ledgerSentences(reading, journey.way);
    const said = reading.position > 0 ? sentence(title) : `${sentence(title)} ${explain}`;
    const before = journey.restarted ? `${ledgerMessages.restarted} ` : '';
    return { urgency: 'polite', text: `${before}${view === 'waiting' ? ledgerMessages.waiting : said}` };
  }
  const { title, lead } = ledgerMessages.ready;
  const kind = readyKind(journey);
  return { urgency: 'polite', text: `${sentence(title[kind])} ${lead[kind]}` };
}
