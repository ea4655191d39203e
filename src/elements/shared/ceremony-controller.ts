import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Anything that reports its changes. */
interface Source {
  subscribe(listener: () => void): () => void;
}

/** Updates its element on each change of what it follows: the app's state, or the records, for as long as the element is in the page. */
export class CeremonyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Source | undefined;
  #followed: Source | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: () => Source | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.#source());
  }

  /** An element that is in the page already may be given its ceremony later, or another one. */
  hostUpdate(): void {
    this.#follow(this.#source());
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(source: Source | undefined): void {
    if (source === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = source;
    this.#unsubscribe = source?.subscribe(() => this.#host.requestUpdate());
  }
}
