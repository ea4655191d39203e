/** What is not needed for the first screen: the app loads it right after it, so that it is there before it is asked for. */
import './hb-backed-up.ts';
import './hb-device-list.ts';
import './hb-ledger-guide.ts';
import './hb-ledger-panel.ts';
import './hb-ledger-ready.ts';
import './hb-quiz.ts';
import './hb-records.ts';
import './hb-rename.ts';
import './hb-settings.ts';
import './hb-word-count.ts';

import { walletChangeReasons } from './messages-wallet.ts';

export interface LaterPages {
  readonly walletChangeReasons: typeof walletChangeReasons;
}

export { walletChangeReasons };
