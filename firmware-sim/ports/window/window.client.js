// @ts-check
/** The device window in the browser: paints each picture, and tells the simulator which buttons are down. */

/** @typedef {'left' | 'right'} Button */
/** @typedef {'left' | 'both' | 'right'} Control */
/** What may be told of the glass: all of it, what is new on it, and what the buttons do now.
 * @typedef {{ all: string, news: string, labels: Partial<Record<Control, string>> }} Told */

/** @param {string} id */
function find(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

const canvas = /** @type {HTMLCanvasElement} */ (find('screen'));
const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
const device = find('device');
const state = find('state');
const speech = /** @type {HTMLInputElement} */ (find('speech'));
const latch = /** @type {HTMLInputElement} */ (find('latch'));

/** @type {Control[]} */
const controls = ['left', 'both', 'right'];
/** @type {Map<string, { text: HTMLElement, unused: string }>} Each label, and what it says where its button does nothing. */
const labels = new Map();
for (const control of controls) {
  const text = find(`${control}-label`);
  labels.set(control, { text, unused: text.textContent });
}

const [lit, dark] = [
  [224, 244, 236, 255],
  [8, 12, 10, 255],
];

/** @param {string} base64 one bit a pixel, the leftmost pixel in the highest bit */
function paint(base64) {
  const packed = atob(base64);
  const image = context.createImageData(canvas.width, canvas.height);
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel += 1) {
    const isLit = (packed.charCodeAt(pixel >> 3) & (0x80 >> (pixel & 7))) !== 0;
    image.data.set(isLit ? lit : dark, pixel * 4);
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
  device.classList.toggle(`${button}-down`, action === 'press');
  sent = sent
    .then(async () => {
      const body = JSON.stringify({ button, action });
      const reply = await fetch('button', { method: 'POST', body });
      if (!reply.ok) throw new Error(String(reply.status));
    })
    .catch(() => undefined);
}

/** @param {Control} control @returns {Button[]} */
function buttonsOf(control) {
  return control === 'both' ? ['left', 'right'] : [control];
}

/** @param {Button[]} buttons @param {string} holder */
function hold(buttons, holder) {
  for (const button of buttons) {
    if (holders[button].size === 0) tell(button, 'press');
    holders[button].add(holder);
  }
}

/** @param {Button[]} buttons @param {string} holder */
function letGo(buttons, holder) {
  for (const button of buttons) {
    if (holders[button].delete(holder) && holders[button].size === 0) tell(button, 'release');
  }
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

/** Pixels that a finger may stray from the button that it holds. */
const stray = 8;

/** A finger that slides off lets go of the button. So does one that was lifted where nobody saw it.
 * @param {HTMLElement} key @param {PointerEvent} event */
function isOff(key, { clientX, clientY, buttons }) {
  const { left, top, right, bottom } = key.getBoundingClientRect();
  const beside = clientX < left - stray || clientX > right + stray;
  return buttons === 0 || beside || clientY < top - stray || clientY > bottom + stray;
}

for (const control of controls) {
  const key = find(control);
  const buttons = buttonsOf(control);
  const holder = `pointer ${control}`;
  const end = () => letGo(buttons, holder);
  key.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    key.setPointerCapture(event.pointerId);
    down(buttons, holder);
  });
  key.addEventListener('pointermove', (event) => {
    if (isOff(key, event)) end();
  });
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) key.addEventListener(type, end);
  // Space and Enter hold the focused button, as a pointer does.
  const focused = `focus ${control}`;
  key.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) down(buttons, focused);
  });
  for (const type of ['keyup', 'blur']) key.addEventListener(type, () => letGo(buttons, focused));
  // A screen reader or a voice clicks without a pointer: a short press, or a turn of the latch.
  key.addEventListener('click', (event) => {
    if (event.detail !== 0) return;
    down(buttons, `click ${control}`);
    letGo(buttons, `click ${control}`);
  });
  key.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** @type {Record<string, Button[]>} */
const keys = {
  ArrowLeft: ['left'],
  ArrowRight: ['right'],
  ArrowDown: ['left', 'right'],
  Enter: ['left', 'right'],
};

addEventListener('keydown', (event) => {
  const buttons = keys[event.key];
  if (buttons === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  // A switch takes Enter itself.
  if (event.key === 'Enter' && event.target !== document.body) return;
  event.preventDefault();
  if (!event.repeat) down(buttons, event.key);
});
addEventListener('keyup', (event) => letGo(keys[event.key] ?? [], event.key));
latch.addEventListener('change', letGoOfAll);
// A finger that leaves the window is not seen to let go.
addEventListener('blur', letGoOfAll);
addEventListener('pagehide', letGoOfAll);

/** @type {Told} */
const nothing = { all: '', news: '', labels: {} };
/** What may be told now: words of the phrase and PIN digits only when the person asked for it. */
let shown = { plain: nothing, spoken: nothing };

/** @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** `afresh`: it is all news. @param {boolean} afresh */
function tellGlass(afresh) {
  const { all, news, labels: now } = speech.checked ? shown.spoken : shown.plain;
  setText(find('screen-text'), all);
  const told = afresh ? all : news;
  if (told !== '' || all === '') setText(find('news'), told);
  for (const [control, { text, unused }] of labels) {
    setText(text, now[/** @type {Control} */ (control)] ?? unused);
  }
}

const warning = find('speech-warning');

/** The switch opens the warning; only the button inside it turns the speech on. @param {boolean} on */
function setSpeech(on) {
  warning.hidden = true;
  speech.checked = on;
  tellGlass(true);
}

speech.addEventListener('change', () => {
  if (speech.checked) {
    speech.checked = false;
    warning.hidden = false;
    find('speech-agree').focus();
  } else setSpeech(false);
});
find('speech-agree').addEventListener('click', () => {
  setSpeech(true);
  speech.focus();
});

const options = find('options');
options.addEventListener('click', () => {
  options.setAttribute('aria-expanded', String(options.getAttribute('aria-expanded') !== 'true'));
});

/** What a device without power looks like: nothing on its glass, nothing to say, no button down. */
function goBlack() {
  context.fillRect(0, 0, canvas.width, canvas.height);
  delete canvas.dataset['sequence'];
  shown = { plain: nothing, spoken: nothing };
  tellGlass(true);
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
    shown = frame;
    tellGlass(false);
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
