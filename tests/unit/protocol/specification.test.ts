/** Executes the byte examples of docs/protocol.md and holds its tables against the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';
import {
  commonClass,
  appNameInstruction,
  hostblindClass,
  instructions,
} from '../../../src/protocol/apdu/instructions.ts';
import { refusedParts, refusedWords } from '../../../src/protocol/device-name.ts';
import { capabilities, capabilityBit } from '../../../src/protocol/commands/info.ts';
import {
  activities,
  entropyLength,
  outcomes,
  stages,
  wordCounts,
} from '../../../src/protocol/public-state.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { createHidDevice } from '../../../firmware-sim/ports/usbip/hid-device.ts';
import { exampleWallet, isExampleState } from '../../fixtures/wallets/example-wallet.ts';
import { asPlayed, playExample } from '../../fixtures/wallets/play-example.ts';
import { exampleDevices } from '../../fixtures/devices/example-states.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
const text = read('protocol.md');
const pages = `${text}\n${read('protocol/status.md')}`;
const examples = [...pages.matchAll(/```wire (\S+)\n([\s\S]*?)```/g)].map(
  ([, state = '', body = ''], index) => ({
    name: `${index + 1} (${state})`,
    state,
    lines: body.trim().split('\n'),
  }),
);

/** `…` stands for any bytes. */
function matches(pattern: string, bytes: Uint8Array): boolean {
  const parts = pattern.split('…').map((part) => toHex(fromHex(part)));
  return new RegExp(`^${parts.join('(?:..)+')}$`).test(toHex(bytes));
}

