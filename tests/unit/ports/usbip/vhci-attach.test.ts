import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attachToKernel, findFreePort } from '../../../../firmware-sim/ports/usbip/vhci-attach.ts';

const head = 'hub port sta spd dev      sockfd local_busid\n';

describe('a free port of the virtual host controller', () => {
  it('is the first that is free, for devices that are not SuperSpeed', () => {
    const rows = [
      'hs  0000 006 002 00010002 000022 1-1',
      'hs  0001 004 000 00000000 000000 0-0',
      'hs  0002 004 000 00000000 000000 0-0',
      'ss  0008 004 000 00000000 000000 0-0',
    ];
    expect(findFreePort(`${head}${rows.join('\n')}\n`)).toBe(1);
  });

  it('may not be there', () => {
    expect(
      findFreePort(`${head}hs  0000 006 002 00010002 000022 1-1\nss  0008 004 000 0 0 0-0\n`),
    ).toBeUndefined();
    expect(findFreePort('')).toBeUndefined();
  });
});

// Where the controller is there, `npm run test:usb` attaches for real.
it.runIf(!existsSync('/sys/devices/platform/vhci_hcd.0'))(
  'attaching says what is missing, before it connects to anything',
  async () => {
    const missing = /^--attach (works on Linux only|needs root|needs the kernel module vhci-hcd)/;
    await expect(attachToKernel({ host: '127.0.0.1', port: 1 }, '1-1')).rejects.toThrow(missing);
  },
);
