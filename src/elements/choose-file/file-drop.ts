/** Files that are dragged over the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface FileDropOptions {
  /** Whether a file has a place where the person is. */
  readonly accepts: () => boolean;
  readonly take: (file: File) => void;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/**
 * Tells while a file is over the page that could be dropped there, and takes it. One that is dropped anywhere else does nothing:
 * the browser would open it in place of the page, and a device that is in the page would be gone.
 */
export class FileDropController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: FileDropOptions;
  #over = false;

  constructor(host: ReactiveControllerHost, options: FileDropOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOver(): boolean {
    return this.#over && this.#options.accepts();
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onOver);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onOver);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onDrop);
  }

  readonly #onOver = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null)
      event.dataTransfer.dropEffect = this.#options.accepts() ? 'copy' : 'none';
    this.#set(true);
  };

  /** Leaving the page, and not one of its elements for another. */
  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#set(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    this.#set(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined && this.#options.accepts()) this.#options.take(file);
  };

  #set(over: boolean): void {
    if (over === this.#over) return;
    this.#over = over;
    this.#host.requestUpdate();
  }
}
