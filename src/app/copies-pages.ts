/** What is loaded together for copies of a wallet. */
import '../elements/choose-file/hb-choose-file.ts';
import '../elements/copies/hb-copies.ts';
