/**
 * Whether a person can see the picture: not covered, faded or cut off by the page around the frame, and for long enough to have read it
 * (H10, S-11). By IntersectionObserver v2, which Chromium has; elsewhere the picture counts as seen.
 */

const readMs = 500;

/** `told` hears of each change; gives whether the picture is seen now. */
export function watchPicture(picture: Element, told: (seen: boolean) => void): () => boolean {
  let seen = !('isVisible' in IntersectionObserverEntry.prototype);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (now: boolean): void => told((seen = now));
  if (!seen)
    new IntersectionObserver(
      (entries) => {
        const { isVisible, intersectionRatio } = entries.at(-1) as VisibilityEntry;
        clearTimeout(timer);
        if (isVisible && intersectionRatio > 0.99) timer = setTimeout(set, readMs, true);
        else set(false);
      },
      { threshold: 0.99, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    ).observe(picture);
  return () => seen;
}

/** Not in TypeScript's library yet. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible: boolean;
}
