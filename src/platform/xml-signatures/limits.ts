/**
 * Bounds that keep any text within two seconds and a hundred megabytes on a small machine. Forms and documents that
 * offices exchange are far below them; files do not stand in such texts, only their names and hashes.
 */
export const limits = {
  /** Octets of a text that is read, and letters of a part of it when it is written out canonically. */
  octets: 4 * 1024 * 1024,
  written: 8 * 1024 * 1024,
  elements: 100_000,
  /** Elements in elements. */
  depth: 64,
  /** Attributes of one element, declarations of namespaces included, and of all. */
  attributes: 128,
  allAttributes: 200_000,
  signatures: 16,
  /** Certificates and values of revocation data of one signature. */
  values: 32,
} as const;
