/** Hands the simulator's frame the language of the page, now and whenever it is another one: the frame can load nothing itself. */
import { languageKind, type LanguageMessage } from '../../protocol/frame-messages.ts';

export interface FrameLanguages {
  /** Of the page, two lower-case letters. */
  readonly inUse: () => string;
  /** What teaches the frame a language; `undefined` for English, and where there is none. */
  readonly script: (tag: string) => Promise<string | undefined>;
  /** Calls back when the page may be in another language. Returns what ends that. */
  readonly onChange: (listener: () => void) => () => void;
  /** The frame has one more than before: its device may offer it. */
  readonly handed: () => void;
}

/** Returns what ends it. A script that can't be loaded leaves the frame in English; nothing waits for one. */
export function handLanguages(
  { inUse, script, onChange, handed }: FrameLanguages,
  post: (message: LanguageMessage) => void,
): () => void {
  let last = 'en';
  let ended = false;

  async function hand(): Promise<void> {
    const tag = inUse();
    if (tag === last) return;
    last = tag;
    const text = await script(tag).catch(() => undefined);
    // Changed meanwhile: that choice is handed over itself.
    if (ended || tag !== last) return;
    post(text === undefined ? { kind: languageKind, tag: 'en' } : { kind: languageKind, tag, script: text });
    if (text !== undefined) handed();
  }

  const stop = onChange(() => void hand());
  void hand();
  return () => {
    ended = true;
    stop();
  };
}