/** The rows of the table that follows a heading: each row's cells, code marks taken away. */
function tableAfter(heading: string): string[][] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const rows = section.split('\n## ')[0]?.split('\n') ?? [];
  const table = rows.slice(rows.findIndex((row) => row.startsWith('| ---')) + 1);
  const end = table.findIndex((row) => !row.startsWith('|'));
  return table.slice(0, end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('docs/protocol.md', () => {
  it('has an example for every command', () => {
    expect(examples.length).toBeGreaterThan(15);
    const shown = examples.flatMap(({ lines }) => lines).filter((line) => line.startsWith('> C8'));
    for (const ins of Object.values(instructions)) {
      expect(shown.some((line) => line.slice(5, 7) === toHex(Uint8Array.of(ins)).toUpperCase())).toBe(true);
    }
  });

  it.each(examples)('example $name', ({ state, lines }) => {
    const device = exampleDevices[state]?.();
    if (device === undefined) throw new Error(`no device for the state ${state}`);
    let response = new Uint8Array();
    for (const line of lines) {
      if (line.startsWith('> ')) response = Uint8Array.from(device.exchange(fromHex(line.slice(2))));
      else
        expect({ line, response: toHex(response), fits: matches(line.slice(2), response) }).toMatchObject({
          fits: true,
        });
    }
  });

  const appExamples = [...text.matchAll(/```app (\S+)\n([\s\S]*?)```/g)].map(([, state = '', body = '']) => ({
    state,
    lines: body.trim().split('\n'),
  }));

  it('has examples of what protects a signature', () => {
    expect(appExamples.length).toBeGreaterThan(3);
  });

  it.each(appExamples)('example of an app, $state: $lines.0', ({ state, lines }) => {
    if (!isExampleState(state)) throw new Error(`no device for the state ${state}`);
    expect(playExample(exampleWallet(state), lines)).toEqual(asPlayed(lines));
  });

  it('says in words what each state of the examples is', () => {
    const defined = tableAfter('The states of the examples').map(([name = '']) => name);
    expect(defined).toEqual(Object.keys(exampleDevices));
    const used = new Set(examples.map(({ state }) => state));
    expect(defined.filter((name) => !used.has(name))).toEqual([]);
  });

  const hidExamples = [...text.matchAll(/```hid\n([\s\S]*?)```/g)].map(([, body = '']) =>
    body.trim().split('\n'),
  );

  it('has examples of reports', () => {
    expect(hidExamples.length).toBeGreaterThan(3);
  });

  it.each(hidExamples)('reports %s', (...lines) => {
    const device = exampleDevices['empty']?.();
    if (device === undefined) throw new Error('no empty device');
    const hid = createHidDevice({ exchange: (command) => device.exchange(command) });
    /** What a line leaves out at its end is zeros. */
    const padded = (line: string): string => toHex(fromHex(line.slice(2))).padEnd(128, '0');
    let answers: string[] = [];
    for (const line of lines) {
      if (line.startsWith('> ')) {
        expect(answers).toEqual([]);
        answers = hid.receive(fromHex(padded(line))).map(toHex);
      } else {
        expect(answers.shift()).toBe(padded(line));
      }
    }
    expect(answers).toEqual([]);
  });

  it('names every status word', () => {
    const table = tableAfter('Status words').map(([code = '', name = '']) => [
      name,
      Number.parseInt(code, 16),
    ]);
    expect(Object.fromEntries(table)).toEqual(statusWords);
  });

  it('names every command', () => {
    const table = tableAfter('Commands').map(([cla = '', ins = '']) => `${cla}${ins}`.toLowerCase());
    const known = Object.values(instructions).map((ins) => toHex(Uint8Array.of(hostblindClass, ins)));
    expect(table).toEqual([toHex(Uint8Array.of(commonClass, appNameInstruction)), ...known]);
  });

  it('names every stage with its code', () => {
    const table = tableAfter('What the person sees').map(([code = '', stage = '']) => [
      Number.parseInt(code, 16),
      stage,
    ]);
    expect(table).toEqual(stages.map((stage, code) => [code, stage]));
  });

  /** The codes that a row of the status table explains, with what they are called there. */
  const codesOf = (field: string): [number, string][] => {
    const row = text.split('\n').find((line) => line.includes(field)) ?? '';
    return [...row.matchAll(/`([0-9A-F]{2})` ([^`,|]+)/g)].map(([, code = '', name = '']) => [
      Number.parseInt(code, 16),
      name.trim().toLowerCase().replaceAll(' ', '-'),
    ]);
  };

  it('gives the bytes of entropy for each number of words', () => {
    const [, table = ''] = text.split('| words | bytes of entropy |');
    const rows = [...(table.split('####')[0]?.matchAll(/^\| (\d+) +\| (\d+) +\| (\d+) /gm) ?? [])];
    expect(rows.map(([, words, bytes, bits]) => [words, bytes, bits].map(Number))).toEqual(
      wordCounts.map((words) => [words, entropyLength(words), words / 3]),
    );
  });

  it('lists what no name may say', () => {
    const [, section = ''] = text.split('\n### Rename\n');
    const listed = (label: string): string[] => {
      const [, item = ''] = section.split(label);
      return [...(item.split(/\n(?:- |\n)/)[0] ?? '').matchAll(/`([a-z]+)`/g)].map(([, word = '']) => word);
    };
    expect(listed('as a space does: ')).toEqual(refusedWords);
    expect(listed('left out: ')).toEqual(refusedParts);
  });

  it('names every activity with its code', () => {
    expect(codesOf('activity: `00`')).toEqual(activities.map((activity, code) => [code, activity]));
  });

  it('gives a meaning to every outcome', () => {
    const codes = codesOf('how the last ceremony ended').map(([code]) => code);
    expect(codes).toEqual(outcomes.map((_, code) => code));
  });

  it('names every capability with its bit', () => {
    const rows = text.split('\n').filter((line) => line.includes('capabilities, one bit'));
    const named = [...rows.join('\n').matchAll(/(\d+) ([a-zA-Z ]+?)(?:,| \(|;)/g)].map(
      ([, bit, name = '']) => [Number(bit), name.toLowerCase().replaceAll(' ', '-')],
    );
    expect(named).toEqual(capabilities.map((name) => [capabilityBit(name), name]));
  });
});
