/**
 * One output for programs that run side by side: one of them speaks at a time, and what the others say waits until it
 * has ended.
 */

/** @typedef {{ say: (words: string | Uint8Array) => void, end: () => void }} Speaker */

/** @type {(output: { write(words: string | Uint8Array): unknown }) => () => Speaker} */
export function createSpeakers(output) {
  /** In the order in which they began; the first one speaks. @type {{ heard: (string | Uint8Array)[], ended: boolean }[]} */
  const waiting = [];

  const speakOn = () => {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      for (const words of first.heard.splice(0)) output.write(words);
      if (!first.ended) return;
      waiting.shift();
    }
  };

  return () => {
    const own = { heard: /** @type {(string | Uint8Array)[]} */ ([]), ended: false };
    waiting.push(own);
    return {
      say(words) {
        own.heard.push(words);
        speakOn();
      },
      end() {
        own.ended = true;
        speakOn();
      },
    };
  };
}
