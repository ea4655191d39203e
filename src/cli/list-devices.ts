/** `hostblind list`: every device that a link reaches. */
import { trustedIssuers } from '../devices/hostblind/attestation/trusted-issuers.ts';
import { errorCode } from '../protocol/errors.ts';
import { errorMessages } from '../text/errors.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { nodeHid } from '../transport/node-hid/node-hid.ts';
import { links, type Run } from './command-line.ts';
import { connectorFor } from './connect.ts';
import { openDevice } from './opened-device.ts';
import type { ExitName } from './terminal/exit-codes.ts';
import type { Output } from './terminal/output.ts';
import { openingOn } from './wrong-service.ts';

interface Listed {
  readonly link: string;
  readonly path: string;
  readonly title: string;
}

/** A link that can't be used here ends it if it was asked for, and is named if not. */
export async function listDevices(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  const found: Listed[] = [];
  for (const link of options.link === undefined ? links : [options.link]) {
    try {
      found.push(...(link === 'usb' ? listUsb() : await listSimulator(link, options, signal)));
    } catch (error) {
      const code = errorCode(error);
      if (options.link !== undefined || code === undefined || code === 'aborted') throw error;
      output.note('unavailable', `--link ${link}: ${errorMessages[code].when} ${errorMessages[code].todo}`);
    }
  }
  const lines = found.map(({ link, path, title }) => `${link.padEnd(8)} ${path.padEnd(22)} ${title}`);
  output.answer(found.length === 0 ? [terminalText.noDevice] : lines, { devices: found });
  return found.length === 0 ? 'noDevice' : 'done';
}

function listUsb(): Listed[] {
  return nodeHid()
    .list()
    .map(({ path, manufacturer = '', product = '', vendorId, productId }) => ({
      link: 'usb',
      path,
      title: `${calledBy(manufacturer, product)} (${hexWord(vendorId)}:${hexWord(productId)})`.trim(),
    }));
}

async function listSimulator(link: 'process' | 'tcp', options: Run, signal: AbortSignal): Promise<Listed[]> {
  const connector = connectorFor(link, options);
  const transport = await connector.reopen({ signal });
  if (transport === undefined) return [];
  const session = await openingOn({ link, port: options.port }, () =>
    openDevice(transport, signal, trustedIssuers),
  );
  await session.close();
  return [{ link, path: '127.0.0.1', title: terminalText.links[link](session.info.kind) }];
}

/** Many products begin with their maker's name. */
function calledBy(manufacturer: string, product: string): string {
  return product.startsWith(manufacturer) ? product : `${manufacturer} ${product}`;
}

function hexWord(value: number): string {
  return value.toString(16).padStart(4, '0');
}
