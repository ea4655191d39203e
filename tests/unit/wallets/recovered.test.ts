/** The end of a recovery: a wallet finds the same addresses on a second device, which had nothing but the paper. */
import Eth from '@ledgerhq/hw-app-eth';
import { HDNodeWallet } from 'ethers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { allApps } from '../../../firmware-sim/apps/all-apps.ts';
import {
  choosePin,
  createWallet,
  enterWords,
  expectScreen,
  tap,
  type Person,
} from '../../kit/drivers/person.ts';
import { answerApp, answerQuestion } from '../../kit/drivers/signing-person.ts';
import { openInProcess } from '../../kit/wallets/in-process-link.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';

const pin = '40286619';
const paths = ["44'/60'/0'/0/0", "44'/60'/1'/0/0"];

let offline: Offline;
beforeAll(() => {
  offline = goOffline();
});
afterEach(() => expect(offline.tried()).toEqual([]));
afterAll(() => offline.restore());

function* restore(paper: readonly string[]): Person<void> {
  yield* answerApp('yes');
  yield* enterWords(paper, 'halving');
  yield* tap('right');
  yield* choosePin(pin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

/** The addresses that a wallet's code gets, from the home screen on. */
async function addressesOn(device: TestDevice): Promise<string[]> {
  device.person(tap('right'));
  device.person(tap('right'));
  const { transport } = openInProcess(async (command) => {
    const count = device.late.length;
    const answer = device.ask(command);
    if (answer !== 'waits') return answer;
    if (device.late.length === count) device.person(answerQuestion('yes'));
    return device.late[count] ?? expect.fail('no answer');
  });
  const wallet = new Eth(transport);
  const addresses: string[] = [];
  for (const path of paths) addresses.push((await wallet.getAddress(path)).address);
  return addresses;
}

it('a second, empty device opens the same accounts from the paper', async () => {
  const first = createTestDevice({ apps: allApps });
  first.startCreate(12);
  const paper = first.person(createWallet(12, pin));
  const second = createTestDevice({ apps: allApps, random: seededRandom({ all: 'second' }) });
  second.start({ kind: 'restore', wordCount: 12 });
  second.person(restore(paper));
  const addresses = await addressesOn(first);
  expect(await addressesOn(second)).toEqual(addresses);
  expect(addresses).toEqual(
    paths.map((path) => HDNodeWallet.fromPhrase(paper.join(' '), '', `m/${path}`).address),
  );
});
