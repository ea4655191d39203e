// @ts-check
/**
 * The reference device as a process, on this computer only:
 *
 *   node tests/reference-device/serve.mjs --apdu-port 9999 --wire-port 9997 --press-port 9996
 *
 * The APDU port speaks Speculos' TCP, the wire port the WebSocket of docs/protocol.md. The press port takes the lines of person.mjs, one a
 * thing to do, and answers each with `ok` and the screen that is there then; `screen` alone tells all of it as JSON, **words included**, as
 * eyes would see it. `--lacks attest,seed-qr` leaves optional capabilities out. Port 0 takes any; the ports are printed.
 */
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';
import { createDevice } from './device.mjs';
import { createTcpFraming, tcpAnswer } from './framing.mjs';
import { createPerson } from './person.mjs';

const host = '127.0.0.1';
const tickMs = 10;

/**
 * `speed`: so many times as fast the device's time goes, and the person with it.
 * @typedef {{ apduPort?: number, wirePort?: number, pressPort?: number, lacks?: readonly string[], speed?: number }} Options
 */

/** Ports that are left out stay shut. @param {Options} [options] */
export async function serve({ apduPort, wirePort, pressPort, lacks = [], speed = 1 } = {}) {
  const now = () => Math.floor(performance.now() * speed);
  const sleep = (/** @type {number} */ ms) => new Promise((resolve) => void setTimeout(resolve, ms / speed));
  const device = createDevice({ now, lacks });
  /** What ends when the power does. @type {Set<() => void>} */
  const links = new Set();
  const person = createPerson(device, async (ms) => void (await sleep(ms)), now);
  device.powerOn();
  const ticker = setInterval(device.tick, tickMs);

  /** While an activity is under way, answers leave on a grid, a beat or more after the work. @param {Buffer} command @param {unknown} link */
  async function answerTo(command, link) {
    const answer = device.exchange(command, link);
    if (device.screen.stage !== 'idle') await sleep(2 * tickMs - (now() % tickMs));
    return answer;
  }

  /** The power goes, and every link with it. */
  function cut() {
    device.powerOff();
    for (const hangUp of links) hangUp();
  }

  const apdu = createServer((socket) => {
    const hangUp = () => socket.destroy();
    const receive = createTcpFraming();
    let answers = Promise.resolve();
    if (!device.isOn) return hangUp();
    links.add(hangUp);
    socket.on('error', hangUp).on('close', () => {
      links.delete(hangUp);
      device.gone(socket);
    });
    socket.on('data', (bytes) => {
      const { commands, tooLong } = receive(bytes);
      answers = answers.then(async () => {
        for (const command of commands)
          if (!socket.destroyed) socket.write(tcpAnswer(await answerTo(command, socket)));
        if (tooLong) socket.end(tcpAnswer(Buffer.from('6700', 'hex')));
      });
    });
  });

  const wire = createHttpServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({
    server: wire,
    path: '/wire',
    maxPayload: 260,
    handleProtocols: (offered) => (offered.has('hostblind-wire.v1') ? 'hostblind-wire.v1' : false),
    verifyClient: (/** @type {{ origin: string }} */ { origin }) =>
      device.isOn && (!origin || ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname)),
  });
  sockets.on('connection', (socket) => {
    const hangUp = () => socket.close(4001);
    let answers = Promise.resolve();
    links.add(hangUp);
    socket
      .on('error', () => socket.terminate())
      .on('close', () => {
        links.delete(hangUp);
        device.gone(socket);
      });
    socket.on('message', (data, isBinary) => {
      if (!isBinary || !Buffer.isBuffer(data)) return socket.close(1003);
      answers = answers.then(async () => socket.send(await answerTo(data, socket)));
    });
  });

  const press = createServer((socket) => {
    let lines = Promise.resolve();
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket }).on('line', (line) => {
      lines = lines.then(async () => {
        if (line === 'screen') return void socket.write(`${JSON.stringify(device.screen)}\n`);
        try {
          await person.does(line);
          if (!device.isOn) cut();
          socket.write(`ok ${device.isOn ? `${device.screen.stage} "${device.screen.title}"` : 'off'}\n`);
        } catch (error) {
          socket.write(`error ${error instanceof Error ? error.message : 'unknown'}\n`);
        }
      });
    });
  });

  /** @type {Record<string, number>} */
  const ports = {};
  const open = /** @type {const} */ ([
    ['apdu', apdu, apduPort],
    ['wire', wire, wirePort],
    ['press', press, pressPort],
  ]);
  for (const [name, server, port] of open) {
    if (port === undefined) continue;
    await new Promise(
      (resolve, reject) => void server.once('error', reject).listen(port, host, () => resolve(undefined)),
    );
    const address = server.address();
    if (typeof address === 'object' && address !== null) ports[name] = address.port;
  }
  return {
    device,
    person,
    ports,
    cut,
    close: () => {
      clearInterval(ticker);
      for (const hangUp of links) hangUp();
      for (const client of sockets.clients) client.terminate();
      for (const [, server] of open) server.close();
      wire.closeAllConnections();
    },
  };
}

async function main() {
  const port = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: { 'apdu-port': port, 'wire-port': port, 'press-port': port, lacks: port },
  });
  const number = (/** @type {string | undefined} */ text) =>
    text === undefined ? {} : { port: Number(text) };
  const [apduPort, wirePort, pressPort] = [
    values['apdu-port'],
    values['wire-port'],
    values['press-port'],
  ].map((text) => number(text).port);
  const { ports } = await serve({
    ...(apduPort !== undefined && { apduPort }),
    ...(wirePort !== undefined && { wirePort }),
    ...(pressPort !== undefined && { pressPort }),
    ...(values.lacks !== undefined && { lacks: values.lacks.split(',') }),
  });
  for (const [name, at] of Object.entries(ports)) process.stdout.write(`${name} ${host}:${at}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
