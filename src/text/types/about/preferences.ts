/** The page on which a person chooses how the app looks. */
export interface PreferencesMessages {
  readonly title: string;
  readonly lead: string;
  readonly language: {
    readonly title: string;
    /** Of the choices: whichever the browser asks for. */
    readonly system: string;
    /** Why the recovery phrase isn't translated. */
    readonly words: string;
    readonly failed: string;
  };
  readonly theme: { readonly title: string; readonly options: Record<'system' | 'light' | 'dark', string> };
}
