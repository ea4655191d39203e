/** Runs the examples of docs/signing.md on the firmware, recomputes with ethers what they give out, and holds the tables against the code. */
import {
  HDNodeWallet,
  hashMessage,
  hexlify,
  keccak256,
  ripemd160,
  sha256,
  Signature,
  TypedDataEncoder,
} from 'ethers';
import { bech32 } from '@scure/base';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bitcoinStatus } from '../../../firmware-sim/core/apps/bitcoin/bitcoin-status.ts';
import { mostLeaves } from '../../../firmware-sim/core/apps/bitcoin/host/host-answers.ts';
import { longestMessage } from '../../../firmware-sim/core/apps/bitcoin/message.ts';
import { appStatus } from '../../../firmware-sim/core/apps/ethereum/app-status.ts';
import { longestRequest } from '../../../firmware-sim/core/apps/ethereum/chunks.ts';
import { networkOf } from '../../../firmware-sim/core/apps/ethereum/networks.ts';
import { typedDataLimits } from '../../../firmware-sim/core/apps/ethereum/typed-data/limits.ts';
import { encodeCommand } from '../../../src/protocol/apdu/apdu.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { askingInEnglish } from '../../../src/text/en/apps/asking.ts';
import { bitcoinInEnglish } from '../../../src/text/en/apps/bitcoin.ts';
import { ethereumInEnglish } from '../../../src/text/en/apps/ethereum.ts';
import { exampleWallet, isExampleState } from '../../fixtures/wallets/example-wallet.ts';
import { openFirmwareDevice } from '../../fixtures/wallets/firmware-device.ts';
import { examplePhrase, softWallet } from '../../fixtures/wallets/examples.ts';
import { asPlayed, playExample } from '../../fixtures/wallets/play-example.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/signing.md'), 'utf8');

const examples = [...text.matchAll(/```app (\S+)\n([\s\S]*?)```/g)].map(([, state = '', body = ''], at) => ({
  name: `${at + 1} (${state})`,
  state,
  lines: body.trim().split('\n'),
}));

interface Exchange {
  readonly head: string;
  /** What follows the length. */
  readonly data: string;
  readonly answer: string;
}

function exchangesOf(lines: readonly string[]): readonly Exchange[] {
  const bytes = asPlayed(lines).filter((line) => !line.startsWith('@'));
  return bytes.flatMap((line, at) => {
    const command = line.slice(2);
    return line.startsWith('>')
      ? [{ head: command.slice(0, 8), data: command.slice(10), answer: bytes[at + 1]?.slice(2) ?? '' }]
      : [];
  });
}

const exchanges = examples.flatMap(({ lines }) => exchangesOf(lines));

/** What a first command begins with: the path, as text, and what is left. */
function splitPath(data: string): { readonly path: string; readonly rest: string } {
  const end = 2 + 8 * Number.parseInt(data.slice(0, 2), 16);
  const levels = (data.slice(2, end).match(/.{8}/g) ?? []).map((level) => {
    const index = Number.parseInt(level, 16);
    return index < 0x8000_0000 ? `${index}` : `${index - 0x8000_0000}'`;
  });
  return { path: ['m', ...levels].join('/'), rest: data.slice(end) };
}

const keyAt = (path: string): HDNodeWallet => HDNodeWallet.fromPhrase(examplePhrase, '', path);

/** Requests whose answer is a signature, each put together from its pieces. */
function signedRequests(): readonly {
  readonly ins: string;
  readonly whole: string;
  readonly answer: string;
}[] {
  let whole = '';
  return exchanges.flatMap(({ head, data, answer }) => {
    whole = head.slice(4, 6) === '80' ? whole + data : data;
    const isSignature = answer.length === 134 && /^e00[48c]/.test(head);
    return isSignature ? [{ ins: head.slice(2, 4), whole, answer: answer.slice(0, -4) }] : [];
  });
}

const vote = TypedDataEncoder.hash(
  { name: 'Club', chainId: 1 },
  {
    Vote: [
      { name: 'proposal', type: 'uint64' },
      { name: 'agreed', type: 'bool' },
    ],
  },
  { proposal: 12, agreed: true },
);

