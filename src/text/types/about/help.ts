/** "Help and about": what the app is for, where it ends, and what it's made of. */
export interface HelpMessages {
  readonly title: string;
  readonly lead: string;
  readonly can: { readonly title: string; readonly points: readonly string[] };
  /** About safety: each of these has a test (`tests/unit/docs/help.test.ts`). */
  readonly safe: { readonly title: string; readonly points: readonly string[] };
  /** What nothing here protects from. */
  readonly cannot: { readonly title: string; readonly points: readonly string[] };
  readonly devices: {
    readonly title: string;
    /** Functions, here and below, where names and commands are the same in every language. */
    readonly rows: () => readonly { readonly name: string; readonly can: string }[];
    readonly browsers: string;
  };
  readonly trouble: { readonly title: string; readonly points: readonly string[] };
  readonly versions: {
    readonly title: string;
    readonly app: string;
    readonly protocol: string;
    /** Commands stand below it. */
    readonly verify: string;
    readonly commands: () => readonly string[];
    readonly verified: string;
  };
  readonly source: { readonly title: string; readonly body: string; readonly licence: string };
  readonly licences: {
    readonly title: string;
    readonly body: string;
    readonly none: string;
    readonly entry: (name: string, version: string, licence: string) => string;
  };
}
