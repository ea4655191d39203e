/**
 * The wire of the persona: the few commands that a stock Ledger answers to a host that follows its set-up. It reads
 * the state and can close an app; it reaches neither words nor buttons.
 */
import { encodeResponse, parseCommand } from '../../../src/protocol/apdu/apdu.ts';
import { concatBytes, u16 } from '../../../src/protocol/bytes.ts';
import { appNameInstruction, commonClass } from '../../../src/protocol/apdu/instructions.ts';
import { quitAppInstruction } from '../../../src/protocol/ledger/device-apps.ts';
import {
  encodeBootloaderVersion,
  encodeVersion,
  getVersionInstruction,
  ledgerClass,
} from '../../../src/protocol/ledger/get-version.ts';
import { ledgerTargetId } from '../../../src/protocol/ledger/models.ts';
import { encodeOnboardingFlags } from '../../../src/protocol/ledger/onboarding-flags.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { personaMcuVersion, versionTail, type PersonaModel } from './persona-model.ts';
import type { PersonaState } from './persona-state.ts';

export const personaModes = ['normal', 'bootloader', 'updater', 'recovery'] as const;
/** How the device was started. `normal` alone has glass and buttons that do something. */
export type PersonaMode = (typeof personaModes)[number];

export interface PersonaIdentity {
  readonly model: PersonaModel;
  readonly firmware: string;
  readonly mode: PersonaMode;
}

const ledgerStatusWords = { bootloader: 0x6e01, menuOpen: 0x6901, notOnboarded: 0x6d07 } as const;
const getDeviceNameInstruction = 0xd2;
const appVersion = '2.4.2';

function lengthAndText(text: string): Uint8Array {
  return concatBytes(
    Uint8Array.of(text.length),
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
}

function version({ model, firmware, mode }: PersonaIdentity, state: PersonaState): Uint8Array {
  const targetId = ledgerTargetId(model);
  if (mode === 'bootloader') return encodeBootloaderVersion({ targetId, version: firmware });
  return encodeVersion({
    targetId,
    version: mode === 'updater' ? `${firmware}-osu` : firmware,
    flags: encodeOnboardingFlags({
      pinValidated: state.pinValidated,
      mcuSerialNumber: true,
      ledgerCertificate: true,
      secureConnectionAllowed: state.onboarded,
      onboarded: state.onboarded,
      mcuCodeSigned: true,
      recoveryMode: mode === 'recovery',
      screen: state.screen,
      wordCount: state.wordCount,
      wordIndex: state.wordIndex,
    }),
    mcuVersion: personaMcuVersion,
    // The small system that installs an update ends its answer here.
    tail: mode === 'updater' ? [] : versionTail(model, firmware),
  });
}

function ok(data: Uint8Array = new Uint8Array()): Uint8Array {
  return encodeResponse(statusWords.ok, data);
}

/** `undefined` while the device is at work: no answer at all. */
export function answerAsLedger(
  identity: PersonaIdentity,
  state: PersonaState,
  command: Uint8Array,
): Uint8Array | undefined {
  if (state.deriving) return undefined;
  const parsed = parseCommand(command);
  if (parsed === undefined) return encodeResponse(statusWords.wrongLength);
  const { cla, ins } = parsed;
  const asksVersion = cla === ledgerClass && ins === getVersionInstruction;
  if (identity.mode === 'bootloader') {
    return asksVersion ? ok(version(identity, state)) : u16(ledgerStatusWords.bootloader);
  }
  if (state.locked) return encodeResponse(statusWords.locked);
  if (state.menuOpen) return u16(ledgerStatusWords.menuOpen);
  if (cla === commonClass) return answerCommon(identity, state, ins);
  if (cla !== ledgerClass || state.app !== undefined) return encodeResponse(statusWords.unknownClass);
  if (asksVersion) return ok(version(identity, state));
  const asksName = ins === getDeviceNameInstruction;
  if (asksName && !state.onboarded) return u16(ledgerStatusWords.notOnboarded);
  return encodeResponse(statusWords.unknownInstruction);
}

function answerCommon({ firmware }: PersonaIdentity, state: PersonaState, ins: number): Uint8Array {
  switch (ins) {
    case appNameInstruction: {
      const { app } = state;
      const names = [lengthAndText(app ?? 'BOLOS'), lengthAndText(app === undefined ? firmware : appVersion)];
      // The dashboard leaves the flags out.
      const flags = app === undefined ? new Uint8Array() : Uint8Array.of(1, 0);
      return ok(concatBytes(Uint8Array.of(1), ...names, flags));
    }
    case quitAppInstruction:
      state.app = undefined;
      return ok();
    default:
      return encodeResponse(statusWords.unknownInstruction);
  }
}
