/** The wire and the fingers: `/apdu`, `/button/…`, `/finger`, `/ticker/`, `/power`. */
import { codedError } from '../../../src/protocol/errors.ts';
import * as v from 'valibot';
import { stepMs } from '../../device/device-time.ts';
import type { Device } from '../../device/device.ts';
import type { Button } from '../../core/board.ts';
import { choice, fields, integer, integerFrom, number, readBody, text } from './body-shape.ts';
import { createGestures, delayMs } from './gestures.ts';
import { sendChunked, sendErrorPage, sendJson, sendSentence } from './replies.ts';
import { jsonHandler, type Handler, type Routes } from './router.ts';

const pressActions = ['press', 'release', 'press-and-release'] as const;
const defaultDelaySeconds = 0.1;

/** A press that is asked to last longer is a mistake, and would hold up those behind it. */
const maximumDelaySeconds = 60;

/** Ten minutes: more than any wait on the device, and done in well under a second. */
const maximumAdvanceMs = 600_000;

const switchedOff = 'The device is switched off. POST /power {"action": "on"} switches it on.';

const atWork = 'The device is at work and does not answer. Let its clock run on, then ask again.';

const delay = v.optional(
  v.pipe(number, v.maxValue(maximumDelaySeconds, `at most ${maximumDelaySeconds}`)),
  defaultDelaySeconds,
);
const pixel = v.pipe(integer, v.minValue(0, 'at least 0'));

const apduBody = fields({
  data: v.pipe(text, v.regex(/^(?:[a-fA-F0-9]{2})+$/, 'pairs of hexadecimal digits are needed')),
  // Accepted and not needed: the device answers every command by itself.
  tick_timeout: v.optional(number),
});
const buttonBody = fields({ action: choice(pressActions), delay });
const fingerBody = fields({
  action: choice(pressActions),
  delay,
  x: pixel,
  y: pixel,
  x2: v.optional(pixel),
  y2: v.optional(pixel),
});
const tickerBody = fields({
  action: choice(['pause', 'resume', 'single-step', 'advance']),
  ms: v.optional(integerFrom(0, maximumAdvanceMs)),
});
const powerBody = fields({ action: choice(['off', 'on', 'cycle']) });

function apdu(device: Device): Handler {
  const link = device.connect();
  /** Requests that wait for the person. Without power nobody will answer them. */
  const waiting = new Set<(answer: undefined) => void>();
  device.onPower((powered) => {
    if (powered) return;
    for (const giveUp of waiting) giveUp(undefined);
  });
  return jsonHandler(async (body, { response }) => {
    const { data } = readBody(apduBody, body);
    const answer = await new Promise<Uint8Array | undefined>((resolve) => {
      const settle = (given: Uint8Array | undefined): void => {
        waiting.delete(settle);
        resolve(given);
      };
      // An answer may be there before it's known that there was a question.
      waiting.add(settle);
      device.pace.exchange(
        () => link.ask(Buffer.from(data, 'hex'), settle),
        (given) => {
          if (given !== 'waits') settle(given);
        },
      );
    });
    if (answer === undefined && device.powered()) sendSentence(response, 504, atWork);
    else if (answer === undefined) sendSentence(response, 503, switchedOff);
    else sendChunked(response, 'application/json', `{"data": "${Buffer.from(answer).toString('hex')}"}`);
  });
}

function button(
  device: Device,
  gestures: ReturnType<typeof createGestures>,
  buttons: readonly Button[],
): Handler {
  return jsonHandler(async (body, { response }) => {
    const { action, delay: seconds } = readBody(buttonBody, body);
    if (!device.powered()) {
      sendSentence(response, 503, switchedOff);
      return;
    }
    if (action === 'press-and-release') await gestures.pressAndRelease(buttons, seconds);
    else await gestures[action](buttons);
    sendJson(response, {});
  });
}

/** Validated and timed as Speculos does on a model without a touch screen: nothing is touched. */
function finger(device: Device): Handler {
  return jsonHandler(async (body, { response }) => {
    const { action, delay: seconds } = readBody(fingerBody, body);
    if (action === 'press-and-release') await device.time.wait(delayMs(seconds));
    sendJson(response, {});
  });
}

function ticker(device: Device): Handler {
  return jsonHandler((body, { response }) => {
    const { action, ms } = readBody(tickerBody, body);
    if (action !== 'advance' && ms !== undefined)
      throw codedError('invalid-body', 'ms: only advance takes it');
    if (action === 'advance' && ms === undefined) throw codedError('invalid-body', 'ms: a number is needed');
    if (action === 'pause') device.time.pause();
    else if (action === 'resume') device.time.resume();
    else device.time.advance(ms ?? stepMs);
    sendJson(response, {});
  });
}

function power(device: Device): Handler {
  return jsonHandler((body, { response }) => {
    const { action } = readBody(powerBody, body);
    if (action !== 'on') device.powerOff();
    if (action !== 'off') device.powerOn();
    sendJson(response, {});
  });
}

export function deviceRoutes(device: Device): Routes {
  const gestures = createGestures(device);
  return {
    '/apdu': { POST: apdu(device) },
    '/button/left': { POST: button(device, gestures, ['left']) },
    '/button/right': { POST: button(device, gestures, ['right']) },
    '/button/both': { POST: button(device, gestures, ['left', 'right']) },
    '/finger': { POST: finger(device) },
    '/ticker/': { POST: ticker(device) },
    '/ticker': {
      POST: ({ response }) => sendErrorPage(response, 308, { Location: '/ticker/' }),
      GET: ({ response }) => sendErrorPage(response, 308, { Location: '/ticker/' }),
    },
    '/power': { POST: power(device) },
  };
}
