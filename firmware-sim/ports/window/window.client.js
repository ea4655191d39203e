// @ts-check
/** The device window in the browser: paints each picture, and tells the simulator which buttons are down. */

/** @typedef {'left' | 'right'} Button */

const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#glass'));
const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
const lines = /** @type {HTMLElement} */ (document.querySelector('#lines'));
const state = /** @type {HTMLElement} */ (document.querySelector('#state'));
const speech = /** @type {HTMLInputElement} */ (document.querySelector('#speech'));
const latch = /** @type {HTMLInputElement} */ (document.querySelector('#latch'));
const keys = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('[data-buttons]')]);

/** @param {string} base64 one bit a pixel, the leftmost pixel in the highest bit */
function paint(base64) {
  const packed = atob(base64);
  const image = context.createImageData(canvas.width, canvas.height);
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel += 1) {
    const lit = (packed.charCodeAt(pixel >> 3) & (0x80 >> (pixel & 7))) !== 0;
    image.data.set(lit ? [255, 255, 255, 255] : [0, 0, 0, 255], pixel * 4);
  }
  context.putImageData(image, 0, 0);
}

/** What keeps each button down: a pointer, a key, the latch. It goes up when the last one lets go.
 * @type {Record<Button, Set<string>>} */
const holders = { left: new Set(), right: new Set() };

// One after another: two requests at once could arrive in the other order, and a button would stay down.
let sent = Promise.resolve();

/** @param {Button} button @param {'press' | 'release'} action */
function tell(button, action) {
  sent = sent
    .then(async () => {
      const body = JSON.stringify({ button, action });
      const reply = await fetch('button', { method: 'POST', body });
      if (!reply.ok) throw new Error(String(reply.status));
    })
    .catch(() => undefined);
}

function showButtons() {
  for (const key of keys) {
    const down = buttonsOf(key).every((button) => holders[button].size > 0);
    key.setAttribute('aria-pressed', String(down));
  }
}

/** @param {HTMLButtonElement} key */
function buttonsOf(key) {
  return /** @type {Button[]} */ ((key.dataset['buttons'] ?? '').split(' '));
}

/** @param {Button[]} buttons @param {string} holder */
function hold(buttons, holder) {
  for (const button of buttons) {
    if (holders[button].size === 0) tell(button, 'press');
    holders[button].add(holder);
  }
  showButtons();
}

/** @param {Button[]} buttons @param {string} holder */
function letGo(buttons, holder) {
  for (const button of buttons) {
    if (holders[button].delete(holder) && holders[button].size === 0) tell(button, 'release');
  }
  showButtons();
}

function letGoOfAll() {
  for (const button of /** @type {Button[]} */ (['left', 'right'])) {
    for (const holder of holders[button]) letGo([button], holder);
  }
}

/** A press with the latch on: down with the first, up with the next.
 * @param {Button[]} buttons */
function toggle(buttons) {
  if (buttons.every((button) => holders[button].has('latch'))) letGo(buttons, 'latch');
  else hold(buttons, 'latch');
}

/** @param {Button[]} buttons @param {string} holder */
function down(buttons, holder) {
  if (latch.checked) toggle(buttons);
  else hold(buttons, holder);
}

for (const key of keys) {
  const buttons = buttonsOf(key);
  const holder = `pointer ${buttons.join(' ')}`;
  key.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    key.setPointerCapture(event.pointerId);
    down(buttons, holder);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    key.addEventListener(end, () => letGo(buttons, holder));
  }
  // Space and Enter hold the focused button, as a pointer does.
  key.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) down(buttons, `focus ${buttons.join(' ')}`);
  });
  key.addEventListener('keyup', () => letGo(buttons, `focus ${buttons.join(' ')}`));
  key.addEventListener('blur', () => letGo(buttons, `focus ${buttons.join(' ')}`));
  // A screen reader or a voice clicks without a pointer: a short press, or a turn of the latch.
  key.addEventListener('click', (event) => {
    if (event.detail !== 0) return;
    down(buttons, `click ${buttons.join(' ')}`);
    letGo(buttons, `click ${buttons.join(' ')}`);
  });
  key.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** @type {Record<string, Button[]>} */
const arrows = { ArrowLeft: ['left'], ArrowRight: ['right'], ArrowDown: ['left', 'right'] };

addEventListener('keydown', (event) => {
  const buttons = arrows[event.key];
  if (buttons === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (!event.repeat) down(buttons, event.key);
});
addEventListener('keyup', (event) => letGo(arrows[event.key] ?? [], event.key));
latch.addEventListener('change', letGoOfAll);
// A finger that leaves the window is not seen to let go.
addEventListener('blur', letGoOfAll);
addEventListener('pagehide', letGoOfAll);

/** @type {{ text: string, secret: boolean }[]} */
let shown = [];

/** What a screen reader may say: words of the phrase and PIN digits only when the person asked for it. */
function speak() {
  const told = shown.filter(({ secret }) => speech.checked || !secret).map(({ text }) => text);
  if (told.length < shown.length) told.push(lines.dataset['notSpoken'] ?? '');
  lines.textContent = told.join('\n');
}

speech.addEventListener('change', speak);

/** What a device without power looks like: nothing on its glass, nothing to say, no button down. */
function goBlack() {
  context.fillRect(0, 0, canvas.width, canvas.height);
  delete canvas.dataset['sequence'];
  shown = [];
  speak();
  letGoOfAll();
}

/** Milliseconds between two tries to reach a simulator that ended. */
const retryMs = 500;

/** Whether this page's address is still a window's: a simulator without a storage file gets another one. */
async function isStillHere() {
  const reply = await fetch('frames', { method: 'HEAD' }).catch(() => undefined);
  return reply === undefined || reply.ok;
}

function connect() {
  const frames = new EventSource('frames');
  frames.addEventListener('message', (event) => {
    const frame = JSON.parse(event.data);
    canvas.dataset['sequence'] = String(frame.sequence);
    paint(frame.pixels);
    shown = frame.lines;
    speak();
    state.textContent = frame.powered ? '' : (state.dataset['switchedOff'] ?? '');
  });
  frames.addEventListener('error', () => {
    // The browser would try again by itself, but not after every kind of error.
    frames.close();
    goBlack();
    void retry();
  });
}

async function retry() {
  const { ended = '', moved = '' } = state.dataset;
  state.textContent = (await isStillHere()) ? ended : moved;
  setTimeout(connect, retryMs);
}

connect();

// A module of its own: its names are not the page's.
export {};
