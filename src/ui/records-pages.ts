/** Everything about the records that is not needed for the first screen: the app loads it when there is a use for it. */
import './hb-device-list.ts';
import './hb-records.ts';

export { walletChangeReasons } from './messages-wallet.ts';
