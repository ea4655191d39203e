/** Runs automation rules: looks at each text event in order and presses the buttons that the first match names. */
import type { Device } from '../../device/device.ts';
import type { Action, Rule } from './automation-rules.ts';
import type { TextEvent, TextEvents } from './text-events.ts';

/** Two rules may bounce between two screens without end; they get so many actions before the next tick has its turn. */
export const actionsPerTick = 100;

/** Events that may wait for the next tick; beyond it the oldest are dropped. */
const maximumWaiting = 1000;

type Work =
  | { readonly kind: 'event'; readonly event: TextEvent }
  | { readonly kind: 'action'; readonly action: Action };

export interface Automation {
  /** Replaces all rules and forgets all variables; what waits for a turn is dropped. */
  replace(rules: readonly Rule[]): void;
}

function matches(rule: Rule, event: TextEvent, variables: ReadonlyMap<string, boolean>): boolean {
  return (
    (rule.text === undefined || rule.text === event.text) &&
    (rule.regexp === undefined || rule.regexp.test(event.text)) &&
    (rule.x === undefined || rule.x === event.x) &&
    (rule.y === undefined || rule.y === event.y) &&
    rule.conditions.every(([name, value]) => (variables.get(name) ?? false) === value)
  );
}

export function createAutomation(device: Device, events: TextEvents, onExit: () => void): Automation {
  const variables = new Map<string, boolean>();
  let rules: readonly Rule[] = [];
  let waiting: Work[] = [];
  let budget = actionsPerTick;
  let working = false;

  const run = (action: Action): void => {
    switch (action.kind) {
      case 'button':
        if (action.pressed) device.press(action.button);
        else device.release(action.button);
        break;
      case 'setbool':
        variables.set(action.name, action.value);
        break;
      case 'exit':
        onExit();
        break;
      case 'finger':
        // Accepted for compatibility; these models have no touch screen.
        break;
    }
  };
  const work = (): void => {
    if (working) return;
    working = true;
    try {
      while (budget > 0) {
        const next = waiting.shift();
        if (next === undefined) break;
        if (next.kind === 'action') {
          budget -= 1;
          run(next.action);
        } else {
          const rule = rules.find((one) => one.actions !== undefined && matches(one, next.event, variables));
          const actions = rule?.actions ?? [];
          waiting.unshift(...actions.map((action) => ({ kind: 'action', action }) as const));
        }
      }
    } finally {
      working = false;
    }
  };
  events.onEvent((event) => {
    if (rules.length === 0) return;
    waiting.push({ kind: 'event', event });
    if (waiting.length > maximumWaiting) waiting = waiting.slice(-maximumWaiting);
    work();
  });
  device.onTick(() => {
    budget = actionsPerTick;
    work();
  });
  return {
    replace(replacement) {
      rules = replacement;
      variables.clear();
      waiting = [];
    },
  };
}
