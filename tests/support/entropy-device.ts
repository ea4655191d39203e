/**
 * A device at the entropy check, in a few lines and by other libraries than the host's: honest, or with one thing
 * bent. Speaks the four messages, status and cancel; everything before and after the check is left out.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { byteAt, concatBytes } from '../../src/protocol/bytes.ts';
import { encodeCommitment } from '../../src/protocol/commands/entropy.ts';
import { HostblindError, type ErrorCode } from '../../src/protocol/errors.ts';
import { instructions } from '../../src/protocol/instructions.ts';
import type { PublicState, WordCount } from '../../src/protocol/public-state.ts';
import { recomputeWalletId, type Recompute } from '../../src/signer/recompute-wallet-id.ts';
import type { RandomBytes } from '../../src/signer/uniform.ts';
import { idleState } from './scripted-transport.ts';

export type EntropyMessage = 'commit' | 'entropy' | 'open' | 'keep';

/** What was asked, in order, with the data that came along. */
export interface Asked {
  readonly name: EntropyMessage | 'cancel';
  readonly data: Uint8Array;
}

/** What a cheat may bend. Each gets the honest answer of a candidate, counted from 1, and gives what is sent. */
export interface Bends {
  commitment?: (honest: Uint8Array, candidate: number) => Uint8Array;
  /** The whole data of the commit answer. */
  commitAnswer?: (honest: Uint8Array, candidate: number) => Uint8Array;
  number?: (candidate: number) => number;
  /** The part that is committed to and used. */
  devicePart?: (fresh: Uint8Array, candidate: number) => Uint8Array;
  walletId?: (honest: Uint8Array, candidate: number) => Uint8Array;
  opened?: (honest: Uint8Array, candidate: number) => Uint8Array;
  /** Fails a message, or does something else instead of answering. */
  before?: (name: EntropyMessage, candidate: number) => ErrorCode | undefined;
}

export interface EntropyDevice {
  readonly asked: Asked[];
  state: PublicState;
  /** The answers that carried an opened part, as they are now. */
  readonly openedAnswers: Uint8Array[];
  ask: (command: Uint8Array) => Promise<Uint8Array>;
  readonly status: () => Promise<PublicState>;
}

export const atTheCheck: PublicState = { ...idleState, activity: 'create', stage: 'entropy', ceremony: 1 };

/** A stand-in that costs nothing: where thousands of checks are run and the arithmetic is not what is tested. */
export const quickRecompute: Recompute = ({ devicePart, hostPart }) =>
  Promise.resolve(sha256(concatBytes(devicePart, hostPart)).slice(0, 16));

export const realRecompute: Recompute = (candidate) => Promise.resolve(recomputeWalletId(candidate));

export interface EntropyDeviceOptions {
  readonly random: RandomBytes;
  readonly wordCount?: WordCount;
  readonly recompute?: Recompute;
  readonly bends?: Bends;
}

const label = new TextEncoder().encode('Hostblind entropy commitment v1');

export function createEntropyDevice(options: EntropyDeviceOptions): EntropyDevice {
  const { random, wordCount = 12, recompute = quickRecompute, bends = {} } = options;
  const same = <Value>(value: Value): Value => value;
  let candidate = 0;
  let devicePart = new Uint8Array(32);

  const answer = async (name: EntropyMessage, data: Uint8Array): Promise<Uint8Array> => {
    switch (name) {
      case 'commit': {
        candidate += 1;
        devicePart = Uint8Array.from((bends.devicePart ?? same)(random(32), candidate));
        const commitment = hmac(sha256, devicePart, concatBytes(label, Uint8Array.of(candidate)));
        const honest = encodeCommitment({
          candidate: (bends.number ?? same)(candidate),
          commitment: (bends.commitment ?? same)(commitment, candidate),
        });
        return (bends.commitAnswer ?? same)(honest, candidate);
      }
      case 'entropy': {
        const walletId = await recompute({ devicePart, hostPart: data, wordCount });
        return (bends.walletId ?? same)(walletId, candidate);
      }
      case 'open': {
        const opened = (bends.opened ?? same)(devicePart.slice(), candidate);
        device.openedAnswers.push(opened);
        return opened;
      }
      case 'keep':
        device.state = { ...atTheCheck, stage: 'choose-pin' };
        return new Uint8Array();
    }
  };

  const device: EntropyDevice = {
    asked: [],
    state: atTheCheck,
    openedAnswers: [],
    async ask(command) {
      await Promise.resolve();
      const names: Record<number, Asked['name']> = {
        [instructions.commit]: 'commit',
        [instructions.entropy]: 'entropy',
        [instructions.open]: 'open',
        [instructions.keep]: 'keep',
        [instructions.cancel]: 'cancel',
      };
      const name = names[byteAt(command, 1)];
      if (name === undefined) throw new HostblindError('unsupported');
      const data = command.slice(5);
      device.asked.push({ name, data });
      if (name === 'cancel') {
        device.state = { ...idleState, ceremony: 1, outcome: 'cancelled' };
        return new Uint8Array();
      }
      const refusal = bends.before?.(name, name === 'commit' ? candidate + 1 : candidate);
      if (refusal !== undefined) throw new HostblindError(refusal);
      if (device.state.stage !== 'entropy') throw new HostblindError('not-in-this-state');
      return answer(name, data);
    },
    status: () => Promise.resolve(device.state),
  };
  return device;
}
