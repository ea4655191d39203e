/** A stock Ledger on the page. */
import { html } from 'lit';
import { ledgerFamily } from '../../devices/ledger/ledger-family.ts';
import { ledgerMessages } from '../../text/ledger.ts';
import { createFamilyPage } from '../guided/family-page.ts';
import './hb-ledger-guide.ts';
import './hb-ledger-panel.ts';
import './hb-ledger-ready.ts';
import { ledgerAnnouncement } from './ledger-announcements.ts';
import { ledgerNotice } from './ledger-notices.ts';

export const familyPage = createFamilyPage(ledgerFamily, {
  swapped: () => ledgerMessages.swapped,
  stepTitles: ({ seen }) =>
    seen.journey.way === 'restore' ? ledgerMessages.steps.restore : ledgerMessages.steps.create,
  notice: ledgerNotice,
  announcement: ledgerAnnouncement,
  view: (state) =>
    state.seen.reading.kind === 'set-up'
      ? html`<hb-ledger-ready data-view .seen=${state.seen}></hb-ledger-ready>`
      : html`<hb-ledger-guide data-view .state=${state}></hb-ledger-guide>`,
  panel: (state) => html`<hb-ledger-panel .state=${state}></hb-ledger-panel>`,
  // It can't be asked to stop; the person can leave, or switch it off.
  foot: ({ seen: { reading } }) =>
    reading.kind !== 'onboarding' ? undefined : reading.position > 0 ? 'words' : 'idle',
});
