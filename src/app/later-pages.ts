/** What is not needed for the first screen: the app loads it right after it, so that it is there before it is asked for. */
import '../elements/backed-up/hb-backed-up.ts';
import '../elements/device-list/hb-device-list.ts';
import '../elements/quiz/hb-quiz.ts';
import '../elements/records/hb-records.ts';
import '../elements/rename/hb-rename.ts';
import '../elements/settings/hb-settings.ts';
import '../elements/word-count/hb-word-count.ts';

import { walletChange } from '../text/wallet-change.ts';

export interface LaterPages {
  readonly walletChange: typeof walletChange;
}

export { walletChange };
