/** What the browser keeps of the reader's choices, also where it keeps nothing. */
import { describe, expect, it } from 'vitest';
import { frameMemory } from '../../../src/app/start/frame-memory.ts';
import { localPreferences } from '../../../src/app/start/preferences.ts';

function fakeStorage(full = false) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (full) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('preferences', () => {
  it('are kept by name', () => {
    const storage = fakeStorage();
    const preferences = localPreferences(storage);
    expect(preferences.get('introduced')).toBeUndefined();
    preferences.set('introduced', 'yes');
    expect(localPreferences(storage).get('introduced')).toBe('yes');
    expect([...storage.kept.keys()]).toEqual(['hostblind.introduced']);
  });

  it('are erased with everything else', () => {
    const storage = fakeStorage();
    const preferences = localPreferences(storage);
    preferences.set('introduced', 'yes');
    preferences.set('language', 'de');
    storage.kept.set('another app', 'stays');
    preferences.clear();
    expect([...storage.kept.keys()]).toEqual(['another app']);
    localPreferences(undefined).clear();
  });

  it('are forgotten without a complaint where nothing can be kept', () => {
    for (const storage of [undefined, fakeStorage(true)]) {
      const preferences = localPreferences(storage);
      preferences.set('theme', 'dark');
      expect(preferences.get('theme')).toBeUndefined();
    }
  });
});

describe('the device on a page that was left', () => {
  it('is told of once, and only if it held something', () => {
    const storage = fakeStorage();
    const page = frameMemory(storage);
    expect(page.ended()).toBe(false);
    page.note(true);
    page.note(true);
    expect(frameMemory(storage).ended()).toBe(true);
    expect(frameMemory(storage).ended()).toBe(false);
    const next = frameMemory(storage);
    next.note(true);
    next.note(false);
    expect(frameMemory(storage).ended()).toBe(false);
  });

  it('is not told of where nothing can be kept', () => {
    frameMemory(undefined).note(true);
    expect(frameMemory(undefined).ended()).toBe(false);
    const full = fakeStorage(true);
    frameMemory(full).note(true);
    expect(frameMemory(full).ended()).toBe(false);
  });
});
