/** What the page says where it won't run. Nothing else of it is shown then. */

interface RefusalText {
  readonly title: string;
  readonly text: string;
}

export type RefusalMessages = Readonly<Record<'framed' | 'foreign-worker', RefusalText>>;
