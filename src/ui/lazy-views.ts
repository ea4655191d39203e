/** Pages that most visits never see: fetched when they are first shown, so that the first page stays small. */

/** Until it is there, its element shows the text between its tags; without a network it goes on doing so. */
export function loadCopies(): void {
  void import('./copies-pages.ts').catch(() => undefined);
}
