import { describe, expect, it } from 'vitest';
import {
  serveWire,
  type WireEvent,
  type WirePort,
} from '../../../../firmware-sim/boards/browser/wire-port.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';

type Message = (event: { data: unknown }) => void;

function createPort() {
  const port = {
    sent: [] as Uint8Array[],
    started: false,
    closed: false,
    receive: (() => undefined) as Message,
  };
  const api: WirePort = {
    addEventListener: (_type, listener) => {
      port.receive = listener;
    },
    start() {
      port.started = true;
    },
    postMessage: (message) => port.sent.push(message),
    close() {
      port.closed = true;
    },
  };
  return Object.assign(port, { api });
}

function setUp() {
  const posted: { message: unknown; targetOrigin: string }[] = [];
  const parent = {
    postMessage: (message: unknown, targetOrigin: string) => posted.push({ message, targetOrigin }),
  };
  let listener: (event: WireEvent) => void = () => undefined;
  const echo = createEchoDevice();
  const learned: unknown[] = [];
  const ran: unknown[] = [];
  serveWire({
    window: {
      addEventListener: (_type, given) => {
        listener = given;
      },
    },
    parent,
    exchange: (command, answer) => answer(echo.exchange(command)),
    learn: (language) => learned.push(language),
    run: (script) => ran.push(script),
  });
  const receive = (data: unknown, { source = parent as unknown, ports = [] as WirePort[] } = {}): void => {
    listener({ data, source, ports });
  };
  const connect = () => {
    const port = createPort();
    receive({ kind: 'hostblind-simulator-wire' }, { ports: [port.api] });
    return port;
  };
  return { posted, echo, learned, ran, receive, connect };
}

const command = Uint8Array.of(0xb0, 1, 0, 0);

describe('the frame’s side of the wire', () => {
  it('says ready once, and again to each hello', () => {
    const { posted, receive } = setUp();
    receive({ kind: 'hostblind-simulator-hello' });
    const ready = (again: boolean) => ({
      message: { kind: 'hostblind-simulator-ready', again },
      targetOrigin: '*',
    });
    expect(posted).toEqual([ready(false), ready(true)]);
  });

  it('answers APDUs on the port that it was given', () => {
    const { connect } = setUp();
    const port = connect();
    expect(port.started).toBe(true);
    port.receive({ data: command });
    expect(port.sent).toEqual([echoOf(command)]);
  });

  it('takes one host at a time', () => {
    const { connect } = setUp();
    const [first, second] = [connect(), connect()];
    expect([first.closed, second.closed]).toEqual([true, false]);
    first.receive({ data: command });
    second.receive({ data: command });
    expect([first.sent.length, second.sent.length]).toEqual([0, 1]);
  });

  it('ignores every other window, and every other message', () => {
    const { posted, echo, receive } = setUp();
    const port = createPort();
    receive({ kind: 'hostblind-simulator-wire' }, { source: {}, ports: [port.api] });
    receive({ kind: 'hostblind-simulator-hello' }, { source: null });
    receive({ kind: 'hostblind-simulator-wire' });
    for (const data of [undefined, null, 'hostblind-simulator-hello', 7, command, { kind: 'press' }]) {
      receive(data, { ports: [port.api] });
    }
    expect(posted).toHaveLength(1);
    expect(port.started).toBe(false);
    expect(echo.received).toEqual([]);
  });

  it('runs the parts that come by the port in order, before the commands after them', () => {
    const { ran, learned, receive, connect } = setUp();
    const kind = 'hostblind-simulator-part';
    const port = connect();
    port.receive({ data: { kind, scripts: ['x', 'y'] } });
    for (const data of [
      { kind },
      { kind, scripts: 'z' },
      { scripts: ['z'] },
      { kind: 'other', scripts: ['z'] },
    ])
      port.receive({ data });
    receive({ kind, scripts: ['z'] });
    expect([ran, learned]).toEqual([['x', 'y'], []]);
  });

  it('hands on a language that comes by the port, before the commands after it', () => {
    const { learned, receive, connect } = setUp();
    const kind = 'hostblind-simulator-language';
    const port = connect();
    for (const data of [
      { kind, tag: 'de', script: 'x' },
      { kind, tag: 'en' },
    ])
      port.receive({ data });
    for (const data of [{ kind }, { kind, tag: 7 }, { kind, tag: 'de', script: 7 }, { tag: 'de' }])
      port.receive({ data });
    receive({ kind, tag: 'fr', script: 'y' });
    expect(learned).toEqual([
      { kind, tag: 'de', script: 'x' },
      { kind, tag: 'en' },
    ]);
  });

  it('ignores what is no byte array, and cuts what is longer than any APDU', () => {
    const { echo, connect } = setUp();
    const port = connect();
    for (const data of ['b0010000', { kind: 'press' }, [1, 2], new ArrayBuffer(4), null])
      port.receive({ data });
    expect(echo.received).toEqual([]);
    port.receive({ data: new Uint8Array(1_000_000) });
    expect(echo.received.map(({ length }) => length)).toEqual([261]);
  });
});
