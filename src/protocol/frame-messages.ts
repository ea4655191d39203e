/**
 * The handshake between the app and the sandboxed simulator frame. The frame's origin is opaque ("null"), so
 * neither side can name the other by origin: each compares the sender's window, and the APDUs then travel over a
 * `MessagePort` that nobody else holds. Shared with the frame, whose side is in `firmware-sim/boards/browser`.
 */

/** Frame to app, when its script has started, and again as the answer to a hello. */
export const frameReadyKind = 'hostblind-simulator-ready';
/** App to frame: are you there? A frame that is still loading misses it, and says ready when it has loaded. */
export const helloKind = 'hostblind-simulator-hello';
/** App to frame, with the port for the APDUs. */
export const wireKind = 'hostblind-simulator-wire';

/** App to frame, over the port and before the APDUs that are to find it spoken: the language of the page. */
export const languageKind = 'hostblind-simulator-language';

export interface LanguageMessage {
  readonly kind: typeof languageKind;
  /** Two lower-case letters. */
  readonly tag: string;
  /** Teaches it; English needs none. The frame's policy names the few that run. */
  readonly script?: string | undefined;
}

/** App to frame, over the port and before the APDUs: parts of the device that its page has no room for, all at once. */
export const partKind = 'hostblind-simulator-part';

export interface PartMessage {
  readonly kind: typeof partKind;
  /** In the order in which they build on each other. The frame's policy names those that run. */
  readonly scripts: readonly string[];
}

export interface ReadyMessage {
  readonly kind: typeof frameReadyKind;
  /** True in the answer to a hello; false means that the frame has just started, with an empty device. */
  readonly again: boolean;
}

export function messageKind(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
}

export function isReady(data: unknown): data is ReadyMessage {
  return messageKind(data) === frameReadyKind;
}

export function isLanguage(data: unknown): data is LanguageMessage {
  if (messageKind(data) !== languageKind) return false;
  const { tag, script } = data as Partial<Record<keyof LanguageMessage, unknown>>;
  return typeof tag === 'string' && (script === undefined || typeof script === 'string');
}

export function isPart(data: unknown): data is PartMessage {
  return (
    messageKind(data) === partKind && Array.isArray((data as Partial<Record<'scripts', unknown>>).scripts)
  );
}
