/** The frame in the app, the window of a process and the drawing beside a guide: one device, drawn once. */
import { html, render } from 'lit';
import { hostblindModel } from '../../src/elements/device-drawing/hostblind.ts';
import { assert } from '../fixtures/screens/mount.ts';

async function pageAt(path: string): Promise<Document> {
  return new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
}

const frame = '/src/app/simulator.html';
const ownWindow = '/firmware-sim/ports/window/window.html';

/** What both have; each says one thing that the other has no use for. */
function mainOf(page: Document): string {
  for (const own of page.querySelectorAll('#state, [data-text="keepsNothing"]')) own.remove();
  return (page.querySelector('main')?.outerHTML ?? '').replaceAll(/\s+/g, ' ').replaceAll('> <', '><');
}

describe('the simulated device', () => {
  it('is the same page in the app and in a window of its own', async () => {
    const [inApp, inWindow] = [mainOf(await pageAt(frame)), mainOf(await pageAt(ownWindow))];
    assert.isAbove(inApp.length, 1000);
    assert.equal(inWindow, inApp);
  });

  it('has the outline that our device is drawn with everywhere else', async () => {
    const holder = document.createElement('div');
    render(html`<svg>${hostblindModel.body}</svg>`, holder);
    const outlines = (within: ParentNode): string[] =>
      [...within.querySelectorAll('path')].map((path) =>
        [path.getAttribute('class'), path.getAttribute('d')].join(' '),
      );
    const drawn = outlines(holder);
    assert.lengthOf(drawn, 3);
    const page = await pageAt(frame);
    assert.deepEqual(outlines(page.querySelector('.drawing') ?? page), drawn);
    // It is as much wider than its glass.
    const styles = await (await fetch('/firmware-sim/boards/browser/glass-page.css')).text();
    const { screen, width } = hostblindModel;
    const [, wider] = /var\(--glass-width\) \* ([\d.]+)/.exec(styles) ?? [];
    assert.closeTo(Number(wider), width / screen.width, 0.001);
  });
});
