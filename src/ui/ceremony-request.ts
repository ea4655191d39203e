import type { PersonEvent } from '../ceremony/events.ts';

/** Dispatched by every view: what the person asked for. Its type cannot carry a word. */
export class CeremonyRequest extends Event {
  static readonly type = 'ceremony-request';

  readonly request: PersonEvent;

  constructor(request: PersonEvent) {
    super(CeremonyRequest.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

/** A click handler that asks for one thing. */
export function asks(target: EventTarget, request: PersonEvent): () => void {
  return () => target.dispatchEvent(new CeremonyRequest(request));
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceremony-request': CeremonyRequest;
  }
}
