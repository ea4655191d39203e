/** What a list of answers can't show: what a device lacks, who owns a ceremony, and the second in which no button works. */
import { describe, expect, it } from 'vitest';
import { createDevice } from '../../reference-device/device.mjs';
import { createOf, referenceDevice, storageWith } from '../../fixtures/reference/reference.ts';

const create = createOf(12);
const cancel = 'c803000000';
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

describe('what a device may lack', () => {
  const optional: readonly [string, readonly string[]][] = [
    ['create', [create]],
    ['attest', ['c808000000', `c804000020${'01'.repeat(32)}`]],
    ['reveal', ['c820000000']],
    ['check', ['c821000000']],
    ['restore', ['c8220000010c']],
    ['change-pin', ['c823000000']],
    ['wipe', ['c824000000']],
    ['rename', ['c8250000044465736b', 'c806000000']],
    ['entropy-check', ['c811000000', 'c812000000', 'c813000000', 'c814000000']],
    ['seed-qr', ['c826000000']],
    ['backup-file', ['c827000000', 'c807000000', 'c828000000', 'c829000000']],
    ['language', ['c809000000', 'c82a0000026465']],
    ['addresses', ['c82b000000', 'c82c0000010c']],
  ];

  it.each(optional)('%s: a bit that is clear, and no such command', (capability, commands) => {
    const { ask, send } = referenceDevice({ lacks: [capability] });
    const bit = optional.findIndex(([name]) => name === capability);
    expect(Number.parseInt(ask('c801000000').slice(12, 16), 16)).toBe(0x1fff & ~(1 << bit));
    for (const command of commands) expect(send(command)).toBe('6d00');
  });

  it('no entropy check: a create that asks for one is bad data', () => {
    const { send } = referenceDevice({ lacks: ['entropy-check'] });
    for (const flags of [1, 2, 3]) expect(send(createOf(12, flags))).toBe('6a80');
    expect(send(create)).toBe('9000');
  });
});

describe('a screen that a host has brought up', () => {
  it('takes no press for a second, and none until both buttons were up', () => {
    let clockMs = 0;
    const device = createDevice({ now: () => clockMs });
    device.powerOn();
    device.exchange(Buffer.from(create, 'hex'));
    const pressed = (at: number, ms: number): string => {
      clockMs = at;
      device.down('right');
      clockMs += ms;
      device.up('right');
      return device.screen.stage;
    };
    expect(pressed(900, 50)).toBe('consent');
    expect(pressed(990, 50)).toBe('consent');
    device.down('left');
    clockMs = 1_100;
    device.up('left');
    expect(device.screen.stage).toBe('idle');
  });
});

describe('the hold', () => {
  it('is one button for 1.5 s, and taps never add up', async () => {
    const { ask, does, device } = referenceDevice();
    ask(create);
    await does('agree', 'choose-pin 1234', 'next', 'hold 1400', 'hold 1400', 'right', 'both');
    expect(device.screen.stage).toBe('hold');
    device.down('right');
    await does('wait 1000');
    device.down('left');
    device.up('left');
    await does('wait 1000');
    device.up('right');
    expect(device.screen.stage).toBe('hold');
    await does('hold 1500');
    expect(device.screen.stage).toBe('words');
  });

  it('does not outlive a cancel, and its button has to come up first', async () => {
    const { ask, does, device } = referenceDevice();
    ask(create);
    await does('agree', 'choose-pin 1234', 'next');
    device.down('right');
    await does('wait 1000');
    ask(cancel);
    await does('wait 1600');
    expect(device.screen.stage).toBe('stopped');
    device.up('right');
    expect(device.screen.stage).toBe('stopped');
    await does('next');
    expect(device.screen.stage).toBe('unfinished');
  });
});

describe('the links', () => {
  it('leave a ceremony to nobody once its own is gone, and a check to the next', async () => {
    const { ask, send, does, device } = referenceDevice();
    ask(createOf(12, 1), 'first');
    await does('agree');
    expect(send('c811000000', 'second')).toBe('6601');
    expect(ask('c808000000', 'second')).not.toBe('');
    device.gone('second');
    expect(send('c811000000', 'second')).toBe('6601');
    device.gone('first');
    expect(send('c806000000', 'third')).toBe('9000');
    ask('c811000000', 'second');
    expect(send('c806000000', 'third')).toBe('6601');
    expect(send(cancel, 'third')).toBe('9000');
  });
});

describe('names', () => {
  it.each(['Desk', 'Desk 2', 'a-b', '123456789012'])('takes %s', (name) => {
    const hex = Buffer.from(name).toString('hex');
    expect(referenceDevice().send(`c8250000${name.length.toString(16).padStart(2, '0')}${hex}`)).toBe('9000');
  });

  it.each(['Desk ', 'a  b', 'a b c', 'Wallet', 'w4-llet', 'PIN 1', 'P1N', 'no', 'Cl1ck', 'se-ed'])(
    'refuses %s',
    (name) => {
      const hex = Buffer.from(name).toString('hex');
      expect(referenceDevice().send(`c8250000${name.length.toString(16).padStart(2, '0')}${hex}`)).toBe(
        '6a80',
      );
    },
  );
});

describe('a PIN', () => {
  it('costs a try that is stored before it is compared', async () => {
    const storage = await storageWith(phrase, '1234', 'backed-up');
    const { does, device } = referenceDevice({ storage });
    await does('pin 9999');
    device.powerOff();
    expect(storage.held.wallet?.tries).toBe(2);
    const again = referenceDevice({ storage });
    await again.does('pin 1234');
    expect(storage.held.wallet?.tries).toBe(3);
    expect(again.device.screen.stage).toBe('idle');
  });

  it('opens nothing of storage that says "backed up" and was not', async () => {
    const storage = await storageWith(phrase, '1234', 'backed-up');
    const { wallet } = storage.held;
    if (wallet === undefined) throw new Error('no wallet');
    storage.held = { ...storage.held, wallet: { ...wallet, state: 'unfinished' } };
    const { does, device } = referenceDevice({ storage });
    await does('next', 'pin 1234');
    expect(device.screen.stage).toBe('wrong-pin');
  });
});
