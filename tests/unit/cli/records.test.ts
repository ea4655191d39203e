/** What `hostblind records` and `hostblind info` say of what this computer remembers. */
import { describe, expect, it } from 'vitest';
import { describeMemory, deviceRecord, recollect, type Proof } from '../../../src/cli/opened-device.ts';
import { recordLines } from '../../../src/cli/list-records.ts';
import { labelWidth, layOut } from '../../../src/cli/terminal/wrap.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import type { DeviceInfo } from '../../../src/protocol/commands/info.ts';
import { emptyBook, emptyView, type RecordBook } from '../../../src/records/book.ts';
import { chooseLanguage } from '../../../src/text/languages.ts';
import { programLanguages } from '../../../src/text/program-languages.ts';
import { ceremonyText } from '../../../src/text/terminal/ceremonies.ts';
import { terminalText } from '../../../src/text/terminal/terminal.ts';
import { someBook, someNow } from '../../fixtures/data/some-records.ts';
import { emptyStatus, someWalletId } from '../../fixtures/screens/screens.ts';

function listed(book: RecordBook, unreadable = 0, ...[file]: readonly (string | undefined)[]): string {
  const lines = recordLines({ ...emptyView, book, unreadable, read: true }, file, someNow);
  return lines.flatMap((line) => layOut(line, Number.POSITIVE_INFINITY)).join('\n');
}

/** As `someBook`, and the first wallet's paper didn't fit. */
const doubted: RecordBook = {
  ...someBook,
  wallets: someBook.wallets.map((wallet) =>
    wallet.walletId === someWalletId ? { ...wallet, doubted: '2027-01-08T10:00:00.000Z' } : wallet,
  ),
};

it.each(programLanguages)('labels leave room for what they name in $name', async ({ tag }) => {
  await chooseLanguage([tag], ['terminal'], programLanguages);
  const labels = [...Object.values(terminalText.labels), ...Object.values(ceremonyText.ids)];
  await chooseLanguage(['en-GB'], ['terminal'], programLanguages);
  expect(labels.filter((label) => label.length >= labelWidth)).toEqual([]);
});

describe('the list of what is remembered', () => {
  it('is empty where nothing is', () => {
    expect(listed(emptyBook, 0, '/state/records.json')).toMatch(
      /^This computer remembers nothing yet\.\n\nKept in \/state\/records\.json, /,
    );
    expect(listed(emptyBook)).toContain('Nothing is kept: --no-records.');
  });

  it('has each device with its wallet in groups, its state, and its last check', () => {
    const text = listed(someBook);
    expect(text).toContain('"Travel", "Vault One"\nbackup        Backed up');
    expect(text).toContain('wallet ID     3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486');
    expect(text).toContain('"Simulator", Simulator');
    expect(text).toContain('"Spare", "Vault One"\nbackup        Not backed up');
    expect(text).toContain('"Everyday", "Vault One"\nbackup        No wallet');
    expect(text).toMatch(/last seen {5}9 January 2027/);
    expect(text).not.toContain('browser');
    expect(text).not.toContain('this page');
  });

  it('marks a paper that did not fit, and what is due', () => {
    const text = listed(doubted);
    expect(text).toContain('"Travel", "Vault One"\nbackup        Check failed');
    expect(text).toContain('last check    Failed on 8 January 2027');
    expect(text).toContain('The last check of one backup failed.');
    expect(listed(someBook)).not.toContain('failed.');
    const checked = { checked: '2026-12-24T10:00:00.000Z', doubted: undefined };
    const fine = { ...someBook, wallets: someBook.wallets.map((wallet) => ({ ...wallet, ...checked })) };
    expect(listed(fine)).toContain('Every backup this computer knows of was checked in the last year.');
    const never = {
      ...someBook,
      wallets: someBook.wallets.map((wallet) => ({ ...wallet, checked: undefined })),
    };
    expect(listed(never)).toMatch(/hasn't been checked|haven't been checked/);
  });

  it('has a wallet that is on no device, and checks of randomness that never finished', () => {
    const devices = someBook.devices.map((device) => ({ ...device, unfinishedChecks: [8, 8] }));
    const text = listed({ ...someBook, devices: devices.slice(1) });
    expect(text).toContain('Other backups');
    expect(text).toContain('randomness    2 checks in a row never finished');
  });

  it('has what was done, and counts what is older or unreadable', () => {
    const [first] = someBook.ceremonies;
    const many = Array.from({ length: 25 }, (_, number) => ({
      ...(first ?? someBook.ceremonies[0]),
      number,
    }));
    const text = listed({ ...someBook, ceremonies: many as RecordBook['ceremonies'] }, 2);
    expect(text.match(/New wallet: Completed/g)).toHaveLength(20);
    expect(text).toContain('5 older entries: --json lists them.');
    expect(text).toContain("2 entries can't be used.");
    expect(listed(someBook)).toContain(': Cancelled on a computer');
  });
});

