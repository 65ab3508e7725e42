import { done, type Outcome, refused } from '#kernel/outcome';

export interface Asking {
  readonly url: string;
  readonly patienceMs: number;
  readonly mostBytes: number;
  readonly type?: string;
  readonly body?: Uint8Array;
}

/** One question to a service outside, bounded in time and size, without redirects. Refused as `service-silent`, `service-odd`. */
export async function ask({ url, patienceMs, mostBytes, type, body }: Asking): Promise<Outcome<Uint8Array>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
      ...(body && { method: 'POST', body: Buffer.from(body), headers: { 'content-type': type ?? '' } }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refused({ code: 'service-odd', details: { status: response.status } });
    }
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > mostBytes) return refused({ code: 'service-odd' });
      parts.push(part);
    }
    return done(new Uint8Array(Buffer.concat(parts)));
  } catch {
    return refused({ code: 'service-silent' });
  }
}

/** The same once more when nobody answered: one lost packet is not a service that is down. */
export async function askTwice(asking: Asking): Promise<Outcome<Uint8Array>> {
  const first = await ask(asking);
  return first.ok || first.refusal.code !== 'service-silent' ? first : ask(asking);
}
