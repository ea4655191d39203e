/** Every vector of docs/vectors that a device can make or read. */
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerOf, openFile, problemOf, sealFile } from '../../reference-device/backup-file.mjs';
import { isFair } from '../../reference-device/flows.mjs';
import { createHidFraming } from '../../reference-device/framing.mjs';
import { attest, certify, publicKeyOf } from '../../reference-device/identity.mjs';
import {
  codeOf,
  codeWordsOf,
  entropyOf,
  phraseOf,
  sha256,
  walletIdOf,
} from '../../reference-device/words.mjs';
import { createOf, feed, fromHex, referenceDevice, toHex } from '../../fixtures/reference/reference.ts';

const read = <Vectors>(name: string): Vectors =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../docs/vectors', `${name}.json`), 'utf8'),
  ) as Vectors;

interface IdVector {
  entropy: string;
  phrase: string;
  walletId: string;
}

describe('wallet-ids.json', () => {
  it.each(read<{ vectors: IdVector[] }>('wallet-ids').vectors)('$phrase', ({ entropy, phrase, walletId }) => {
    expect(phraseOf(fromHex(entropy)).join(' ')).toBe(phrase);
    expect(toHex(entropyOf(phrase.split(' ')) ?? Buffer.alloc(0))).toBe(entropy);
    expect(toHex(walletIdOf(fromHex(entropy)))).toBe(walletId);
  });
});

describe('entropy-check.json', () => {
  interface Drawn extends IdVector {
    words: number;
    rolls?: string;
    random: string;
  }
  interface Checked extends Drawn {
    candidate: number;
    commitment: string;
    hostPart: string;
    devicePart: string;
  }
  const { checked, unchecked } = read<{ checked: Checked[]; unchecked: Drawn[] }>('entropy-check');

  it.each(checked)('$words words, candidate $candidate, rolls $rolls', async (vector) => {
    const { words, rolls, random, candidate, commitment, hostPart, devicePart, walletId, phrase } = vector;
    const other = 'ab'.repeat(31);
    const before = Array.from(
      { length: candidate - 1 },
      (_, at) => `${other}${at.toString(16).padStart(2, '0')}`,
    );
    const { ask, does, written } = referenceDevice({ random: feed({ phrase: [...before, random, random] }) });
    ask(createOf(words, rolls === undefined ? 1 : 3));
    await does('agree', ...(rolls === undefined ? [] : [`roll-dice ${rolls}`]));
    before.forEach((part) => {
      ask('c811000000');
      ask(`c813000010${ask(`c812000020${part}`)}`);
    });
    expect(ask('c811000000')).toBe(`${candidate.toString(16).padStart(2, '0')}${commitment}`);
    expect(ask(`c812000020${hostPart}`)).toBe(walletId);
    if (candidate < 65) {
      const opened = referenceDevice({ random: feed({ phrase: [random] }) });
      opened.ask(createOf(words, rolls === undefined ? 1 : 3));
      await opened.does('agree', ...(rolls === undefined ? [] : [`roll-dice ${rolls}`]));
      opened.ask('c811000000');
      opened.ask(`c812000020${hostPart}`);
      expect(opened.ask(`c813000010${walletId}`)).toBe(devicePart);
    }
    ask(`c814000010${walletId}`);
    await does('choose-pin 1234', 'reveal', 'confirm-words', 'next');
    expect(ask('c805000000')).toBe(walletId);
    expect(written().join(' ') === phrase).toBe(true);
  });

  it.each(unchecked)(
    '$words words, unchecked, rolls $rolls',
    async ({ words, rolls, random, walletId, phrase }) => {
      const { ask, does, written } = referenceDevice({ random: feed({ phrase: [random] }) });
      ask(createOf(words, rolls === undefined ? 0 : 2));
      await does(
        'agree',
        ...(rolls === undefined ? [] : [`roll-dice ${rolls}`]),
        'choose-pin 1234',
        'reveal',
        'confirm-words',
        'next',
      );
      expect(ask('c805000000')).toBe(walletId);
      expect(written().join(' ') === phrase).toBe(true);
    },
  );

  it('refuses rolls that no fair die gives', () => {
    expect(isFair('6'.repeat(50))).toBe(false);
    expect(isFair('123456'.repeat(9).slice(0, 50))).toBe(false);
    expect(isFair('516524131664'.repeat(5).slice(0, 50))).toBe(false);
  });
});