describe('a device beside what is remembered of it', () => {
  const id = '00112233445566778899aabbccddeeff';
  const info: DeviceInfo = {
    firmware: { major: 1, minor: 0, patch: 0 },
    kind: 'maker',
    capabilities: ['create', 'attest'],
    deviceId: fromHex(id),
  };
  const proofWith = (key = `04${'5a'.repeat(64)}`): Proof => ({
    kind: 'genuine',
    added: false,
    certificate: {
      kind: 'maker',
      maker: 'Acme',
      product: 'Vault One',
      issuerId: new Uint8Array(8),
      deviceId: fromHex(id),
      publicKey: fromHex(key),
    },
    state: emptyStatus,
    walletId: undefined,
  });
  const said = (book: RecordBook, proof: Proof, told = info): string =>
    describeMemory(recollect('node-hid', told, proof, book), someNow)
      .flatMap((line) => layOut(line, Number.POSITIVE_INFINITY))
      .join('\n');

  it('is known by its key, with its wallet and what is wrong with its paper', () => {
    const text = said(doubted, proofWith());
    expect(text).toContain('known         since 24 November 2026, by the same key');
    expect(text).toContain('name          Travel');
    expect(text).toContain('wallet ID     3f9a 0c52');
    expect(text).toContain('backup        Check failed');
    expect(text).toContain('last check    Failed on 8 January 2027');
  });

  it('is new, or can not be known', () => {
    expect(said(emptyBook, proofWith())).toContain('not yet: nothing is remembered');
    expect(said(emptyBook, undefined, { ...info, capabilities: ['create'] })).toContain("can't prove which");
  });

  it.each([
    ['another key', proofWith(`04${'6b'.repeat(64)}`), info, 'its key is different'],
    ['no proof any more', undefined, { ...info, capabilities: ['create' as const] }, 'no longer does'],
  ])('is not to be used with %s', (_, proof, told, why) => {
    expect(said(someBook, proof, told)).toMatch(/^Don't use this device: /);
    expect(said(someBook, proof, told)).toContain(why);
    const memory = recollect('node-hid', told, proof, someBook);
    expect(deviceRecord(told, proof, memory)).toHaveProperty('alarm');
  });

  it('is the same for a program', () => {
    expect(deviceRecord(info, proofWith(), recollect('node-hid', info, proofWith(), doubted))).toMatchObject({
      deviceId: id,
      maker: 'Acme',
      known: {
        name: 'Travel',
        walletId: someWalletId,
        backup: 'backed-up',
        doubted: '2027-01-08T10:00:00.000Z',
        unfinishedChecks: 0,
      },
    });
    const failed = { kind: 'failed', reason: 'revoked' } as const;
    const memory = recollect('node-hid', info, failed, someBook);
    expect(deviceRecord(info, failed, memory)).toMatchObject({ reason: 'revoked', alarm: 'attestation' });
    expect(deviceRecord(info, failed, memory)).not.toHaveProperty('known');
  });

  it('says how many checks of its randomness never finished', () => {
    const devices = someBook.devices.map((device) => ({ ...device, unfinishedChecks: [8] }));
    expect(said({ ...someBook, devices }, proofWith())).toContain('randomness    one check never finished');
  });
});
