/**
 * A browser as these tests use it, whichever engine it has: an address, a script in the page, a pointer, keys. What
 * drives it differs (`firefox.ts`, `webkit.ts`, `chromium.ts`).
 */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** What crosses to the page and back: plain data, as JSON has it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface Engine {
  /** Such as "firefox 153.8.0". */
  readonly version: string;
  goto(url: string): Promise<void>;
  /** Runs a function, which must need nothing but its arguments, in the page or in the frame; waits for its promise. */
  run<Result extends Plain | void, Arguments extends readonly Plain[]>(
    work: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ): Promise<Result>;
  /** Until `work` has settled, scripts run in the page's one frame, and places are those of the frame. */
  inFrame<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The pointer's main button, at a place in CSS pixels. */
  pointer(action: 'click' | 'down' | 'up', place: Place): Promise<void>;
  /** The size of what the page sees, as near as the browser's window allows. */
  resize(width: number, height: number): Promise<void>;
  /** PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface LaunchOptions {
  /** With site data blocked, as in a browser that lets no site keep anything. */
  readonly blockSiteData?: boolean | undefined;
}
