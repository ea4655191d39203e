/**
 * Ledger's own Device Management Kit as the judge: it decodes what the simulated Ledger answers, and every value of
 * every flag byte, and must find what our parser finds. Where the two differ on purpose, the difference is pinned
 * here and listed in `docs/devices.md`.
 */
import { createRequire } from 'node:module';
import type * as Kit from '@ledgerhq/device-management-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  personaFirmware,
  personaModels,
  versionTail,
} from '../../../../firmware-sim/vendors/ledger/persona-model.ts';
import { createPersonaState } from '../../../../firmware-sim/vendors/ledger/persona-state.ts';
import { answerAsLedger, type PersonaMode } from '../../../../firmware-sim/vendors/ledger/persona-wire.ts';
import { concatBytes, fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  decodeGetVersion,
  encodeGetVersionRequest,
  encodeVersion,
} from '../../../../src/protocol/ledger/get-version.ts';
import { ledgerModels, ledgerTargetId, type LedgerModel } from '../../../../src/protocol/ledger/models.ts';
import {
  decodeOnboardingFlags,
  ledgerWordCounts,
  onboardingScreens,
  type OnboardingScreen,
} from '../../../../src/protocol/ledger/onboarding-flags.ts';

// Its ESM build cannot be imported by Node; its CommonJS build can.
const kit = createRequire(import.meta.url)('@ledgerhq/device-management-kit') as typeof Kit;

const kitModels: Record<LedgerModel, Kit.DeviceModelId> = {
  nanos: kit.DeviceModelId.NANO_S,
  nanox: kit.DeviceModelId.NANO_X,
  nanosp: kit.DeviceModelId.NANO_SP,
  stax: kit.DeviceModelId.STAX,
  flex: kit.DeviceModelId.FLEX,
  apex: kit.DeviceModelId.APEX,
};

const kitScreens: Record<OnboardingScreen, string> = {
  'welcome-1': 'welcome-screen-1',
  'welcome-2': 'welcome-screen-2',
  'welcome-3': 'welcome-screen-3',
  'welcome-4': 'welcome-screen-4',
  'welcome-reminder': 'welcome-screen-reminder',
  'set-up-choice': 'setup-choice',
  pin: 'pin',
  'new-words': 'new-device',
  'confirm-words': 'confirm-new-device',
  'restore-words': 'restore-recovery-phrase',
  'safety-warnings': 'safety-warning',
  ready: 'device-is-ready',
  'choose-name': 'choose-name',
  'restore-by-recover': 'restore-recover-backup',
  'restore-choice': 'setup-restore-choice',
  'early-check': 'onboarding-status-check',
  'restore-by-key': 'restore-with-rk',
};

function byKit(data: Uint8Array, model: LedgerModel) {
  const response = new kit.ApduResponse({ data, statusCode: Uint8Array.of(0x90, 0x00) });
  const result = new kit.GetOsVersionCommand().parseResponse(response, kitModels[model]);
  if (!kit.isSuccessCommandResult(result)) throw new Error('the kit does not decode it');
  return result.data;
}

/** What both say, in our words; anything that is told by one alone is left out. */
function kitView(data: Uint8Array, model: LedgerModel): unknown {
  const version = byKit(data, model);
  const flags = version.secureElementFlags;
  return {
    targetId: version.targetId,
    version: version.seVersion,
    updater: version.isOsu,
    mcuVersion: version.mcuSephVersion,
    flags: toHex(version.seFlags),
    pinValidated: flags.isPinValidated,
    mcuSerialNumber: flags.hasMcuSerialNumber,
    ledgerCertificate: flags.hasValidCertificate,
    customAuthorityAllowed: flags.isCustomAuthorityConnectionAllowed,
    secureConnectionAllowed: flags.isSecureConnectionAllowed,
    onboarded: flags.isOnboarded,
    mcuCodeSigned: flags.isMcuCodeSigned,
    recoveryMode: flags.isInRecoveryMode,
    endorsementInSlot1: flags.hasEndorsementCertificateInSlot1,
    endorsementInSlot2: flags.hasEndorsementCertificateInSlot2,
    wordCount: flags.numberOfWords,
    wordIndex: flags.currentWordIndex,
    screen: flags.onboardingState,
  };
}

function ourView(data: Uint8Array): unknown {
  const version = decodeGetVersion(data);
  if (version.kind !== 'secure-element') throw new Error('not a secure element');
  const { targetId, version: text, updater, mcuVersion, flags } = version;
  const decoded = decodeOnboardingFlags(flags);
  if (decoded === undefined) throw new Error('no flags');
  const { screen, screenCode: _, ...rest } = decoded;
  return {
    targetId,
    version: text,
    updater,
    mcuVersion,
    flags: toHex(flags),
    ...rest,
    screen: screen === undefined ? 'unknown' : kitScreens[screen],
  };
}

const usualFirmware: Record<LedgerModel, string> = { ...personaFirmware, nanos: '2.1.0', apex: '1.0.0' };

function answerWith(flags: Uint8Array, model: LedgerModel): Uint8Array {
  const version = usualFirmware[model];
  const persona = personaModels.find((name) => name === model);
  const tail = persona === undefined ? [] : versionTail(persona, version);
  return encodeVersion({ targetId: ledgerTargetId(model), version, flags, mcuVersion: '2.30', tail });
}

