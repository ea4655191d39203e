/** Sheets of paper, and the print rule of the one that is chosen. */
export const papers = {
  a4: { width: 210, height: 297, title: 'A4', hint: '210 x 297 mm' },
  letter: { width: 215.9, height: 279.4, title: 'Letter', hint: '8.5 x 11 in' },
} as const satisfies Record<string, { width: number; height: number; title: string; hint: string }>;

export type Paper = keyof typeof papers;

export const paperNames = Object.keys(papers) as Paper[];

/** Where people write on Letter; everywhere else paper is A4. */
const letterRegions = new Set([
  'US',
  'CA',
  'MX',
  'CL',
  'CO',
  'CR',
  'GT',
  'PA',
  'PH',
  'PR',
  'SV',
  'VE',
  'DO',
  'NI',
]);

/** The paper that people of a language and region use, such as `en-US`. A4 where none is named. */
export function usualPaper(locale: string): Paper {
  return letterRegions.has(regionOf(locale) ?? '') ? 'letter' : 'a4';
}

/**
 * Browsers hand on what the system calls its locale: `C` (WebKitGTK), `en-US@posix` (Chromium), `en_US.UTF-8`. What is
 * no language tag (BCP 47) names no region.
 */
function regionOf(locale: string): string | undefined {
  const [tag = ''] = locale.split(/[.@]/);
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).region;
  } catch {
    return undefined;
  }
}

/**
 * Tells the printer the size of the sheet, until the returned function takes it back. The rule is the document's: in
 * a shadow tree `@page` means nothing. Without margins, browsers print no address and no date of their own.
 */
export function usePaper(paper: Paper): () => void {
  const { width, height } = papers[paper];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
