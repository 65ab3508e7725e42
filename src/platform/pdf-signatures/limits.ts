/**
 * Bounds that keep any file within two seconds and a hundred megabytes on a small machine. Papers of offices, scans
 * included, are far below them.
 */
export const limits = {
  /** Octets of a file that is read. */
  file: 32 * 1024 * 1024,
  /** Appended one after the other: a signature with its validation data makes two. */
  revisions: 200,
  signatures: 64,
  /** Entries of all cross-reference sections together. */
  objects: 200_000,
  /** Names, numbers, strings, brackets of everything that is read. */
  tokens: 1_500_000,
  /** Octets walked over while reading values; streams are stepped over. */
  walked: 64 * 1024 * 1024,
  /** Arrays in dictionaries in arrays. */
  depth: 64,
  /** Octets of one stream when unpacked, and of all. */
  unpacked: 8 * 1024 * 1024,
  allUnpacked: 32 * 1024 * 1024,
  pages: 10_000,
  fields: 5_000,
  /** Octets hashed for all signatures of a file. */
  hashed: 512 * 1024 * 1024,
  /** DER of one signature. */
  contents: 1024 * 1024,
} as const;

/** What one reading has left of them. */
export class Budget {
  #tokens: number = limits.tokens;
  #walked: number = limits.walked;
  #unpacked: number = limits.allUnpacked;

  /** False when there is none left. */
  token(): boolean {
    return --this.#tokens >= 0;
  }
  walk(octets: number): boolean {
    this.#walked -= octets;
    return this.#walked >= 0;
  }
  /** How far one more stream may be unpacked. */
  get room(): number {
    return Math.min(limits.unpacked, this.#unpacked);
  }
  unpack(octets: number): void {
    this.#unpacked -= octets;
  }
}
