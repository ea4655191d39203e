/** The ways to a device that this page has: real connectors on what the browser gives. */
import { platformOf } from '../transport/browser-errors.ts';
import { simulatorFrame } from '../transport/simulator/simulator-frame.ts';
import { simulatorProcess } from '../transport/simulator/simulator-process.ts';
import type { Connector } from '../transport/transport.ts';
import { webHid } from '../transport/webhid/webhid.ts';
import { webUsb } from '../transport/webusb/webusb.ts';
import { wirePortFromAddress } from './address.ts';
import { frameLanguages, frameParts } from './frame-parts.ts';
import { usbOf, type BrowserUsb } from './start/usb-offer.ts';

export interface LinkSurroundings {
  readonly window: Window;
  readonly navigator: BrowserUsb & Pick<Navigator, 'locks' | 'platform' | 'userAgent'>;
  readonly frame: () => HTMLIFrameElement | undefined;
  /** Settles when what was asked for is drawn, the simulator's frame too. */
  readonly drawn: () => Promise<unknown>;
  /** The frame was handed a language that its device may offer now. */
  readonly handedLanguage: () => void;
}

export function connectLinks({
  window,
  navigator,
  frame,
  drawn,
  handedLanguage,
}: LinkSurroundings): readonly Connector[] {
  const { locks } = navigator;
  const browser = { locks, platform: platformOf(navigator) };
  const { kind, hid, usb } = usbOf(navigator);
  const inPage = simulatorFrame({
    frame,
    window,
    languages: frameLanguages(handedLanguage),
    parts: frameParts,
  });
  return [
    kind === 'webusb' && usb !== undefined ? webUsb({ ...browser, usb }) : webHid({ ...browser, hid }),
    {
      ...inPage,
      // The frame is rendered in the same turn as the request to open it: wait until it is in the page.
      async open(options) {
        await drawn();
        return inPage.open(options);
      },
    },
    simulatorProcess({
      openSocket: (url, subprotocol) => new WebSocket(url, subprotocol),
      locks,
      port: wirePortFromAddress(window.location),
    }),
  ];
}
