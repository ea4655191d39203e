/** The parser of getVersion: published vectors, what is refused, and every value of every flag byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  decodeGetVersion,
  encodeGetVersionRequest,
  encodeVersion,
} from '../../../../src/protocol/ledger/get-version.ts';
import {
  ledgerModelOf,
  ledgerModels,
  ledgerTargetId,
  type LedgerModel,
} from '../../../../src/protocol/ledger/models.ts';
import {
  decodeOnboardingFlags,
  encodeOnboardingFlags,
  ledgerWordCounts,
  onboardingScreens,
} from '../../../../src/protocol/ledger/onboarding-flags.ts';
import { readingOf } from '../../../../src/devices/ledger/reading.ts';
import { firmwareFloors, supportFor } from '../../../../src/devices/ledger/support.ts';

const onboardedNanoX = fromHex(
  '33000004 05 322e322e33 04 ee000000 04 322e3330 04 312e3136 01 01 01 00 01 00',
);
const bootloader = fromHex('05010003 04 312e3136 04 f4d8aa43 05 322e322e33 04 33000004');

const newest = '9.9.9';

function versionWith(flags: Uint8Array, version = newest, model: LedgerModel = 'nanox'): Uint8Array {
  return encodeVersion({ targetId: ledgerTargetId(model), version, flags, mcuVersion: '2.30', tail: [] });
}

describe('published vectors', () => {
  it('the request', () => {
    expect(toHex(encodeGetVersionRequest())).toBe('e001000000');
  });

  it('Nano X 2.2.3, onboarded', () => {
    const version = decodeGetVersion(onboardedNanoX);
    expect(version).toEqual({
      kind: 'secure-element',
      targetId: 0x33000004,
      version: '2.2.3',
      updater: false,
      flags: fromHex('ee000000'),
      mcuVersion: '2.30',
    });
    expect(decodeOnboardingFlags(fromHex('ee000000'))).toEqual({
      pinValidated: true,
      mcuSerialNumber: true,
      ledgerCertificate: true,
      customAuthorityAllowed: false,
      secureConnectionAllowed: true,
      onboarded: true,
      mcuCodeSigned: true,
      recoveryMode: false,
      endorsementInSlot1: false,
      endorsementInSlot2: false,
      wordCount: 24,
      wordIndex: 0,
      screen: 'welcome-1',
      screenCode: 0,
    });
    expect(readingOf(version)).toEqual({
      kind: 'set-up',
      device: { model: 'nanox', firmware: '2.2.3', simulator: false },
    });
  });

  it('a bootloader, which names the secure element beside it', () => {
    const version = decodeGetVersion(bootloader);
    expect(version).toEqual({
      kind: 'bootloader',
      targetId: 0x05010003,
      secureElementTargetId: 0x33000004,
    });
    expect(readingOf(version)).toEqual({ kind: 'bootloader', model: 'nanox' });
  });
});

describe('what is short, old or strange', () => {
  it('refuses what is no answer at all', () => {
    for (const text of ['', '33', '330000'])
      expect(() => decodeGetVersion(fromHex(text))).toThrow(
        expect.objectContaining({ code: 'bad-response' }),
      );
  });

  it('reads as far as the data goes', () => {
    for (let length = 4; length <= onboardedNanoX.length; length += 1) {
      const version = decodeGetVersion(onboardedNanoX.subarray(0, length));
      expect(version.kind).toBe('secure-element');
      if (version.kind === 'secure-element' && length >= 15) expect(toHex(version.flags)).toBe('ee000000');
    }
    for (let length = 4; length < bootloader.length; length += 1)
      expect(readingOf(decodeGetVersion(bootloader.subarray(0, length)))).toEqual({
        kind: 'bootloader',
        model: undefined,
      });
  });

  it('takes an empty version for very old firmware without flags', () => {
    const version = decodeGetVersion(fromHex('31100002 00 04 ee000000'));
    expect(version).toMatchObject({ version: '0.0.0', flags: new Uint8Array() });
    expect(readingOf(version)).toMatchObject({ kind: 'firmware-too-old', device: { model: 'nanos' } });
  });

  it('drops a NUL at the end of the MCU version', () => {
    expect(decodeGetVersion(fromHex('33000004 05 322e322e33 04 ee000000 05 322e333000'))).toMatchObject({
      mcuVersion: '2.30',
    });
  });

  it('knows an updater by its version', () => {
    const version = decodeGetVersion(versionWith(fromHex('e6000000'), '2.2.3-osu'));
    expect(version).toMatchObject({ updater: true });
    expect(readingOf(version)).toEqual({ kind: 'updater', model: 'nanox' });
  });

  it('calls a target that is no Ledger model nothing', () => {
    expect(readingOf(decodeGetVersion(fromHex('39990004 05 322e322e33 04 ee000000')))).toBeUndefined();
  });

  it('takes fewer than four flag bytes for old firmware', () => {
    expect(readingOf(decodeGetVersion(versionWith(fromHex('e60000'))))?.kind).toBe('firmware-too-old');
  });

  it('never throws for four bytes or more, whatever follows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), (bytes) => {
        readingOf(decodeGetVersion(bytes));
      }),
    );
  });
});

describe('models and firmware', () => {
  it.each([
    ['nanos', '2.1.0', 'model-not-supported'],
    ['nanosp', '1.0.4', 'firmware-too-old'],
    ['nanosp', '1.1.0', 'supported'],
    ['nanosp', '1.1.0-rc1', 'supported'],
    ['nanosp', '1.10.0', 'supported'],
    ['nanox', '2.1.0', 'firmware-too-old'],
    ['nanox', '2.2.0', 'supported'],
    ['nanox', '2.10', 'supported'],
    ['nanox', '10.0.0', 'supported'],
    ['nanox', 'unknown', 'firmware-too-old'],
    ['stax', '0.0.1', 'supported'],
    ['flex', '1.0.0', 'supported'],
    ['apex', '1.0.0', 'supported'],
  ] as const)('%s %s: %s', (model, version, support) => {
    expect(supportFor(model, version)).toBe(support);
  });

  it('has a floor and a target for each model', () => {
    for (const model of ledgerModels) {
      expect(firmwareFloors[model]).toMatch(/^(any|never|\d+\.\d+\.\d+)$/);
      expect(ledgerModelOf(ledgerTargetId(model))).toBe(model);
    }
  });

  it('checks the minimum firmware before the set-up, but not on a device with a wallet', () => {
    const old = (general: string) =>
      readingOf(decodeGetVersion(versionWith(fromHex(general), '1.0.0')))?.kind;
    expect(old('e2000000')).toBe('firmware-too-old');
    expect(old('e6000000')).toBe('set-up');
  });
});

describe('every value of every flag byte', () => {
  const everyByte = Array.from({ length: 256 }, (_, value) => value);

  it('byte 0: recovery mode first, then the onboarded bit, and nothing else', () => {
    for (const general of everyByte) {
      const kind = readingOf(decodeGetVersion(versionWith(Uint8Array.of(general, 0, 0, 7))))?.kind;
      const expected = (general & 1) !== 0 ? 'recovery-mode' : (general & 4) !== 0 ? 'set-up' : 'onboarding';
      expect(kind).toBe(expected);
    }
  });

  it('bytes 2 and 3: screen, count and position', () => {
    const wordScreens = new Set([7, 8, 9]);
    const wrong: unknown[] = [];
    for (const screenCode of everyByte) {
      for (const words of everyByte) {
        const reading = readingOf(decodeGetVersion(versionWith(Uint8Array.of(0xe2, 0, words, screenCode))));
        const screen = onboardingScreens[screenCode];
        const device = { model: 'nanox', firmware: newest, simulator: false };
        const wordCount = wordScreens.has(screenCode) ? [24, 18, 12][(words & 0x60) >> 5] : undefined;
        const index = words & 0x1f;
        const position = wordCount !== undefined && index < wordCount ? index + 1 : 0;
        const expected =
          screen === undefined
            ? { kind: 'unknown-screen', device }
            : { kind: 'onboarding', device, screen, wordCount, position };
        if (JSON.stringify(reading) !== JSON.stringify(expected)) wrong.push({ reading, expected });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // 65,536 answers: a moment alone, longer beside other suites.
  });

  it('bytes 0 to 3 together: the bits are independent', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        const [general = 0, endorsements = 0, words = 0, screenCode = 0] = bytes;
        const flags = decodeOnboardingFlags(bytes);
        expect(flags).toEqual({
          pinValidated: (general & 0x80) !== 0,
          mcuSerialNumber: (general & 0x40) !== 0,
          ledgerCertificate: (general & 0x20) !== 0,
          customAuthorityAllowed: (general & 0x10) !== 0,
          secureConnectionAllowed: (general & 0x08) !== 0,
          onboarded: (general & 0x04) !== 0,
          mcuCodeSigned: (general & 0x02) !== 0,
          recoveryMode: (general & 0x01) !== 0,
          endorsementInSlot1: (endorsements & 1) !== 0,
          endorsementInSlot2: (endorsements & 2) !== 0,
          wordCount: ledgerWordCounts[(words >> 5) & 3],
          wordIndex: words & 0x1f,
          screen: onboardingScreens[screenCode],
          screenCode,
        });
        if (flags?.screen === undefined || flags.wordCount === undefined) return;
        // What is encoded again differs only in bits that mean nothing.
        const again = encodeOnboardingFlags({ ...flags, screen: flags.screen });
        expect([...again]).toEqual([general, endorsements & 3, words & 0x7f, screenCode]);
      }),
    );
  });
});
