/** An empty SeedQR grid: squares, lines around blocks, and the names of their rows and columns. Lengths in mm. */
import { svg, type SVGTemplateResult } from 'lit';
import { html, type TemplateResult } from 'lit';
import { blockLength, blocksAcross, type SeedQrSize } from '../../protocol/files/seed-qr.ts';
import { isFixedDark } from '../../protocol/files/qr-patterns.ts';

/** As large as both papers allow, and not below what a pen can fill. */
const squareLengths: Record<SeedQrSize, number> = { 21: 6.5, 25: 6, 29: 5.25 };
/** Room for the names of rows and columns, and for a quiet zone. */
const labelSpace = 8;

const span = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function fixedSquares(size: SeedQrSize, length: number): SVGTemplateResult[] {
  return span(size * size)
    .map((at) => [at % size, Math.floor(at / size)] as const)
    .filter(([column, row]) => isFixedDark(size, column, row))
    .map(
      ([column, row]) =>
        svg`<rect x=${column * length} y=${row * length} width=${length} height=${length} />`,
    );
}

function lines(size: SeedQrSize, length: number): SVGTemplateResult[] {
  const block = blockLength(size);
  const whole = size * length;
  return span(size + 1).map((at) => {
    const isBlock = at % block === 0 || at === size;
    const place = at * length;
    return svg`<path class=${isBlock ? 'block' : 'thin'} d="M${place} 0V${whole}M0 ${place}H${whole}" />`;
  });
}

function labels(size: SeedQrSize, length: number): SVGTemplateResult[] {
  const block = blockLength(size);
  return span(blocksAcross(size)).map((at) => {
    const modules = Math.min(block, size - at * block);
    const middle = (at * block + modules / 2) * length;
    return svg`<text x=${middle} y="-2.5" text-anchor="middle">${at + 1}</text>
      <text x="-4.5" y=${middle + 1.6} text-anchor="middle">${String.fromCharCode(0x41 + at)}</text>`;
  });
}

export function formGrid(size: SeedQrSize, withFixedSquares: boolean): TemplateResult {
  const length = squareLengths[size];
  const whole = size * length + 2 * labelSpace;
  const view = `${-labelSpace} ${-labelSpace} ${whole} ${whole}`;
  return html`<svg class="grid size-${size}" viewBox=${view} aria-hidden="true" focusable="false">
    <g class="squares">${withFixedSquares ? fixedSquares(size, length) : []}</g>
    <g fill="none" class="lines">${lines(size, length)}</g>
    <g class="names">${labels(size, length)}</g>
  </svg>`;
}
