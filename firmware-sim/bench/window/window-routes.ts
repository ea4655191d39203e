/** The device window: the bench's own page, which shows the glass and has the buttons. Only with `--device-window`. */
import type { Device } from '../../boards/node/device.ts';
import type { Button } from '../../core/board.ts';
import { readChoice, readObject } from '../body-shape.ts';
import { send, sendJson, startEventStream, type Reply } from '../replies.ts';
import { jsonHandler, type Handler, type Routes } from '../router.ts';
import page from './window.html?raw';
import styles from './window.css?raw';

// The script is not imported but sent: `?raw` is the text of the file, whatever the file exports.
const { default: script } = await import('./window.client.js?raw');

const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

const file =
  (reply: Reply): Handler =>
  ({ response }) =>
    send(response, reply);

export function windowRoutes(device: Device): Routes {
  const down = new Set<Button>();
  let windows = 0;
  const frames: Handler = ({ request, response }) => {
    const sendEvent = startEventStream(response);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const sendFrame = (): void => {
      const { sequence, pixels, lines } = device.screen();
      sendEvent(
        JSON.stringify({
          sequence,
          powered: device.powered(),
          pixels: Buffer.from(pixels).toString('base64'),
          lines: lines.map(({ text, secret }) => ({ text, secret })),
        }),
      );
    };
    const unsubscribers = [device.onScreen(sendFrame), device.onPower(sendFrame)];
    windows += 1;
    sendFrame();
    response.on('close', () => {
      for (const unsubscribe of unsubscribers) unsubscribe();
      windows -= 1;
      // A window that was closed in mid-hold cannot let go any more.
      if (windows === 0) for (const button of down) device.release(button);
      if (windows === 0) down.clear();
    });
  };
  const pressOrRelease = jsonHandler((body, { response }) => {
    const fields = readObject(body, 'body', { required: ['button', 'action'] });
    const button = readChoice(fields.button, 'button', ['left', 'right']);
    const action = readChoice(fields.action, 'action', ['press', 'release']);
    if (action === 'press') down.add(button);
    else down.delete(button);
    device[action](button);
    sendJson(response, {});
  });
  return {
    '/': { GET: file({ type: 'text/html; charset=utf-8', body: page, headers: pageHeaders }) },
    '/window/window.css': { GET: file({ type: 'text/css; charset=utf-8', body: styles }) },
    '/window/window.client.js': { GET: file({ type: 'text/javascript; charset=utf-8', body: script }) },
    '/window/frames': { GET: frames },
    '/window/button': { POST: pressOrRelease },
  };
}
