/** What all parts of a run share. */
import type { DeviceInfo } from '../../protocol/commands/info.ts';
import type { Findings } from './findings.ts';
import type { ConformanceOptions, ConformancePort } from './port.ts';
import type { Probe } from './probe.ts';

export interface Kit {
  readonly port: ConformancePort;
  readonly probe: Probe;
  readonly findings: Findings;
  readonly options: ConformanceOptions;
  readonly info: DeviceInfo;
  /** What the device has given and must not give otherwise later. */
  readonly memory: {
    /** The backup file that it has released last, while its code is on the person's paper. */
    file: Uint8Array | undefined;
    /** Its wallet's ID, from the moment when it was told or kept until the wallet is gone. */
    walletId: Uint8Array | undefined;
    fileReleased: boolean;
    /** The wallet ID of the candidate that was kept last. */
    keptId: Uint8Array | undefined;
    /** What its glass is in. */
    language: string;
    /** Another one that it can speak; `undefined` where there is none. */
    otherLanguage: string | undefined;
  };
}

/** A run that can't go on here; the part ends, and the next begins. */
export const notReached = Symbol('not-reached');

/** What cuts the power, in the words of the meanings. */
export const powerCut = (['power-off', 'power-on'] as const).join();

/** Whether somebody is there to act, and for as long as it takes. */
export function isLed({ port }: Pick<Kit, 'port'>): boolean {
  return port.ledBy !== 'nobody';
}

/** A command makes the wallets that wrong PINs have cost; a person is spared that, unless they ask for it. */
export function isThorough({ port, options }: Pick<Kit, 'port' | 'options'>): boolean {
  return options.long || port.ledBy === 'command';
}
