/**
 * `npm run translations [TAG …]`: what a language lacks, what it says in English still, and what is too long for the glass.
 * Ends with exit code 1 if there is anything. `docs/translating.md` says what to do about it.
 */
import { ethereumInEnglish } from '../../src/text/en/apps/ethereum.ts';
import type { Language } from '../../src/text/languages.ts';
import { programLanguages as languages } from '../../src/text/program-languages.ts';
import type { Catalogue } from '../../src/text/types/catalogue.ts';
import { useLanguage } from '../../src/text/locale/language.ts';
import { missing, sameAsEnglish } from './same-as-english.ts';
import { appFits, appTexts } from './app-fit.ts';
import { overfull, tooLong } from './glass-fit.ts';

async function whole({ load }: Language): Promise<Catalogue> {
  const [first, rest, terminal, simulator] = await Promise.all([
    load.first(),
    load.rest(),
    load.terminal?.(),
    load.simulator?.(),
  ]);
  return { ...first, ...rest, ...terminal, ...simulator } as Catalogue;
}

const [english] = languages;
if (english === undefined) throw new Error('there is no English');
const original = await whole(english);
const wanted = process.argv.slice(2);
let faults = 0;

function list(title: string, found: readonly string[]): void {
  faults += found.length;
  console.log(`  ${title}: ${found.length === 0 ? 'none' : ''}`);
  for (const each of found) console.log(`    ${each}`);
}

for (const language of languages) {
  if (wanted.length > 0 && !wanted.includes(language.tag)) continue;
  const texts = await whole(language);
  useLanguage(language.locale, texts);
  console.log(`${language.name} (${language.tag})`);
  const apps = appTexts[language.tag] ?? ethereumInEnglish;
  list('missing', [...missing(original, texts), ...missing(ethereumInEnglish, apps)]);
  if (language !== english)
    list('the same as in English', [
      ...sameAsEnglish(original, texts),
      ...sameAsEnglish(ethereumInEnglish, apps),
    ]);
  list('too long for the glass', [...tooLong(texts.glass), ...overfull(appFits(apps))]);
}
process.exitCode = faults === 0 ? 0 : 1;
