/** What is loaded together for copies of a wallet. */
import './hb-choose-file.ts';
import './hb-copies.ts';
