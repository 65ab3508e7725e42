const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)));
const kinds = Uint8Array.from({ length: 256 }, (_, byte) =>
  white.has(byte) ? 1 : delimiters.has(byte) ? 2 : 0,
);

/** ISO 32000-2, 7.2.3. */
export const isWhite = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === 1;
export const isDelimiter = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === 2;
export const isRegular = (byte: number | undefined): boolean => byte !== undefined && kinds[byte] === 0;

/** The place after one end of line, if one stands here. */
export function afterEol(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
  return bytes[at] === 10 ? at + 1 : at;
}
