/** The calendar file against the rules of RFC 5545, sections named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCalendar, escapeText, foldLine, monthsLater } from '../../../src/records/calendar.ts';
import { recordsMessages } from '../../../src/text/records.ts';

const now = Date.parse('2026-11-24T10:20:48.123Z');

function calendar(text: Partial<Parameters<typeof checkCalendar>[0]> = {}): string {
  let ids = 0;
  return checkCalendar({
    ...recordsMessages.reminders.event,
    today: { year: 2026, month: 11, day: 24 },
    now,
    newId: () => `id-${(ids += 1)}`,
    ...text,
  });
}

/** Section 3.1: lines end in CRLF; one that begins with white space continues the one before. */
function unfold(file: string): string[] {
  expect(file.endsWith('\r\n')).toBe(true);
  return file
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

/** Section 3.3.11, read back. */
function unescape(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
}

function values(file: string, name: string): string[] {
  return unfold(file).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('the calendar file', () => {
  it('has one event of a whole day after 1, 6 and 12 months (3.6.1)', () => {
    expect(unfold(calendar()).filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20261224',
      'DTSTART;VALUE=DATE:20270524',
      'DTSTART;VALUE=DATE:20271124',
    ]);
  });

  it('nests its components, and each has what it must have (3.4, 3.6, 3.6.1, 3.6.6)', () => {
    const open: { name: string; properties: string[] }[] = [];
    const closed: { name: string; properties: string[] }[] = [];
    for (const line of unfold(calendar())) {
      const [name = '', value = ''] = line.split(/[:;](.*)/s);
      if (name === 'BEGIN') open.push({ name: value, properties: [] });
      else if (name === 'END') {
        const component = open.pop();
        expect(component?.name).toBe(value);
        if (component !== undefined) closed.push(component);
      } else open.at(-1)?.properties.push(name);
    }
    expect(open).toEqual([]);
    const must: Record<string, string[]> = {
      VCALENDAR: ['PRODID', 'VERSION'],
      VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
      VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
    };
    expect(closed.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 3 }, () => ['VALARM', 'VEVENT']).flat(),
      'VCALENDAR',
    ]);
    for (const { name, properties } of closed) {
      expect(properties).toEqual(expect.arrayContaining(must[name] ?? ['?']));
      expect(new Set(properties).size).toBe(properties.length);
    }
  });

  it('stamps in UTC (3.3.5, 3.8.7.2), and each event has its own identifier (3.8.4.7)', () => {
    expect(values(calendar(), 'DTSTAMP')).toEqual(Array.from({ length: 3 }, () => '20261124T102048Z'));
    expect(new Set(values(calendar(), 'UID')).size).toBe(3);
  });

  it('says nothing about wallets, words or money', () => {
    expect(calendar()).not.toMatch(
      /wallet|word|phrase|seed|recover|backup|money|coin|crypto|ledger|hostblind|device|pin\b|secret|key/i,
    );
  });

  it('has no bare breaks or lines over 75 octets, and texts round-trip (3.1, 3.3.11)', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const file = calendar({ title, description });
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        const plain = (value: string): string =>
          value.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?!\n|\t)\p{Cc}/gu, ' ');
        for (const summary of values(file, 'SUMMARY')) expect(unescape(summary)).toBe(plain(title));
        expect(unfold(file).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
      }),
    );
  });

  it('lets no text begin a property of its own', () => {
    const file = calendar({ title: 'x\r\nATTENDEE:mailto:a@example.org\nEND:VEVENT' });
    expect(unfold(file).some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });
});

describe('escapeText', () => {
  it('escapes what section 3.3.11 names, and nothing else', () => {
    expect(escapeText('a;b,c\\d\ne:"f"')).toBe(String.raw`a\;b\,c\\d\ne:"f"`);
  });

  it('makes a character of half a surrogate pair', () => {
    expect(escapeText('\uD83D')).toBe('\uFFFD');
    expect(escapeText('\uFEFFa')).toBe('\uFEFFa');
  });
});

describe('foldLine', () => {
  it('folds at exactly 75 octets, and not at 75', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine(`${'x'.repeat(74)}é`)).toBe(`${'x'.repeat(74)}\r\n é`);
  });

  it('folds no sooner than it must, in each line after the first too', () => {
    const line = foldLine('x'.repeat(75 + 74 + 10));
    expect(line).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n ${'x'.repeat(10)}`);
  });

  it('never cuts a character, and unfolds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (line) => {
        fc.pre(!/[\r\n]/.test(line));
        const folded = foldLine(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        for (const part of folded.split('\r\n')) {
          expect(octets(part)).toBeLessThanOrEqual(75);
          expect(new TextDecoder().decode(new TextEncoder().encode(`x${part}`))).toBe(`x${part}`);
        }
      }),
    );
  });
});

describe('monthsLater', () => {
  it.each([
    [{ year: 2026, month: 1, day: 31 }, 1, '20260228'],
    [{ year: 2028, month: 1, day: 31 }, 1, '20280229'],
    [{ year: 2026, month: 12, day: 1 }, 1, '20270101'],
    [{ year: 2026, month: 8, day: 31 }, 6, '20270228'],
    [{ year: 2028, month: 2, day: 29 }, 12, '20290228'],
  ])('%o and %i months is %s', (today, months, expected) => {
    expect(monthsLater(today, months)).toBe(expected);
  });

  it('is a day of the calendar in the right month', () => {
    const day = fc.record({
      year: fc.integer({ min: 2000, max: 2400 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 36 }), (today, months) => {
        const date = new Date(Date.UTC(today.year, today.month - 1 + months, today.day));
        expect(monthsLater(today, months)).toBe(date.toISOString().slice(0, 10).replaceAll('-', ''));
      }),
    );
  });
});
