/** docs/conformance.md names what there is, and the kit keeps to the numbers of docs/protocol.md. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainMeanings, splitMeaning } from '../../../src/conformance/catalogue/meanings.ts';
import { untriedReasons } from '../../../src/conformance/catalogue/report.ts';
import { conformanceParts } from '../../../src/conformance/catalogue/rules.ts';
import { budgetsMs } from '../../../src/conformance/timing-part.ts';
import { capabilityOf, commandNames, strangeFile } from '../../../src/conformance/tour/messages.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';

const read = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../../docs', name), 'utf8');
const page = read('conformance.md');
const protocol = read('protocol.md');

/** The cells of the table whose heading begins with these columns. */
function tableOf(text: string, ...columns: readonly string[]): string[][] {
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => columns.every((column, at) => cells(line)[at] === column));
  const rest = lines.slice(heading + 2);
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith('|')),
    )
    .map(cells);
}

const codeOf = (cell = ''): string => /`([^`]+)`/.exec(cell)?.[1] ?? '';
const plainName = (text: string): string => text.trim().toLowerCase().replaceAll(/[ -]/g, '');

describe('docs/conformance.md', () => {
  it('has a row for each meaning, and each is one', () => {
    const named = tableOf(page, 'meaning', 'what to do').map(([cell]) => codeOf(cell));
    expect(named.filter((meaning) => splitMeaning(meaning) === undefined)).toEqual([]);
    const plain = named.filter((meaning) => splitMeaning(meaning)?.kind === 'plain');
    expect(plain.toSorted()).toEqual(plainMeanings.toSorted());
    expect(named).toContain('pin 1234');
    expect(named).toContain('read 5');
  });

  it('has a row for each part and for each reason', () => {
    expect(tableOf(page, 'part', 'what').map(([cell]) => codeOf(cell))).toEqual(conformanceParts);
    expect(tableOf(page, 'reason', 'meaning').map(([cell]) => codeOf(cell))).toEqual(untriedReasons);
  });

  it('takes no meaning for another', () => {
    for (const text of ['', 'agree now', 'pin 12', 'pin 123456789', 'pin', 'read', 'read x', 'Agree'])
      expect(splitMeaning(text)).toBeUndefined();
    expect(splitMeaning('pin 12345678')).toEqual({ kind: 'pin', pin: '12345678' });
    expect(splitMeaning('read 12')).toEqual({ kind: 'read', position: 12 });
  });
});

describe('docs/protocol.md', () => {
  it('has the budgets that the kit judges by', () => {
    const milliseconds = (text: string): number =>
      Number.parseInt(text, 10) * (text.endsWith(' ms') ? 1 : 1_000);
    const named = new Map<string, number>();
    for (const [commands = '', budget = ''] of tableOf(protocol, 'command', 'budget'))
      for (const name of commands.replaceAll(/,? and /g, ', ').split(', '))
        named.set(plainName(name), milliseconds(budget));
    for (const command of commandNames) {
      const own = named.get(plainName(command));
      const asking = named.get(plainName('every other request'));
      expect([command, budgetsMs[command]]).toEqual([command, own ?? asking]);
    }
  });

  it('has the commands of each capability as the kit knows them', () => {
    const rows = tableOf(protocol, 'capability', 'commands');
    const known = rows.map(([capability = '', commands = '']) => [
      capability.replace(/^\d+ /, ''),
      commands
        .split(', ')
        .filter((name) => !name.includes(' flags ') && !name.includes('](#'))
        .map(plainName)
        .toSorted(),
    ]);
    const kit = capabilities.map((capability) => [
      plainName(capability),
      commandNames
        .filter((name) => capabilityOf(name) === capability)
        .map(plainName)
        .toSorted(),
    ]);
    expect(known.map(([name, commands]) => [plainName(String(name)), commands])).toEqual(kit);
  });

  it('has the file that the kit sends', () => {
    expect(protocol.toLowerCase()).toContain(toHex(strangeFile));
  });
});
