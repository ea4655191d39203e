/** Where a backup file may be dropped onto the page, and what the page says of one that was saved. */
import { describe, expect, it } from 'vitest';
import { noticeFor } from '../../../src/app/notices.ts';
import { fileDropOf } from '../../../src/app/pages/file-drop.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import type { AppState } from '../../../src/app/pages/pages.ts';
import {
  chosenFile,
  following,
  onDevice,
  screens,
  sessionWith,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const screen = (name: string): AppState => {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
};

/** The app after such a file was dropped. */
function dropped(state: AppState): AppState['page'] {
  const way = fileDropOf(state);
  if (way === undefined) throw new Error('it has no place here');
  let after = state;
  for (const event of [...way, { kind: 'choose-file', file: chosenFile } as const])
    [after] = reduceApp(after, event);
  return after.page;
}

describe('a file that is dropped onto the page', () => {
  it.each(['length', 'length-restore', 'restore-file', 'restore-file-chosen'])(
    'at %s, is one to restore from',
    (name) => {
      expect(dropped(screen(name))).toEqual({ kind: 'choose-file', file: chosenFile });
    },
  );

  it.each(['backed-up', 'backed-up-checked', 'settings', 'copies', 'check-file', 'ended-check-file-stopped'])(
    'at %s, is one to check',
    (name) => {
      expect(dropped(screen(name))).toMatchObject({ page: 'check-file', file: chosenFile });
    },
  );

  it.each([
    'welcome',
    'choose',
    'on-device-words',
    'settings-rename',
    'quiz-1',
    'celebration',
    'lost',
    'leave',
  ])('at %s, has no place', (name) => {
    expect(fileDropOf(screen(name))).toBeUndefined();
  });

  it('has no place at a device that makes no such files', () => {
    const device = {
      ...usbDevice,
      capabilities: usbDevice.capabilities.filter((one) => one !== 'backup-file'),
    };
    for (const name of ['length', 'backed-up', 'copies']) {
      const state = screen(name);
      if (state.session.kind !== 'connected') throw new Error('no device');
      const session = { ...state.session, session: { ...state.session.session, device } };
      expect(fileDropOf({ ...state, session }), name).toBeUndefined();
    }
    expect(
      fileDropOf(
        onDevice({ kind: 'connected', session: sessionWith(following, { status: statusAt('words') }) }),
      ),
    ).toBeUndefined();
  });
});

describe('a file that was saved', () => {
  const saved = (walletId: string | undefined): AppState =>
    onDevice({
      kind: 'connected',
      session: sessionWith(
        { kind: 'ended', activity: 'backup-file', outcome: 'completed', file: 'saved' },
        { walletId },
      ),
    });

  it('is named for as long as the page that says so is there', () => {
    expect(noticeFor(saved(someWalletId))?.facts).toEqual([
      { name: 'File name', value: 'hostblind-3f9a0c52.hbbackup' },
    ]);
    expect(noticeFor(saved(someWalletId))?.body.join(' ')).toContain('Write the file’s name');
  });

  it('has no name where its wallet is not known', () => {
    expect(noticeFor(saved(undefined))).toMatchObject({ facts: [] });
  });
});
