/**
 * What the address of the page carries: the wire port of a simulator process (`?process=PORT`), and after `#` the
 * link in use, so that a reloaded page goes back to its device. It is not kept anywhere else.
 */
import type { LinkKind } from '../transport/transport.ts';

const fragments: Partial<Record<LinkKind, string>> = {
  webhid: '#usb',
  webusb: '#webusb',
  'simulator-process': '#process',
};

/** The frame's device ends with the page, so there is nothing to go back to. */
export function linkFromAddress({ hash }: Pick<Location, 'hash'>): LinkKind | undefined {
  const links = Object.keys(fragments) as LinkKind[];
  return links.find((link) => fragments[link] === hash);
}

export function rememberInAddress(
  link: LinkKind | undefined,
  {
    location,
    history,
  }: { location: Pick<Location, 'pathname' | 'search'>; history: Pick<History, 'replaceState' | 'state'> },
): void {
  const fragment = link === undefined ? '' : (fragments[link] ?? '');
  // What the browser's Back needs to know stays as it is.
  history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
}

/** `undefined` (the default port) for a missing or impossible number. */
export function wirePortFromAddress({ search }: Pick<Location, 'search'>): number | undefined {
  const text = new URLSearchParams(search).get('process') ?? '';
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : undefined;
}
