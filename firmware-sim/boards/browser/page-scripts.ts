/**
 * What the page around the frame hands it as text, since the frame can load nothing. What may run is for the browser to say: the frame's
 * policy names each script by its hash (`src/site/frame-scripts.ts`), and no other runs.
 */

/** Trusted Types, as far as they are used here; TypeScript's library has none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScript(text: string): string },
  ): { createScript(text: string): string };
}

/** Runs a script at once and once, or not at all. */
export function createScriptRunner(page: Document): (text: string) => void {
  // The policy's name stands in the page's headers (`src/site/headers.ts`).
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    'hostblind-language',
    { createScript: (text) => text },
  );
  const known = new Set<string>();
  return (text) => {
    if (known.has(text)) return;
    known.add(text);
    const script = page.createElement('script');
    script.text = policy?.createScript(text) ?? text;
    page.head.append(script);
    script.remove();
  };
}
