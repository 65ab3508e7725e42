import type { PdfDict } from '../syntax/values.ts';

/** Where an object is (ISO 32000-2, 7.5.4 and 7.5.8). */
export type Entry =
  | { readonly is: 'free' }
  | { readonly is: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly is: 'packed'; readonly stream: number; readonly index: number };
export type Entries = ReadonlyMap<number, Entry>;

/** One cross-reference section with its trailer. */
export interface Section {
  readonly at: number;
  /** Right after its last byte, before `startxref`. */
  readonly end: number;
  readonly kind: 'table' | 'stream';
  readonly entries: Entries;
  readonly trailer: PdfDict;
  readonly previous: number | undefined;
  /** Names a second, hidden section, as some programs write for old readers. */
  readonly hybrid: boolean;
}

export const sameEntry = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  ((a.is === 'free' && b.is === 'free') ||
    (a.is === 'plain' && b.is === 'plain' && a.offset === b.offset && a.generation === b.generation) ||
    (a.is === 'packed' && b.is === 'packed' && a.stream === b.stream && a.index === b.index));
