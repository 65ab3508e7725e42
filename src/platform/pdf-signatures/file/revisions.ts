import { fault, odd } from '../fault.ts';
import { type Budget, limits } from '../limits.ts';
import { afterEol, isWhite } from '../syntax/letters.ts';
import { Reader } from '../syntax/reader.ts';
import { isDict, type PdfDict } from '../syntax/values.ts';
import { type Entries, type Entry, type Section, sameEntry } from './sections.ts';
import { sectionAt } from './xref.ts';

/** One state of a file: what was appended then (ISO 32000-2, 7.5.6). */
export interface Revision {
  readonly index: number;
  readonly start: number;
  /** After `%%EOF`, and after the end of line behind it. */
  readonly eof: number;
  readonly end: number;
  /** What this revision says otherwise than the one before. */
  readonly entries: Entries;
  readonly trailer: PdfDict;
  /** Where its cross-reference begins; `kind` is how it is written. */
  readonly section: Section;
}

/**
 * All revisions, the oldest first. Every one must end in the way of the standard, name its own cross-reference, and
 * hold the objects that it names: `pdf-points-back` is refused, for that is how hidden objects come to light.
 */
export function revisionsOf(bytes: Uint8Array, budget: Budget): Revision[] {
  const sections = chainFrom(lastStart(bytes), bytes, budget);
  const revisions: Revision[] = [];
  const state: State = { entries: new Map(), packs: new Set() };
  for (const [index, { section, also }] of sections.entries()) {
    const start = revisions.at(-1)?.end ?? 0;
    const last = also ?? section;
    const { eof, end } = ending(bytes, last.end, section.at, budget);
    if (section.at < start || (also && !isFirstObjectLinearized(bytes, budget)))
      odd('revisions out of order');
    const entries = ownEntries(section, also, state, { index, start, end });
    revisions.push({ index, start, eof, end, entries, trailer: section.trailer, section });
    for (const [number, entry] of entries) {
      state.entries.set(number, entry);
      if (entry.is === 'packed') state.packs.add(entry.stream);
    }
  }
  return revisions;
}

/** The number after the last `startxref`; behind the last `%%EOF` nothing but white space may stand. */
function lastStart(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1');
  const found = /startxref[\r\n \t]+(\d{1,10})[\r\n \t]+%%EOF([\0\t\n\f\r ]*)$/.exec(tail);
  if (!found) fault('pdf-trailing', 'the file does not end as it should');
  return Number(found[1]);
}

interface Link {
  readonly section: Section;
  /** The second part of a linearized file, which stands behind the first. */
  readonly also?: Section;
}

function chainFrom(start: number, bytes: Uint8Array, budget: Budget): Link[] {
  const links: Link[] = [];
  let entries = 0;
  for (let at: number | undefined = start; at !== undefined; ) {
    if (links.length >= limits.revisions) fault('pdf-too-many-revisions', 'too many revisions');
    const section: Section = sectionAt(bytes, at, budget);
    const previous = section.previous;
    // Objects of the first page are described first, and those of all others at the end (ISO 32000-2, annex F).
    const also =
      previous !== undefined && previous > section.at ? sectionAt(bytes, previous, budget) : undefined;
    if (previous === section.at || also?.previous !== undefined) odd('revisions out of order');
    links.unshift({ section, ...(also && { also }) });
    entries += section.entries.size + (also?.entries.size ?? 0);
    if (entries > limits.objects) odd('too many objects');
    at = also ? undefined : previous;
  }
  return links;
}

/** `startxref`, the place of this very section, `%%EOF`. */
function ending(bytes: Uint8Array, from: number, at: number, budget: Budget): { eof: number; end: number } {
  const reader = new Reader(bytes, from, budget);
  reader.word('startxref');
  if (reader.count() !== at) odd('startxref names another cross-reference');
  while (isWhite(bytes[reader.at])) reader.at++;
  const eof = reader.at + 5;
  if (Buffer.from(bytes.subarray(reader.at, eof)).toString('latin1') !== '%%EOF') odd('no %%EOF');
  return { eof, end: afterEol(bytes, eof) };
}

function isFirstObjectLinearized(bytes: Uint8Array, budget: Budget): boolean {
  const reader = new Reader(bytes, 0, budget);
  reader.skip();
  if (!/^\d+$/.test(reader.peekWord())) return false;
  reader.count();
  reader.count();
  reader.word('obj');
  const value = reader.value();
  return isDict(value) && value.entries.has('Linearized');
}

/** All that revisions so far have said, and the object streams that they use. */
interface State {
  readonly entries: Map<number, Entry>;
  readonly packs: Set<number>;
}

function ownEntries(
  section: Section,
  also: Section | undefined,
  { entries: state, packs }: State,
  bounds: { readonly index: number; readonly start: number; readonly end: number },
): Entries {
  const own = new Map<number, Entry>();
  // Word writes its file once more as a revision for new readers; after a signature that is refused elsewhere.
  const { hybrid } = section;
  for (const [number, entry] of [...section.entries, ...(also?.entries ?? [])]) {
    if (own.has(number)) odd('an object stands twice in the cross-reference');
    if (sameEntry(entry, state.get(number)) || (entry.is === 'free' && !state.has(number))) continue;
    if (!hybrid && entry.is === 'plain' && (entry.offset < bounds.start || entry.offset >= bounds.end))
      fault('pdf-points-back', 'an object that stands in another revision', {
        revision: bounds.index,
        number,
      });
    if (packs.has(number))
      fault('pdf-points-back', 'an object stream is replaced', { revision: bounds.index, number });
    own.set(number, entry);
  }
  for (const [number, entry] of own)
    if (!hybrid && entry.is === 'packed' && own.get(entry.stream)?.is !== 'plain')
      fault('pdf-points-back', 'an object stream of another revision', { revision: bounds.index, number });
  return own;
}
