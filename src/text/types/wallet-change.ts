/**
 * Why a known device may have another wallet than before, or none: the harmless reasons and the bad one. Loaded when
 * there is a use for it; the warning itself, both ids and the choice are there without it (`messages.wallet`).
 */

export interface WalletChangeMessages {
  readonly reasons: Record<'changed' | 'gone', readonly string[]>;
}
