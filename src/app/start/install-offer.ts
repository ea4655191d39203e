/** A browser that can install the app says so by an event, and takes the wish for it once. */

/** TypeScript's library doesn't have it: it's in no standard, and in Chromium alone. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export interface InstallOffer {
  readonly offered: boolean;
  /** Inside a click: opens the browser's own question. */
  ask(): void;
  subscribe(listener: () => void): () => void;
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}

export function installOffer(browser: Pick<Window, 'addEventListener'>): InstallOffer {
  const listeners = new Set<() => void>();
  let prompt: InstallPrompt | undefined;
  const turn = (next: InstallPrompt | undefined): void => {
    prompt = next;
    for (const listener of listeners) listener();
  };
  browser.addEventListener('beforeinstallprompt', (event) => {
    if (!isPrompt(event)) return;
    // Else some browsers show a bar of their own, at a moment of their own.
    event.preventDefault();
    turn(event);
  });
  browser.addEventListener('appinstalled', () => turn(undefined));
  return {
    get offered() {
      return prompt !== undefined;
    },
    ask() {
      const asked = prompt;
      turn(undefined);
      // Declined, or gone meanwhile: the browser offers it again when it likes to.
      asked?.prompt().catch(() => {});
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
