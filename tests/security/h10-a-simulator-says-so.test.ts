/** H10: a simulator says that it is one: on every picture, in its info, and in its certificate. */
import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/protocol/bytes.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import {
  certificateMessage,
  challengeMessage,
  decodeAttestation,
  encodeAttestRequest,
} from '../../src/protocol/commands/attest.ts';
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
      expect(decodeInfo(responseData(firmware.exchange(encodeInfoRequest()))).simulator).toBe(true);
      const attested = responseData(firmware.exchange(encodeAttestRequest(new Uint8Array(32))));
      expect(decodeAttestation(attested).certificate.simulator).toBe(true);
    },
  );

  it('says so in its info and in a certificate that its issuer signed', () => {
    const device = createTestDevice();
    expect(decodeInfo(responseData(device.exchange(encodeInfoRequest()))).simulator).toBe(true);
    const challenge = new Uint8Array(32).fill(9);
    const attestation = decodeAttestation(responseData(device.exchange(encodeAttestRequest(challenge))));
    expect(attestation.certificate.simulator).toBe(true);
    const issuer = fromHex(simulatorIssuerPublicKey);
    const body = attestation.certificateBody;
    expect(p256.verify(attestation.issuerSignature, certificateMessage(body), issuer, { lowS: false })).toBe(
      true,
    );
    const { publicKey } = attestation.certificate;
    expect(
      p256.verify(
        attestation.challengeSignature,
        challengeMessage(challenge, body, attestation.told),
        publicKey,
        {
          lowS: false,
        },
      ),
    ).toBe(true);
    // The mark is under the signature: taking it away breaks the certificate.
    const unmarked = body.slice();
    unmarked[1] = 0;
    expect(
      p256.verify(attestation.issuerSignature, certificateMessage(unmarked), issuer, { lowS: false }),
    ).toBe(false);
  });
});
