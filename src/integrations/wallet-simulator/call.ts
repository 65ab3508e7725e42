import { done, type Outcome, refused } from '#kernel/outcome';

const patienceMs = 8_000;
const mostBytes = 1_000_000;

/** Loopback only: whatever an offer names is asked, and this wallet stands inside somebody's machine. */
const isNear = (address: string): boolean =>
  URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);

/** An answer of an issuer, bounded in time and size, without redirects. Refused as `issuer-far` or `issuer-silent`. */
export async function call(address: string, init: RequestInit = {}): Promise<Outcome<Answer>> {
  if (!isNear(address)) return refused({ code: 'issuer-far' });
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(address, { ...init, redirect: 'error', signal });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > mostBytes) return refused({ code: 'issuer-silent' });
      parts.push(part);
    }
    return done({ ok: response.ok, text: Buffer.concat(parts).toString('utf8') });
  } catch {
    return refused({ code: 'issuer-silent' });
  }
}

export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

interface Shape<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}
export function parsed<T>(text: string, shape: Shape<T>): Outcome<T> {
  try {
    const read = shape.safeParse(JSON.parse(text));
    if (read.success) return done(read.data);
  } catch {
    // Not JSON: as odd as another shape.
  }
  return refused({ code: 'issuer-odd' });
}
