import type { RefusalMessages } from '../types/refusals.ts';

export const refusalsInEnglish: RefusalMessages = {
  framed: {
    title: 'Open Hostblind in a tab of its own',
    text: 'Another page has put Hostblind inside itself. It could cover what you see here or borrow your clicks, so Hostblind won’t run in it. Type the address of Hostblind into a new tab.',
  },
  'foreign-worker': {
    title: 'Another program was in control of this page',
    text: 'Another website or program that once used this address left a service worker behind. It could change anything on this page, so Hostblind won’t run with it. It’s being removed now: close this tab, then open Hostblind again. If you see this again, don’t use Hostblind at this address.',
  },
};
