import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionsPerTick, type Automation } from '../../../../firmware-sim/ports/rest/automation.ts';
import type { Call } from '../../../../firmware-sim/ports/rest/router.ts';
import { screenRoutes } from '../../../../firmware-sim/ports/rest/screen-routes.ts';
import { createTextEvents } from '../../../../firmware-sim/ports/rest/text-events.ts';
import {
  openFixture,
  rawRequest,
  type Fixture,
  type RawReply,
} from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(async () => fixture.close());

const post = async (body: string): Promise<RawReply> =>
  rawRequest(fixture.apiPort, 'POST', '/automation', body);
const rules = async (...list: unknown[]): Promise<void> => {
  const reply = await post(JSON.stringify({ version: 1, rules: list }));
  expect([reply.status, reply.text]).toEqual([200, '{}\n']);
};
const buttons = (): string[] => fixture.firmware().journal.filter((entry) => /^(press|release)/.test(entry));
const tap = (): void => {
  fixture.device.press('left');
  fixture.device.release('left');
};
const pressRight = [
  ['button', 2, true],
  ['button', 2, false],
];

describe('rules', () => {
  it('press what the first match names, in order', async () => {
    await rules({ text: 'presses 1', actions: pressRight }, { text: 'presses 1', actions: [['exit']] });
    tap();
    expect(buttons()).toEqual(['press left', 'press right', 'release right', 'release left']);
    expect(fixture.exits).toEqual([]);
  });

  it('look at what is drawn from now on only', async () => {
    await rules({ text: 'presses 0', actions: pressRight });
    expect(buttons()).toEqual([]);
  });

  it('match the whole text, or a regular expression at its start, or a place', async () => {
    await rules({ text: 'presses', actions: [['exit']] }, { regexp: 'esses', actions: [['exit']] });
    tap();
    expect(fixture.exits).toEqual([]);
    await rules({ regexp: 'pre|nothing', x: 4, y: 20, actions: [['exit']] });
    tap();
    expect(fixture.exits).toEqual(['exit']);
    await rules({ y: 21, actions: [['exit']] });
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });

  it('without a matcher match everything, and skip a match without actions', async () => {
    await rules({ text: 'presses 1' }, { actions: [['setbool', 'seen', true]] });
    tap();
    await rules({ text: 'presses 2' }, { text: 'presses 2', actions: [['exit']] });
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });

  it('see a clear event at the head of each picture, as empty text', async () => {
    await rules({ text: '', x: 0, y: 0, actions: [['exit']] });
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });

  it('hold conditions on variables, unset being false', async () => {
    await rules(
      { text: 'presses 1', conditions: [['again', false]], actions: [['setbool', 'again', true]] },
      {
        text: 'presses 2',
        conditions: [
          ['again', true],
          ['other', false],
        ],
        actions: [['exit']],
      },
    );
    tap();
    expect(fixture.exits).toEqual([]);
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });

  it('a new document replaces all rules and resets the variables', async () => {
    await rules({ text: 'presses 1', actions: [['setbool', 'seen', true]] });
    tap();
    await rules({ conditions: [['seen', true]], actions: [['exit']] });
    tap();
    await rules();
    tap();
    expect(fixture.exits).toEqual([]);
  });

  it('accept a finger, which touches nothing', async () => {
    await rules({ text: 'presses 1', actions: [['finger', 1, 2, true], ['exit']] });
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });
});

