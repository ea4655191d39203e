/** The eyes: `/events`, `/screenshot`, `/screen`, and `/automation`, which looks and presses by itself. */
import { codedError, isCode } from '../../../src/protocol/errors.ts';
import type { ServerResponse } from 'node:http';
import type { Device, Screen } from '../../device/device.ts';
import { readRules } from './automation-rules.ts';
import type { Automation } from './automation.ts';
import { send, sendJson, spacedJson, startEventStream } from './replies.ts';
import { parseJson, type Call, type Handler, type Routes } from './router.ts';
import { screenEvents, type TextEvents } from './text-events.ts';

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

/** The value of a boolean parameter, false when it is missing; replies 400 and returns `undefined` for another text. */
function readFlag({ query, response }: Call, name: string): boolean | undefined {
  const text = query.get(name) ?? 'false';
  const value = Object.hasOwn(booleans, text.toLowerCase()) ? booleans[text.toLowerCase()] : undefined;
  if (value === undefined) {
    sendJson(response, { message: { [name]: `Invalid literal for boolean(): ${text}` } }, 400);
  }
  return value;
}

function streamEvents({ request, response }: Call, events: TextEvents): void {
  const sendEvent = startEventStream(response);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const unsubscribe = events.onEvent((event) => {
    if (!event.clear) sendEvent(spacedJson(event));
  });
  response.on('close', unsubscribe);
}

function readEvents(events: TextEvents): Handler {
  return (call) => {
    const stream = readFlag(call, 'stream');
    if (stream === undefined) return;
    const currentScreenOnly = readFlag(call, 'currentscreenonly');
    if (currentScreenOnly === undefined) return;
    if (stream) streamEvents(call, events);
    else sendJson(call.response, { events: currentScreenOnly ? events.currentScreen() : events.history() });
  };
}

/** How long `GET /screen?after=N` waits for a newer picture before it answers with the one there is. */
const longPollMs = 30_000;

function sendScreen(response: ServerResponse, screen: Screen): void {
  const lines = screenEvents(screen).map(({ text, x, y, w, h }) => ({ text, x, y, w, h }));
  sendJson(response, { sequence: screen.sequence, lines });
}

function readScreen(device: Device): Handler {
  return ({ query, response }) => {
    const after = query.get('after');
    if (after !== null && !/^\d{1,15}$/.test(after)) {
      sendJson(response, { error: 'after: the sequence number of a picture is needed' }, 400);
      return;
    }
    if (after === null || device.screen().sequence > Number(after)) {
      sendScreen(response, device.screen());
      return;
    }
    const answer = (): void => {
      unsubscribe();
      clearTimeout(timer);
      // A device often draws more than once before it settles; the last picture of this turn is the one to see.
      queueMicrotask(() => {
        if (!response.destroyed) sendScreen(response, device.screen());
      });
    };
    const unsubscribe = device.onScreen((screen) => {
      if (screen.sequence > Number(after)) answer();
    });
    const timer = setTimeout(answer, longPollMs).unref();
    response.on('close', () => {
      unsubscribe();
      clearTimeout(timer);
    });
  };
}

/** Says of a refused document which part is wrong: the reply itself is that of Speculos, which names nothing. */
type Complain = (line: string) => void;

function parseRules(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch {
    throw codedError('invalid-body', 'it is not JSON');
  }
}

function replaceRules(automation: Automation, complain: Complain): Handler {
  return ({ response, body }) => {
    if (body.some((byte) => byte > 0x7f)) {
      sendJson(response, 'invalid encoding', 400);
      return;
    }
    try {
      automation.replace(readRules(parseRules(body)));
    } catch (error) {
      if (!isCode(error, 'invalid-body')) throw error;
      const reason = error.message;
      // A header holds no line breaks and no other letters than these.
      response.setHeader('Reason', reason.replaceAll(/[^ -~]/g, '?').slice(0, 300));
      complain(`automation rules refused: ${reason.slice(0, 300)}`);
      sendJson(response, 'invalid document', 400);
      return;
    }
    sendJson(response, {});
  };
}

export function screenRoutes(
  device: Device,
  events: TextEvents,
  automation: Automation,
  complain: Complain,
): Routes {
  return {
    '/events': {
      GET: readEvents(events),
      DELETE: ({ response }) => {
        events.forget();
        sendJson(response, {});
      },
    },
    '/screenshot': {
      GET: async ({ response }) => {
        // Loaded at its first use: a start without screenshots does not wait for it.
        const { screenPng } = await import('./png.ts');
        send(response, { type: 'image/png', body: screenPng(device.screen()) });
      },
    },
    '/screen': { GET: readScreen(device) },
    '/automation': { POST: replaceRules(automation, complain) },
  };
}
