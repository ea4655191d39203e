import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CeremonyState } from '../ceremony/state.ts';

/** Anything that tells when it has changed. */
interface Source {
  subscribe(listener: () => void): () => void;
}

/** What an element needs of a ceremony: to read it and to hear of changes. */
export interface CeremonySource extends Source {
  readonly state: CeremonyState;
}

/** Updates its element on each change of a ceremony, or of the records, for as long as the element is in the page. */
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
