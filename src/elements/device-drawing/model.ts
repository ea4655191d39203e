/**
 * What a drawing of a device is made of. Lengths are millimetres on the real device, from the top left corner of its front as it is
 * held to read its screen, so that every drawing has its device's proportions.
 */
import type { SVGTemplateResult } from 'lit';

/** A place to touch: a third of an edge, a corner or an edge of a touch screen, or the screen. */
export type Spot = 'screen' | 'top-left' | 'top' | 'top-right' | 'bottom-left' | 'bottom' | 'bottom-right';

export type DeviceControl = 'left' | 'right' | Spot;

export interface Bar {
  readonly kind: 'bar';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface Disc {
  readonly kind: 'disc';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Outline {
  readonly kind: 'outline';
  /** Path data, closed. */
  readonly path: string;
  /** The same, a little larger: what lights up around it. */
  readonly around: string;
}

export type Shape = Bar | Disc | Outline;

/** Where a control lies decides in which colour it lights up. */
export type Ground = 'body' | 'paper' | 'outside';

/** Where the controls are, in words: `text/drawings/`. */
export type DeviceLayout =
  'screen' | 'buttons-above' | 'buttons-below' | 'buttons-beside' | 'touch' | 'edges';

export interface DeviceModel {
  readonly layout: DeviceLayout;
  readonly width: number;
  readonly height: number;
  /** All that never changes, from `parts.ts`. What has the class `front` is as large as the device. */
  readonly body: SVGTemplateResult;
  readonly screen: Bar & {
    /** Electronic paper is bright, and what is on it dark. */
    readonly paper?: boolean;
    /** Where it is more than what lies flat, or its corners differ. */
    readonly path?: string;
    /** Drawn on it. */
    readonly more?: SVGTemplateResult;
  };
  /** Always drawn. One on an edge sticks out from behind the body. */
  readonly buttons?: Readonly<Record<'left' | 'right', Shape>>;
  readonly buttonsOnEdge?: boolean;
  /** Drawn while they are to be touched. */
  readonly spots?: Readonly<Partial<Record<Spot, Shape>>>;
}
