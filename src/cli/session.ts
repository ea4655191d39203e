/** A device that was opened and has said who it is. */
import { toHex } from '../protocol/bytes.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import { HostblindError } from '../protocol/errors.ts';
import { modelTitles } from '../protocol/models.ts';
import type { AttestationResult } from '../signer/attestation.ts';
import { createHostblindSigner } from '../signer/hostblind-signer.ts';
import { recomputeInline } from '../signer/recompute-inline.ts';
import type { Signer } from '../signer/signer.ts';
import type { Transport } from '../transport/transport.ts';

export interface Session {
  readonly signer: Signer;
  readonly info: DeviceInfo;
  close(): Promise<void>;
}

export async function startSession(transport: Transport, signal: AbortSignal): Promise<Session> {
  const signer = createHostblindSigner(transport, { openRecomputer: recomputeInline });
  try {
    return { signer, info: await signer.info({ signal }), close: () => transport.close() };
  } catch (error) {
    await transport.close();
    throw error;
  }
}

/** True when the certificate or the device itself says so: one of them is enough (H10). */
export function isSimulator(info: DeviceInfo, proof: AttestationResult): boolean {
  return info.simulator || proof.kind === 'simulator';
}

export class ProofFailed extends HostblindError {
  constructor(reason: string) {
    super('device-fault', { detail: `it could not prove what it is: ${reason}` });
  }
}

/** The proof, or `device-fault` for one that is false: nothing may be done with that device. */
export async function requireProof({ signer }: Session, signal: AbortSignal): Promise<AttestationResult> {
  const proof = await signer.verify({ signal });
  if (proof.kind === 'failed') throw new ProofFailed(proof.reason);
  return proof;
}

export function describeDevice(info: DeviceInfo, proof: AttestationResult): readonly string[] {
  const { major, minor, patch } = info.firmware;
  const proofs: Record<AttestationResult['kind'], string> = {
    simulator: 'simulator, and says so by its certificate',
    genuine: 'genuine',
    'unknown-issuer': 'has a key, issued by nobody this program knows',
    failed: 'FAILED',
  };
  return [
    `model         ${modelTitles[info.model]}${isSimulator(info, proof) ? ', simulated: not for real money' : ''}`,
    `firmware      ${major}.${minor}.${patch}`,
    `device id     ${toHex(info.deviceId)}`,
    `can           ${info.capabilities.join(', ')}`,
    `proof         ${proofs[proof.kind]}`,
  ];
}

export function deviceRecord(info: DeviceInfo, proof: AttestationResult): object {
  const { major, minor, patch } = info.firmware;
  return {
    model: info.model,
    simulator: isSimulator(info, proof),
    firmware: `${major}.${minor}.${patch}`,
    deviceId: toHex(info.deviceId),
    capabilities: info.capabilities,
    proof: proof.kind,
  };
}
