/** Overwrites secret bytes. JavaScript may have copied them while it ran; `docs/threat-model.md` says how far this goes. */
export function erase(...secrets: readonly (Uint8Array | Uint16Array)[]): void {
  for (const secret of secrets) secret.fill(0);
}
