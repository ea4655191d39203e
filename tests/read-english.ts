/** What every test reads unless it chooses: all of English. */
import { chooseLanguage } from '../src/text/languages.ts';
import { programLanguages } from '../src/text/program-languages.ts';

await chooseLanguage(['en-GB'], ['first', 'rest', 'terminal', 'simulator'], programLanguages);
