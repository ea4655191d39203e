/** The Bitcoin app, by its commands; what it does on a device with a client's own code is in `tests/unit/wallets/ledger-bitcoin.test.ts`. */
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppReply } from '../../../../../firmware-sim/core/app.ts';
import { createBitcoinApp } from '../../../../../firmware-sim/core/apps/bitcoin/bitcoin-app.ts';
import {
  longestMessage,
  bitcoinMessageDigest,
} from '../../../../../firmware-sim/core/apps/bitcoin/message.ts';
import { readVarint, writeVarint } from '../../../../../firmware-sim/core/apps/bitcoin/host/varint.ts';
import { secp256k1 } from '../../../../../firmware-sim/core/chains/secp256k1.ts';
import type { PublicKey } from '../../../../../firmware-sim/core/signing-keys.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { bitcoinInEnglish } from '../../../../../src/text/en/apps/bitcoin.ts';
import {
  addressRequest,
  bitcoinCommand,
  converse,
  createBitcoinHost,
  describePolicy,
  goOn,
  messageRequest,
  sha256,
  sizeBytes,
  type PolicyParts,
} from '../../../../fixtures/bitcoin/bitcoin-host.ts';
import { command, hardened, pathBytes } from '../../../../fixtures/devices/ethereum-commands.ts';

const app = createBitcoinApp();
const open = () => app.open('en');
const { reasons } = bitcoinInEnglish;

const master = HDKey.fromMasterSeed(mnemonicToSeedSync(`${'abandon '.repeat(11)}about`));
const fingerprint = '73c5da0a';

/** What a vault tells of a key, by another library. */
function keyAt(path: string): PublicKey {
  const { publicKey, chainCode, parentFingerprint } = master.derive(path);
  if (publicKey === null || chainCode === null) return expect.fail('no such key');
  const parent = Buffer.alloc(4);
  parent.writeUInt32BE(parentFingerprint);
  const point = secp256k1.fromBytes(publicKey).toBytes(false);
  return { point, chainCode, parent, master: fromHex(fingerprint) };
}

const accountKey = (path = "84'/0'/0'"): string =>
  `[${fingerprint}/${path}]${master.derive(`m/${path}`).publicExtendedKey}`;

const plain: PolicyParts = { template: 'wpkh(@0/**)', keys: [accountKey()] };

function askAddress(policy: PolicyParts, display = 1, change = 0, index = 0): AppReply {
  const host = createBitcoinHost();
  const id = describePolicy(host, policy);
  return converse(open(), host, bitcoinCommand(0x03, addressRequest(id, display, change, index)));
}

const addressKey = [hardened + 84, hardened, hardened, 0, 5];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function askMessage(message: Uint8Array, path = addressKey): AppReply {
  const host = createBitcoinHost();
  return converse(open(), host, bitcoinCommand(0x10, messageRequest(host, pathBytes(path), message)));
}

const statusOf = (reply: AppReply): string =>
  reply.kind === 'answer' ? reply.status.toString(16) : reply.kind;

const reasonOf = (reply: AppReply): unknown => (reply.kind === 'refuse' ? reply.reason : reply.kind);

describe('the Bitcoin app', () => {
  it('is what clients look for', () => {
    expect(app).toMatchObject({ name: 'Bitcoin', version: '2.4.6', classes: [0xe1, 0xf8] });
    expect(app.roots).toEqual([44, 49, 84, 86].map((purpose) => [hardened + purpose, hardened]));
  });

  it('answers every instruction and class that there is', () => {
    const known = [0x00, 0x02, 0x03, 0x04, 0x05, 0x10];
    for (let ins = 0; ins < 256; ins += 1) {
      expect(statusOf(open().receive(bitcoinCommand(ins))) !== '6d00').toBe(known.includes(ins));
      expect(statusOf(open().receive(command(ins, new Uint8Array(), 0, 1, 0xe0)))).toBe('6e00');
    }
  });

  it('speaks the second version of the protocol alone', () => {
    expect(statusOf(open().receive(command(0x05, new Uint8Array(), 0, 0, 0xe1)))).toBe('6a86');
    expect(statusOf(open().receive(command(0x05, new Uint8Array(), 1, 1, 0xe1)))).toBe('6a86');
    expect(statusOf(open().receive(command(0x05, new Uint8Array(), 0, 2, 0xe1)))).toBe('6a86');
  });

  it('registers no wallet, and says so', () => {
    expect(reasonOf(open().receive(bitcoinCommand(0x02)))).toBe(reasons.policy);
  });

  it('speaks a person’s language, and English for one that it doesn’t know', () => {
    const titles = ['de', 'en', 'xx'].map((language) => {
      const reply = app.open(language).receive(bitcoinCommand(0x02));
      return reply.kind === 'refuse' && reply.reason.title;
    });
    expect(titles).toEqual(['Andere Art', 'Unknown wallet', 'Unknown wallet']);
  });
});