describe('attestation.json', () => {
  interface Attestation {
    keys: { name: string; privateKey: string; publicKey: string; issuerId: string }[];
    vectors: {
      name: string;
      outcome: string;
      certificate: string;
      certificateMessage: string;
      challenge: string;
      answer: string;
      answerMessage: string;
    }[];
  }
  const { keys, vectors } = read<Attestation>('attestation');
  const whole = ['simulator', 'genuine', 'self-built', 'unknown-issuer'];

  const isSignedBy = (point: Buffer, message: Buffer, signature: Buffer): boolean => {
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: `${x}`, y: `${y}` }, format: 'jwk' });
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  };

  it.each(keys)('$name', ({ privateKey, publicKey, issuerId }) => {
    expect(toHex(publicKeyOf(fromHex(privateKey)))).toBe(publicKey);
    expect(toHex(sha256(fromHex(publicKey)).subarray(0, 8))).toBe(issuerId);
  });

  it.each(vectors.filter(({ outcome, name }) => whole.includes(outcome) && !name.includes('later version')))(
    '$name',
    ({ certificate, certificateMessage, challenge, answer, answerMessage }) => {
      const told = fromHex(certificate);
      const [maker = '', product = ''] = [
        told.subarray(92, 92 + (told[91] ?? 0)),
        told.subarray(93 + (told[91] ?? 0), -64),
      ].map(String);
      const key = keys.find(({ publicKey }) => publicKey === toHex(told.subarray(18, 83)));
      const issuer = keys.find(({ issuerId }) => issuerId === toHex(told.subarray(83, 91)));
      if (key === undefined || issuer === undefined) throw new Error('whose key is it?');
      const issuerKey = fromHex(issuer.privateKey);
      const made = certify(
        { kind: told[1] ?? 0, maker, product, issuerKey },
        told.subarray(2, 18),
        fromHex(key.privateKey),
      );
      expect(toHex(made.subarray(0, -64))).toBe(certificate.slice(0, -128));
      expect(isSignedBy(fromHex(issuer.publicKey), fromHex(certificateMessage), made.subarray(-64))).toBe(
        true,
      );
      const [status, walletId] = [fromHex(answer).subarray(0, 12), fromHex(answer).subarray(12, 28)];
      const proof = attest({
        key: fromHex(key.privateKey),
        certificate: told,
        challenge: fromHex(challenge),
        status,
        walletId,
      });
      expect(toHex(proof.subarray(0, 28))).toBe(answer.slice(0, 56));
      expect(isSignedBy(fromHex(key.publicKey), fromHex(answerMessage), proof.subarray(-64))).toBe(true);
    },
  );
});

describe('hid-framing.json', () => {
  interface Stream {
    name: string;
    exchanges: { command: string; answer: string }[];
    steps: { in: string; out: string[] }[];
  }
  const { streams, answers } = read<{ streams: Stream[]; answers: Stream[] }>('hid-framing');

  it.each(streams)('$name', ({ exchanges, steps }) => {
    const { send } = referenceDevice();
    const heard: { command: string; answer: string }[] = [];
    const receive = createHidFraming((bytes) => {
      const command = toHex(bytes);
      heard.push({ command, answer: send(command) });
      return fromHex(heard.at(-1)?.answer ?? '');
    });
    for (const step of steps) expect(receive(fromHex(step.in)).map(toHex)).toEqual(step.out);
    expect(heard).toEqual(exchanges);
  });

  it.each(answers)('$name', ({ exchanges, steps }) => {
    const receive = createHidFraming(() => fromHex(exchanges[0]?.answer ?? ''));
    for (const step of steps) expect(receive(fromHex(step.in)).map(toHex)).toEqual(step.out);
  });
});

describe('backup-file.json and backup-code.json', () => {
  interface File {
    version: number;
    entropy: string;
    code: string;
    codeEntropy: string;
    salt: string;
    nonce: string;
    rounds: number;
    file: string;
  }
  const vectors = read<{
    files: File[];
    earlierFiles: File[];
    refused: { why: string; file: string; problem: string }[];
  }>('backup-file');
  const { codes, wrong } = read<{
    codes: { code: string; words: string }[];
    wrong: { why: string; words: string }[];
  }>('backup-code');

  it.each([...vectors.files, ...vectors.earlierFiles])('version $version, $code', (vector) => {
    const file = fromHex(vector.file);
    const code = codeOf(vector.code.split(' '), headerOf(file).version);
    expect(toHex(code ?? Buffer.alloc(0))).toBe(vector.codeEntropy);
    expect(problemOf(file)).toBeUndefined();
    expect(openFile(file, fromHex(vector.codeEntropy))).toEqual(fromHex(vector.entropy));
    expect(openFile(file, Buffer.alloc(16))).toBe('wrong-code');
    if (vector.version < 3 || vector.rounds !== 2 ** 17) return;
    const [entropy, salt, nonce] = [vector.entropy, vector.salt, vector.nonce].map(fromHex);
    if (!entropy || !code || !salt || !nonce) throw new Error('a field is missing');
    expect(toHex(sealFile({ entropy, code, salt, nonce }))).toBe(vector.file);
  });

  it.each(vectors.refused)('$why', ({ file, problem }) => {
    expect(problemOf(fromHex(file))).toBe(problem);
    expect(
      referenceDevice().send(`c8290000${(file.length / 2).toString(16).padStart(2, '0')}${file}`),
    ).toMatch(/6a80|6700/);
  });

  it.each(codes)('code $words', ({ code, words }) => {
    expect(codeWordsOf(fromHex(code)).join(' ')).toBe(words);
    expect(toHex(codeOf(words.split(' '), 3) ?? Buffer.alloc(0))).toBe(code);
  });

  it.each(wrong)('no code: $why', ({ words }) => {
    expect(codeOf(words.split(' '), 3)).toBeUndefined();
  });
});