/** Differences, at most three: one assertion for thousands of values keeps the test fast. */
function differences(values: Iterable<Uint8Array>, model: LedgerModel): unknown[] {
  const found: unknown[] = [];
  for (const flags of values) {
    const data = answerWith(flags, model);
    const [theirs, ours] = [kitView(data, model), ourView(data)];
    if (JSON.stringify(theirs, sorted) !== JSON.stringify(ours, sorted)) found.push({ theirs, ours });
    if (found.length === 3) break;
  }
  return found;
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function* everyValueOf(byte: 0 | 1 | 2 | 3): Iterable<Uint8Array> {
  for (let value = 0; value < 256; value += 1) {
    const flags = fromHex('e2000007');
    flags[byte] = value;
    yield flags;
  }
}

/** Every word byte at every screen, and at the first code that is none: further ones are bytes of their own above. */
function* everyPairOfWordsAndScreen(): Iterable<Uint8Array> {
  for (let words = 0; words < 256; words += 1)
    for (let screen = 0; screen <= onboardingScreens.length; screen += 1)
      yield Uint8Array.of(0xe2, 0, words, screen);
}

describe.each(ledgerModels)('%s: the kit and we agree', (model) => {
  it.each([0, 1, 2, 3] as const)('on every value of flag byte %i', (byte) => {
    expect(differences(everyValueOf(byte), model)).toEqual([]);
  });

  it('on any four flag bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (flags) => {
        expect(differences([flags], model)).toEqual([]);
      }),
    );
  });
});

it('agrees on every word byte at every screen', () => {
  expect(differences(everyPairOfWordsAndScreen(), 'nanox')).toEqual([]);
});

describe.each(personaModels)('the simulated %s, decoded by the kit', (model) => {
  function answered(
    state: Partial<ReturnType<typeof createPersonaState>>,
    mode: PersonaMode = 'normal',
  ): Uint8Array {
    const identity = { model, firmware: personaFirmware[model], mode };
    const response = answerAsLedger(
      identity,
      { ...createPersonaState(), ...state },
      encodeGetVersionRequest(),
    );
    return (response ?? new Uint8Array()).slice(0, -2);
  }

  it('every screen, word count and word index that it can show', () => {
    for (const screen of onboardingScreens) {
      for (const wordCount of ledgerWordCounts) {
        for (let wordIndex = 0; wordIndex < wordCount; wordIndex += 1) {
          const data = answered({ screen, wordCount, wordIndex, pinValidated: true });
          const flags = byKit(data, model).secureElementFlags;
          if (
            flags.onboardingState !== kitScreens[screen] ||
            flags.numberOfWords !== wordCount ||
            flags.currentWordIndex !== wordIndex ||
            flags.isOnboarded ||
            !flags.isPinValidated
          )
            expect.fail(`${screen} ${wordCount} ${wordIndex} became ${JSON.stringify(flags)}`);
          if (JSON.stringify(kitView(data, model), sorted) !== JSON.stringify(ourView(data), sorted))
            expect.fail(`${screen} ${wordCount} ${wordIndex}: the two parsers differ`);
        }
      }
    }
  });

  it('its wallet, its version and its tail', () => {
    const version = byKit(answered({ onboarded: true, screen: 'ready' }), model);
    expect(version).toMatchObject({
      isBootloader: false,
      isOsu: false,
      seVersion: personaFirmware[model],
      mcuBootloaderVersion: '1.16',
      langId: 0,
      recoverState: 0,
      secureElementFlags: { isOnboarded: true, onboardingState: 'device-is-ready' },
    });
  });

  it('updater and recovery mode', () => {
    const data = (mode: PersonaMode): Uint8Array => answered({}, mode);
    expect(byKit(data('updater'), model)).toMatchObject({ isOsu: true, isBootloader: false });
    expect(byKit(data('recovery'), model).secureElementFlags.isInRecoveryMode).toBe(true);
    expect(byKit(data('bootloader'), model)).toMatchObject({ isBootloader: true, isOsu: false });
    expect(byKit(data('bootloader'), model).seTargetId).toBe(ledgerTargetId(model));
    expect(decodeGetVersion(data('bootloader'))).toMatchObject({
      kind: 'bootloader',
      secureElementTargetId: ledgerTargetId(model),
    });
  });
});

describe('where the two differ, on purpose', () => {
  it('an empty version: the kit keeps the flags, we trust none of such firmware', () => {
    const data = concatBytes(fromHex('33000004 00 04 ee000007 04 322e3330'));
    expect(byKit(data, 'nanox').secureElementFlags.onboardingState).toBe('new-device');
    expect(decodeGetVersion(data)).toMatchObject({ version: '0.0.0', flags: new Uint8Array() });
  });

  it('missing flag bytes: the kit reads zeros, we report that the firmware is too old', () => {
    const data = answerWith(fromHex('e20000'), 'nanox');
    expect(byKit(data, 'nanox').secureElementFlags.onboardingState).toBe('welcome-screen-1');
    expect(decodeOnboardingFlags(fromHex('e20000'))).toBeUndefined();
  });

  it('a bootloader: the kit decodes four bytes of its answer as flags, we decode none', () => {
    const data = fromHex('05010003 04 312e3136 04 f4d8aa43 05 322e322e33 04 33000004');
    expect(byKit(data, 'nanox')).toMatchObject({
      isBootloader: true,
      secureElementFlags: { isOnboarded: true },
    });
    expect(decodeGetVersion(data)).not.toHaveProperty('flags');
  });
});
