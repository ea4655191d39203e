/** Every command of `hostblind`, and which flags go with it. */
import type { CommandGroup, CommandName, FlagName } from '../text/types/terminal/help.ts';

export const commandGroups = {
  backup: ['create', 'resume', 'check', 'restore', 'reveal', 'addresses', 'identify'],
  copies: ['backup-file', 'check-file', 'restore-file', 'seed-qr'],
  signing: ['sign-message'],
  device: ['rename', 'language', 'change-pin', 'wipe'],
  looking: ['list', 'info', 'status', 'records', 'cancel'],
  makers: ['conform'],
} as const satisfies Readonly<Record<CommandGroup, readonly CommandName[]>>;

export const commands: readonly CommandName[] = Object.values(commandGroups).flat();

/** What stands after a command's name. */
export const argumentOf: Readonly<Partial<Record<CommandName, 'file' | 'name' | 'language' | 'message'>>> = {
  'backup-file': 'file',
  'check-file': 'file',
  'restore-file': 'file',
  'sign-message': 'message',
  rename: 'name',
  language: 'language',
};

/** Commands that ask something of the device. */
export const ceremonies = [
  ...commandGroups.backup,
  ...commandGroups.copies,
  ...commandGroups.device,
] as const satisfies readonly CommandName[];
export type CeremonyCommand = (typeof ceremonies)[number];

export function isCeremony(command: CommandName): command is CeremonyCommand {
  return (ceremonies as readonly CommandName[]).includes(command);
}

const atDevice = commands.filter((command) => command !== 'records');
const remembering: readonly CommandName[] = [...ceremonies, 'sign-message', 'info', 'records'];

/** The commands that take it; flags that aren't here go with every one. */
export const takenBy: Readonly<Partial<Record<FlagName, readonly CommandName[]>>> = {
  words: ['create', 'restore', 'identify'],
  candidates: ['create'],
  dice: ['create'],
  force: ['backup-file'],
  yes: ['reveal', 'wipe'],
  'forget-wallet': ceremonies,
  account: ['sign-message'],
  link: atDevice,
  port: atDevice,
  path: atDevice,
  records: remembering,
  'no-records': remembering,
  roots: [...ceremonies, 'sign-message', 'info', 'list', 'status', 'cancel', 'conform'],
  only: ['conform'],
  press: ['conform'],
  report: ['conform'],
  long: ['conform'],
};

/** In the order in which help lists them. */
export const flagNames = [
  'words',
  'candidates',
  'dice',
  'force',
  'yes',
  'forget-wallet',
  'account',
  'only',
  'press',
  'report',
  'long',
  'link',
  'port',
  'path',
  'records',
  'no-records',
  'roots',
  'json',
  'version',
  'help',
] as const satisfies readonly FlagName[];

export function takes(command: CommandName, flag: FlagName): boolean {
  return takenBy[flag]?.includes(command) ?? true;
}
