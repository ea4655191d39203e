/** Ledger's Device Management Kit and its Ethereum signer, unmodified: it opens the app by itself, and signs in it. */
import { getBytes, toUtf8Bytes, Transaction } from 'ethers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  openEthereumDevice,
  type StartScreen,
  type WalletPerson,
} from '../../fixtures/wallets/ethereum-device.ts';
import {
  firstPath,
  messages,
  softWallet,
  tokenTransfer,
  transfers,
  typedDataRequest,
} from '../../fixtures/wallets/examples.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';
import {
  expectSignedMessage,
  expectSignedTransaction,
  expectSignedTypedData,
  unsignedHex,
  withSignature,
} from '../../fixtures/wallets/signed-by-phrase.ts';
import { dmkInProcess } from '../../kit/wallets/dmk-in-process.ts';
import { dmkOverHttp, openDmkSigner, outcomeOf, type DmkSigner } from '../../kit/wallets/dmk-signer.ts';
import { joinSignature } from '../../kit/wallets/hw-app-eth.ts';

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

interface Opened {
  readonly signer: DmkSigner['signer'];
  readonly person: WalletPerson;
  /** The commands that arrived, as class and instruction; in process only. */
  readonly seen: readonly string[];
}

type Way = 'in process' | 'HTTP';

async function withSigner(
  way: Way,
  screen: StartScreen,
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  const device = await openEthereumDevice(screen);
  const seen: string[] = [];
  const factory =
    way === 'HTTP'
      ? dmkOverHttp(await device.apiPort())
      : dmkInProcess((command) => {
          seen.push(Buffer.from(command.subarray(0, 2)).toString('hex'));
          return device.exchange(command);
        });
  const { signer, close } = await openDmkSigner(factory);
  try {
    await use({ signer, person: device.person, seen });
  } finally {
    await close();
    await device.close();
  }
}

const hexOf = ({ r, s, v }: { readonly r: string; readonly s: string; readonly v: number }): string =>
  joinSignature({ r: r.slice(2), s: s.slice(2), v });

describe.each(['in process', 'HTTP'] as const)('the kit’s signer, %s', (way) => {
  it('opens the app from the home screen and gets the address', async () => {
    await withSigner(way, 'home', async ({ signer, person, seen }) => {
      const { address } = await person.accepting(() => outcomeOf(signer.getAddress(firstPath)));
      expect(address).toBe(softWallet.address);
      if (way === 'in process') expect(seen).toEqual(expect.arrayContaining(['b0a7', 'e0d8', 'e002']));
    });
  });

  it('has an address compared on the glass', async () => {
    await withSigner(way, 'app', async ({ signer, person }) => {
      const shown = await person.accepting(() =>
        outcomeOf(signer.getAddress(firstPath, { checkOnDevice: true, returnChainCode: true, chainId: 1 })),
      );
      expect(shown.address).toBe(softWallet.address);
      expect(person.asked()).toBe(1);
    });
  });

  it.each(messages)('signs a message: $name', async ({ text }) => {
    await withSigner(way, 'app', async ({ signer, person }) => {
      const signed = await person.accepting(() =>
        outcomeOf(signer.signMessage(firstPath, toUtf8Bytes(text))),
      );
      await expectSignedMessage(hexOf(signed), text);
    });
  });

  it('sends the length alone of a text beyond ASCII, and signs the next one', async () => {
    await withSigner(way, 'app', async ({ signer, person }) => {
      // The kit counts letters where bytes are meant, and finds no room for them: a fault of its own, which bytes avoid.
      const text = () => outcomeOf(signer.signMessage(firstPath, 'Größe'));
      await expect(person.accepting(text)).rejects.toThrow();
      expect(person.asked()).toBe(0);
      const signed = await person.accepting(() => outcomeOf(signer.signMessage(firstPath, 'Hello')));
      await expectSignedMessage(hexOf(signed), 'Hello');
    });
  });

  it.each([...transfers, tokenTransfer])('signs a transaction: $name', async (example) => {
    await withSigner(way, 'app', async ({ signer, person }) => {
      const raw = getBytes(`0x${unsignedHex(example)}`);
      const { r, s, v } = await person.accepting(() => outcomeOf(signer.signTransaction(firstPath, raw)));
      await expectSignedTransaction(withSignature(example, { r, s, v: BigInt(v) }), example);
    });
  });

  it('signs typed data', async () => {
    await withSigner(way, 'app', async ({ signer, person }) => {
      const signed = await person.accepting(() =>
        outcomeOf(signer.signTypedData(firstPath, typedDataRequest)),
      );
      await expectSignedTypedData(hexOf(signed));
    });
  });
});

it('the kit does not ask again for what was refused', async () => {
  await withSigner('in process', 'app', async ({ signer, person, seen }) => {
    await person.accepting(() => outcomeOf(signer.getAddress(firstPath)));
    person.asked();
    const raw = getBytes(Transaction.from(tokenTransfer.transaction).unsignedSerialized);
    const calls = [
      { ins: 'e008', call: () => outcomeOf(signer.signMessage(firstPath, 'Hello')) },
      { ins: 'e004', call: () => outcomeOf(signer.signTransaction(firstPath, raw)) },
      { ins: 'e00c', call: () => outcomeOf(signer.signTypedData(firstPath, typedDataRequest)) },
    ];
    for (const { ins, call } of calls) {
      await expect(person.refusing<unknown>(call)).rejects.toMatchObject({ cause: { errorCode: '6985' } });
      expect(person.asked()).toBe(1);
      expect(seen.filter((command) => command === ins)).toHaveLength(1);
    }
  });
});
