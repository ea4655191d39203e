/** The device window: the bench's own page, which shows the glass and has the buttons, at a path of its own. */
import { fillMarkup } from '../../../src/text/locale/markup.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import { windowText } from '../../../src/text/simulator/window.ts';
import { createGlassReader } from '../../boards/browser/glass-text.ts';
import type { Device } from '../../device/device.ts';
import type { Button } from '../../core/board.ts';
import { choice, fields, readBody } from '../rest/body-shape.ts';
import { send, sendJson, startEventStream, type Reply } from '../rest/replies.ts';
import { jsonHandler, type Handler, type Routes } from '../rest/router.ts';
import page from './window.html?raw';
import styles from '../../boards/browser/glass-page.css?raw';

// The script is not imported but sent: `?raw` is the text of the file, whatever the file exports.
const { default: script } = await import('./window.client.js?raw');

const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

const pressBody = fields({ button: choice(['left', 'right']), action: choice(['press', 'release']) });

const file =
  (reply: Reply): Handler =>
  ({ response }) =>
    send(response, reply);

/** Where the window lives. `token` is what nobody else knows: 128 random bits, 22 characters of base64url. */
export function windowPath(token: string): string {
  return `/w/${token}/`;
}

export function windowRoutes(device: Device, token: string): Routes {
  const path = windowPath(token);
  const down = new Set<Button>();
  let windows = 0;
  const body = fillMarkup(page, { ...frameText, ...windowText });
  const frames: Handler = ({ request, response }) => {
    const sendEvent = startEventStream(response);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    // Two readers, each with what it has said: the window tells what its person wants to hear.
    const [plain, spoken] = [createGlassReader(), createGlassReader()];
    const sendFrame = (): void => {
      const screen = device.screen();
      const { sequence, pixels } = screen;
      sendEvent(
        JSON.stringify({
          sequence,
          powered: device.powered(),
          pixels: Buffer.from(pixels).toString('base64'),
          plain: plain.read(screen, { secrets: false }),
          spoken: spoken.read(screen, { secrets: true }),
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
  const pressOrRelease = jsonHandler(async (body, { response }) => {
    const { button, action } = readBody(pressBody, body);
    if (action === 'press') down.add(button);
    else down.delete(button);
    device[action](button);
    await device.settled();
    sendJson(response, {});
  });
  return {
    [path]: { GET: file({ type: 'text/html; charset=utf-8', body, headers: pageHeaders }) },
    [`${path}window.css`]: { GET: file({ type: 'text/css; charset=utf-8', body: styles }) },
    [`${path}window.client.js`]: { GET: file({ type: 'text/javascript; charset=utf-8', body: script }) },
    [`${path}frames`]: { GET: frames },
    [`${path}button`]: { POST: pressOrRelease },
  };
}
