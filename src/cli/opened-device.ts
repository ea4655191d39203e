/** A device that was opened and has said who it is. */
import { toHex } from '../protocol/bytes.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import { modelTitles } from '../protocol/models.ts';
import { terminalText } from '../text/terminal.ts';
import type { AttestationResult } from '../devices/hostblind/attestation/attestation.ts';
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import { recomputeInline } from '../devices/hostblind/entropy-check/recompute-inline.ts';
import type { Signer } from '../devices/hostblind/signer.ts';
import type { Transport } from '../transport/transport.ts';

export interface OpenedDevice {
  readonly signer: Signer;
  readonly info: DeviceInfo;
  close(): Promise<void>;
}

export async function openDevice(transport: Transport, signal: AbortSignal): Promise<OpenedDevice> {
  const signer = createHostblindSigner(transport, { openRecomputer: recomputeInline });
  try {
    return { signer, info: await signer.info({ signal }), close: () => transport.close() };
  } catch (error) {
    await transport.close();
    throw error;
  }
}

/** True when the certificate or the device itself says so: one of them is enough (H10). */
function isSimulator(info: DeviceInfo, proof: AttestationResult): boolean {
  return info.simulator || proof.kind === 'simulator';
}

export function describeDevice(info: DeviceInfo, proof: AttestationResult): readonly string[] {
  const { major, minor, patch } = info.firmware;
  return [
    `model         ${modelTitles[info.model]}${isSimulator(info, proof) ? `, ${terminalText.simulated}` : ''}`,
    `firmware      ${major}.${minor}.${patch}`,
    `device ID     ${toHex(info.deviceId)}`,
    `can           ${info.capabilities.join(', ')}`,
    `proof         ${terminalText.attested[proof.kind]}`,
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