describe('a request for keys', () => {
  it('gives the fingerprint of the master key', () => {
    const reply = open().receive(bitcoinCommand(0x05));
    if (reply.kind !== 'key') return expect.fail(reply.kind);
    expect(toHex(reply.answer(keyAt("m/84'/0'/0'")))).toBe(fingerprint);
    expect(statusOf(open().receive(bitcoinCommand(0x05, Uint8Array.of(1))))).toBe('6a87');
  });

  it('gives an extended key as another library writes it, silent or compared', () => {
    const path = [hardened + 86, hardened, hardened + 2];
    const { publicExtendedKey } = master.derive("m/86'/0'/2'");
    for (const display of [0, 1]) {
      const reply = open().receive(bitcoinCommand(0x00, Uint8Array.of(display, ...pathBytes(path))));
      if (reply.kind !== 'key' && reply.kind !== 'show-key') return expect.fail(reply.kind);
      expect(reply.kind).toBe(display === 0 ? 'key' : 'show-key');
      expect(new TextDecoder().decode(reply.answer(keyAt("m/86'/0'/2'")))).toBe(publicExtendedKey);
      if (reply.kind === 'key') continue;
      expect(reply.hasChainCode).toBe(true);
      expect(reply.fields(keyAt("m/86'/0'/2'")).map(({ value }) => value)).toEqual([
        "m/86'/0'/2'",
        publicExtendedKey,
      ]);
    }
  });

  it('is refused at any other path: silently, or with a reason', () => {
    const paths = [
      [],
      [hardened + 84, hardened],
      [hardened + 84, hardened + 1, hardened],
      [hardened + 48, hardened, hardened],
      [84, 0, 0],
      [hardened + 84, hardened, 0],
      [hardened + 84, hardened, hardened, 2],
      [hardened + 84, hardened, hardened, hardened],
      [hardened + 84, hardened, hardened, 0, hardened],
      [hardened + 84, hardened, hardened, 0, 0, 0],
    ];
    for (const path of paths) {
      const data = pathBytes(path);
      expect(statusOf(open().receive(bitcoinCommand(0x00, Uint8Array.of(0, ...data))))).toBe('6a82');
      expect(reasonOf(open().receive(bitcoinCommand(0x00, Uint8Array.of(1, ...data))))).toBe(reasons.path);
    }
  });

  it.each(['02058000002c', '0001', '00058000002c', '00008000002c', '000b'])(
    'is refused where it is malformed: %s',
    (data) => {
      expect(statusOf(open().receive(bitcoinCommand(0x00, fromHex(data))))).toBe('6a80');
    },
  );
});

