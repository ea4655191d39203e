/** What is not needed for the first screen: the app loads it right after it, so that it is there before it is asked for. */
import './hb-device-list.ts';
import './hb-quiz.ts';
import './hb-records.ts';

import { walletChangeReasons } from './messages-wallet.ts';

export interface LaterPages {
  readonly walletChangeReasons: typeof walletChangeReasons;
}

export { walletChangeReasons };
