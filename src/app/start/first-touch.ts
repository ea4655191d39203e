/** The first sign that somebody is there. What is loaded at it is there before they have pressed anything. */

const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown'] as const;

/** Calls `then` once. */
export function atFirstTouch(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  then: () => void,
): void {
  const come = (): void => {
    for (const sign of signs) page.removeEventListener(sign, come);
    then();
  };
  for (const sign of signs) page.addEventListener(sign, come, { passive: true });
}
