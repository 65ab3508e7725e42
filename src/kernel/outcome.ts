/** A result that is a value: either done, or refused with a reason a page can turn into a sentence. */
export type Outcome<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** `code` is stable and looked up in the sentences of a surface; `details` fills the gaps of that sentence. */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refused = <R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
});

/** For the unexpected only: a broken promise of our own, never bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
