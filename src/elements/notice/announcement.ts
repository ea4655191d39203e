/** What a live region says of a state, and how a notice is said aloud. */
import type { NoticeText } from '../../text/app.ts';

export interface Announcement {
  readonly urgency: 'polite' | 'alert';
  readonly text: string;
}

/** With a stop at its end, so that a screen reader pauses there. */
export function sentence(title: string): string {
  return /[.?!…]$/.test(title) ? title : `${title}.`;
}

export function spoken({ title, body }: NoticeText): string {
  return [sentence(title), ...body].join(' ');
}
