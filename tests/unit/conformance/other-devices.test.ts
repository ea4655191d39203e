/** Devices that aren't ours and conform anyway: they lack commands, take their time, or are of a later minor version. */
import { expect, it, vi } from 'vitest';
import { conformanceParts } from '../../../src/conformance/catalogue/rules.ts';
import type { ConformanceFindings } from '../../../src/conformance/catalogue/report.ts';
import { capabilityOf, commandNames, messageOf } from '../../../src/conformance/tour/messages.ts';
import { encodeResponse } from '../../../src/protocol/apdu/apdu.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { concatBytes, readU16, u16 } from '../../../src/protocol/bytes.ts';
import { capabilities, type Capability } from '../../../src/protocol/commands/info.ts';
import {
  brokenIn,
  conformInProcess,
  type InProcessOptions,
  type SyncExchange,
} from '../../fixtures/conformance/in-process.ts';

vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const isOf = (command: Uint8Array, name: (typeof commandNames)[number]): boolean =>
  command[0] === messageOf(name)[0] && command[1] === messageOf(name)[1];

/** Lacks some commands, and says so. */
const without =
  (...absent: readonly Capability[]) =>
  (honest: SyncExchange): SyncExchange =>
  (command) => {
    const lacks = commandNames.some((name) => {
      const needed = capabilityOf(name);
      return isOf(command, name) && needed !== undefined && absent.includes(needed);
    });
    const wellFormed = command.length === 4 || command[4] === command.length - 5;
    if (lacks && wellFormed) return encodeResponse(statusWords.unknownInstruction);
    const flags = absent.includes('entropy-check') && isOf(command, 'create') && command.length === 7;
    if (flags && command[6] !== 0 && command[2] === 0 && command[3] === 0)
      return encodeResponse(statusWords.badData);
    const response = honest(command);
    if (!isOf(command, 'info') || response.length < 24) return response;
    const bits = absent.reduce(
      (mask, name) => mask & ~(1 << capabilities.indexOf(name)),
      readU16(response, 6),
    );
    return concatBytes(response.slice(0, 6), u16(bits), response.slice(8));
  };

const lacking = (...absent: readonly Capability[]): Pick<InProcessOptions, 'bend' | 'bendOther'> => ({
  bend: without(...absent),
  bendOther: without(...absent),
});

const reasonsOf = ({ results }: ConformanceFindings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    results.map((found) => [found.rule, found.verdict === 'not-tried' ? found.reason : found.verdict]),
  );

const journeys = ['create', 'reveal', 'check', 'wipe', 'unlock', 'rename', 'backup-file', 'seed-qr'];

it('one that has what every device has, and makes wallets', async () => {
  const absent: readonly Capability[] = [
    'attest',
    'wipe',
    'rename',
    'entropy-check',
    'seed-qr',
    'backup-file',
  ];
  const findings = await conformInProcess({ parts: conformanceParts, journeys, ...lacking(...absent) });
  expect(brokenIn(findings)).toEqual([]);
  expect(reasonsOf(findings)).toMatchObject({
    'absent-commands': 'holds',
    answers: 'holds',
    'unplug-result': 'holds',
    challenge: 'absent',
    commitment: 'absent',
    'same-transcript': 'absent',
  });
});

it('one that restores wallets and makes none', async () => {
  const findings = await conformInProcess({ parts: ['static', 'guided'], journeys, ...lacking('create') });
  expect(brokenIn(findings)).toEqual([]);
  expect(reasonsOf(findings)['absent-commands']).toBe('holds');
});

it('one that computes for a while', async () => {
  const findings = await conformInProcess({
    parts: ['entropy'],
    bend: (honest) => {
      let asked = 0;
      return (command) => {
        // Whatever isn't refused takes three questions.
        const works = isOf(command, 'entropy') && command.length === 37;
        if (works && (asked += 1) % 3 !== 0) return encodeResponse(statusWords.computing);
        return honest(command);
      };
    },
  });
  expect(brokenIn(findings)).toEqual([]);
  expect(reasonsOf(findings)['computing']).toBe('holds');
});

it('one of a later minor version, whose answers are longer', async () => {
  const findings = await conformInProcess({
    parts: ['static', 'guided'],
    journeys: ['create', 'unlock'],
    bend: (honest) => (command) => {
      const response = honest(command);
      const grows = isOf(command, 'info') || isOf(command, 'status');
      if (!grows || response.length < 12) return response;
      // Further capabilities, of which this version knows one, and bytes behind them.
      const more = isOf(command, 'info') ? [0x80, 0, 7] : [7, 7];
      return concatBytes(response.slice(0, -2), Uint8Array.from(more), response.slice(-2));
    },
  });
  expect(brokenIn(findings)).toEqual([]);
});

it('one with a command and a class of its maker’s own', async () => {
  const findings = await conformInProcess({
    parts: ['static'],
    bend: (honest) => (command) => {
      const own = command[0] === 0xe0 || (command[0] === 0xc8 && (command[1] ?? 0) >= 0xf0);
      return own ? encodeResponse(statusWords.ok, Uint8Array.of(1, 2, 3)) : honest(command);
    },
  });
  expect(brokenIn(findings)).toEqual([]);
});
