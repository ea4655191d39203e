export interface Row {
  readonly room: string;
  readonly rooms: readonly string[];
  readonly packages?: readonly string[];
  readonly why: string;
}
export const rows: readonly Row[];
export function roomOf(file: string): string | undefined;
export function rowFor(file: string): Row | undefined;
export function targetOf(file: string, specifier: string): string | undefined;
export function isAllowed(row: Row, target: string): boolean;
