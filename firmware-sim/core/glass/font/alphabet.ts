/**
 * How the glyph table is written: numbers would be half as long again in the simulator's page, which has little room.
 * A digit of 64 is one character; a row of at most `narrow` pixels is one digit, a wider one two, the higher first.
 */
export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';

export const narrow = 6;

/** Beside ASCII: what German, French, Spanish and Portuguese are written with, their marks last. A table of their own. */
export const accented: readonly string[] =
  'ÀÁÂÃÄÆÇÈÉÊËÍÎÏÑÓÔÕÖÙÚÛÜŒßàáâãäæçèéêëíîïñóôõöùúûüœ¡¿'.split('');

/** In the order of the table: what ASCII prints, and the symbols of the glass. */
export const characters: readonly string[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)),
  '▶',
  '◀',
  '▲',
  '▼',
  '●',
  '○',
];
