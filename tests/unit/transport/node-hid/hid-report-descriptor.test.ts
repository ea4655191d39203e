import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportDescriptor } from '../../../../firmware-sim/ports/usbip/descriptors.ts';
import { topLevelUsages } from '../../../../src/transport/node-hid/hid-report-descriptor.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** HID 1.11, appendix B.1: the boot protocol's keyboard, with one field's usages on the page of LEDs. */
const keyboard =
  '05010906a101050719e029e71500250175019508810295017508810195057501050819012905910295017503910195067508' +
  '150025650507190029658100c0';
/** CTAP 2.2, section 11.2.8.2, the FIDO alliance's page. */
const fido = '06d0f10901a1010920150026ff007508954081020921150026ff00750895409102c0'.replaceAll(' ', '');
/** HID 1.11, appendix B.2 in short: a mouse, whose buttons are in a collection within the collection. */
const mouse =
  '05010902a1010901a1000509190129031500250195037501810295017505810105010930093115812' + '57f750895028106c0c0';

describe('the top-level usages of a report descriptor', () => {
  it.each([
    ['the keyboard of HID’s appendix', keyboard, [[1, 6]]],
    ['a mouse, whose inner collection does not count', mouse, [[1, 2]]],
    ['a FIDO interface', fido, [[0xf1d0, 1]]],
    [
      'two in one descriptor',
      keyboard + fido,
      [
        [1, 6],
        [0xf1d0, 1],
      ],
    ],
    ['a usage of four bytes, with its page in it', '05010b0100a0ffa101c0', [[0xffa0, 1]]],
    ['the first of several usages', '06a0ff09010902a101c0', [[0xffa0, 1]]],
    ['a page that comes after its usage', '090306a0ffa101c0', [[0xffa0, 3]]],
    ['a page that was pushed and popped', '06a0ffa40501b40901a101c0', [[0xffa0, 1]]],
    ['a long item in between is passed over', '06a0fffe02f0a101' + '0901a101c0', [[0xffa0, 1]]],
    ['a collection without a usage', '06a0ffa101c0', [[0xffa0, 0]]],
    [
      'a usage is spent by its collection',
      '06a0ff0901a101c0a101c0',
      [
        [0xffa0, 1],
        [0xffa0, 0],
      ],
    ],
    ['more ends than beginnings', 'c0c006a0ff0901a101c0', [[0xffa0, 1]]],
    ['one that breaks off', '06a0ff0901a10106a0', [[0xffa0, 1]]],
    ['nothing', '', []],
  ] as const)('%s', (_, hex, usages) => {
    expect(topLevelUsages(bytes(hex))).toEqual(usages.map(([usagePage, usage]) => ({ usagePage, usage })));
  });

  it('the simulator’s', () => {
    expect(topLevelUsages(reportDescriptor)).toEqual([{ usagePage: 0xffa0, usage: 1 }]);
  });

  it('any bytes come to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (descriptor) => {
        for (const { usagePage, usage } of topLevelUsages(descriptor)) {
          expect(usage).toBeLessThanOrEqual(0xffff);
          expect(usagePage).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
