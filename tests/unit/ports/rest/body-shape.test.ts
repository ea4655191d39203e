/** What the bench says about a body of another shape: which field, and what it needs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRules } from '../../../../firmware-sim/ports/rest/automation-rules.ts';
import { openFixture, rawRequest, type Fixture } from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(async () => fixture.close());

describe('a body of another shape', () => {
  it.each([
    ['/apdu', '[]', 'body: an object is needed'],
    ['/apdu', 'null', 'body: an object is needed'],
    ['/apdu', '"x"', 'body: an object is needed'],
    ['/apdu', '{}', "body: 'data' is a required property"],
    ['/apdu', '{"data":5}', 'data: a string is needed'],
    ['/apdu', '{"data":"abc"}', 'data: pairs of hexadecimal digits are needed'],
    ['/apdu', '{"data":"b0","other":1}', "body: additional property 'other' is not allowed"],
    ['/apdu', '{"data":"b0","__proto__":1}', "body: additional property '__proto__' is not allowed"],
    ['/apdu', '{"data":"b0","constructor":1}', "body: additional property 'constructor' is not allowed"],
    ['/apdu', '{"data":"b0","tick_timeout":"1"}', 'tick_timeout: a number is needed'],
    ['/button/left', '{"action":"push"}', 'action: one of press, release, press-and-release is needed'],
    ['/button/left', '{"action":"press","delay":61}', 'delay: at most 60'],
    ['/button/left', '{"action":"press","delay":"1"}', 'delay: a number is needed'],
    ['/button/left', '{"action":"press","delay":1e999}', 'delay: a number is needed'],
    ['/finger', '{"action":"press","x":1}', "body: 'y' is a required property"],
    ['/finger', '{"action":"press","x":-1,"y":0}', 'x: at least 0'],
    ['/finger', '{"action":"press","x":0.5,"y":0}', 'x: an integer is needed'],
    ['/finger', '{"action":"press","x":0,"y":0,"y2":-1}', 'y2: at least 0'],
    ['/ticker/', '{"action":"go"}', 'action: one of pause, resume, single-step, advance is needed'],
    ['/ticker/', '{"action":"advance"}', 'ms: a number is needed'],
    ['/ticker/', '{"action":"advance","ms":600001}', 'ms: at most 600000'],
    ['/ticker/', '{"action":"pause","ms":1}', 'ms: only advance takes it'],
    ['/power', '{"action":"half"}', 'action: one of off, on, cycle is needed'],
  ])('%s %s', async (path, body, sentence) => {
    const reply = await rawRequest(fixture.apiPort, 'POST', path, body);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      400,
      { error: `${sentence}\n\nSee docs/bench.md for what this address takes.` },
    ]);
  });
});

describe('a document of rules of another shape', () => {
  const ruled = (...rules: unknown[]): unknown => ({ version: 1, rules });
  it.each<[unknown, string]>([
    [[1], 'document: an object is needed'],
    [{ rules: [] }, "document: 'version' is a required property"],
    [{ version: 2, rules: [] }, 'version: at most 1'],
    [{ version: 1, rules: {} }, 'rules: a list is needed'],
    [{ version: 1, rules: [], more: 1 }, "document: additional property 'more' is not allowed"],
    [ruled({}, 5), 'rules[1]: an object is needed'],
    [ruled([]), 'rules[0]: an object is needed'],
    [ruled({}, { word: 'a' }), "rules[1]: additional property 'word' is not allowed"],
    [ruled({ toString: 1 }), "rules[0]: additional property 'toString' is not allowed"],
    [ruled({ text: 5 }), 'rules[0].text: a string is needed'],
    [ruled({ x: 1.5 }), 'rules[0].x: an integer is needed'],
    [ruled({ conditions: {} }), 'rules[0].conditions: a list is needed'],
    [ruled({ conditions: [['a', true], ['b']] }), 'rules[0].conditions[1]: 2 entries are needed'],
    [ruled({ conditions: [['a', 1]] }), 'rules[0].conditions[0][1]: true or false is needed'],
    [ruled({ actions: [['exit'], 'exit'] }), 'rules[0].actions[1]: a list is needed'],
    [
      ruled({ actions: [['jump']] }),
      'rules[0].actions[0][0]: one of button, finger, setbool, exit is needed',
    ],
    [
      ruled({ actions: [['toString']] }),
      'rules[0].actions[0][0]: one of button, finger, setbool, exit is needed',
    ],
    [ruled({ actions: [[]] }), 'rules[0].actions[0][0]: one of button, finger, setbool, exit is needed'],
    [ruled({ actions: [['exit', 1]] }), 'rules[0].actions[0]: 1 entries are needed'],
    [ruled({ actions: [['button', 3, true]] }), 'rules[0].actions[0][1]: at most 2'],
    [ruled({ actions: [['button', 1, 1]] }), 'rules[0].actions[0][2]: true or false is needed'],
    [ruled({ actions: [['finger', 1, true]] }), 'rules[0].actions[0]: 4 entries are needed'],
    [ruled({ actions: [['setbool', 1, true]] }), 'rules[0].actions[0][1]: a string is needed'],
  ])('%j', (document, sentence) => {
    expect(() => readRules(document)).toThrow(
      expect.objectContaining({ code: 'invalid-body', message: sentence }),
    );
  });

  it('one of the right shape is read whole', () => {
    const actions = [['button', 1, true], ['finger', -1, 2, false], ['setbool', 'seen', true], ['exit']];
    expect(readRules(ruled({}, { text: 'a', x: -1, y: 2, conditions: [['seen', false]], actions }))).toEqual([
      { conditions: [] },
      {
        text: 'a',
        x: -1,
        y: 2,
        conditions: [['seen', false]],
        actions: [
          { kind: 'button', button: 'left', pressed: true },
          { kind: 'finger' },
          { kind: 'setbool', name: 'seen', value: true },
          { kind: 'exit' },
        ],
      },
    ]);
  });
});
