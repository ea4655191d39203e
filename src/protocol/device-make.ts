/** What a device says of who made it. A claim, until a certificate proves it. */

/** The position is the code on the wire. */
export const deviceKinds = ['maker', 'simulator', 'self-built'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export interface DeviceMake {
  /**
   * `maker`: a maker's root vouches for it. `simulator`: a program, not for real money (H10). `self-built`: nobody vouches for it,
   * and its own key is all there is to know it by.
   */
  readonly kind: DeviceKind;
  /** 1 to 20 characters (`isMakeName`), as `product`. */
  readonly maker: string;
  readonly product: string;
}
