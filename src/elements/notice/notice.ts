/** What `hb-notice` shows: something to say, and what a person can do about it. */
import type { PersonRequest } from '../shared/page-events.ts';
import { messages, type NoticeText } from '../../text/app.ts';

export type NoticeTone =
  'working' | 'waiting' | 'locked' | 'attention' | 'lost' | 'danger' | 'ended' | 'done';

export interface NoticeAction {
  readonly label: string;
  readonly request: PersonRequest;
  readonly style: 'primary' | 'plain' | 'quiet' | 'danger';
}

export interface Notice extends NoticeText {
  readonly tone: NoticeTone;
  /** Something is under way that needs nobody. */
  readonly progress?: string;
  readonly actions: readonly NoticeAction[];
  /** Things to compare, each with its name. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

const choosingAnother = (style: NoticeAction['style']): NoticeAction => ({
  // Read when it is drawn: by then there is a language, and it may be another.
  get label() {
    return messages.chooseAnother;
  },
  request: { kind: 'choose-another' },
  style,
});

export const chooseAnother = choosingAnother('quiet');

/** Where nothing else can be done. */
export const onlyChooseAnother = choosingAnother('primary');
