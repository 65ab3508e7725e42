import { fault, odd } from '../fault.ts';
import { Budget, limits } from '../limits.ts';
import { Reader } from '../syntax/reader.ts';
import {
  isCount,
  isDict,
  isRef,
  nameAt,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from '../syntax/values.ts';
import { unpacked } from './filters.ts';
import { objectAt, type PdfObject } from './objects.ts';
import { type Revision, revisionsOf } from './revisions.ts';
import type { Entry } from './sections.ts';

interface Pack {
  readonly data: Uint8Array;
  readonly places: readonly { readonly number: number; readonly at: number }[];
}

/** A file with all its revisions; objects are read when they are asked for, as they were in a revision. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly revisions: readonly Revision[];
  readonly budget = new Budget();
  readonly #objects = new Map<Entry, PdfObject>();
  readonly #packs = new Map<Entry, Pack>();
  /** Entries of each object, the newest last: revision and entry. */
  readonly #history = new Map<number, { readonly index: number; readonly entry: Entry }[]>();

  /** Refused as `pdf-too-large`, `pdf-encrypted`, `pdf-odd` and what `revisionsOf` says. */
  constructor(bytes: Uint8Array) {
    if (bytes.length > limits.file) fault('pdf-too-large', 'too large');
    if (!/^%PDF-(?:1\.[0-7]|2\.0)[\r\n \t]/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')))
      odd('no header');
    this.bytes = bytes;
    this.revisions = revisionsOf(bytes, this.budget);
    for (const { index, entries, trailer } of this.revisions) {
      if (trailer.entries.has('Encrypt')) fault('pdf-encrypted', 'encrypted');
      for (const [number, entry] of entries) {
        const known = this.#history.get(number);
        if (known) known.push({ index, entry });
        else this.#history.set(number, [{ index, entry }]);
      }
    }
  }

  get last(): Revision {
    return this.revisions.at(-1) ?? odd('no revision');
  }

  /** Where an object was in a revision, or nothing when it was not there. */
  entry(number: number, revision: number): Entry | undefined {
    const known = this.#history.get(number) ?? [];
    let found: Entry | undefined;
    for (const { index, entry } of known) if (index <= revision) found = entry;
    return found?.is === 'free' ? undefined : found;
  }

  numbers(revision: number): number[] {
    return [...this.#history.keys()].filter((number) => this.entry(number, revision));
  }

  /** The object under a reference as it was in a revision; nothing when there was none. */
  object({ number, generation }: PdfRef, revision: number): PdfObject | undefined {
    const entry = this.entry(number, revision);
    if (!entry || entry.is === 'free') return undefined;
    if ((entry.is === 'plain' ? entry.generation : 0) !== generation) return undefined;
    let found = this.#objects.get(entry);
    if (!found) {
      found = this.#read(number, entry, revision);
      this.#objects.set(entry, found);
    }
    return found;
  }

  #read(number: number, entry: Exclude<Entry, { is: 'free' }>, revision: number): PdfObject {
    if (entry.is === 'plain') return this.plain(number, entry, revision);
    const pack = this.#pack(entry.stream, revision);
    const place = pack.places[entry.index];
    if (place?.number !== number) odd('another object than named');
    return { value: new Reader(pack.data, place.at, this.budget).value(), start: 0, end: 0 };
  }

  /** One that stands in the file itself, read anew. */
  plain(number: number, entry: Entry & { readonly is: 'plain' }, revision: number): PdfObject {
    const wanted = { number, generation: entry.generation };
    return objectAt(this.bytes, entry.offset, wanted, this.budget, (length) =>
      // A length is a number that stands by itself, so this goes no deeper than once.
      length.number === number ? odd('a length within itself') : this.value(length, revision),
    );
  }

  /** ISO 32000-2, 7.5.7. */
  #pack(number: number, revision: number): Pack {
    const entry = this.entry(number, revision);
    if (entry?.is !== 'plain') odd('no object stream');
    const known = this.#packs.get(entry);
    if (known) return known;
    const { value, stream } = this.plain(number, entry, revision);
    if (!stream || !isDict(value) || nameAt(value, 'Type') !== 'ObjStm') odd('no object stream');
    const [count, first] = [value.entries.get('N'), value.entries.get('First')];
    if (!isCount(count) || !isCount(first) || count > limits.objects) odd('an odd object stream');
    const data = unpacked(stream, value, this.budget);
    const reader = new Reader(data, 0, this.budget);
    const places = Array.from({ length: count }, () => ({
      number: reader.count(),
      at: first + reader.count(),
    }));
    const pack = { data, places };
    this.#packs.set(entry, pack);
    return pack;
  }

  /** The value itself, or what it refers to; nothing there means null (ISO 32000-2, 7.3.10). */
  value(value: PdfValue | undefined, revision: number): PdfValue {
    if (!isRef(value)) return value ?? null;
    const found = this.object(value, revision)?.value ?? null;
    return isRef(found) ? odd('a reference to a reference') : found;
  }

  dict(value: PdfValue | undefined, revision: number): PdfDict | undefined {
    const found = this.value(value, revision);
    return isDict(found) ? found : undefined;
  }

  root(revision: number): PdfRef {
    const root = this.revisions[revision]?.trailer.entries.get('Root');
    return isRef(root) ? root : odd('no catalog');
  }

  catalog(revision: number): PdfDict {
    const found = this.dict(this.root(revision), revision);
    return found && nameAt(found, 'Type') === 'Catalog' ? found : odd('no catalog');
  }

  /** The data of a stream, unpacked. */
  data(value: PdfValue | undefined, revision: number): Uint8Array {
    const found = isRef(value) ? this.object(value, revision) : undefined;
    if (!found?.stream || !isDict(found.value)) odd('no stream');
    return unpacked(found.stream, found.value, this.budget);
  }
}
