/** All that the wire can do to the device and learn of it. What is not here cannot be asked over the wire. */
import type { CeremonyKind, CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { EntropyCommitment } from '../../../src/protocol/entropy/entropy.ts';
import type { DeviceLanguages } from '../../../src/protocol/commands/languages.ts';
import type { DeviceInfo } from '../../../src/protocol/commands/info.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';

export type Refusal = 'busy' | 'locked' | 'notInThisState' | 'deviceFault';

/** The entropy check, at stage `entropy` of a `create` that asked for it; every step only in its turn. */
export interface EntropyControl {
  /** A declared public output: the promise of the next candidate's device part. */
  commit(): EntropyCommitment | Refusal;
  /** Takes the host's part, 32 bytes; gives a declared public output: the candidate's wallet ID, 16 bytes. */
  mix(hostPart: Uint8Array): Uint8Array | Refusal | 'badData';
  /** A declared public output: the device part, 32 bytes, of a candidate that is thereby discarded; named by its wallet ID. */
  open(walletId: Uint8Array): Uint8Array | Refusal | 'badData';
  keep(walletId: Uint8Array): 'kept' | Refusal | 'badData';
}

export interface Control {
  readonly entropy: EntropyControl;
  state(): PublicState;
  info(): DeviceInfo | 'deviceFault';
  /** Whether the bytes are a backup file, whole, and of a version that this device knows. */
  isWholeFile(file: Uint8Array): boolean;
  /** Whether the device can speak a language. */
  canSpeak(tag: string): boolean;
  /** A ceremony that this device doesn't have, and its info doesn't name. */
  lacks(kind: CeremonyKind): boolean;
  /** Asks for a ceremony; the person decides on the glass whether it begins. */
  start(request: CeremonyRequest): 'started' | Refusal;
  /** Asks the running ceremony to stop. */
  stop(): 'stopped' | Refusal;
  /** A declared public output: 16 bytes, once the person has released them. */
  walletId(): Uint8Array | Refusal;
  /** A declared public output: an encrypted backup file of 124 bytes, once the person has released it. */
  file(): Uint8Array | Refusal;
  /** What the person calls the device: 0 to 12 characters (`protocol/device-name.ts`). */
  name(): Uint8Array | Refusal;
  /** What the glass is read in, and what it can be read in. */
  languages(): DeviceLanguages | Refusal;
  /** The certificate of the device's own key. */
  certificate(): Uint8Array | Refusal;
  /** What the device says of itself, and its signature, for a challenge of 32 bytes. */
  attest(challenge: Uint8Array): Uint8Array | Refusal;
}

const busy = (): 'busy' => 'busy';

/** What is left of it for a link while another link's ceremony runs: to see that it runs, and to have it stopped. */
export function controlOfOthers(control: Control): Control {
  return {
    entropy: { commit: busy, mix: busy, open: busy, keep: busy },
    state: () => control.state(),
    info: () => control.info(),
    certificate: () => control.certificate(),
    isWholeFile: (file) => control.isWholeFile(file),
    canSpeak: (tag) => control.canSpeak(tag),
    lacks: (kind) => control.lacks(kind),
    start: busy,
    stop: () => control.stop(),
    walletId: busy,
    file: busy,
    name: busy,
    languages: busy,
    attest: busy,
  };
}
