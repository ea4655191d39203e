import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CeremonyState } from '../ceremony/state.ts';

/** What an element needs of a ceremony: to read it and to hear of changes. */
export interface CeremonySource {
  readonly state: CeremonyState;
  subscribe(listener: () => void): () => void;
}

/** Updates its element on each change of the ceremony, for as long as the element is in the page. */
export class CeremonyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => CeremonySource | undefined;
  #followed: CeremonySource | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: () => CeremonySource | undefined) {
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

  #follow(source: CeremonySource | undefined): void {
    if (source === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = source;
    this.#unsubscribe = source?.subscribe(() => this.#host.requestUpdate());
  }
}