function digestOf(ins: string, rest: string): string {
  if (ins === '04') return keccak256(`0x${rest}`);
  return ins === '08' ? hashMessage(Buffer.from(rest.slice(8), 'hex')) : vote;
}

/** The rows of the table below a line, code marks taken away. */
function tableAfter(line: string): string[][] {
  const [, part = ''] = text.split(`\n${line}`);
  const rows = part.split('\n');
  const table = rows.slice(rows.findIndex((row) => row.startsWith('| -')) + 1);
  return table
    .slice(
      0,
      table.findIndex((row) => !row.startsWith('|')),
    )
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

describe('docs/signing.md', () => {
  it('has an example for every instruction that it names', () => {
    const shown = new Set(exchanges.map(({ head }) => head.slice(2, 4)));
    const named = tableAfter('| INS').map(([ins = '']) => ins.toLowerCase());
    expect(named.filter((ins) => !shown.has(ins))).toEqual([]);
  });

  it.each(examples)('example $name', ({ state, lines }) => {
    if (!isExampleState(state)) throw new Error(`no device for the state ${state}`);
    expect(playExample(exampleWallet(state), lines)).toEqual(asPlayed(lines));
  });

  it('has keys that another library makes of the phrase', () => {
    const given = exchanges.filter(({ answer }) => answer.startsWith('4104'));
    expect(given.length).toBeGreaterThan(3);
    for (const { head, data, answer } of given) {
      const { path } = splitPath(data);
      const { signingKey, address, chainCode } = keyAt(path);
      const ascii = Buffer.from(address.slice(2)).toString('hex');
      const code = head.endsWith('01') ? chainCode.slice(2) : '';
      expect(answer).toBe(`41${signingKey.publicKey.slice(2)}28${ascii}${code}9000`);
    }
  });

  it('has signatures that another library makes of phrase and request', () => {
    const signed = signedRequests();
    expect(new Set(signed.map(({ ins }) => ins))).toEqual(new Set(['04', '08', '0c']));
    for (const { ins, whole, answer } of signed) {
      const { path, rest } = splitPath(whole);
      const expected = keyAt(path).signingKey.sign(digestOf(ins, rest));
      expect(answer.slice(2)).toBe(`${expected.r}${expected.s.slice(2)}`.slice(2));
      const v = Number.parseInt(answer.slice(0, 2), 16);
      const isTyped = ins === '04' && rest < '7f';
      expect(v).toBe(
        isTyped ? expected.yParity : ins === '04' ? Number(Signature.getChainIdV(1, expected.v)) : expected.v,
      );
    }
  });

  it('has a script that does what it says', async () => {
    const [, script = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
    const device = await openFirmwareDevice('app');
    const printed: unknown[] = [];
    const context = {
      require: createRequire(import.meta.url),
      console: { log: (line: unknown) => void printed.push(line) },
      Buffer,
    };
    const onItsPort = script.replace('9999', `${await device.apduPort()}`);
    expect(onItsPort).not.toBe(script);
    await device.person.accepting(async () => runInNewContext(onItsPort, context));
    await device.close();
    const { r, s, v } = softWallet.signingKey.sign(hashMessage('Hello'));
    expect(printed).toEqual([softWallet.address, { v, r: r.slice(2), s: s.slice(2) }]);
  });

  it('names every instruction that the app has, and no other', () => {
    const named = tableAfter('| INS').map(([ins = '']) => Number.parseInt(ins, 16));
    const answered = Array.from({ length: 256 }, (_, ins) => ins).filter((ins) => {
      const device = exampleWallet('ethereum');
      const given = device.ask(encodeCommand(0xe0, ins));
      return given === 'waits' || toHex(given) !== '6d00';
    });
    expect(named).toEqual(answered);
  });

  it('names and shows every instruction of the Bitcoin app, and no other', () => {
    const named = tableAfter('| Bitcoin').map(([ins = '']) => Number.parseInt(ins, 16));
    const answered = Array.from({ length: 256 }, (_, ins) => ins).filter((ins) => {
      const given = exampleWallet('bitcoin').ask(Uint8Array.of(0xe1, ins, 0, 1, 0));
      return given === 'waits' || toHex(given) !== '6d00';
    });
    expect(named).toEqual(answered);
    const shown = new Set(exchanges.flatMap(({ head }) => /^e1(..)0001/.exec(head)?.[1] ?? []));
    expect(named.filter((ins) => !shown.has(ins.toString(16).padStart(2, '0')))).toEqual([]);
  });

  it('has what another library makes of the phrase for Bitcoin', () => {
    const master = HDNodeWallet.fromPhrase(examplePhrase, '', 'm');
    const account = master.derivePath("84'/0'/0'");
    const given = exchanges.map(({ answer }) => answer);
    const xpub = Buffer.from(account.neuter().extendedKey).toString('hex');
    expect(given.filter((answer) => answer === `${xpub}9000`)).toHaveLength(2);
    expect(given).toContain(`${master.fingerprint.slice(2)}9000`);
    const hash = Buffer.from(ripemd160(sha256(account.derivePath('0/0').publicKey)).slice(2), 'hex');
    const address = bech32.encode('bc', [0, ...bech32.toWords(hash)]);
    expect(given).toContain(`${Buffer.from(address).toString('hex')}9000`);
    const signed = sha256(sha256(hexlify(Buffer.from('\x18Bitcoin Signed Message:\n\x05Hello', 'latin1'))));
    const { r, s, yParity } = account.derivePath('0/0').signingKey.sign(signed);
    expect(given).toContain(`${(31 + yParity).toString(16)}${r.slice(2)}${s.slice(2)}9000`);
  });

  it('names every status word of the Bitcoin app, and its limit', () => {
    const named = tableAfter('### Bitcoin status words').map(([code = '']) => Number.parseInt(code, 16));
    const around = [statusWords.locked, statusWords.busy, statusWords.declined];
    expect(new Set(named)).toEqual(new Set([...Object.values(bitcoinStatus), ...around]));
    expect(text).toContain(`messages, of up to ${longestMessage.toLocaleString('en')} bytes`);
    expect(text).toContain(`more than ${mostLeaves} coins or outputs`);
  });

  it('has the titles of the screens with which the Bitcoin app refuses', () => {
    const titles = tableAfter('### What the Bitcoin app refuses').map(([, title = '']) => title.slice(1, -1));
    const reasons = Object.values(bitcoinInEnglish.reasons).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(reasons.toSorted());
  });

  it('names every status word', () => {
    const named = tableAfter('### Status words').map(([code = '']) => Number.parseInt(code, 16));
    const around = [statusWords.locked, statusWords.busy, statusWords.declined];
    expect(new Set(named)).toEqual(new Set([...Object.values(appStatus), ...around]));
  });

  it('has the limits of the code', () => {
    const { bytes, structs, fields, depth, values } = typedDataLimits;
    const named = tableAfter('### Limits').map(([, most]) => Number(most));
    expect(named).toEqual([longestRequest, bytes, structs, fields, depth, values]);
  });

  it('calls networks by the names that the glass has', () => {
    const [, list = ''] = text.replaceAll(/\s+/g, ' ').split('the others by their numbers: ');
    const named = [...(list.split('.')[0] ?? '').matchAll(/([A-Z][\w ]*?)\s\((\d+)\)/g)];
    expect(named).toHaveLength(10);
    for (const [, name, id = ''] of named) expect([id, networkOf(BigInt(id))?.name]).toEqual([id, name]);
  });

  it('quotes the question for addresses as the glass asks it', () => {
    const asked = tableAfter('### What is asked on the glass').map(([, says = '']) => says);
    expect(asked[0]).toContain(`"${askingInEnglish.allow('Ethereum').title}"`);
  });

  it('has the titles of the screens that refuse', () => {
    const titles = tableAfter('### What is refused, and why').flatMap(
      ([, title = '']) => /^"(.+)"$/.exec(title)?.[1] ?? [],
    );
    const reasons = Object.values(ethereumInEnglish.reasons).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(reasons.toSorted());
  });
});
