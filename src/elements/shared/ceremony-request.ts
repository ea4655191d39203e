import type { PersonRequest } from './page-events.ts';

/** Dispatched by every view: what the person asked for. */
export class PersonRequestEvent extends Event {
  static readonly type = 'ceremony-request';

  readonly request: PersonRequest;

  constructor(request: PersonRequest) {
    super(PersonRequestEvent.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

/** A click handler that asks for one thing. */
export function asks(target: EventTarget, request: PersonRequest): () => void {
  return () => target.dispatchEvent(new PersonRequestEvent(request));
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceremony-request': PersonRequestEvent;
  }
}
