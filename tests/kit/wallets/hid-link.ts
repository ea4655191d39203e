/** Ledger's transport for WebHID, as published, over any pipe of reports: its framing is what talks to the device. */
import { createRequire } from 'node:module';
import type TransportWebHID from '@ledgerhq/hw-transport-webhid';
import type { ReportPipe, WalletLink } from './wallet-link.ts';

const require = createRequire(import.meta.url);
const { default: WebHid } = require('@ledgerhq/hw-transport-webhid') as {
  readonly default: typeof TransportWebHID;
};

/** Of a Nano S Plus with an app open. */
const productId = 0x5011;

export function openHid(pipe: ReportPipe): WalletLink {
  const events = new EventTarget();
  const device = Object.assign(events, {
    opened: true,
    productId,
    sendReport(_reportId: number, data: BufferSource): Promise<void> {
      pipe.send(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer).slice());
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
  pipe.onReport((report) => {
    // Its own 64 bytes: Ledger's transport reads the whole buffer behind the view.
    const data = new DataView(Uint8Array.from(report).buffer);
    events.dispatchEvent(Object.assign(new Event('inputreport'), { data, reportId: 0 }));
  });
  const transport = new WebHid(device as unknown as HIDDevice);
  return {
    transport,
    close() {
      // Not the transport's own, which goes to the browser for its listeners.
      events.removeEventListener('inputreport', transport.onInputReport as unknown as EventListener);
      return Promise.resolve();
    },
  };
}
