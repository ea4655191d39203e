/** The wire and the fingers: `/apdu`, `/button/…`, `/finger`, `/ticker/`, `/power`. */
import { stepMilliseconds } from '../boards/node/device-time.ts';
import type { Device } from '../boards/node/device.ts';
import type { Button } from '../core/board.ts';
import { InvalidBody, readChoice, readNumber, readObject, readText } from './body-shape.ts';
import { createGestures, delayMilliseconds } from './gestures.ts';
import { sendChunked, sendErrorPage, sendJson, sendSentence } from './replies.ts';
import { jsonHandler, type Handler, type Routes } from './router.ts';

const pressActions = ['press', 'release', 'press-and-release'] as const;
const defaultDelaySeconds = 0.1;

/** A press that is asked to last longer is a mistake, and would hold up those behind it. */
const maximumDelaySeconds = 60;

/** Ten minutes: more than any wait on the device, and done in well under a second. */
const maximumAdvanceMilliseconds = 600_000;

const switchedOff = 'The device is switched off. POST /power {"action": "on"} switches it on.';

const atWork = 'The device is at work and does not answer. Let its clock run on, then ask again.';

function readDelay(delay: unknown): number {
  return delay === undefined
    ? defaultDelaySeconds
    : readNumber(delay, 'delay', { maximum: maximumDelaySeconds });
}

function apdu(device: Device): Handler {
  return jsonHandler((body, { response }) => {
    const fields = readObject(body, 'body', { required: ['data'], optional: ['tick_timeout'] });
    const data = readText(fields.data, 'data');
    if (!/^(?:[a-fA-F0-9]{2})+$/.test(data))
      throw new InvalidBody('data: pairs of hexadecimal digits are needed');
    // Accepted and not needed: the device answers every command at once.
    if (fields.tick_timeout !== undefined) readNumber(fields.tick_timeout, 'tick_timeout', {});
    const answer = device.exchange(Buffer.from(data, 'hex'));
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
    const fields = readObject(body, 'body', { required: ['action'], optional: ['delay'] });
    const action = readChoice(fields.action, 'action', pressActions);
    const delay = readDelay(fields.delay);
    if (!device.powered()) {
      sendSentence(response, 503, switchedOff);
      return;
    }
    if (action === 'press-and-release') await gestures.pressAndRelease(buttons, delay);
    else gestures[action](buttons);
    sendJson(response, {});
  });
}

/** Validated and timed as Speculos does on a model without a touch screen: nothing is touched. */
function finger(device: Device): Handler {
  return jsonHandler(async (body, { response }) => {
    const fields = readObject(body, 'body', {
      required: ['action', 'x', 'y'],
      optional: ['x2', 'y2', 'delay'],
    });
    const action = readChoice(fields.action, 'action', pressActions);
    const delay = readDelay(fields.delay);
    for (const name of ['x', 'y', 'x2', 'y2'] as const) {
      if (fields[name] !== undefined) readNumber(fields[name], name, { integer: true, minimum: 0 });
    }
    if (action === 'press-and-release') await device.time.wait(delayMilliseconds(delay));
    sendJson(response, {});
  });
}

function ticker(device: Device): Handler {
  return jsonHandler((body, { response }) => {
    const fields = readObject(body, 'body', { required: ['action'], optional: ['ms'] });
    const action = readChoice(fields.action, 'action', ['pause', 'resume', 'single-step', 'advance']);
    const ms = action === 'advance' ? fields.ms : stepMilliseconds;
    if (action !== 'advance' && fields.ms !== undefined) throw new InvalidBody('ms: only advance takes it');
    const limits = { integer: true, minimum: 0, maximum: maximumAdvanceMilliseconds };
    const milliseconds = readNumber(ms, 'ms', limits);
    if (action === 'pause') device.time.pause();
    else if (action === 'resume') device.time.resume();
    else device.time.advance(milliseconds);
    sendJson(response, {});
  });
}

function power(device: Device): Handler {
  return jsonHandler((body, { response }) => {
    const { action: wanted } = readObject(body, 'body', { required: ['action'] });
    const action = readChoice(wanted, 'action', ['off', 'on', 'cycle']);
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
