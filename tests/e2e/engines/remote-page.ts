/** An `Engine` on top of the commands that WebDriver and Marionette share (W3C WebDriver, "List of endpoints"). */
import type { Engine, Place, Plain } from './engine.ts';

/** Commands by their name in Marionette, without its prefix. */
export type Command =
  | { readonly name: 'Navigate'; readonly url: string }
  | { readonly name: 'ExecuteAsyncScript'; readonly script: string; readonly args: readonly Plain[] }
  /** Without an element: back to the page itself. */
  | { readonly name: 'SwitchToFrame'; readonly element?: string }
  | { readonly name: 'PerformActions'; readonly actions: readonly Plain[] }
  | { readonly name: 'SetWindowRect'; readonly width: number; readonly height: number }
  | { readonly name: 'SetTimeouts'; readonly script: number; readonly pageLoad: number }
  | { readonly name: 'TakeScreenshot' };

export interface Remote {
  readonly version: string;
  /** Inside a frame, a pointer's place is counted from the frame's corner (as the standard says), or from the page's. */
  readonly pointsFrom: 'frame' | 'page';
  /** Settles with the command's value; throws with the driver's own words. */
  send(command: Command): Promise<unknown>;
  close(): Promise<void>;
}

/** The name of an element's reference in JSON, by the standard. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** The driver calls the last argument with what the function gave; a thrown error comes back as its text. */
function wrapped(source: string): string {
  return `const args = [...arguments];
const done = args.pop();
(async () => (${source})(...args))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
}

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}

const scriptTimeoutMs = 60_000;

export async function remotePage(remote: Remote): Promise<Engine> {
  await remote.send({ name: 'SetTimeouts', script: scriptTimeoutMs, pageLoad: scriptTimeoutMs });

  let corner: Place = { x: 0, y: 0 };

  const execute = async (source: string, args: readonly Plain[]): Promise<unknown> => {
    const answer = await remote.send({ name: 'ExecuteAsyncScript', script: wrapped(source), args });
    if (hasKey(answer, 'error')) throw new Error(`in the page: ${String(answer.error)}`);
    return hasKey(answer, 'value') ? answer.value : undefined;
  };

  const act = (steps: readonly Plain[]): Promise<unknown> =>
    remote.send({
      name: 'PerformActions',
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }],
    });

  return {
    version: remote.version,
    async goto(url) {
      await remote.send({ name: 'Navigate', url });
    },
    async run(work, ...args) {
      return (await execute(work.toString(), args)) as Awaited<ReturnType<typeof work>>;
    },
    async inFrame(work) {
      const found = await execute(findFrame.toString(), []);
      const [frame, left, top] = Array.isArray(found) ? (found as readonly unknown[]) : [];
      const element = hasKey(frame, elementKey) ? frame[elementKey] : undefined;
      if (typeof element !== 'string') throw new Error('the page has no frame');
      if (remote.pointsFrom === 'page') corner = { x: Number(left), y: Number(top) };
      await remote.send({ name: 'SwitchToFrame', element });
      try {
        return await work();
      } finally {
        corner = { x: 0, y: 0 };
        await remote.send({ name: 'SwitchToFrame' });
      }
    },
    async pointer(action, { x, y }: Place) {
      const [left, top] = [Math.round(corner.x + x), Math.round(corner.y + y)];
      const move = { type: 'pointerMove', x: left, y: top, duration: 0 };
      const down = { type: 'pointerDown', button: 0 };
      const up = { type: 'pointerUp', button: 0 };
      await act({ click: [move, down, up], down: [move, down], up: [move, up] }[action]);
    },
    async resize(width, height) {
      await remote.send({ name: 'SetWindowRect', width, height });
    },
    async screenshot() {
      return Buffer.from(String(await remote.send({ name: 'TakeScreenshot' })), 'base64');
    },
    close: () => remote.close(),
  };
}

/** Runs in the page. The one frame, scrolled into view (a driver doesn't do that), and where its inside begins. */
function findFrame(): [frame: HTMLIFrameElement, left: number, top: number] | null {
  const search = (root: Document | ShadowRoot): HTMLIFrameElement | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLIFrameElement) return element;
      const inside = element.shadowRoot === null ? null : search(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  const frame = search(document);
  if (frame === null) return null;
  frame.scrollIntoView({ block: 'start', behavior: 'instant' });
  const { left, top } = frame.getBoundingClientRect();
  return [frame, left + frame.clientLeft, top + frame.clientTop];
}
