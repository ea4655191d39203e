/** Records what a person does to one device, so that the same presses can be replayed on another. */
import type { Action, Fingers } from './person.ts';
import type { Step } from './script.ts';
import type { TestDevice } from './test-device.ts';

const tickLength = 50;

export function stepsOf(action: Action): Step[] {
  if (action.kind === 'look' || action.kind === 'watch') return [];
  if (action.kind === 'hold') {
    return [
      { kind: 'event', event: { kind: 'press', button: 'right' } },
      { kind: 'time', milliseconds: action.milliseconds },
      { kind: 'event', event: { kind: 'release', button: 'right' } },
    ];
  }
  const buttons = action.gesture === 'both' ? (['left', 'right'] as const) : [action.gesture];
  return [
    ...buttons.map((button): Step => ({ kind: 'event', event: { kind: 'press', button } })),
    { kind: 'time', milliseconds: tickLength },
    ...buttons.map((button): Step => ({ kind: 'event', event: { kind: 'release', button } })),
  ];
}

/** Fingers for `runPerson` that note every step they make; `poll` steps go in after each action. */
export function recordingFingers(device: TestDevice, steps: Step[], poll: readonly Step[] = []): Fingers {
  return (action) => {
    const lines = device.fingers(action);
    steps.push(...stepsOf(action), ...(action.kind === 'look' ? [] : poll));
    return lines;
  };
}
