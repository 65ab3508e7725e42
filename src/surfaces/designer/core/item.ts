/** A part of a definition as its editor sees it: plain JSON. */
export type Item = Readonly<Record<string, unknown>>;

/** A plain value as text; nothing for what is no plain value. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
