/** The language of the page, as the person chooses it. */

/** One that there is, by the name that its own speakers give it. */
export interface OfferedLanguage {
  readonly tag: string;
  readonly name: string;
}

/** The person chose one; `undefined`: whichever the browser asks for. */
export class LanguageEvent extends Event {
  static readonly type = 'language-chosen';

  readonly tag: string | undefined;

  constructor(tag: string | undefined) {
    super(LanguageEvent.type, { bubbles: true, composed: true });
    this.tag = tag;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'language-chosen': LanguageEvent;
  }
}
