/** What stands behind the examples of docs/protocol.md, by node:crypto; and it is what stands there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import examples from '../../../../docs/vectors/examples.json' with { type: 'json' };
import { commitmentOf } from '../../../fixtures/devices/entropy-host.ts';
import { openIndependently } from '../../../fixtures/data/independent-backup-file.ts';
import {
  bytesOf,
  phraseOfEntropy,
  sha256Of,
  walletIdOfEntropy,
} from '../../../fixtures/data/independent-phrase.ts';
import { publicKeyOfKey, signIndependently } from '../../../fixtures/data/independent-signature.ts';

const { device, wallet, check, backupFile, seed } = examples;

/** The answers in the text, each without its spaces; bytes that it leaves out as `…`. */
const answers = readFileSync(join(import.meta.dirname, '../../../../docs/protocol.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('< '))
  .map((line) => line.slice(2).replaceAll(' ', '').toLowerCase());

const isShown = (hex: string): boolean =>
  answers.some((answer) => new RegExp(`^${answer.split('…').join('.+')}$`).test(`${hex}9000`));

const drawn = (purpose: string, count: number): string => sha256Of(`${seed}/${purpose}/${count}/0`);

describe('docs/vectors/examples.json', () => {
  it('has the answers that stand in the text', () => {
    const shown = [
      device.certificate,
      device.answer,
      wallet.walletId,
      `01${check.commitment}`,
      check.walletId,
      check.devicePart,
      `02${check.nextCommitment}`,
      backupFile.file,
    ];
    expect(shown.filter((hex) => !isShown(hex))).toEqual([]);
    expect(device.certificate.slice(4, 36)).toBe(device.deviceId);
  });

  it('proves the device', () => {
    const key = bytesOf(device.deviceKey);
    expect(device.certificate.slice(36, 166)).toBe(publicKeyOfKey(key).toString('hex'));
    const [told, signature] = [device.answer.slice(0, 56), device.answer.slice(56)];
    const hash = sha256Of(bytesOf(device.certificate));
    const tag = Buffer.from('Hostblind attestation v3');
    expect(signIndependently(key, Buffer.concat([tag, bytesOf(device.challenge + hash + told)]))).toBe(
      signature,
    );
  });

  it('makes the wallet', () => {
    expect(wallet.entropy).toBe(drawn('phrase', 0));
    expect(phraseOfEntropy(bytesOf(wallet.entropy)) === wallet.phrase).toBe(true);
    expect(walletIdOfEntropy(bytesOf(wallet.entropy))).toBe(wallet.walletId);
  });

  it('makes the candidates', () => {
    expect([check.devicePart, check.nextDevicePart]).toEqual([drawn('phrase', 0), drawn('phrase', 1)]);
    expect(commitmentOf(bytesOf(check.devicePart), 1)).toBe(check.commitment);
    expect(commitmentOf(bytesOf(check.nextDevicePart), 2)).toBe(check.nextCommitment);
    const entropy = sha256Of(bytesOf(check.devicePart), bytesOf(check.hostPart));
    expect(walletIdOfEntropy(bytesOf(entropy))).toBe(check.walletId);
  });

  it('opens the backup file', () => {
    const opened = openIndependently(bytesOf(backupFile.file), backupFile.code);
    expect(opened).toMatchObject({ entropy: wallet.entropy, walletId: wallet.walletId });
    expect(backupFile.codeEntropy).toBe(drawn('backup-code', 0).slice(0, 32));
  });
});
