import { done, type Outcome, refused } from '#kernel/outcome';
import type { Verifier } from '#platform/tlog';
import type { Witness } from '#ports/public-log';

/** A few signature lines. */
const mostBytes = 64 * 1024;

type Answer = { readonly status: number; readonly body: string };

async function readWithin(response: Response): Promise<string | undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    if (text.length > mostBytes) return undefined;
  }
  return text;
}

/**
 * A witness behind an address. @param url its submission prefix. @param patienceMs for the whole call, the last byte included.
 * Refused as `witness-silent` when it does not answer, `witness-odd` when it answers too much.
 */
export const witnessByHttp = ({
  url,
  verifier,
  patienceMs = 5000,
}: {
  readonly url: string;
  readonly verifier: Verifier;
  readonly patienceMs?: number;
}): Witness => ({
  verifier,
  async add(body: string): Promise<Outcome<Answer>> {
    try {
      const response = await fetch(`${url}/add-checkpoint`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      const text = await readWithin(response);
      return text === undefined
        ? refused({ code: 'witness-odd' })
        : done({ status: response.status, body: text });
    } catch {
      return refused({ code: 'witness-silent' });
    }
  },
});
