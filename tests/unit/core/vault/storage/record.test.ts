import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceFault } from '../../../../../firmware-sim/core/faults.ts';
import {
  decodeRecord,
  deviceKeyLength,
  deviceSecretLength,
  encodeRecord,
  nonceLength,
  recordLength,
  saltLength,
  sealedLength,
  type StoredDevice,
} from '../../../../../firmware-sim/core/vault/storage/record.ts';
import { concatBytes } from '../../../../../src/protocol/bytes.ts';
import { isDeviceName } from '../../../../../src/protocol/device-name.ts';
import { wordCounts } from '../../../../../src/protocol/public-state.ts';
import { countingBytes } from '../../../../fixtures/devices/core-board.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const identities = fc.record({
  deviceId: bytes(16),
  deviceKey: bytes(deviceKeyLength),
  deviceSecret: bytes(deviceSecretLength),
});
const wallets = fc.record({
  state: fc.constantFrom('unfinished-backup' as const, 'backed-up' as const),
  wordCount: fc.constantFrom(...wordCounts),
  failures: fc.nat(3),
  salt: bytes(saltLength),
  nonce: bytes(nonceLength),
  sealed: bytes(sealedLength),
});
const names = fc.stringMatching(/^[A-Za-z0-9-]{1,6}( [A-Za-z0-9-]{1,5})?$/).filter(isDeviceName);
const records: fc.Arbitrary<StoredDevice> = fc.record({
  identity: identities,
  name: fc.oneof(fc.constant(''), names),
  language: fc.stringMatching(/^[a-z]{2}$/),
  wallet: fc.option(wallets, { nil: undefined }),
});

const example: StoredDevice = {
  identity: {
    deviceId: countingBytes(16, 0x10),
    deviceKey: countingBytes(32, 0x20),
    deviceSecret: countingBytes(32, 0x40),
  },
  name: 'Blue drawer',
  language: 'en',
  wallet: {
    state: 'backed-up',
    wordCount: 24,
    failures: 2,
    salt: countingBytes(16, 0x60),
    nonce: countingBytes(24, 0x70),
    sealed: countingBytes(64, 0x90),
  },
};

describe('the record', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(decodeRecord(encodeRecord(record))).toEqual(record);
      }),
    );
  });

  it('has 205 bytes, with a wallet and without', () => {
    expect(recordLength).toBe(205);
    expect(encodeRecord(example)).toHaveLength(recordLength);
    expect(encodeRecord({ ...example, wallet: undefined })).toHaveLength(recordLength);
    expect(encodeRecord({ ...example, name: '' })).toHaveLength(recordLength);
  });

  it('keeps its layout: a device must read what an older firmware wrote', () => {
    const { deviceId, deviceKey, deviceSecret } = example.identity;
    const expected = concatBytes(
      Uint8Array.of(1, 2, 24, 2),
      concatBytes(deviceId, deviceKey, deviceSecret),
      concatBytes(countingBytes(16, 0x60), countingBytes(24, 0x70), countingBytes(64, 0x90)),
      Uint8Array.of(11, ...Buffer.from('Blue drawer', 'latin1'), 0, 0, 0, 0, 0),
    );
    expect(encodeRecord(example)).toEqual(expected);
    expected.set(Buffer.from('de', 'latin1'), recordLength - 2);
    expect(encodeRecord({ ...example, language: 'de' })).toEqual(expected);
  });

  it('keeps nothing of a wallet that is gone', () => {
    const encoded = encodeRecord({ ...example, wallet: undefined });
    expect(encoded.subarray(1, 4)).toEqual(new Uint8Array(3));
    expect(encoded.subarray(84, -17)).toEqual(new Uint8Array(recordLength - 84 - 17));
    expect(encoded.subarray(-17)).toEqual(encodeRecord(example).subarray(-17));
  });

  it('decodes into arrays of its own', () => {
    const encoded = encodeRecord(example);
    const decoded = decodeRecord(encoded);
    encoded.fill(0);
    expect(decoded).toEqual(example);
  });
});

describe('a record that this firmware does not know', () => {
  const changed = (offset: number, value: number): Uint8Array => {
    const encoded = encodeRecord(example);
    encoded[offset] = value;
    return encoded;
  };
  const others = (known: readonly number[]): number[] =>
    Array.from({ length: 256 }, (_, value) => value).filter((value) => !known.includes(value));

  it.each([
    ['version', 0, [1]],
    ['state', 1, [0, 1, 2]],
    ['word count', 2, [12, 15, 18, 21, 24]],
    ['number of failures', 3, [0, 1, 2, 3]],
  ])('is refused for every other %s', (_, offset, known) => {
    for (const value of known) expect(() => decodeRecord(changed(offset, value))).not.toThrow();
    for (const value of others(known)) {
      const decode = () => decodeRecord(changed(offset, value));
      expect(decode).toThrow(DeviceFault);
      expect(decode).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
    }
  });

  it.each([
    ['of earlier firmware', 'Blue drawer, 2nd'],
    ['too long', 'thirteenchars'],
    ['an instruction', 'Enter seed'],
    ['not of letters', 'Desk\n'],
  ])('drops a name that is %s, and nothing else of it', (_, name) => {
    const encoded = encodeRecord(example);
    encoded.set([name.length, ...Buffer.from(name, 'latin1')], recordLength - 17);
    expect(decodeRecord(encoded)).toEqual({ ...example, name: '' });
  });

  it('takes the end of a longer name of earlier firmware for no language', () => {
    const encoded = encodeRecord({ ...example, language: 'de' });
    for (const name of ['sixteen chars of', 'thirteenchars'])
      encoded.set([name.length, ...Buffer.from(name, 'latin1')], recordLength - 17);
    expect(decodeRecord(encoded).language).toBe('en');
  });

  it.each(['EN', 'd1', 'd\0', '\xff\xff'])('reads the language %j as English', (language) => {
    const encoded = encodeRecord(example);
    encoded.set(Buffer.from(language, 'latin1'), recordLength - 2);
    expect(decodeRecord(encoded)).toEqual(example);
  });

  it('drops a name whose length runs past its place', () => {
    for (const length of [12, 16, 17, 255])
      expect(decodeRecord(changed(recordLength - 17, length))).toEqual({ ...example, name: '' });
  });

  it.each([0, 1, 3, 4, recordLength - 1, recordLength + 1])(
    'is refused at a length of %i bytes',
    (length) => {
      const encoded = new Uint8Array(length);
      encoded.set(encodeRecord(example).subarray(0, length));
      expect(() => decodeRecord(encoded)).toThrow(DeviceFault);
    },
  );
});
