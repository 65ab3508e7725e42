import type { Level } from '../procedure.ts';
import type { SearchIndex } from './build-index.ts';
import type { SearchEntry } from './entry.ts';
import { scoreWords } from './score.ts';
import { translate, withoutFiller } from './synonyms.ts';
import { markedWordsOf, wordsOf } from './words.ts';

export interface SearchFilters {
  readonly field?: string;
  readonly level?: Level;
  readonly subject?: string;
  readonly agency?: string;
  readonly lifeEvent?: string;
  /** Only these. */
  readonly codes?: ReadonlySet<string>;
}
export interface SearchPaging {
  /** Entries to skip. */
  readonly from?: number;
  readonly size?: number;
}
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly score: number;
}
export interface SearchAnswer {
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Queries longer than this are cut: nobody types more, and the time of a search stays bounded. */
const longestQuery = 200;
const mostWords = 16;

/**
 * Searches by words in any order, with or without marks, with the last word unfinished, with misspellings, by
 * everyday words or by code. An empty query lists everything the filters leave, the most asked for first.
 */
export function search(
  index: SearchIndex,
  query: string,
  filters: SearchFilters = {},
  paging: SearchPaging = {},
): SearchAnswer {
  const passes = filterBy(filters);
  const scored: { at: number; score: number }[] = [];
  for (const [at, score] of scores(index, query.slice(0, longestQuery))) {
    const entry = index.entries[at];
    if (entry !== undefined && passes(entry)) scored.push({ at, score });
  }
  scored.sort((a, b) => b.score - a.score || compareEntries(index, a.at, b.at));
  const from = paging.from ?? 0;
  const page = scored.slice(from, from + (paging.size ?? 20));
  return {
    total: scored.length,
    hits: page.flatMap(({ at, score }) => {
      const entry = index.entries[at];
      return entry === undefined ? [] : [{ entry, score }];
    }),
  };
}

function scores(index: SearchIndex, query: string): Map<number, number> {
  const asCode = codeMatches(index, query);
  if (asCode !== undefined) return asCode;
  const typed = wordsOf(query).slice(0, mostWords);
  if (typed.length === 0) return new Map(index.entries.map((entry, at) => [at, standing(entry)]));
  const words = withoutFiller(typed, index.synonyms.filler);
  const meant = translate(words, index.synonyms.phrases);
  const beingTyped = !/[\s.,;?!]$/u.test(query);
  const found = scoreWords(index, words, beingTyped);
  // A phrase of everyday speech is read both ways; its translation counts a little more than its letters.
  if (meant.covered > 0)
    for (const [at, score] of scoreWords(index, meant.words, beingTyped))
      found.set(at, Math.max(found.get(at) ?? 0, score * 1.1));
  // Words beside the phrase ("khai sinh có yếu tố nước ngoài") make its own procedures less certain.
  for (const [rank, code] of meant.codes.entries()) {
    const at = index.byCode.get(code);
    if (at !== undefined)
      found.set(at, Math.max(found.get(at) ?? 0, 0.5) + 1.5 * meant.covered ** 2 - rank * 0.05);
  }
  const marked = query.normalize('NFC') === query.normalize('NFD') ? [] : markedWordsOf(query);
  for (const [at, score] of found) {
    const entry = index.entries[at];
    if (entry === undefined) continue;
    let same = 0;
    for (const word of marked) if (index.marked[at]?.has(word)) same += 1;
    found.set(at, score + 0.12 * (same / Math.max(1, marked.length)) + standing(entry));
  }
  return found;
}

/** What an entry is worth before anything is asked: what can be filed here, then what every commune does. */
const standing = (entry: SearchEntry): number =>
  (entry.live ? 0.2 : 0) +
  (entry.lifeEvents.length > 0 ? 0.1 : 0) +
  (entry.essential ? 0.06 : 0) -
  (entry.nameless ? 0.3 : 0);

/** "1.001193", "1001193", "1.0011": a code or its beginning. */
function codeMatches(index: SearchIndex, query: string): Map<number, number> | undefined {
  const digits = /^\s*(\d)[.\s]?(\d{3,6})\s*$/u.exec(query.normalize('NFKC'));
  if (digits === null) return undefined;
  const beginning = `${digits[1]}.${digits[2]}`;
  const found = new Map<number, number>();
  for (const [at, entry] of index.entries.entries())
    if (entry.code.startsWith(beginning)) found.set(at, 1 + standing(entry));
  return found;
}

function filterBy(filters: SearchFilters): (entry: SearchEntry) => boolean {
  return (entry) =>
    (filters.field === undefined || entry.field === filters.field) &&
    (filters.level === undefined || entry.levels.includes(filters.level)) &&
    (filters.subject === undefined || entry.subjects.includes(filters.subject)) &&
    (filters.agency === undefined || entry.agency === filters.agency) &&
    (filters.lifeEvent === undefined || entry.lifeEvents.includes(filters.lifeEvent)) &&
    (filters.codes === undefined || filters.codes.has(entry.code));
}

/** Equal scores: the shorter name, then the code, so that pages never change order between requests. */
function compareEntries(index: SearchIndex, a: number, b: number): number {
  const [one, other] = [index.entries[a], index.entries[b]];
  if (one === undefined || other === undefined) return 0;
  return one.name.length - other.name.length || (one.code < other.code ? -1 : 1);
}
