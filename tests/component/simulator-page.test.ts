/** The page of the sandboxed frame, on a firmware that only counts: what a person sees of it, and which presses it takes. */
import { startSimulatorPage } from '../../firmware-sim/boards/browser/simulator-page.ts';
import { frameText } from '../../src/text/simulator/frame.ts';
import { createFakeFirmware, type FakeFirmware } from '../fixtures/fakes/fake-firmware.ts';
import { assert } from '../fixtures/screens/mount.ts';

describe('the page of the simulator', () => {
  let firmware: FakeFirmware;
  const byId = (id: string): HTMLElement => {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`no #${id}`);
    return element;
  };
  /** Waits for what the browser does in its own time. */
  const until = async (fits: () => boolean): Promise<void> => {
    while (!fits()) await new Promise(requestAnimationFrame);
  };
  const presses = (): readonly string[] => firmware.journal.filter((entry) => !entry.startsWith('tick'));
  const key = (type: 'keydown' | 'keyup'): boolean =>
    document.body.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowLeft', bubbles: true }));

  before(async () => {
    const text = await (await fetch('/src/app/simulator.html')).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    // As it is laid out: a picture that isn't in view takes no press.
    const look = document.createElement('link');
    Object.assign(look, { rel: 'stylesheet', href: '/firmware-sim/boards/browser/glass-page.css' });
    const drawn = new Promise((resolve) => look.addEventListener('load', resolve));
    document.head.append(look);
    await drawn;
    document.body.append(...page.body.children);
    startSimulatorPage((board) => (firmware = createFakeFirmware(board)));
    // No press counts before the picture could be read.
    byId('left').setPointerCapture = () => undefined;
    byId('left').dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1 }));
    byId('left').dispatchEvent(new PointerEvent('pointerup', { pointerId: 1 }));
    assert.deepEqual(presses(), []);
    dispatchEvent(new Event('blur'));
    // Time passes on a device that nobody sees yet, and it takes no press.
    await until(() => firmware.journal.some((entry) => /^tick \S+$/.test(entry)));
  });
  beforeEach(() => firmware.forget());

  it('has its texts in place, with the names of keys as keys', () => {
    const hint = [...document.querySelectorAll('.hint')].find((one) => one.querySelector('kbd') !== null);
    const named = [...frameText.keys.matchAll(/\[([^\]]*)\]/g)].map(([, name]) => name);
    assert.isAtLeast(named.length, 2);
    assert.deepEqual(
      [...(hint?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent),
      named,
    );
    assert.equal(hint?.textContent, frameText.keys.replaceAll(/[[\]]/g, ''));
    assert.match(document.documentElement.lang, /^en\b/);
  });

  it('takes no key before the person has come in, and then it does', () => {
    key('keydown');
    key('keyup');
    assert.deepEqual(presses(), []);
    dispatchEvent(new PointerEvent('pointerdown'));
    key('keydown');
    key('keyup');
    assert.deepEqual(presses(), ['press left', 'release left']);
    dispatchEvent(new Event('blur'));
  });

  it('shows a finger on the device for as long as it is there', () => {
    const isDown = (): boolean => byId('device').classList.contains('left-down');
    byId('left').dispatchEvent(new PointerEvent('pointerdown', { pointerId: 2, bubbles: true }));
    assert.deepEqual([isDown(), presses()], [true, ['press left']]);
    byId('left').dispatchEvent(new PointerEvent('pointerup', { pointerId: 2, bubbles: true }));
    assert.deepEqual([isDown(), presses()], [false, ['press left', 'release left']]);
  });

  it('draws the picture where it belongs, and speaks no word unasked', () => {
    const before = byId('screen-text').textContent;
    assert.include(before, 'Fake device');
    assert.notInclude(before, 'presses');
    const corner =
      (byId('screen') as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 8, 1).data ?? [];
    const lit = Array.from({ length: 8 }, (_, at) => corner[at * 4] ?? 0);
    // The fake draws how often it was pressed into its first eight dots: twice, so far.
    const [dark = 0] = lit;
    assert.deepEqual(
      lit.map((value) => value !== dark),
      [0, 0, 0, 0, 0, 0, 1, 0].map(Boolean),
    );
  });

  it('speaks the words only once the warning is agreed to, and stops at once', () => {
    const speech = byId('speech') as HTMLInputElement;
    const spoken = (): string => byId('screen-text').textContent;
    assert.isTrue(byId('speech-warning').hidden);
    speech.click();
    assert.deepEqual([speech.checked, byId('speech-warning').hidden], [false, false]);
    assert.notInclude(spoken(), 'presses');
    byId('speech-agree').click();
    assert.deepEqual([speech.checked, byId('speech-warning').hidden], [true, true]);
    assert.include(spoken(), 'presses');
    speech.click();
    assert.deepEqual([speech.checked, byId('speech-warning').hidden], [false, true]);
    assert.notInclude(spoken(), 'presses');
  });

  it('opens and closes what stands behind "Options"', () => {
    const open = (): string | null => byId('options').getAttribute('aria-expanded');
    assert.equal(open(), 'false');
    byId('options').click();
    assert.equal(open(), 'true');
    byId('options').click();
    assert.equal(open(), 'false');
    assert.equal(byId('options').getAttribute('aria-controls'), byId('more').id);
  });
});
