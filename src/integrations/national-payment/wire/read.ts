import type { z } from 'zod';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'utf-8' | 'json' | 'fields' | 'not-canonical' };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a message in the one form in which it is written: compact JSON in valid UTF-8, exactly the fields of the schema in
 * their order, nothing escaped that need not be. Written back it must be the same text: that finds doubled keys, escapes,
 * blanks and byte order marks without a parser of our own.
 */
export function readMessage<S extends z.ZodObject>(schema: S, bytes: Uint8Array): Read<z.output<S>> {
  let text: string;
  let json: unknown;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { ok: false, why: 'utf-8' };
  }
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: 'json' };
  }
  // The schema first: it ends at once on a message nested a thousand deep, which writing back would not survive.
  const read = schema.safeParse(json);
  if (!read.success) return { ok: false, why: 'fields' };
  const names = Object.keys(schema.shape);
  const inOrder = Object.keys(json as object).every((name, at) => name === names[at]);
  if (!inOrder || JSON.stringify(json) !== text) return { ok: false, why: 'not-canonical' };
  return { ok: true, value: read.data };
}
