import type { SeedQrSize } from '../../protocol/files/seed-qr.ts';
import type { WordCount } from '../../protocol/public-state.ts';
import type { FormKind } from '../../text/forms.ts';

/** Where the page of blank forms begins; everything on it can be changed there. */
export interface FormsWish {
  readonly form: FormKind;
  readonly wordCount?: WordCount | undefined;
  readonly size?: SeedQrSize | undefined;
}

/** Asks for the page of blank forms. It needs no device, so that it is no part of any ceremony. */
export class FormsRequest extends Event {
  static readonly type = 'forms-request';

  readonly wish: FormsWish;

  constructor(wish: FormsWish) {
    super(FormsRequest.type, { bubbles: true, composed: true });
    this.wish = wish;
  }
}

/** A click handler that opens the page of blank forms. */
export function opensForms(target: EventTarget, wish: FormsWish): () => void {
  return () => target.dispatchEvent(new FormsRequest(wish));
}

declare global {
  interface GlobalEventHandlersEventMap {
    'forms-request': FormsRequest;
  }
}
