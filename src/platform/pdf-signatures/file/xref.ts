import { odd } from '../fault.ts';
import { type Budget, limits } from '../limits.ts';
import { Reader } from '../syntax/reader.ts';
import { isArray, isCount, isDict, nameAt, type PdfDict } from '../syntax/values.ts';
import { unpacked } from './filters.ts';
import { objectAt } from './objects.ts';
import { type Entry, type Section, sameEntry } from './sections.ts';

/** The cross-reference section that begins at `at`: a table, or a stream. */
export function sectionAt(bytes: Uint8Array, at: number, budget: Budget): Section {
  if (at < 8 || at >= bytes.length) odd('a cross-reference outside the file');
  const reader = new Reader(bytes, at, budget);
  return reader.peekWord() === 'xref' ? tableAt(reader, budget) : streamAt(bytes, at, budget);
}

function tableAt(reader: Reader, budget: Budget): Section {
  const { bytes, at } = reader;
  reader.word('xref');
  const entries = new Map<number, Entry>();
  for (reader.skip(); reader.peekWord() !== 'trailer'; reader.skip()) readPart(reader, entries);
  reader.word('trailer');
  const trailer = reader.value();
  if (!isDict(trailer)) odd('no trailer');
  const hidden = trailer.entries.get('XRefStm');
  if (hidden !== undefined)
    addHidden(entries, isCount(hidden) ? sectionAt(bytes, hidden, budget) : odd('XRefStm'));
  return finished({ at, end: reader.at, kind: 'table', entries, trailer, hybrid: hidden !== undefined });
}

/** `first count`, then entries of twenty octets each (ISO 32000-2, 7.5.4). */
function readPart(reader: Reader, entries: Map<number, Entry>): void {
  const first = reader.count();
  const count = reader.count();
  if (first + count > 10_000_000 || entries.size + count > limits.objects) odd('too many objects');
  reader.skip();
  for (let i = 0; i < count; i++) {
    const line = Buffer.from(reader.bytes.subarray(reader.at, reader.at + 20)).toString('latin1');
    const parts = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(line);
    if (!parts) odd('an odd line in the cross-reference');
    reader.at += 20;
    const offset = Number(parts[1]);
    const used = parts[3] === 'n' && first + i !== 0;
    put(entries, first + i, used ? { is: 'plain', offset, generation: Number(parts[2]) } : { is: 'free' });
  }
}

function put(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) odd('an object stands twice in the cross-reference');
  entries.set(number, entry);
}

/** What old readers take for free is filled in; what both name must be the same. */
function addHidden(entries: Map<number, Entry>, hidden: Section): void {
  if (hidden.kind !== 'stream') odd('XRefStm');
  for (const [number, entry] of hidden.entries) {
    const known = entries.get(number);
    if (known && known.is !== 'free' && !sameEntry(known, entry)) odd('two cross-references that differ');
    if (!known || known.is === 'free') entries.set(number, entry);
  }
}

function streamAt(bytes: Uint8Array, at: number, budget: Budget): Section {
  const { value, stream, end } = objectAt(bytes, at, undefined, budget, () => null);
  if (!stream || !isDict(value) || nameAt(value, 'Type') !== 'XRef') odd('no cross-reference');
  if (value.entries.has('XRefStm')) odd('XRefStm');
  const data = unpacked(stream, value, budget);
  return finished({
    at,
    end,
    kind: 'stream',
    entries: packedEntries(data, value),
    trailer: value,
    hybrid: false,
  });
}

/** ISO 32000-2, 7.5.8.3. */
function packedEntries(data: Uint8Array, where: PdfDict): Map<number, Entry> {
  const widths = numbers(where, 'W');
  const size = where.entries.get('Size');
  const index = where.entries.has('Index') ? numbers(where, 'Index') : [0, isCount(size) ? size : 0];
  const width = widths.reduce((sum, one) => sum + one, 0);
  if (widths.length !== 3 || width === 0 || widths.some((one) => one > 6) || index.length % 2 !== 0)
    odd('odd widths in the cross-reference');
  const entries = new Map<number, Entry>();
  let at = 0;
  const field = (octets: number, otherwise: number): number => {
    let value = octets === 0 ? otherwise : 0;
    for (let i = 0; i < octets; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  for (let part = 0; part < index.length; part += 2) {
    const [first = 0, count = 0] = [index[part], index[part + 1]];
    if (entries.size + count > limits.objects || at + count * width > data.length) odd('too many objects');
    for (let i = 0; i < count; i++) {
      const [type, second, third] = [
        field(widths[0] ?? 0, 1),
        field(widths[1] ?? 0, 0),
        field(widths[2] ?? 0, 0),
      ];
      put(entries, first + i, first + i === 0 ? { is: 'free' } : entryOf(type, second, third));
    }
  }
  if (at !== data.length) odd('a cross-reference of another length');
  return entries;
}

function entryOf(type: number, second: number, third: number): Entry {
  if (type === 0) return { is: 'free' };
  if (type === 1) return { is: 'plain', offset: second, generation: third };
  return type === 2 ? { is: 'packed', stream: second, index: third } : odd('an unknown kind of object');
}

function numbers(where: PdfDict, key: string): number[] {
  const value = where.entries.get(key);
  return isArray(value) && value.every(isCount) && value.length <= 100_000 ? [...value] : odd(key);
}

function finished(section: Omit<Section, 'previous'>): Section {
  const { trailer, entries } = section;
  const size = trailer.entries.get('Size');
  if (!isCount(size)) odd('no size');
  for (const number of entries.keys()) if (number >= size) odd('an object beyond the size');
  const previous = trailer.entries.get('Prev');
  if (previous !== undefined && !isCount(previous)) odd('an odd place of the previous cross-reference');
  return { ...section, previous };
}
