/** The bytes are not strict DER or not of the shape asked for. Thrown while reading, caught by `reading`. */
export class DerFault extends Error {
  override readonly name = 'DerFault';
}

export const fault = (what: string): never => {
  throw new DerFault(what);
};

/** One element: its tag octet and where it lies. Children are found when they are asked for. */
export class DerNode {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #body: number;
  readonly end: number;

  constructor(bytes: Uint8Array, start: number, body: number, end: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.#body = body;
    this.end = end;
  }
  get tag(): number {
    return this.#bytes[this.#start] ?? 0;
  }
  /** The element with its header. */
  get raw(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.end);
  }
  /** The element without its header. */
  get content(): Uint8Array {
    return this.#bytes.subarray(this.#body, this.end);
  }
  get children(): DerNode[] {
    if ((this.tag & 0x20) === 0) fault('has no parts');
    const found: DerNode[] = [];
    for (let at = this.#body; at < this.end; ) {
      const child = nodeAt(this.#bytes, at, this.end);
      found.push(child);
      at = child.end;
    }
    return found;
  }
}

/** The element that begins at an offset: one octet of tag, a definite length in its shortest form (X.690, 10.1). */
export function nodeAt(bytes: Uint8Array, at: number, limit: number): DerNode {
  if (at + 2 > limit) fault('cut short');
  if (((bytes[at] ?? 0) & 0x1f) === 0x1f) fault('long tag');
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return within(bytes, at, at + 2, first, limit);
  const octets = first & 0x7f;
  if (octets === 0) fault('indefinite length');
  if (octets > 4 || at + 2 + octets > limit) fault('length too long');
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  if (length < 0x80 || length < 256 ** (octets - 1)) fault('length not in its shortest form');
  return within(bytes, at, at + 2 + octets, length, limit);
}

function within(bytes: Uint8Array, at: number, body: number, length: number, limit: number): DerNode {
  if (body + length > limit) fault('longer than its parent');
  return new DerNode(bytes, at, body, body + length);
}
