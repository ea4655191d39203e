/** A message signed with a computer's number: by a device of the test's own making, honest or not, and by the real firmware. */
import { HDNodeWallet, SigningKey, Wallet, getBytes, hashMessage, verifyMessage } from 'ethers';
import fc from 'fast-check';
import { recoverMessageAddress } from 'viem';
import { describe, expect, it } from 'vitest';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { errorCode } from '../../../src/protocol/errors.ts';
import {
  signMessage,
  type SigningStep,
  type SignRequest,
  type UnfinishedSignatures,
} from '../../../src/signing/sign-message.ts';
import type { Transport } from '../../../src/transport/transport.ts';
import {
  createScriptedSigner,
  type Lie,
  type ScriptedSignerOptions,
} from '../../fixtures/signing/scripted-signer.ts';
import { openEthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import { examplePhrase, messages, softWallet } from '../../fixtures/wallets/examples.ts';

const hello: SignRequest = { account: 0, message: 'Hello' };
const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

type Asked = Pick<Transport, 'exchange'>;

const failure = async (transport: Asked, request = hello): Promise<string | undefined> =>
  signMessage(transport, request, { randomBytes }).then(
    () => 'signed',
    (error: unknown) => errorCode(error) ?? String(error),
  );

const failureOf = async (options: ScriptedSignerOptions): Promise<string | undefined> =>
  failure(createScriptedSigner(options).transport);

describe('a message', () => {
  it('is signed by the account, as ethers and viem see it', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(5), async (message, account) => {
        const device = createScriptedSigner();
        const { address, signature } = await signMessage(
          device.transport,
          { account, message },
          { randomBytes },
        );
        expect(address).toBe(new Wallet(new SigningKey(device.privateKey(account))).address);
        expect(verifyMessage(message, signature)).toBe(address);
        expect(await recoverMessageAddress({ message, signature: signature as `0x${string}` })).toBe(address);
      }),
      { numRuns: 25 },
    );
  });

  it('has another signature each time, of a new number', async () => {
    const { transport } = createScriptedSigner();
    const first = await signMessage(transport, hello, { randomBytes });
    const second = await signMessage(transport, hello, { randomBytes });
    expect(first.signature).not.toBe(second.signature);
  });

  it('is asked for in this order, and waits for the person only where one decides', async () => {
    const device = createScriptedSigner({ app: 'Bitcoin' });
    const steps: [SigningStep, number][] = [];
    await signMessage(
      device.transport,
      { account: 0, message: 'a'.repeat(300) },
      { randomBytes, onStep: (step) => steps.push([step, device.asked.length]) },
    );
    expect(device.asked).toEqual(['C801', 'B001', 'B0A7', 'E0D8', 'E002*', 'C830', 'E008', 'E008*', 'C831']);
    expect(steps).toEqual([
      ['opening', 0],
      ['consent', 4],
      ['reading', 6],
      ['finishing', 8],
    ]);
    const open = createScriptedSigner({ app: 'Ethereum' });
    await signMessage(open.transport, hello, { randomBytes });
    expect(open.asked).toEqual(['C801', 'B001', 'E002*', 'C830', 'E008*', 'C831']);
  });

  it.each(['', 'a'.repeat(16_381), '\ud800'])(
    'that no device takes is refused before one is asked',
    async (message) => {
      const device = createScriptedSigner();
      const signing = signMessage(device.transport, { account: 0, message }, { randomBytes });
      await expect(signing).rejects.toThrow(RangeError);
      expect(device.asked).toEqual([]);
    },
  );
});

describe('a device that cheats', () => {
  it.each<[Lie, string]>([
    ['own-nonce', 'number-ignored'],
    ['other-point', 'number-ignored'],
    ['unprotected', 'number-ignored'],
    ['other-key', 'other-key'],
    ['wrong-parity', 'other-key'],
    ['high-s', 'bad-response'],
    ['no-point', 'bad-response'],
    ['other-address', 'bad-response'],
  ])('by %s is found out: %s', async (lie, code) => {
    expect(await failureOf({ lie })).toBe(code);
  });

  it('is not told the number when it has signed without it, or gave no point', async () => {
    for (const lie of ['unprotected', 'no-point'] as const) {
      const device = createScriptedSigner({ lie });
      await failure(device.transport);
      expect(device.asked.at(-1)).toBe('E008*');
    }
  });
});

