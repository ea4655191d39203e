/** Which cached answers are nothing but what the site sends to everybody, to the byte. */
import { createHash } from 'node:crypto';
import type { APIRequestContext } from 'playwright-core';
import type { CachedBody } from './page-script.ts';

/** Asks the site once for each file; one that it doesn't send, or sends otherwise, isn't its own. */
export function servedFiles(request: Pick<APIRequestContext, 'get'>): (body: CachedBody) => Promise<boolean> {
  const hashes = new Map<string, string | undefined>();
  const hashOf = async (url: string): Promise<string | undefined> => {
    try {
      const answer = await request.get(url);
      return answer.ok()
        ? createHash('sha256')
            .update(await answer.body())
            .digest('hex')
        : undefined;
    } catch {
      return undefined;
    }
  };
  return async ({ url, hash }) => {
    if (hashes.get(url) === undefined) hashes.set(url, await hashOf(url));
    return hashes.get(url) === hash;
  };
}