describe('a request for an address', () => {
  it('shows it, with its path, and gives it', () => {
    const reply = askAddress(plain, 1, 0, 1);
    if (reply.kind !== 'show-key') return expect.fail(reply.kind);
    const key = keyAt("m/84'/0'/0'");
    expect(reply.check?.(key)).toBeUndefined();
    const address = 'bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g';
    expect(reply.fields(key)).toEqual([
      { title: 'Account', value: "m/84'/0'/0'/0/1", shape: 'text' },
      { title: 'Address', value: address, shape: 'address' },
    ]);
    expect(reply.hasChainCode).toBe(false);
    expect(new TextDecoder().decode(reply.answer(key))).toBe(address);
  });

  it('says which is for change', () => {
    const reply = askAddress(plain, 1, 1, 0);
    if (reply.kind !== 'show-key') return expect.fail(reply.kind);
    expect(reply.fields(keyAt("m/84'/0'/0'"))[1]).toEqual({
      title: 'Change address',
      value: 'bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el',
      shape: 'address',
    });
  });

  it('without a display is a silent one', () => {
    expect(askAddress(plain, 0).kind).toBe('key');
  });

  it('takes paths and fingerprints as clients write them', () => {
    for (const key of [accountKey().replaceAll("'", 'h'), accountKey().replace('73c5da0a', '73C5DA0A')]) {
      const reply = askAddress({ ...plain, keys: [key] });
      if (reply.kind !== 'show-key') return expect.fail(reply.kind);
      expect(reply.check?.(keyAt("m/84'/0'/0'"))).toBeUndefined();
    }
  });

  it('of a key that isn’t the wallet’s is refused, once the key is known', () => {
    const foreign = [
      accountKey().replace(fingerprint, '00000000'),
      accountKey("84'/0'/1'").replace("/1'", "/0'"),
    ];
    for (const key of foreign) {
      const reply = askAddress({ ...plain, keys: [key] });
      if (reply.kind !== 'show-key') return expect.fail(reply.kind);
      expect(reply.check?.(keyAt("m/84'/0'/0'"))).toBe(reasons.foreignKey);
    }
  });

  it.each<PolicyParts>([
    { ...plain, name: 'Registered' },
    { ...plain, template: 'wsh(pk(@0/**))' },
    { ...plain, template: 'wpkh(@0/<0;1>/*)' },
    { ...plain, template: 'pkh(@0/**)' },
    { template: 'wsh(sortedmulti(2,@0/**,@1/**))', keys: [accountKey(), accountKey("84'/0'/1'")] },
    { ...plain, keys: [] },
    { ...plain, keys: [accountKey("84'/1'/0'")] },
    { ...plain, keys: [accountKey("84'/0'")] },
    { ...plain, keys: [accountKey().slice(20)] },
    { ...plain, keys: [`${accountKey()}x`] },
    { ...plain, keys: [accountKey().replace('xpub', 'tpub')] },
  ])('of a wallet that isn’t one of a single key is refused: %j', (policy) => {
    expect(reasonOf(askAddress(policy))).toBe(reasons.policy);
  });

  it('of a registered wallet is refused', () => {
    const request = addressRequest(sha256());
    request[40] = 1;
    expect(reasonOf(open().receive(bitcoinCommand(0x03, request)))).toBe(reasons.policy);
  });

  it('is refused where it is malformed', () => {
    const request = addressRequest(sha256());
    expect(statusOf(open().receive(bitcoinCommand(0x03, request.subarray(1))))).toBe('6a87');
    for (const [at, byte] of [
      [0, 2],
      [65, 2],
      [66, 0x80],
    ] as const) {
      const bent = Buffer.from(request);
      bent[at] = byte;
      expect(statusOf(open().receive(bitcoinCommand(0x03, bent)))).toBe('6a80');
    }
  });
});

describe('a message', () => {
  it.each([
    ['', '80e795d4a4caadd7047af389d9f7f220562feb6196032e2131e10563352c4bcc'],
    ['Hello', sha256(sha256(utf8('\x18Bitcoin Signed Message:\n\x05Hello'))).toString('hex')],
  ])('has the digest that wallets give it: "%s"', (text, digest) => {
    expect(toHex(bitcoinMessageDigest(utf8(text)))).toBe(digest);
  });

  it('is shown whole, with whose key signs it', () => {
    const text = 'A line of a message that takes more than a piece.\n'.repeat(9);
    const reply = askMessage(utf8(text));
    if (reply.kind !== 'sign') return expect.fail(reply.kind);
    expect(reply.path).toEqual(addressKey);
    expect(reply.fields.map(({ title }) => title)).toEqual(['Message', 'Account']);
    expect(reply.fields[0]?.value.replaceAll('\\n', '').split('A line')).toHaveLength(10);
    expect(reply.fields[1]?.value).toBe("m/84'/0'/0'/0/5");
    const bytes = utf8(text);
    const size = sizeBytes(bytes.length);
    expect(toHex(reply.digest)).toBe(
      toHex(sha256(sha256(utf8('\x18Bitcoin Signed Message:\n'), size, bytes))),
    );
    const [r, s] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(toHex(reply.answer({ r, s, parity: 1 }))).toBe(`20${toHex(r)}${toHex(s)}`);
  });

  it('of any length is put together as it was cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1200 }), (message) => {
        const reply = askMessage(message);
        if (reply.kind !== 'sign') return expect.fail(reply.kind);
        expect(reply.digest).toEqual(bitcoinMessageDigest(message));
      }),
      { numRuns: 40 },
    );
    expect(askMessage(new Uint8Array(longestMessage)).kind).toBe('sign');
    expect(reasonOf(askMessage(new Uint8Array(longestMessage + 1)))).toBe(reasons.tooLong);
  });

  it('is signed by the key of an address alone', () => {
    for (const path of [addressKey.slice(0, 3), addressKey.slice(0, 4), [...addressKey, 0]])
      expect(reasonOf(askMessage(utf8('Hello'), path))).toBe(reasons.path);
  });

  it.each(['', '00', `00${'00'.repeat(31)}`, `00fd0100${'00'.repeat(32)}`, `0005${'00'.repeat(33)}`])(
    'is refused where the request is malformed: %s',
    (data) => {
      expect(statusOf(open().receive(bitcoinCommand(0x10, fromHex(data))))).toBe('6a80');
    },
  );
});

