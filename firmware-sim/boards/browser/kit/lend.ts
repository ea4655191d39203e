/** Where a script finds what another one lends it: the one thing that they have in common, being files of their own, is the page. */
export function lend(parts: object): void {
  Object.assign(globalThis, parts);
}