describe('a signature that did not come', () => {
  const again = async (options: ScriptedSignerOptions, other = hello) => {
    const device = createScriptedSigner({ refuses: { C831: [statusWords.busy] }, ...options });
    const unfinished: UnfinishedSignatures = new Map();
    const ask = async (request: SignRequest): Promise<unknown> =>
      signMessage(device.transport, request, { randomBytes, unfinished }).then(
        () => 'signed',
        (error: unknown) => errorCode(error),
      );
    const ends = [await ask(hello), await ask(other)];
    return { ends, numbers: new Set(device.commitments).size, left: unfinished.size };
  };

  it('is asked for again with the same number, which is then used up', async () => {
    expect(await again({})).toEqual({ ends: ['busy', 'signed'], numbers: 1, left: 0 });
  });

  it('lends its number to no other message and no other account', async () => {
    for (const other of [
      { ...hello, message: 'Hello!' },
      { ...hello, account: 1 },
    ])
      expect(await again({}, other)).toEqual({ ends: ['busy', 'signed'], numbers: 2, left: 1 });
  });

  it('must have the same point', async () => {
    expect((await again({ lie: 'other-point-again' })).ends).toEqual(['busy', 'number-ignored']);
  });

  it('before the number was told has another one', async () => {
    const refuses = { E008: [statusWords.busy] };
    expect(await again({ refuses })).toEqual({ ends: ['busy', 'signed'], numbers: 2, left: 0 });
  });
});

describe('a device that refuses', () => {
  it('for want of the capability is asked to sign nothing', async () => {
    const able = capabilities.filter((name) => name !== 'protected-signatures');
    const device = createScriptedSigner({ capabilities: able });
    expect(await failure(device.transport)).toBe('cannot-protect');
    expect(device.asked).toEqual(['C801']);
  });

  it.each([
    ['E0D8', statusWords.declined, 'not-in-this-state'],
    ['E0D8', statusWords.unknownApp, 'cannot-protect'],
    ['E0D8', statusWords.badData, 'refused'],
    ['B001', statusWords.locked, 'locked'],
    ['E0D8', statusWords.busy, 'busy'],
    ['E002', statusWords.declined, 'declined'],
    ['E002', statusWords.locked, 'locked'],
    ['C830', statusWords.notInThisState, 'not-in-this-state'],
    ['C830', statusWords.unknownInstruction, 'unsupported'],
    ['E008', statusWords.declined, 'declined'],
    ['C831', statusWords.notInThisState, 'not-in-this-state'],
    ['C831', statusWords.deviceFault, 'device-fault'],
  ])('%s with %i ends with %s', async (name, status, code) => {
    expect(await failureOf({ refuses: { [name]: status } })).toBe(code);
  });

  it('is asked nothing more once the caller has given up', async () => {
    const device = createScriptedSigner();
    const giveUp = new AbortController();
    const transport: Asked = {
      exchange(command, options) {
        if (options?.patient === true) giveUp.abort();
        return options?.signal?.aborted === true
          ? Promise.reject(Object.assign(new Error('given up'), { code: 'aborted' }))
          : device.transport.exchange(command, options);
      },
    };
    const signing = signMessage(transport, hello, { randomBytes, signal: giveUp.signal });
    await expect(signing).rejects.toMatchObject({ code: 'aborted' });
    expect(device.asked).toEqual(['C801', 'B001', 'E0D8']);
  });
});

describe('the real firmware', () => {
  it('signs what was read, with the number, from home and again in its app', async () => {
    const device = await openEthereumDevice('home');
    try {
      const account3 = HDNodeWallet.fromPhrase(examplePhrase, '', "m/44'/60'/3'/0/0");
      for (const { text } of [...messages, { text: 'long '.repeat(150) }]) {
        for (const [account, { address }] of [[0, softWallet] as const, [3, account3] as const]) {
          const signed = await device.person.accepting(() =>
            signMessage({ exchange: device.exchange }, { account, message: text }, { randomBytes }),
          );
          expect(signed.address).toBe(address);
          expect(verifyMessage(text, signed.signature)).toBe(address);
          // RFC 6979's would be the same each time.
          expect(signed.signature).not.toBe(
            softWallet.signingKey.sign(getBytes(hashMessage(text))).serialized,
          );
        }
      }
      // Once for all addresses, then once a message.
      expect(device.person.asked()).toBe(1 + 2 * (messages.length + 1));
    } finally {
      await device.close();
    }
  });

  it('signs nothing that the person refuses', async () => {
    const device = await openEthereumDevice('home');
    try {
      const ask = (): Promise<string | undefined> => failure({ exchange: device.exchange });
      expect(await device.person.refusing(ask)).toBe('declined');
      expect(await device.person.accepting(ask)).toBe('signed');
      expect(await device.person.refusing(ask)).toBe('declined');
    } finally {
      await device.close();
    }
  });
});
