/** The shell with a stock Ledger: real signer, real guard, the simulated device in this process, and no real time. */
import { initialState } from '../../../../src/session/state.ts';
import { describe, expect, it } from 'vitest';
import { usualDerivation } from '../../../../firmware-sim/vendors/ledger/ledger-persona.ts';
import { ledgerFamily, ledgerViewOf } from '../../../../src/devices/ledger/ledger-family.ts';
import { ledgerIn } from '../../../fixtures/screens/ledger-screens.ts';
import { createSession, type SessionMachine } from '../../../../src/session/create-session.ts';
import type { SessionState } from '../../../../src/session/state.ts';
import { createHostblindSigner } from '../../../../src/devices/hostblind/hostblind-signer.ts';
import { guard } from '../../../../src/transport/guard.ts';
import type { Connector, Transport } from '../../../../src/transport/transport.ts';
import {
  agreeToSafety,
  beginSetUp,
  chooseOption,
  confirmPersonaWords,
  writePersonaWords,
} from '../../../kit/drivers/ledger-person.ts';
import { createMemoryRecords } from '../../../fixtures/fakes/memory-records.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';
import { createPersonaDevice } from '../../../fixtures/devices/persona-device.ts';
import { createTestDevice } from '../../../fixtures/devices/test-device.ts';

function setUp(beforeGuided?: () => Promise<void>) {
  const timer = createManualTimer();
  let device = createPersonaDevice({ model: 'nanox' });
  let plugged = true;
  const open = new Set<Transport>();
  const pulls = new Set<() => void>();
  const connect = (): Promise<Transport | undefined> => {
    if (!plugged) return Promise.resolve(undefined);
    const transport = guard(
      {
        // A device at work leaves the command without an answer, for good.
        exchange: (command) => {
          const answer = device.exchange(command);
          return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
        },
        onDisconnect(listener) {
          pulls.add(listener);
          return () => pulls.delete(listener);
        },
        close: () => Promise.resolve(),
      },
      { startTimer: timer.startTimer, onClosed: () => void open.delete(transport) },
    );
    open.add(transport);
    return Promise.resolve(transport);
  };
  const connector: Connector = {
    kind: 'webhid',
    supported: () => true,
    async open() {
      const transport = await connect();
      if (transport === undefined) throw new Error('nothing is plugged in');
      return transport;
    },
    reopen: connect,
  };
  const ceremony = createSession({
    connectors: [connector],
    createSigner: (transport) => createHostblindSigner(transport, { startTimer: timer.startTimer }),
    families: [ledgerFamily.family],
    clock: { now: () => 0, after: timer.startTimer },
    records: createMemoryRecords().store,
    rememberLink: () => undefined,
    beforeGuided,
  });
  return {
    timer,
    ceremony,
    open,
    get device() {
      return device;
    },
    unplug() {
      plugged = false;
      device.powerOff();
      for (const pull of pulls) pull();
      pulls.clear();
    },
    plugIn() {
      plugged = true;
      device = createPersonaDevice({ model: 'nanox', storage: device.storage });
    },
  };
}

/** Lets everything that needs no time happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

type Parts = ReturnType<typeof setUp>;

/** Moves the host's clock in small steps until the state fits. */
async function until({ ceremony, timer }: Parts, fits: (state: SessionState) => boolean): Promise<void> {
  for (let steps = 0; steps < 400; steps += 1) {
    await settle();
    if (fits(ceremony.state)) return;
    timer.advance(500);
  }
  throw new Error(`never: it stays ${ceremony.state.kind}`);
}

const shows = (kind: string) => (state: SessionState) => {
  const device = ledgerIn(state);
  return device?.seen.reading.kind === kind && device.contact.kind === 'here';
};
const views = (view: string) => (state: SessionState) => {
  const device = ledgerIn(state);
  return device !== undefined && ledgerViewOf(device) === view;
};

function begin(ceremony: SessionMachine): void {
  ceremony.dispatch({ kind: 'choose', link: 'webhid' });
}

