/** H10: a simulator says that it is one: on every picture, in its info, and in its certificate. */
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/protocol/bytes.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import {
  challengeMessage,
  decodeAttestation,
  encodeAttestRequest,
} from '../../src/protocol/commands/attest.ts';
import {
  certificateMessage,
  decodeCertificate,
  encodeCertificateRequest,
} from '../../src/protocol/commands/certificate.ts';
import { decodeInfo, encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { simulatorIssuerPublicKey } from '../../src/protocol/simulator-issuer.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';
import { backedUpImage, lifeScripts, playScript, readyFor } from '../fixtures/drivers/life-scripts.ts';
import { createWallet, runPerson } from '../kit/drivers/person.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';

describe('H10 a simulator says that it is one', () => {
  it('draws the mark on every picture of a ceremony', () => {
    const device = createTestDevice();
    let pictures = 0;
    const check = (): void => {
      expect(device.textLines().at(-1)).toMatchObject({ text: 'SIM', secret: false });
      pictures += 1;
    };
    device.startCreate(12);
    runPerson(createWallet(12, '1234'), (action) => {
      check();
      return device.fingers(action);
    });
    check();
    expect(pictures).toBeGreaterThan(100);
  });

  it.each(lifeScripts)('draws the mark on every picture of $name', (script) => {
    const prepared = backedUpImage();
    const device = readyFor(script, prepared);
    playScript(device, script, prepared.paper, () => {
      expect(device.textLines().at(-1)).toMatchObject({ text: 'SIM', secret: false });
    });
    expect(device.textLines().at(-1)).toMatchObject({ text: 'SIM', secret: false });
  });

  it.each([{ simulator: false }, { simulator: undefined }, { simulator: 0 }])(
    'draws it whatever a board claims of itself (%j)',
    (claim) => {
      const board = createCoreBoard();
      const firmware = createFirmware({ ...board, ...(claim as object) });
      firmware.exchange(encodeCreateRequest({ wordCount: 12 }));
      for (const kind of ['press', 'release', 'press', 'release'] as const)
        firmware.handle({ kind, button: 'right' });
      firmware.exchange(encodeCancelRequest());
      expect(board.frames.length).toBeGreaterThan(2);
      for (const { lines } of board.frames) expect(lines.at(-1)?.text).toBe('SIM');
      expect(decodeInfo(responseData(firmware.exchange(encodeInfoRequest()))).kind).toBe('simulator');
      const shown = responseData(firmware.exchange(encodeCertificateRequest()));
      expect(decodeCertificate(shown).certificate.kind).toBe('simulator');
    },
  );

  it.each([{ kind: 'self-built', maker: 'Ada', product: 'Bench build' } as const])(
    'draws it whatever it is made to say of its maker (%j)',
    (make) => {
      const board = createCoreBoard();
      const firmware = createFirmware(board, make);
      firmware.exchange(encodeCreateRequest({ wordCount: 12 }));
      expect(decodeInfo(responseData(firmware.exchange(encodeInfoRequest()))).kind).toBe('self-built');
      expect(board.frames.length).toBeGreaterThan(1);
      for (const { lines } of board.frames) expect(lines.at(-1)?.text).toBe('SIM');
      expect(board.frames[0]?.lines.map(({ text }) => text)).toContain('Self-built');
    },
  );

  it('says so in its info and in a certificate that its issuer signed', () => {
    const device = createTestDevice();
    expect(decodeInfo(responseData(device.exchange(encodeInfoRequest()))).kind).toBe('simulator');
    const shown = responseData(device.exchange(encodeCertificateRequest()));
    const { certificate, body, signature } = decodeCertificate(shown);
    expect(certificate.kind).toBe('simulator');
    const issuer = fromHex(simulatorIssuerPublicKey);
    expect(p256.verify(signature, certificateMessage(body), issuer)).toBe(true);
    const challenge = new Uint8Array(32).fill(9);
    const signed = decodeAttestation(responseData(device.exchange(encodeAttestRequest(challenge))));
    const message = challengeMessage(challenge, sha256(shown), signed.told);
    expect(p256.verify(signed.signature, message, certificate.publicKey)).toBe(true);
    // The kind is under the signature: another one breaks the certificate.
    expect(p256.verify(signature, certificateMessage(body.with(1, 0)), issuer)).toBe(false);
  });
});