describe('defects of the reference that are not here', () => {
  const good = { text: 'a', actions: [['exit']] };
  it.each([
    ['a second rule', { version: 1, rules: [good, { text: 5 }] }],
    ['an unknown field', { version: 1, rules: [good, { word: 'a' }] }],
    [
      'a second condition',
      {
        version: 1,
        rules: [
          {
            ...good,
            conditions: [
              ['a', true],
              ['b', 1],
            ],
          },
        ],
      },
    ],
    ['a second action', { version: 1, rules: [{ ...good, actions: [['exit'], ['jump']] }] }],
    ['a long action', { version: 1, rules: [{ ...good, actions: [['exit', 1]] }] }],
    ['a third button', { version: 1, rules: [{ ...good, actions: [['button', 3, true]] }] }],
    ['a finger without a place', { version: 1, rules: [{ ...good, actions: [['finger', 1, true]] }] }],
    ['a broken expression', { version: 1, rules: [{ regexp: '(', actions: [] }] }],
    ['another version', { version: 2, rules: [] }],
    ['no version', { rules: [] }],
    ['another key', { version: 1, rules: [], more: 1 }],
    ['a list', [1]],
  ])('every part of a document is validated: %s', async (_, document) => {
    const reply = await post(JSON.stringify(document));
    expect([reply.status, reply.text]).toEqual([400, '"invalid document"\n']);
  });

  it.each([
    [{ regexp: 'a(?i)b' }, 'rules[1].regexp: flags are known at the very beginning only: i, m, s and u'],
    [{ regexp: '(' }, 'rules[1].regexp: missing ), unterminated group'],
    [{ x: 'left' }, 'rules[1].x: a number is needed'],
  ])('a refused document says which rule is wrong, and why: %j', async (rule, reason) => {
    const reply = await post(JSON.stringify({ version: 1, rules: [{ text: 'a', actions: [] }, rule] }));
    expect([reply.status, reply.text, reply.headers['reason']]).toEqual([
      400,
      '"invalid document"\n',
      reason,
    ]);
    expect(fixture.logs).toEqual([`bench: automation rules refused: ${reason}`]);
  });

  it.each(['(?i)PRESSES', String.raw`presses\ 1`, '(?P<n>presses)', String.raw`\Apresses 1\Z`])(
    "an expression of Python's is taken: %s",
    async (regexp) => {
      await rules({ regexp, actions: [['exit']] });
      tap();
      expect(fixture.exits).toEqual(['exit']);
    },
  );

  it('a refused document leaves the rules that there were', async () => {
    await rules({ text: 'presses 1', actions: [['exit']] });
    await post('{"version":1,"rules":[{"x":"1"}]}');
    tap();
    expect(fixture.exits).toEqual(['exit']);
  });

  it('no file is read and no other encoding is guessed', async () => {
    expect((await post('file:/etc/hostname')).text).toBe('"invalid document"\n');
    const reply = await post('{"version":1,"rules":[{"text":"é"}]}');
    expect([reply.status, reply.text]).toEqual([400, '"invalid encoding"\n']);
  });

  it('an internal fault is no "invalid document": it reaches the simulator’s owner', async () => {
    const fault = new Error('out of order');
    const broken: Automation = {
      replace: () => {
        throw fault;
      },
    };
    const routes = screenRoutes(fixture.device, createTextEvents(fixture.device), broken, () => undefined);
    const body = new TextEncoder().encode('{"version":1,"rules":[]}');
    const handler = routes['/automation']?.POST;
    expect(() => handler?.({ body } as unknown as Call)).toThrow(fault);
  });

  it('a hundred actions a tick, and no more', async () => {
    expect(actionsPerTick).toBe(100);
    await rules({
      text: 'presses 1',
      actions: [...Array.from({ length: 205 }, () => ['finger', 0, 0, true]), ['exit']],
    });
    tap();
    expect(fixture.exits).toEqual([]);
    fixture.device.time.advance(50);
    expect(fixture.exits).toEqual([]);
    fixture.device.time.advance(50);
    expect(fixture.exits).toEqual(['exit']);
  });

  it('two rules that bounce endlessly leave the ticks running, and a press returns', async () => {
    await rules({ regexp: 'presses', actions: pressRight });
    tap();
    const afterPress = buttons().length;
    expect(afterPress).toBeGreaterThan(actionsPerTick / 2);
    expect(afterPress).toBeLessThan(actionsPerTick * 2);
    fixture.device.time.advance(50);
    expect(fixture.firmware().journal).toContain('tick 50');
    expect(buttons().length).toBe(afterPress + actionsPerTick);
    await rules();
    fixture.device.time.advance(50);
    expect(buttons().length).toBe(afterPress + actionsPerTick);
  });
});
