/** What `hostblind --help` says, and `hostblind COMMAND --help`. */

/** In the order in which they are listed. */
export type CommandName =
  | 'create'
  | 'resume'
  | 'check'
  | 'restore'
  | 'reveal'
  | 'addresses'
  | 'identify'
  | 'backup-file'
  | 'check-file'
  | 'restore-file'
  | 'seed-qr'
  | 'sign-message'
  | 'rename'
  | 'language'
  | 'change-pin'
  | 'wipe'
  | 'list'
  | 'info'
  | 'status'
  | 'records'
  | 'cancel'
  | 'conform';

export type FlagName =
  | 'words'
  | 'candidates'
  | 'dice'
  | 'force'
  | 'yes'
  | 'forget-wallet'
  | 'account'
  | 'link'
  | 'port'
  | 'path'
  | 'records'
  | 'no-records'
  | 'roots'
  | 'only'
  | 'press'
  | 'report'
  | 'long'
  | 'json'
  | 'version'
  | 'help';

export type CommandGroup = 'backup' | 'copies' | 'signing' | 'device' | 'looking' | 'makers';

interface CommandHelp {
  /** In the list of all commands, and with a full stop after it: a few words, the first of them with a capital. */
  readonly summary: string;
  /** Paragraphs. */
  readonly about: readonly string[];
}

/** What flags may be given, to be named in their help. */
export interface FlagChoices {
  readonly words: readonly number[];
  readonly candidates: readonly number[];
  readonly only: readonly string[];
}

export interface TerminalHelpMessages {
  readonly title: string;
  /** With its colon. */
  readonly usage: string;
  readonly usageLine: string;
  /** `command`: with what stands for its argument. */
  readonly usageOf: (command: string) => string;
  readonly groups: Readonly<Record<CommandGroup, string>>;
  readonly options: string;
  readonly exitCodes: string;
  readonly more: string;
  readonly commands: Readonly<Record<CommandName, CommandHelp>>;
  /** What stands for a command's argument. */
  readonly argument: Record<'file' | 'name' | 'language' | 'message', string>;
  /** What stands for a flag's value; absent where it has none. */
  readonly values: Readonly<Partial<Record<FlagName, string>>>;
  readonly flags: (choices: FlagChoices) => Readonly<Record<FlagName, string>>;
  /** The names that a device can have. */
  readonly names: (names: readonly string[]) => string;
  /** Of a device's glass: each by its tag, and as its speakers call it. */
  readonly languages: (languages: readonly string[]) => string;
}
