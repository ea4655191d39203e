import fc from 'fast-check';
import { atRest } from '../../fixtures/data/at-rest.ts';
import { describe, expect, it } from 'vitest';
import {
  decodeAppName,
  encodeAppName,
  encodeAppNameRequest,
} from '../../../src/protocol/commands/app-name.ts';
import {
  attestationLength,
  challengeMessage,
  decodeAttestation,
  encodeAttestRequest,
  encodeTold,
} from '../../../src/protocol/commands/attest.ts';
import {
  certificateMessage,
  decodeCertificate,
  encodeCertificateBody,
  encodeCertificateRequest,
} from '../../../src/protocol/commands/certificate.ts';
import { concatBytes } from '../../../src/protocol/bytes.ts';
import { deviceKinds } from '../../../src/protocol/device-make.ts';
import {
  decodeLanguages,
  encodeLanguages,
  encodeLanguagesRequest,
} from '../../../src/protocol/commands/languages.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { decodeCreateRequest, encodeCreateRequest } from '../../../src/protocol/commands/create.ts';
import {
  capabilities,
  decodeInfo,
  encodeInfo,
  encodeInfoRequest,
  infoLength,
} from '../../../src/protocol/commands/info.ts';
import {
  decodeStatus,
  encodeStatus,
  encodeStatusRequest,
  statusLength,
} from '../../../src/protocol/commands/status.ts';
import { encodeNonceRequest, encodeProtectRequest } from '../../../src/protocol/commands/protect.ts';
import { decodeWallet, encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import {
  activities,
  isWordCount,
  outcomes,
  stages,
  walletStates,
  wordCounts,
  type PublicState,
} from '../../../src/protocol/public-state.ts';
import { formatWalletId } from '../../../src/protocol/entropy/wallet-id.ts';

const badResponse = expect.objectContaining({ name: 'HostblindError', code: 'bad-response' }) as Error;
const otherVersion = expect.objectContaining({ code: 'other-version' }) as Error;
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** Every length near the right one, and none at all. */
const otherLengths = (length: number): number[] => [0, 1, length - 1, length + 1, 255];
const tooShort = (whole: Uint8Array): Uint8Array[] =>
  [0, 1, 2, whole.length - 1].map((length) => whole.slice(0, length));
/** What a later minor version has added at the end. */
const grown = (whole: Uint8Array): Uint8Array => concatBytes(whole, Uint8Array.of(1, 2, 3));

describe('requests', () => {
  it.each([
    ['app name', encodeAppNameRequest(), [0xb0, 1, 0, 0, 0]],
    ['info', encodeInfoRequest(), [0xc8, 1, 0, 0, 0]],
    ['status', encodeStatusRequest(), [0xc8, 2, 0, 0, 0]],
    ['cancel', encodeCancelRequest(), [0xc8, 3, 0, 0, 0]],
    ['wallet', encodeWalletRequest(), [0xc8, 5, 0, 0, 0]],
    ['languages', encodeLanguagesRequest(), [0xc8, 9, 0, 0, 0]],
    ['language', encodeCeremonyRequest({ kind: 'language', tag: 'fr' }), [0xc8, 0x2a, 0, 0, 2, 0x66, 0x72]],
    ['certificate', encodeCertificateRequest(), [0xc8, 8, 0, 0, 0]],
    ['create', encodeCreateRequest({ wordCount: 24 }), [0xc8, 0x10, 0, 0, 2, 24, 0]],
  ])('%s', (_, request, bytes) => {
    expect([...request]).toEqual(bytes);
  });

  it('attest, for a challenge of 32 bytes and no other', () => {
    expect([...encodeAttestRequest(new Uint8Array(32).fill(3))]).toEqual([
      0xc8,
      4,
      0,
      0,
      32,
      ...Array(32).fill(3),
    ]);
    for (const length of otherLengths(32)) {
      expect(() => encodeAttestRequest(new Uint8Array(length))).toThrow(
        new RangeError('a challenge has 32 bytes'),
      );
    }
  });
});

describe('languages', () => {
  const said = { spoken: 'de', offered: ['en', 'de', 'fr'] };

  it('come back as they were said, and whatever later versions add is ignored', () => {
    const whole = encodeLanguages(said);
    expect([...whole.subarray(0, 5)]).toEqual([0x64, 0x65, 3, 0x65, 0x6e]);
    expect(decodeLanguages(whole)).toEqual(said);
    expect(decodeLanguages(grown(whole))).toEqual(said);
    for (const short of tooShort(whole)) expect(() => decodeLanguages(short)).toThrow(badResponse);
  });

  it.each([
    ['a tag in capitals', { spoken: 'DE', offered: ['DE'] }],
    ['a language that is spoken and not offered', { spoken: 'es', offered: ['en'] }],
    ['no language', { spoken: 'en', offered: [] }],
    ['more than a hundred', { spoken: 'en', offered: Array<string>(101).fill('en') }],
  ])('are no answer with %s', (_, strange) => {
    expect(() => decodeLanguages(encodeLanguages(strange))).toThrow(badResponse);
  });

  it.each(['', 'e', 'eng', 'EN', 'e1', 'é'])('are not asked for by %j', (tag) => {
    expect(() => encodeCeremonyRequest({ kind: 'language', tag })).toThrow(RangeError);
  });
});

describe('app name', () => {
  const ascii = fc.string({
    unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  });

  it('comes back', () => {
    fc.assert(
      fc.property(ascii, ascii, (name, version) => {
        expect(decodeAppName(encodeAppName({ name, version }))).toEqual({ name, version });
      }),
    );
  });

  it('is laid out as every app on such a device does', () => {
    expect([...encodeAppName({ name: 'ab', version: '1.0' })]).toEqual([1, 2, 97, 98, 3, 49, 46, 48, 1, 0]);
  });

  it('is refused in another format, and at every cut', () => {
    const whole = encodeAppName({ name: 'Hostblind', version: '0.1.0' });
    expect(() => decodeAppName(whole.with(0, 2))).toThrow(badResponse);
    for (let length = 0; length < whole.length - 2; length += 1) {
      expect(() => decodeAppName(whole.subarray(0, length))).toThrow(badResponse);
    }
    // Ledger apps differ in the flags that follow; they are not read.
    expect(decodeAppName(whole.subarray(0, -2)).version).toBe('0.1.0');
  });
});

describe('info', () => {
  const infos = fc.record({
    firmware: fc.record({ major: fc.nat(255), minor: fc.nat(255), patch: fc.nat(255) }),
    kind: fc.constantFrom(...deviceKinds),
    capabilities: fc.subarray([...capabilities]),
    deviceId: bytesOf(16),
  });

  it('comes back', () => {
    fc.assert(
      fc.property(infos, (info) => {
        const isLong = info.capabilities.includes('protected-signatures');
        expect(encodeInfo(info)).toHaveLength(infoLength + (isLong ? 2 : 0));
        expect(decodeInfo(encodeInfo(info))).toEqual(info);
      }),
    );
  });

  const whole = encodeInfo({
    firmware: { major: 1, minor: 2, patch: 3 },
    kind: 'self-built',
    capabilities: ['attest'],
    deviceId: new Uint8Array(16).fill(9),
  });

  it('has a fixed layout', () => {
    expect([...whole]).toEqual([3, 1, 2, 3, 2, 0, 0, 2, ...Array(16).fill(9)]);
  });

  it('names what has come since by bits behind the device ID, if there is some', () => {
    const info = decodeInfo(whole);
    const long = encodeInfo({ ...info, capabilities: ['attest', 'protected-signatures'] });
    expect([...long]).toEqual([...whole, 0, 1]);
    expect(decodeInfo(long).capabilities).toEqual(['attest', 'protected-signatures']);
    expect(decodeInfo(grown(long))).toEqual(decodeInfo(long));
    // Of a version before, and of one after that has others beside it.
    expect(decodeInfo(long.subarray(0, infoLength + 1))).toEqual(info);
    expect(decodeInfo(long.with(-2, 0xff).with(-1, 0xfe))).toEqual(info);
  });

  it('ignores capabilities, reserved bytes and trailing bytes that it does not know', () => {
    const info = decodeInfo(whole);
    expect(decodeInfo(whole.with(6, 0xc0)).capabilities).toEqual(['attest']);
    expect(decodeInfo(whole.with(5, 0xff))).toEqual(info);
    expect(decodeInfo(concatBytes(whole, Uint8Array.of(0xff, 0xfe, 1)))).toEqual(info);
  });

  it('asks for an update in another major version, or of a kind that this one lacks', () => {
    for (const version of [0, 1, 2, 4, 255])
      expect(() => decodeInfo(whole.with(0, version))).toThrow(otherVersion);
    expect(() => decodeInfo(Uint8Array.of(4))).toThrow(otherVersion);
    for (const kind of [deviceKinds.length, 255])
      expect(() => decodeInfo(whole.with(4, kind))).toThrow(otherVersion);
  });

  it('is refused where it is too short', () => {
    for (const short of tooShort(whole)) expect(() => decodeInfo(short)).toThrow(badResponse);
  });
});

describe('status', () => {
  const states: fc.Arbitrary<PublicState> = fc
    .record({
      wallet: fc.constantFrom(...walletStates),
      locked: fc.boolean(),
      activity: fc.constantFrom(...activities),
      stage: fc.constantFrom(...stages),
      outcome: fc.constantFrom(...outcomes),
      ceremony: fc.nat(0xffff),
      triesLeft: fc.nat(3),
      wordCount: fc.constantFrom(0 as const, ...wordCounts),
      total: fc.constantFrom(...wordCounts),
      at: fc.nat(1000),
    })
    .map(({ at, total, ...state }) =>
      state.stage === 'words'
        ? { ...state, total, position: 1 + (at % total) }
        : { ...state, total: 0, position: 0 },
    );

  it('comes back, for every state a device can be in', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(encodeStatus(state)).toHaveLength(statusLength);
        expect(decodeStatus(encodeStatus(state))).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  const shown: PublicState = {
    wallet: 'backed-up',
    locked: true,
    activity: 'resume',
    stage: 'words',
    position: 3,
    total: 12,
    outcome: 'wiped',
    ceremony: 0x1234,
    triesLeft: 2,
    wordCount: 24,
  };
  const whole = encodeStatus(shown);

  it('has a fixed layout', () => {
    expect([...whole]).toEqual([1, 2, 1, 3, 6, 3, 12, 6, 0x12, 0x34, 2, 24]);
  });

  it.each([
    ['wallet state', 1, [3, 255]],
    ['lock', 2, [2, 255]],
    ['position', 5, [0, 13, 255]],
    ['total', 6, [0, 2, 13, 255]],
    ['number of tries', 10, [4, 255]],
    ['word count', 11, [1, 11, 13, 255]],
  ])('is refused for a %s that the specification does not have', (_, offset, values) => {
    for (const value of values) expect(() => decodeStatus(whole.with(offset, value))).toThrow(badResponse);
  });

  it('is refused where a position is told while a person enters or answers', () => {
    for (const stage of stages.filter((each) => each !== 'words')) {
      const quiet = encodeStatus({ ...shown, stage, position: 0, total: 0 });
      expect(decodeStatus(quiet).stage).toBe(stage);
      expect(() => decodeStatus(quiet.with(5, 1))).toThrow(badResponse);
      expect(() => decodeStatus(quiet.with(6, 12))).toThrow(badResponse);
    }
  });

  it('reads what a later version adds as unknown, and trailing bytes not at all', () => {
    expect(decodeStatus(whole.with(3, activities.length)).activity).toBe('unknown');
    expect(decodeStatus(whole.with(7, 255)).outcome).toBe('unknown');
    expect(decodeStatus(grown(whole))).toEqual(shown);
    // What a position means in a stage that isn't known isn't known either.
    expect(decodeStatus(whole.with(4, stages.length).with(5, 200))).toEqual({
      ...shown,
      stage: 'unknown',
      position: 0,
      total: 0,
    });
  });

  it('asks for an update in another layout', () => {
    for (const layout of [0, 2, 255]) expect(() => decodeStatus(whole.with(0, layout))).toThrow(otherVersion);
  });

  it('is refused where it is too short', () => {
    for (const short of tooShort(whole)) expect(() => decodeStatus(short)).toThrow(badResponse);
  });

  it('never reads anything else out of any bytes', () => {
    const known = bytesOf(statusLength).filter(
      (bytes) =>
        (bytes[3] ?? 0) < activities.length &&
        (bytes[4] ?? 0) < stages.length &&
        (bytes[7] ?? 0) < outcomes.length,
    );
    fc.assert(
      fc.property(known, (bytes) => {
        const candidate = bytes.with(0, 1);
        try {
          expect(encodeStatus(decodeStatus(candidate))).toEqual(candidate);
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'bad-response' });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('create', () => {
  it('comes back for every word count', () => {
    for (const wordCount of wordCounts) {
      expect(decodeCreateRequest(encodeCreateRequest({ wordCount }).subarray(5))).toEqual({ wordCount });
      for (const mix of [{ entropyCheck: true }, { dice: true }, { entropyCheck: true, dice: true }]) {
        const request = { wordCount, ...mix };
        expect(decodeCreateRequest(encodeCreateRequest(request).subarray(5))).toEqual(request);
      }
      expect(encodeCreateRequest({ wordCount, entropyCheck: false, dice: false }).at(-1)).toBe(0);
    }
  });

  it('names the status word of what it refuses', () => {
    for (const length of [0, 1, 3, 255])
      expect(decodeCreateRequest(new Uint8Array(length))).toBe('wrongLength');
    for (const count of [0, 11, 13, 16, 25, 255]) {
      expect(isWordCount(count)).toBe(false);
      expect(decodeCreateRequest(Uint8Array.of(count, 0))).toBe('badData');
    }
    for (const flags of [4, 5, 8, 0x80, 0xff]) {
      expect(decodeCreateRequest(Uint8Array.of(12, flags))).toBe('badData');
    }
  });
});

describe('wallet', () => {
  it('is 16 bytes, copied', () => {
    const data = new Uint8Array(16).fill(0xab);
    const id = decodeWallet(data);
    data.fill(0);
    expect(id).toEqual(new Uint8Array(16).fill(0xab));
    for (const length of otherLengths(16))
      expect(() => decodeWallet(new Uint8Array(length))).toThrow(badResponse);
  });

  it('is read by a person in eight groups of four digits', () => {
    expect(formatWalletId(Uint8Array.from({ length: 16 }, (_, index) => index * 17))).toBe(
      '0011 2233 4455 6677 8899 aabb ccdd eeff',
    );
  });
});

describe('certificate', () => {
  const name = fc.constantFrom('A', 'Acme', "O'Neil & Co", 'Vault-1 v2.0', 'x'.repeat(20));
  const certificates = fc.record({
    kind: fc.constantFrom(...deviceKinds),
    deviceId: bytesOf(16),
    publicKey: bytesOf(65),
    issuerId: bytesOf(8),
    maker: name,
    product: name,
  });

  it('comes back', () => {
    fc.assert(
      fc.property(certificates, bytesOf(64), (certificate, signature) => {
        const body = encodeCertificateBody(certificate);
        expect(decodeCertificate(concatBytes(body, signature))).toEqual({ certificate, body, signature });
        expect(body.length + 64).toBeLessThanOrEqual(197);
      }),
    );
  });

  const body = encodeCertificateBody({
    kind: 'simulator',
    deviceId: new Uint8Array(16).fill(2),
    publicKey: new Uint8Array(65).fill(4),
    issuerId: new Uint8Array(8).fill(5),
    maker: 'Ab',
    product: 'C',
  });
  const whole = concatBytes(body, new Uint8Array(64).fill(6));

  it('has a fixed layout up to its two names', () => {
    expect([...body]).toEqual([
      2,
      1,
      ...Array(16).fill(2),
      ...Array(65).fill(4),
      ...Array(8).fill(5),
      2,
      0x41,
      0x62,
      1,
      0x43,
    ]);
  });

  it('ignores trailing bytes, and is refused where it is too short', () => {
    expect(decodeCertificate(grown(whole))).toEqual(decodeCertificate(whole));
    for (let length = 0; length < whole.length; length += 1)
      expect(() => decodeCertificate(whole.slice(0, length))).toThrow(badResponse);
  });

  it('asks for an update in another version, or of a kind that this one lacks', () => {
    for (const version of [0, 1, 3, 255])
      expect(() => decodeCertificate(whole.with(0, version))).toThrow(otherVersion);
    for (const kind of [deviceKinds.length, 255])
      expect(() => decodeCertificate(whole.with(1, kind))).toThrow(otherVersion);
  });

  it.each(['', ' Acme', 'Acme ', 'A  B', 'x'.repeat(21), 'acme.com', 'A\nB', '“Acme”', '<b>', '-A'])(
    'holds no name such as %j',
    (bad) => {
      const make = { kind: 'maker', deviceId: new Uint8Array(16), publicKey: new Uint8Array(65) } as const;
      const encode = () =>
        encodeCertificateBody({ ...make, issuerId: new Uint8Array(8), maker: 'Acme', product: bad });
      expect(encode).toThrow(RangeError);
      const text = Uint8Array.from(bad, (character) => character.charCodeAt(0));
      const told = concatBytes(body.slice(0, -2), Uint8Array.of(text.length), text, new Uint8Array(64));
      expect(() => decodeCertificate(told)).toThrow(badResponse);
    },
  );
});

describe('attestation', () => {
  const told = encodeTold(encodeStatus(atRest), new Uint8Array(16).fill(3));
  const signature = new Uint8Array(64).fill(6);
  const whole = concatBytes(told, signature);

  it('comes back, with a wallet ID or without one', () => {
    expect(attestationLength).toBe(92);
    const walletId = new Uint8Array(16).fill(3);
    expect(decodeAttestation(whole)).toEqual({ state: atRest, walletId, told, signature });
    const without = concatBytes(encodeTold(encodeStatus(atRest)), signature);
    expect(decodeAttestation(without).walletId).toBeUndefined();
  });

  it('ignores trailing bytes, and is refused where it is too short', () => {
    expect(decodeAttestation(grown(whole))).toEqual(decodeAttestation(whole));
    for (const short of tooShort(whole)) expect(() => decodeAttestation(short)).toThrow(badResponse);
  });

  it('signs messages that are told apart by their tags', () => {
    const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
    const body = Uint8Array.of(1, 2, 3);
    expect([...certificateMessage(body)]).toEqual([...ascii('Hostblind device certificate v2'), ...body]);
    const challenge = new Uint8Array(32).fill(7);
    const hash = new Uint8Array(32).fill(8);
    expect([...challengeMessage(challenge, hash, told)]).toEqual([
      ...ascii('Hostblind attestation v3'),
      ...challenge,
      ...hash,
      ...told,
    ]);
  });
});

describe('what protects a signature', () => {
  it('goes by two commands of 32 bytes each', () => {
    const number = Uint8Array.from({ length: 32 }, (_, at) => at);
    expect([...encodeProtectRequest(number)]).toEqual([0xc8, 0x30, 0, 0, 32, ...number]);
    expect([...encodeNonceRequest(number)]).toEqual([0xc8, 0x31, 0, 0, 32, ...number]);
    for (const length of [0, 31, 33])
      for (const encode of [encodeProtectRequest, encodeNonceRequest])
        expect(() => encode(new Uint8Array(length))).toThrow(RangeError);
  });
});