describe('a host that answers something else', () => {
  const host = createBitcoinHost();
  const first = bitcoinCommand(
    0x10,
    messageRequest(host, pathBytes(addressKey), new Uint8Array(200).fill(7)),
  );
  const id = describePolicy(host, plain);
  const address = bitcoinCommand(0x03, addressRequest(id));

  it('is never believed: not a bit of any answer', () => {
    for (const [request, answers] of [
      [first, 8],
      [address, 4],
    ] as const) {
      for (let place = 0; place < answers; place += 1) {
        for (const bend of [
          (answer: Buffer) => answer.subarray(1),
          (answer: Buffer) => answer.subarray(0, -1),
          (answer: Buffer) => Buffer.concat([answer, Buffer.of(0)]),
          () => new Uint8Array(),
        ]) {
          const reply = converse(open(), host, request, (answer, at) =>
            at === place ? bend(answer) : answer,
          );
          expect(statusOf(reply)).toBe('6a80');
        }
        fc.assert(
          fc.property(fc.nat(), fc.nat(7), (at, bit) => {
            const reply = converse(open(), host, request, (answer, now) => {
              const bent = Buffer.from(answer);
              if (now === place)
                bent.writeUInt8(bent.readUInt8(at % bent.length) ^ (1 << bit), at % bent.length);
              return bent;
            });
            expect(statusOf(reply)).toBe('6a80');
          }),
          { numRuns: 40 },
        );
      }
    }
  });

  it('is told so when nothing was asked', () => {
    expect(statusOf(open().receive(goOn(new Uint8Array(4))))).toBe('b007');
    const running = open();
    expect(statusOf(running.receive(first))).toBe('e000');
    // Another command ends it, whatever becomes of that one; so does a no.
    running.receive(bitcoinCommand(0x77));
    expect(statusOf(running.receive(goOn(new Uint8Array(4))))).toBe('b007');
    expect(statusOf(running.receive(first))).toBe('e000');
    running.reset();
    expect(statusOf(running.receive(goOn(new Uint8Array(4))))).toBe('b007');
  });

  it('may say the version there or not', () => {
    for (const [ins, p1, p2, status] of [
      [1, 0, 0, '6a80'],
      [1, 0, 1, '6a80'],
      [1, 0, 2, '6a86'],
      [1, 1, 0, '6a86'],
      [2, 0, 0, '6d00'],
    ] as const) {
      const running = open();
      running.receive(first);
      expect(statusOf(running.receive(command(ins, new Uint8Array(), p1, p2, 0xf8)))).toBe(status);
    }
  });
});

describe('a number of varying length', () => {
  it('is read as it was written, and in no other way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(0xffff_ffff)), (value) => {
        const written = writeVarint(value);
        expect(readVarint(new Uint8Array([...written, 9]))).toEqual({ value, rest: Uint8Array.of(9) });
        expect(readVarint(written.subarray(0, -1))).toBeUndefined();
      }),
    );
    for (const text of ['', 'fd', 'fdfc00', 'fdff', 'feffff0000', 'fe010000', `ff${'00'.repeat(8)}`])
      expect(readVarint(fromHex(text))).toBeUndefined();
  });
});
