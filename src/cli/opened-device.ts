/** A device that was opened and has said who it is, beside what this computer remembers of it. */
import { toHex } from '../protocol/bytes.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import { messages } from '../text/app.ts';
import { formatDate } from '../text/locale/format.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import type { AttestationResult } from '../devices/hostblind/attestation/attestation-outcome.ts';
import type { TrustedIssuer } from '../devices/hostblind/attestation/trusted-issuers.ts';
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import { recomputeInline } from '../devices/hostblind/entropy-check/recompute-inline.ts';
import type { Signer } from '../devices/hostblind/signer.ts';
import { findProven, findWallet, walletOn, type DeviceRecord, type RecordBook } from '../records/book.ts';
import { deviceFacts, knownIn } from '../session/device-work.ts';
import { rememberedAs, type DeviceFacts } from '../session/state.ts';
import type { AlarmReason } from '../session/trust/alarm.ts';
import { isVouchedFor } from '../session/trust/stranger.ts';
import { trustBreak } from '../session/trust.ts';
import type { LinkKind, Transport } from '../transport/transport.ts';
import { lastCheck, noteDevice, noteStranger, simulatorNotes } from './ceremony/sayings.ts';
import type { Output } from './terminal/output.ts';
import type { Line } from './terminal/wrap.ts';

export interface OpenedDevice {
  readonly transport: Transport;
  readonly signer: Signer;
  readonly info: DeviceInfo;
  close(): Promise<void>;
}

export async function openDevice(
  transport: Transport,
  signal: AbortSignal,
  issuers: readonly TrustedIssuer[],
): Promise<OpenedDevice> {
  const signer = createHostblindSigner(transport, { openRecomputer: recomputeInline, issuers });
  try {
    return { transport, signer, info: await signer.info({ signal }), close: () => transport.close() };
  } catch (error) {
    await transport.close();
    throw error;
  }
}

/** `undefined`: the device says that it can't prove what it is. */
export type Proof = AttestationResult | undefined;

export async function proofOf({ signer, info }: OpenedDevice, signal: AbortSignal): Promise<Proof> {
  return info.capabilities.includes('attest') ? signer.verify({ signal }) : undefined;
}

/** What this computer remembers of a device, and what is wrong beside that. */
export interface Recollection {
  /** Anything could claim to be it. */
  readonly unproven: boolean;
  readonly known: DeviceRecord | undefined;
  readonly alarm: AlarmReason | undefined;
  /** `undefined`: its proof is false, so that nothing is known of it. */
  readonly facts: DeviceFacts | undefined;
  readonly book: RecordBook;
}

export function recollect(link: LinkKind, info: DeviceInfo, proof: Proof, book: RecordBook): Recollection {
  if (proof?.kind === 'failed')
    return { unproven: true, known: undefined, alarm: 'attestation', facts: undefined, book };
  const facts = deviceFacts(link, info, proof, findProven(book, toHex(info.deviceId)));
  const known = knownIn(book, facts);
  const unproven = rememberedAs(facts) === undefined;
  return { unproven, known, alarm: trustBreak({ ...facts, known }), facts, book };
}

/** Who made it, as far as its certificate was right. */
function makeOf(proof: Proof): { readonly maker: string; readonly product: string } | undefined {
  if (proof === undefined || proof.kind === 'failed') return undefined;
  const { maker, product } = proof.certificate;
  return { maker, product };
}

/** Says what the device is, and of one that must not be used why. `false`: it must not. */
export async function introduceDevice(
  device: OpenedDevice,
  link: LinkKind,
  book: RecordBook,
  output: Output,
  signal: AbortSignal,
): Promise<boolean> {
  const { alarm, known, facts } = recollect(link, device.info, await proofOf(device, signal), book);
  if (alarm !== undefined) {
    output.alarm(alarm, terminalText.doNotUse(terminalText.alarm(alarm)));
    return false;
  }
  if (facts === undefined) return true;
  const isStranger = !isVouchedFor(facts.proof) && known === undefined;
  const says = [...simulatorNotes(facts), noteDevice(facts), ...(isStranger ? [noteStranger(facts)] : [])];
  for (const said of says) if (said.kind === 'note') output.note(said.event, said.text, said.more);
  return true;
}

export function describeDevice(info: DeviceInfo, proof: Proof): readonly Line[] {
  const { labels } = terminalText;
  const { major, minor, patch } = info.firmware;
  const make = makeOf(proof);
  const vouched = proof?.kind === 'genuine' || proof?.kind === 'simulator';
  return [
    ...(make === undefined ? [] : [{ label: labels.device, value: terminalText.make(make, vouched) }]),
    { label: labels.kind, value: terminalText.kinds[info.kind] },
    { label: labels.firmware, value: `${major}.${minor}.${patch}` },
    { label: labels.deviceId, id: toHex(info.deviceId) },
    { label: labels.can, value: info.capabilities.join(', ') },
    { label: labels.proof, value: terminalText.attested(proof) },
  ];
}

/** What a person should know of it from before. `now`: milliseconds since 1970. */
export function describeMemory({ unproven, known, alarm, book }: Recollection, now: number): readonly Line[] {
  const { labels, acquainted } = terminalText;
  if (alarm !== undefined && alarm !== 'attestation')
    return [terminalText.doNotUse(terminalText.alarm(alarm))];
  if (known === undefined)
    return [{ label: labels.known, value: unproven ? acquainted.unproven : acquainted.new }];
  const walletId = walletOn(known);
  const wallet = findWallet(book, walletId);
  const state = known.state === 'backed-up' && wallet?.doubted !== undefined ? 'doubtful' : known.state;
  return [
    { label: labels.known, value: acquainted.known(formatDate(known.firstSeen)) },
    ...(known.name === '' ? [] : [{ label: labels.name, value: known.name }]),
    ...(walletId === undefined ? [] : [{ label: labels.walletId, id: walletId }]),
    ...(state === undefined ? [] : [{ label: labels.backup, value: messages.backup.states[state] }]),
    ...(walletId === undefined ? [] : [{ label: labels.checked, value: lastCheck(wallet ?? {}, now) }]),
    ...(known.unfinishedChecks.length === 0
      ? []
      : [{ label: labels.checks, value: terminalText.unfinishedChecks(known.unfinishedChecks.length) }]),
  ];
}

export function deviceRecord(info: DeviceInfo, proof: Proof, { known, alarm, book }: Recollection): object {
  const { major, minor, patch } = info.firmware;
  const walletId = known === undefined ? undefined : walletOn(known);
  const { checked, doubted } = findWallet(book, walletId) ?? {};
  return {
    kind: info.kind,
    ...makeOf(proof),
    simulator: info.kind === 'simulator',
    firmware: `${major}.${minor}.${patch}`,
    deviceId: toHex(info.deviceId),
    capabilities: info.capabilities,
    proof: proof?.kind ?? 'none',
    ...(proof?.kind === 'genuine' && { addedRoot: proof.added }),
    ...(proof?.kind === 'failed' && { reason: proof.reason }),
    ...(alarm !== undefined && { alarm }),
    ...(known !== undefined && {
      known: {
        name: known.name,
        since: known.firstSeen,
        walletId,
        backup: known.state,
        checked,
        doubted,
        unfinishedChecks: known.unfinishedChecks.length,
      },
    }),
  };
}
