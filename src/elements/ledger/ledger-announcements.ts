/** What a stock Ledger's state says to somebody who listens: progress politely, trouble at once, a word never. */
import { ledgerViewOf, type LedgerState } from '../../devices/ledger/ledger-family.ts';
import { sentence, spoken, type Announcement } from '../notice/announcement.ts';
import { deviceReadyKind } from './ledger-ready-kind.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { ledgerNotice } from './ledger-notices.ts';
import { ledgerGuide } from '../../text/ledger-guide.ts';

export function ledgerAnnouncement(state: LedgerState): Announcement | undefined {
  const { reading, journey } = state.seen;
  const notice = ledgerNotice(state);
  const view = ledgerViewOf(state);
  if (notice !== undefined) {
    return { urgency: view === 'lost' ? 'alert' : 'polite', text: spoken(notice) };
  }
  if (reading.kind === 'onboarding') {
    const { title, explain } = ledgerGuide.sentences(reading, journey.way);
    const said = reading.position > 0 ? sentence(title) : `${sentence(title)} ${explain}`;
    const before = journey.restarted ? `${ledgerMessages.restarted} ` : '';
    return { urgency: 'polite', text: `${before}${view === 'waiting' ? ledgerMessages.waiting : said}` };
  }
  const { title, lead } = ledgerMessages.ready;
  const kind = deviceReadyKind(journey);
  return { urgency: 'polite', text: `${sentence(title[kind])} ${lead[kind]}` };
}
