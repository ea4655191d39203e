/** Executes the byte examples of docs/protocol.md and holds its tables against the code. */
import { wrongCode } from '../../fixtures/data/wrong-code.ts';
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
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { activities, outcomes, stages } from '../../../src/protocol/public-state.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import {
  agree,
  agreeToNewWallet,
  checkBackupFile,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  reveal,
  revealSeedQr,
  tap,
  writeWordsDown,
} from '../../kit/drivers/person.ts';
import vectors from '../../fixtures/data/vectors/backup-file.json' with { type: 'json' };
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/protocol.md'), 'utf8');
const pin = '1234';
const vectorFile = fromHex(vectors.files[4]?.file ?? '');

const freshDevice = (): TestDevice => createTestDevice({ random: seededRandom({ all: 'protocol.md' }) });

function deviceCreating(): TestDevice {
  const device = freshDevice();
  device.startCreate(24);
  return device;
}

/** At "How to enter?". */
function deviceChecking(): { device: TestDevice; paper: string[] } {
  const device = deviceCreating();
  const paper = device.person(createWallet(24, pin));
  device.start({ kind: 'check' });
  device.person(agree('Check backup?'));
  device.person(enterPin(pin));
  return { device, paper };
}

function* untilTheWords() {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
  yield* reveal();
}

const deviceIn: Readonly<Record<string, () => TestDevice>> = {
  empty: freshDevice,
  checking() {
    const device = freshDevice();
    device.start({ kind: 'create', wordCount: 24, entropyCheck: true });
    device.person(agreeToNewWallet());
    return device;
  },
  words() {
    const device = deviceCreating();
    device.person(untilTheWords());
    for (let words = 1; words < 5; words += 1) device.person(tap('right'));
    return device;
  },
  confirm() {
    const device = deviceCreating();
    device.person(untilTheWords());
    device.person(writeWordsDown(24));
    device.person(tap('right'));
    return device;
  },
  unfinished: () => (deviceIn['words']?.() ?? freshDevice()).replug(),
  'backed-up'() {
    const device = deviceCreating();
    device.person(createWallet(24, pin));
    return device;
  },
  entering() {
    const { device } = deviceChecking();
    device.person(tap('right'));
    return device;
  },
  match() {
    const { device, paper } = deviceChecking();
    device.person(enterWords(paper, 'halving'));
    device.person(tap('right'));
    return device;
  },
  'no-match'() {
    const { device, paper } = deviceChecking();
    device.person(enterWords(paper.toReversed(), 'halving'));
    device.person(tap('right'));
    return device;
  },
  released() {
    const device = deviceIn['backed-up']?.() ?? freshDevice();
    device.start({ kind: 'backup-file' });
    device.person(makeBackupFile(pin));
    return device;
  },
  'code-word'() {
    const device = deviceIn['backed-up']?.() ?? freshDevice();
    device.start({ kind: 'backup-file' });
    device.person(agree('Backup file?'));
    device.person(enterPin(pin));
    device.person(reveal());
    return device;
  },
  'other-wallet'() {
    const device = deviceIn['backed-up']?.() ?? freshDevice();
    device.start({ kind: 'check-file', file: vectorFile });
    device.person(checkBackupFile(pin, [], 'Other wallet'));
    return device;
  },
  'wrong-code'() {
    const device = freshDevice();
    device.start({ kind: 'restore-file', file: vectorFile });
    device.person(agree('Restore file?'));
    // BIP-39's own example of a valid checksum: eleven times the first word.
    device.person(enterWords(wrongCode, 'halving', 'Code word'));
    device.person(expectScreen('Wrong code'));
    device.person(tap('right'));
    return device;
  },
  squares() {
    const device = deviceIn['backed-up']?.() ?? freshDevice();
    device.start({ kind: 'seed-qr' });
    device.person(agree('Show SeedQR?'));
    device.person(enterPin(pin));
    device.person(revealSeedQr('standard'));
    return device;
  },
  renamed() {
    const device = freshDevice();
    device.start({ kind: 'rename', name: 'Desk' });
    device.person(tap('right'));
    return device;
  },
  locked: () => (deviceIn['backed-up']?.() ?? freshDevice()).replug(),
};

const examples = [...text.matchAll(/```wire (\S+)\n([\s\S]*?)```/g)].map(
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
    const device = deviceIn[state]?.();
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

  it('names every activity with its code', () => {
    expect(codesOf('activity: `00`')).toEqual(activities.map((activity, code) => [code, activity]));
  });

  it('gives a meaning to every outcome', () => {
    const codes = codesOf('how the last ceremony ended').map(([code]) => code);
    expect(codes).toEqual(outcomes.map((_, code) => code));
  });

  it('names every capability with its bit', () => {
    const row = text.split('\n').find((line) => line.includes('capabilities, one bit')) ?? '';
    const named = [...row.matchAll(/(\d+) ([a-zA-Z ]+?)(?:,| \(|;)/g)].map(([, bit, name = '']) => [
      Number(bit),
      name.toLowerCase().replaceAll(' ', '-'),
    ]);
    expect(named).toEqual(capabilities.map((capability, bit) => [bit, capability]));
  });
});
