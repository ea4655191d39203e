/** Licences of others' software in the app. A build puts the list here (`src/site/licences-plugin.ts`). */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly licence: string;
  /** Empty where the package has none. */
  readonly text: string;
}

export const licences: readonly Licence[] = [];
