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
  certificateBodyLength,
  certificateMessage,
  challengeMessage,
  decodeAttestation,
  encodeAttestation,
  encodeAttestRequest,
  encodeCertificateBody,
  encodeTold,
} from '../../../src/protocol/commands/attest.ts';
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
import { decodeWallet, encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { models } from '../../../src/protocol/models.ts';
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
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** Every length near the right one, and none at all. */
const otherLengths = (length: number): number[] => [0, 1, length - 1, length + 1, 255];

describe('requests', () => {
  it.each([
    ['app name', encodeAppNameRequest(), [0xb0, 1, 0, 0, 0]],
    ['info', encodeInfoRequest(), [0xc8, 1, 0, 0, 0]],
    ['status', encodeStatusRequest(), [0xc8, 2, 0, 0, 0]],
    ['cancel', encodeCancelRequest(), [0xc8, 3, 0, 0, 0]],
    ['wallet', encodeWalletRequest(), [0xc8, 5, 0, 0, 0]],
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
    simulator: fc.boolean(),
    model: fc.constantFrom(...models),
    capabilities: fc.subarray([...capabilities]),
    deviceId: bytesOf(16),
  });

  it('comes back', () => {
    fc.assert(
      fc.property(infos, (info) => {
        expect(encodeInfo(info)).toHaveLength(infoLength);
        expect(decodeInfo(encodeInfo(info))).toEqual(info);
      }),
    );
  });

  const whole = encodeInfo({
    firmware: { major: 1, minor: 2, patch: 3 },
    simulator: true,
    model: 'nanox',
    capabilities: ['attest'],
    deviceId: new Uint8Array(16).fill(9),
  });

  it('has a fixed layout', () => {
    expect([...whole]).toEqual([2, 1, 2, 3, 1, 1, 0, 2, ...Array(16).fill(9)]);
  });

  it('ignores capabilities and flags that it does not know', () => {
    expect(decodeInfo(whole.with(6, 0xf8)).capabilities).toEqual(['attest']);
    expect(decodeInfo(whole.with(4, 0xfe)).simulator).toBe(false);
    expect(decodeInfo(whole.with(4, 0xff)).simulator).toBe(true);
  });

  it('is refused for another length, version or model', () => {
    for (const length of otherLengths(infoLength)) {
      expect(() => decodeInfo(new Uint8Array(length).fill(1))).toThrow(badResponse);
    }
    for (const version of [0, 1, 3, 255])
      expect(() => decodeInfo(whole.with(0, version))).toThrow(badResponse);
    for (const model of [models.length, 255])
      expect(() => decodeInfo(whole.with(5, model))).toThrow(badResponse);
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
    ['layout', 0, [0, 2, 255]],
    ['wallet state', 1, [3, 255]],
    ['lock', 2, [2, 255]],
    ['activity', 3, [activities.length, 255]],
    ['stage', 4, [stages.length, 255]],
    ['position', 5, [0, 13, 255]],
    ['total', 6, [0, 2, 13, 255]],
    ['outcome', 7, [outcomes.length, 255]],
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

  it('is refused at any other length', () => {
    for (const length of otherLengths(statusLength)) {
      expect(() => decodeStatus(new Uint8Array(length).fill(1))).toThrow(badResponse);
    }
  });

  it('never reads anything else out of any bytes', () => {
    fc.assert(
      fc.property(bytesOf(statusLength), (bytes) => {
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

describe('attestation', () => {
  const certificates = fc.record({
    simulator: fc.boolean(),
    model: fc.constantFrom(...models),
    deviceId: bytesOf(16),
    publicKey: bytesOf(65),
  });

  it('comes back', () => {
    fc.assert(
      fc.property(
        certificates,
        bytesOf(64),
        bytesOf(64),
        bytesOf(16),
        (certificate, issuerSignature, challengeSignature, walletId) => {
          const certificateBody = encodeCertificateBody(certificate);
          const told = encodeTold(encodeStatus(atRest), walletId);
          expect(certificateBody).toHaveLength(certificateBodyLength);
          const encoded = encodeAttestation(certificateBody, issuerSignature, told, challengeSignature);
          expect(encoded).toHaveLength(attestationLength);
          expect(decodeAttestation(encoded)).toEqual({
            certificate,
            certificateBody,
            issuerSignature,
            state: atRest,
            walletId: walletId.some((byte) => byte !== 0) ? walletId : undefined,
            told,
            challengeSignature,
          });
        },
      ),
    );
  });

  const body = encodeCertificateBody({
    simulator: true,
    model: 'nanox',
    deviceId: new Uint8Array(16).fill(2),
    publicKey: new Uint8Array(65).fill(4),
  });
  const told = encodeTold(encodeStatus(atRest), new Uint8Array(16).fill(3));
  const whole = encodeAttestation(body, new Uint8Array(64).fill(5), told, new Uint8Array(64).fill(6));

  it('has a fixed layout of 240 bytes', () => {
    expect([...body.subarray(0, 4)]).toEqual([1, 1, 1, 2]);
    expect(attestationLength).toBe(240);
  });

  it('is refused for another length, version or model', () => {
    for (const length of otherLengths(attestationLength)) {
      expect(() => decodeAttestation(new Uint8Array(length).fill(1))).toThrow(badResponse);
    }
    for (const version of [0, 2, 255])
      expect(() => decodeAttestation(whole.with(0, version))).toThrow(badResponse);
    for (const model of [2, 255]) expect(() => decodeAttestation(whole.with(2, model))).toThrow(badResponse);
  });

  it('marks a simulator by the lowest bit of the flags', () => {
    expect(decodeAttestation(whole.with(1, 0xfe)).certificate.simulator).toBe(false);
    expect(decodeAttestation(whole.with(1, 0xff)).certificate.simulator).toBe(true);
  });

  it('signs messages that are told apart by their tags', () => {
    const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
    expect([...certificateMessage(body)]).toEqual([...ascii('Hostblind device certificate v1'), ...body]);
    const challenge = new Uint8Array(32).fill(7);
    expect([...challengeMessage(challenge, body, told)]).toEqual([
      ...ascii('Hostblind attestation v2'),
      ...challenge,
      ...body,
      ...told,
    ]);
  });
});
