import { describe, expect, it } from 'vitest';
import {
  decodeHolder,
  encodeHolder,
  stateOf,
  thisHolder,
  type LockHolder,
} from '../../../firmware-sim/device/lock-holder.ts';

const here: LockHolder = { ...thisHolder(false), boot: 'boot-1', namespace: 'pid:[1]', computer: 'desk' };
const locked: LockHolder = { ...here, hasSystemLock: true };
/** No process has this id: it is above the most that Linux gives out. */
const nobody = 2 ** 22 + 1;

describe('the holder of a lock', () => {
  it('is written down and read again', () => {
    for (const holder of [thisHolder(true), here, { ...locked, started: '', boot: '', namespace: '' }]) {
      expect(decodeHolder(encodeHolder(holder))).toEqual(holder);
    }
  });

  it.each(['', 'garbage', '-1 0', '0 0', '1e999 0', '1.5 0'])('is nobody by the note %j', (note) => {
    expect(decodeHolder(note)).toBeUndefined();
  });

  it.each<[string, LockHolder, LockHolder, string]>([
    ['itself runs', here, here, 'running'],
    ['a process that ended', { ...here, pid: nobody }, here, 'gone'],
    ['an id that another process has by now', { ...here, started: '1' }, here, 'gone'],
    ['another namespace', { ...here, namespace: 'pid:[2]' }, here, 'unknown'],
    [
      'another namespace, and no such id here',
      { ...here, pid: nobody, namespace: 'pid:[2]' },
      here,
      'unknown',
    ],
    [
      'another namespace, but the lock of the system is free',
      { ...locked, namespace: 'pid:[2]' },
      locked,
      'gone',
    ],
    [
      'a note without the system’s lock, though there is one here',
      { ...here, namespace: 'x' },
      locked,
      'unknown',
    ],
    ['the same computer before it was switched on again', { ...here, boot: 'boot-0' }, here, 'gone'],
    [
      'another computer, though the system’s lock is free',
      { ...locked, boot: 'b', computer: 'c' },
      locked,
      'unknown',
    ],
    ['no start time', { ...here, started: '' }, here, 'unknown'],
    ['no start time, and nobody there', { ...here, started: '', pid: nobody }, here, 'gone'],
  ])('%s', (_, holder, by, state) => {
    expect(stateOf(holder, by)).toBe(state);
  });

  it('of an earlier version is known by its id and start time alone', () => {
    const note = (pid: number, started: string) => decodeHolder(`${pid} ${started}\n`) ?? here;
    expect(stateOf(note(process.pid, here.started), locked)).toBe(
      here.started === '' ? 'unknown' : 'running',
    );
    expect(stateOf(note(process.pid, ''), locked)).toBe('unknown');
    expect(stateOf(note(nobody, '12'), locked)).toBe('gone');
  });
});
