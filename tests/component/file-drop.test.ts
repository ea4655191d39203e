/** A backup file that is dragged over the page and dropped: where it shows, where it goes, and that it never replaces the page. */
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { AppEvent, AppState } from '../../src/app/pages/pages.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { assert, assertAccessible, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { screens } from '../fixtures/screens/screens.ts';
import { messages } from '../../src/text/app.ts';
import '../../src/app/hb-app.ts';
import '../../src/app/copies-pages.ts';
import '../fixtures/screens/whole-app.ts';

describe('a file over the page', () => {
  afterEach(unmountAll);

  async function appAt(name: string): Promise<{ app: HbApp; sent: readonly AppEvent[] }> {
    const state = screens[name] as AppState;
    const ceremony = fakeCeremony(state);
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
    return { app, sent: ceremony.requests };
  }

  /** Gives whether the browser was kept from its own use of it. */
  function drag(type: string, file?: File): boolean {
    const dataTransfer = new DataTransfer();
    if (file !== undefined) dataTransfer.items.add(file);
    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  }
  const someFile = new File(['not one of ours'], 'some.hbbackup');
  const target = (app: HbApp): string => app.shadowRoot?.querySelector('.drop')?.textContent ?? '';

  it('shows where it can be dropped, for as long as it is there', async () => {
    const { app } = await appAt('restore-file');
    assert.equal(target(app), '');
    assert.isTrue(drag('dragover', someFile));
    await app.updateComplete;
    assert.equal(target(app), messages.dropFile);
    await assertAccessible(app);
    drag('dragleave');
    await app.updateComplete;
    assert.equal(target(app), '');
  });

  it('is looked through where it was dropped, as one that was picked', async () => {
    const { app, sent } = await appAt('restore-file');
    assert.isTrue(drag('drop', someFile));
    while (sent.length === 0) await new Promise(requestAnimationFrame);
    assert.deepInclude(sent[0], { kind: 'choose-file', file: undefined });
    assert.equal(app.shadowRoot?.querySelector('hb-choose-file')?.problem, 'not-a-backup');
    assert.equal(target(app), '');
  });

  it('leads to the page that takes it', async () => {
    const { sent } = await appAt('copies');
    drag('drop', someFile);
    while (sent.length === 0) await new Promise(requestAnimationFrame);
    assert.deepEqual(sent, [{ kind: 'open-page', page: 'check-file' }]);
  });

  it('does nothing where it has no place, and never takes the place of the page', async () => {
    const { app, sent } = await appAt('on-device-words');
    assert.isTrue(drag('dragover', someFile));
    await app.updateComplete;
    assert.equal(target(app), '');
    assert.isTrue(drag('drop', someFile));
    await app.updateComplete;
    assert.deepEqual(sent, []);
  });

  it('is no file: what else is dragged is the browser’s', async () => {
    await appAt('restore-file');
    assert.isFalse(drag('dragover'));
    assert.isFalse(drag('drop'));
  });
});
