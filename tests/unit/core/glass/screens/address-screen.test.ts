/** An address on the glass: whole, in groups of four, and readable to the last letter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCanvas } from '../../../../../firmware-sim/core/glass/screens/canvas.ts';
import { addressRows, drawAddress } from '../../../../../firmware-sim/core/glass/screens/address-screen.ts';
import { titleWidth } from '../../../../../firmware-sim/core/glass/screens/layout.ts';
import { glassText } from '../../../../../src/text/glass.ts';
import { art } from '../../../../kit/drivers/pixels.ts';

const ethereum = '0x9858EfFD232B4033E47d90003D41EC34EcaEda94';
const bitcoin = 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu';

const taproot = 'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr';

function drawn(address: string, chain: 'ethereum' | 'bitcoin') {
  const canvas = createCanvas();
  drawAddress(canvas, glassText.addresses[chain], address);
  return canvas.frame;
}

describe('an address', () => {
  it('stands in rows of four groups', () => {
    expect(addressRows(ethereum)).toEqual(['0x 9858 EfFD 232B', '4033 E47d 9000 3D41', 'EC34 EcaE da94']);
    expect(addressRows(bitcoin)).toEqual(['bc1q cr8t e4kr 609g', 'cawu tmrz a0j4 xv80', 'jy8z 306f yu']);
  });

  it('of Taproot stands in four rows of the smaller letters', () => {
    const rows = drawn(taproot, 'bitcoin').lines.slice(3);
    expect(rows.map(({ text, y }) => `${y} ${text}`)).toEqual([
      '14 bc1p 5cyx nuxm euwu',
      '24 vkwf em96 lqzs zd02',
      '34 n6xd cjrs 20ca c6yq',
      '44 jjwu dpxq kedr cr',
    ]);
  });

  it('has its title above, and what the buttons do below', () => {
    const placed = drawn(ethereum, 'ethereum').lines.map(({ text, x, y, height }) => ({
      text,
      x,
      y,
      height,
    }));
    expect(placed).toEqual([
      { text: 'Ethereum, account 1', x: 2, y: 0, height: 10 },
      { text: '◀ Back', x: 2, y: 54, height: 10 },
      { text: 'Next ▶', x: placed[2]?.x, y: 54, height: 10 },
      { text: '0x 9858 EfFD 232B', x: 2, y: 16, height: 12 },
      { text: '4033 E47d 9000 3D41', x: 2, y: 28, height: 12 },
      { text: 'EC34 EcaE da94', x: 2, y: 40, height: 12 },
    ]);
    expect(drawn(bitcoin, 'bitcoin').lines[2]?.text).toBe('Done ▶');
  });

  it('looks like this', () => {
    expect(art(drawn(ethereum, 'ethereum'), 0, 0, 128, 64).join('\n')).toMatchSnapshot();
    expect(art(drawn(bitcoin, 'bitcoin'), 0, 0, 128, 64).join('\n')).toMatchSnapshot();
  });

  it('is whole whatever its letters are: the widest are drawn smaller', () => {
    const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.split('');
    const addresses = fc.oneof(
      fc.constant(`bc1q${'m'.repeat(38)}`),
      fc
        .array(fc.constantFrom(...letters), { minLength: 38, maxLength: 38 })
        .map((all) => `bc1q${all.join('')}`),
      fc.constant(`bc1p${'m'.repeat(58)}`),
      fc
        .array(fc.constantFrom(...letters), { minLength: 58, maxLength: 58 })
        .map((all) => `bc1p${all.join('')}`),
      fc
        .array(fc.constantFrom(...'0123456789ABCDEFabcdef'.split('')), { minLength: 40, maxLength: 40 })
        .map((all) => `0x${all.join('')}`),
    );
    fc.assert(
      fc.property(addresses, (address) => {
        const { lines } = drawn(address, 'bitcoin');
        const rows = lines.slice(3);
        expect(
          rows
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(address);
        expect(rows).toHaveLength(address.length > 42 ? 4 : 3);
        expect(rows[0]?.y).toBeGreaterThanOrEqual(12);
        for (const { x, width, y, height } of rows) {
          expect(x + width).toBeLessThanOrEqual(126);
          expect(y + height).toBeLessThanOrEqual(54);
        }
      }),
      { numRuns: 200 },
    );
    expect(titleWidth).toBeGreaterThan(drawn(ethereum, 'ethereum').lines[0]?.width ?? 0);
  });
});