describe('a program that has to load the view of a Ledger first', () => {
  const isGuided = ({ ceremony }: Parts) => ceremony.state.kind === 'guided';

  it('shows the device once it is there', async () => {
    let loaded = (): void => undefined;
    const parts = setUp(() => new Promise((resolve) => (loaded = resolve)));
    begin(parts.ceremony);
    await settle();
    expect(isGuided(parts)).toBe(false);
    loaded();
    await settle();
    expect(isGuided(parts)).toBe(true);
  });

  it('shows it as well as it can where that fails', async () => {
    const parts = setUp(() => Promise.reject(new Error('offline')));
    begin(parts.ceremony);
    await settle();
    expect(isGuided(parts)).toBe(true);
  });
});

describe('a stock Ledger and the shell', () => {
  it('goes from the welcome page through silence to ready, and closes an open app', async () => {
    const parts = setUp();
    const { ceremony, timer, device } = parts;
    begin(ceremony);
    await until(parts, shows('onboarding'));
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin: '2580' }));
    const paper = device.person(writePersonaWords(12));
    device.person(confirmPersonaWords(paper, 11));
    await until(parts, (state) => {
      const reading = ledgerIn(state)?.seen.reading;
      return reading?.kind === 'onboarding' && reading.position === 12;
    });
    device.person(confirmPersonaWords(paper, 12, 12));
    await until(parts, views('quiet'));
    // Long enough for several links to be dropped and opened again: it stays calm.
    for (let seconds = 0; seconds < 40; seconds += 1) {
      timer.advance(1_000);
      await settle();
      expect(views('quiet')(ceremony.state)).toBe(true);
    }
    expect(parts.open.size).toBeLessThanOrEqual(1);
    device.tick(usualDerivation + 200);
    await until(parts, views('guide'));
    device.person(agreeToSafety());
    await until(parts, shows('set-up'));
    expect(ceremony.state).toMatchObject({
      seen: { journey: { finished: true, confirmed: true, way: 'new' } },
    });

    device.person(chooseOption('Your Ledger', 'Open Bitcoin'));
    await until(parts, shows('app-open'));
    ceremony.dispatch({ kind: 'quit-app' });
    await until(parts, shows('set-up'));

    ceremony.dispatch({ kind: 'finish' });
    await settle();
    expect(ceremony.state).toEqual(initialState);
    expect(parts.open.size).toBe(0);
    expect(timer.pending).toBe(0);
  });

  it('is lost after three failures, waits for the user, and is found again', async () => {
    const parts = setUp();
    begin(parts.ceremony);
    await until(parts, shows('onboarding'));
    parts.unplug();
    await until(parts, views('lost'));
    parts.ceremony.dispatch({ kind: 'keep-waiting' });
    expect(views('waiting')(parts.ceremony.state)).toBe(true);
    parts.timer.advance(30_000);
    await settle();
    expect(views('waiting')(parts.ceremony.state)).toBe(true);
    parts.plugIn();
    await until(parts, shows('onboarding'));
    expect(parts.open.size).toBe(1);
  });

  it('an app that can’t be closed because the device left counts as a lost device', async () => {
    const parts = setUp();
    const { device } = parts;
    device.person(beginSetUp('buttons', { way: 'new', count: 12, pin: '2580' }));
    const paper = device.person(writePersonaWords(12));
    device.person(confirmPersonaWords(paper));
    device.tick(usualDerivation + 200);
    device.person(agreeToSafety());
    device.person(chooseOption('Your Ledger', 'Open Bitcoin'));
    begin(parts.ceremony);
    await until(parts, shows('app-open'));
    parts.unplug();
    parts.ceremony.dispatch({ kind: 'quit-app' });
    await until(parts, views('lost'));
  });

  it('one of our own devices is still one of our own', async () => {
    const own = createTestDevice();
    const timer = createManualTimer();
    const transport = guard({
      exchange: (command) => Promise.resolve(own.exchange(command)),
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    });
    const ceremony = createSession({
      connectors: [
        {
          kind: 'webhid',
          supported: () => true,
          open: () => Promise.resolve(transport),
          reopen: () => Promise.resolve(transport),
        },
      ],
      createSigner: (link) => createHostblindSigner(link, { startTimer: timer.startTimer }),
      families: [ledgerFamily.family],
      clock: { now: () => 0, after: timer.startTimer },
      records: createMemoryRecords().store,
      rememberLink: () => undefined,
    });
    begin(ceremony);
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (ceremony.state.kind === 'connected') resolve();
      };
      ceremony.subscribe(look);
      look();
    });
    expect(ceremony.state.kind).toBe('connected');
  });
});
