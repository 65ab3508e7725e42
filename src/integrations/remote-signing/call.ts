import type { z } from 'zod';
import { errorAnswer } from './wire/answers.ts';

/** A list of certificates is some tens of kilobytes. */
const mostBytes = 256 * 1024;
/** 201 for what was deposited (RFC 9126). */
const answers = [200, 201];

export interface Line {
  readonly fetch: typeof fetch;
  /** Ends the whole act, all its calls and their last bytes included. */
  readonly signal: AbortSignal;
}

export interface Question {
  readonly url: string;
  readonly body: URLSearchParams | Readonly<Record<string, unknown>>;
  /** The value of `Authorization`. */
  readonly as?: string;
}

/** What came back: an answer in its form, an error in its form, silence, or something odd; never thrown. */
export type Said<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'error'; readonly status: number; readonly error: string; readonly words: string }
  | { readonly kind: 'silent'; readonly why: string }
  | { readonly kind: 'odd'; readonly why: string };

/** One POST. Only JSON in the expected form is an answer; redirects are not followed. */
export async function call<S extends z.ZodType>(
  line: Line,
  question: Question,
  shape: S,
): Promise<Said<z.output<S>>> {
  const { signal } = line;
  // A far end that never ends its last byte is left alone: the signal is heard even where the body does not.
  let leave: () => void = () => {};
  const tooLate = new Promise<Said<never>>((resolve) => {
    leave = () => resolve({ kind: 'silent', why: 'too-late' });
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  const answer = ask(line, question, shape).catch(
    (error: unknown): Said<never> => ({ kind: 'silent', why: reasonOf(error) }),
  );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

async function ask<S extends z.ZodType>(
  { fetch: get, signal }: Line,
  { url, body, as }: Question,
  shape: S,
): Promise<Said<z.output<S>>> {
  const form = body instanceof URLSearchParams;
  const response = await get(url, {
    method: 'POST',
    headers: {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      accept: 'application/json',
      'accept-encoding': 'identity',
      ...(as === undefined ? {} : { authorization: as }),
    },
    body: form ? body.toString() : JSON.stringify(body),
    signal,
    // Secrets go to the address that was set and nowhere else.
    redirect: 'manual',
  });
  const { status, headers } = response;
  const odd =
    status >= 300 && status < 400
      ? 'redirect'
      : headers.has('content-encoding')
        ? 'content-encoding'
        : undefined;
  if (odd !== undefined || status >= 500) {
    await response.body?.cancel();
    return odd === undefined ? { kind: 'silent', why: `status-${status}` } : { kind: 'odd', why: odd };
  }
  const read = await readJson(response);
  if ('why' in read) return { kind: 'odd', why: answers.includes(status) ? read.why : `status-${status}` };
  if (answers.includes(status)) {
    const answer = shape.safeParse(read.json);
    return answer.success ? { kind: 'answer', value: answer.data } : { kind: 'odd', why: 'form' };
  }
  const error = errorAnswer.safeParse(read.json);
  if (!error.success) return { kind: 'odd', why: `status-${status}` };
  return { kind: 'error', status, error: error.data.error, words: error.data.error_description ?? '' };
}

async function readJson(response: Response): Promise<{ readonly json: unknown } | { readonly why: string }> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type)) {
    await response.body?.cancel();
    return { why: 'content-type' };
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > mostBytes) return { why: 'too-big' };
    parts.push(part);
  }
  try {
    return { json: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown };
  } catch {
    return { why: 'json' };
  }
}

/** Codes of the network (`ECONNRESET`), never texts that may hold addresses. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
