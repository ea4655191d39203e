/** What the device proves of itself: its certificate, and what it signs for challenges that nobody could foresee. */
import { statusWords } from '../protocol/apdu/status-words.ts';
import { equalBytes } from '../protocol/bytes.ts';
import {
  attestationLength,
  challengeLength,
  challengeMessage,
  decodeAttestation,
} from '../protocol/commands/attest.ts';
import { decodeCertificate, type Certificate } from '../protocol/commands/certificate.ts';
import { createProver, type Prover } from '../devices/hostblind/attestation/attestation.ts';
import { isSignature, webSha256 } from '../devices/hostblind/attestation/public-key.ts';
import type { DeviceInfo } from '../protocol/commands/info.ts';
import type { RuleFailure } from './catalogue/report.ts';
import { notReached, type Kit } from './tour/kit.ts';
import { headText, messageOf, type KitCommand } from './tour/messages.ts';
import { replyText, type DeviceReply } from './tour/probe.ts';

/** Questions with a fresh challenge each. */
const challenges = 4;

function failureOf(command: KitCommand, reply: DeviceReply, expected: string): () => RuleFailure {
  return () => ({ where: '', sent: headText(messageOf(command)), came: replyText(reply), expected });
}

export function readCertificate({ word, data }: DeviceReply): Certificate | undefined {
  if (word !== statusWords.ok) return undefined;
  try {
    return decodeCertificate(data).certificate;
  } catch {
    return undefined;
  }
}

/** The bytes that aren't those of info. */
function differences(certificate: Certificate, info: DeviceInfo): string {
  const kind = certificate.kind === info.kind ? '' : '01!=04';
  const id = equalBytes(certificate.deviceId, info.deviceId) ? '' : '02-11!=08-17';
  return [kind, id].filter((each) => each !== '').join();
}

async function checkCertificate({ probe, findings, info }: Kit): Promise<readonly [Certificate, Uint8Array]> {
  const reply = await probe.ask('certificate');
  const certificate = readCertificate(reply);
  const isOfDevice =
    certificate !== undefined &&
    equalBytes(certificate.deviceId, info.deviceId) &&
    certificate.kind === info.kind;
  findings.check('certificate', isOfDevice, () => ({
    where: '',
    sent: headText(messageOf('certificate')),
    came: certificate === undefined ? replyText(reply) : differences(certificate, info),
    expected: '9000 + 02',
  }));
  if (certificate === undefined) throw notReached;
  const again = await probe.ask('certificate');
  findings.check(
    'certificate',
    equalBytes(again.data, reply.data),
    failureOf('certificate', again, replyText(reply)),
  );
  return [certificate, reply.data];
}

/** What it proves is asked as every host asks it. */
async function askProver(kit: Kit): ReturnType<Prover> {
  const { probe, port, info, options } = kit;
  const prover = createProver(info, {
    ask: async (command) => (await probe.send(command)).data,
    random: (length) => port.random(length),
    issuers: options.issuers,
  });
  return prover({});
}

async function checkIssuer(kit: Kit): Promise<void> {
  const proof = await askProver(kit);
  if (proof.kind === 'unknown-issuer') return kit.findings.leave('unknown-issuer', 'issuer');
  const failed = proof.kind === 'failed' ? proof.reason : undefined;
  // Those two are rules of their own.
  const elsewhere =
    failed === 'challenge-signature' || failed === 'not-this-device' || failed === 'malformed';
  if (elsewhere) return;
  kit.findings.check('issuer', failed === undefined, () => ({
    where: '',
    sent: headText(messageOf('certificate')),
    came: failed ?? '',
    expected: '-',
  }));
}

async function checkChallenges(kit: Kit, certificate: Certificate, data: Uint8Array): Promise<void> {
  const { probe, port, findings } = kit;
  const hash = await webSha256(data);
  for (let times = 0; times < challenges; times += 1) {
    const challenge = port.random(challengeLength);
    const reply = await probe.ask('attest', challenge);
    const whole = reply.word === statusWords.ok && reply.data.length >= attestationLength;
    let signed = false;
    try {
      const { told, signature } = decodeAttestation(whole ? reply.data : new Uint8Array());
      signed = await isSignature(certificate.publicKey, signature, challengeMessage(challenge, hash, told));
    } catch {
      signed = false;
    }
    findings.check('challenge', signed, () => ({
      where: '',
      sent: headText(messageOf('attest')),
      came: whole ? 'signature=false' : replyText(reply),
      expected: 'signature=true',
    }));
    await checkTold(kit, reply);
  }
}

/** Said in one breath with status and wallet: nothing happens in between. */
async function checkTold(kit: Kit, attest: DeviceReply): Promise<void> {
  const { probe, findings } = kit;
  if (attest.word !== statusWords.ok || attest.data.length < attestationLength) return;
  const told = attest.data.subarray(0, 28);
  await probe.status();
  const status = probe.raw().subarray(0, 12);
  findings.check(
    'signed-status',
    equalBytes(told.subarray(0, 12), status),
    failureOf('attest', attest, '00-0B'),
  );
  const wallet = await probe.ask('wallet');
  const walletId = wallet.word === statusWords.ok ? wallet.data : new Uint8Array(16);
  findings.check(
    'signed-wallet',
    equalBytes(told.subarray(12), walletId),
    failureOf('attest', attest, '0C-1B'),
  );
}

export async function runAttestation(kit: Kit): Promise<void> {
  if (!kit.info.capabilities.includes('attest'))
    return kit.findings.leave(
      'absent',
      'certificate',
      'issuer',
      'challenge',
      'signed-status',
      'signed-wallet',
    );
  try {
    const [certificate, data] = await checkCertificate(kit);
    await checkChallenges(kit, certificate, data);
    await checkIssuer(kit);
  } catch (error) {
    if (error !== notReached) throw error;
  }
}
