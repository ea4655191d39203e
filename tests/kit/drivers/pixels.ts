/** Reading a 1-bit picture in a test: as rows of `#` and `.`. */
interface Picture {
  readonly pixels: Uint8Array;
}

const rowBytes = 16;

export function isLit({ pixels }: Picture, x: number, y: number): boolean {
  return ((pixels[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

export function art(picture: Picture, x = 0, y = 0, width = 128, height = 64): string[] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => (isLit(picture, x + column, y + row) ? '#' : '.')).join(''),
  );
}

export function litCount(picture: Picture): number {
  return art(picture).join('').replaceAll('.', '').length;
}
