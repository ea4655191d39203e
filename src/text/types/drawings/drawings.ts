/** What goes with the drawing of a device: where its controls are, and what they do now. */
export interface DrawingMessages {
  /** By where the controls are: what a person who doesn't see the drawing is told of it. */
  readonly layouts: Record<
    'screen' | 'buttons-above' | 'buttons-below' | 'buttons-beside' | 'touch' | 'edges',
    string
  >;
  readonly legend: string;
  readonly left: string;
  readonly right: string;
  readonly both: string;
  readonly touch: string;
  readonly unused: string;
  /** A computer doesn't learn how long a button has been held. */
  readonly hold: string;
  /** Under the pictures of how a device is connected. */
  readonly connect: Record<'plug-in' | 'unlock' | 'choose', string>;
}
