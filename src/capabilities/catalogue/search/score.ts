import { pairKey, type SearchIndex } from './build-index.ts';
import { type Candidate, candidatesFor, nearWords } from './candidates.ts';

/** Entries must carry this share of the query's weight; the second, lower bar is for queries that bring nothing. */
const bars = [0.72, 0.5];
/** Readings of one word that are tried for order. */
const widest = 6;
/** Answers below this share of the best one are noise. */
const noise = 0.6;

/** Scores of the entries that carry enough of the words: 0…1 for the words, up to 0.6 more for order and brevity. */
export function scoreWords(
  index: SearchIndex,
  words: readonly string[],
  beingTyped: boolean,
): Map<number, number> {
  const groups = words.flatMap((word, at) =>
    candidatesFor(index, word, beingTyped && at === words.length - 1),
  );
  const exact = collect(index, groups, bars[0] ?? 1);
  const { scores, bestOrder } = ranked(index, groups, exact);
  if (exact.size > 0 && (groups.length < 2 || bestOrder === 1)) return scores;
  // Nothing has these words side by side: they may be misspelt although each of them exists.
  const loose = groups.map((group) => withNeighbours(index, group));
  for (const bar of exact.size > 0 ? bars.slice(0, 1) : bars) {
    const found = collect(index, loose, bar);
    if (found.size === 0) continue;
    for (const [at, score] of ranked(index, loose, found).scores)
      scores.set(at, Math.max(scores.get(at) ?? 0, score));
    return scores;
  }
  return scores;
}

/** Known words get their neighbours too: both halves of "khai xinh" exist, yet not together. */
function withNeighbours(index: SearchIndex, group: readonly Candidate[]): Candidate[] {
  const [first] = group;
  if (first === undefined || first.sureness < 1) return [...group];
  return [...group, ...nearWords(index, first.word)];
}

/** Share of the query's weight that each entry carries, where it reaches the bar. */
function collect(
  index: SearchIndex,
  groups: readonly (readonly Candidate[])[],
  bar: number,
): Map<number, number> {
  const size = index.entries.length;
  const sums = new Float32Array(size);
  const covered = new Float32Array(size);
  const best = new Float32Array(size);
  const carried = new Float32Array(size);
  const touched: number[] = [];
  let whole = 0;
  for (const group of groups) {
    const mine: number[] = [];
    let rareness = 0;
    for (const { word, sureness } of group) {
      const postings = index.terms.get(word);
      if (postings === undefined) continue;
      rareness = Math.max(rareness, postings.rareness * sureness);
      for (let i = 0; i < postings.at.length; i += 1) {
        const at = postings.at[i] ?? 0;
        const gain = sureness * (postings.weight[i] ?? 0);
        const before = best[at] ?? 0;
        if (gain <= before) continue;
        if (before === 0) mine.push(at);
        best[at] = gain;
        carried[at] = sureness;
      }
    }
    // A word that means nothing here ("abcxyz") weighs as much as a rare one, or any rubbish would be ignored.
    const weight = rareness === 0 ? 5 : rareness;
    whole += weight;
    for (const at of mine) {
      if (sums[at] === 0) touched.push(at);
      sums[at] = (sums[at] ?? 0) + (best[at] ?? 0) * weight;
      covered[at] = (covered[at] ?? 0) + ((carried[at] ?? 0) > 0.2 ? weight : 0);
      best[at] = 0;
    }
  }
  const found = new Map<number, number>();
  // A hair below the bar counts as on it: sums of Float32 are not exact.
  for (const at of touched)
    if ((covered[at] ?? 0) >= bar * whole - 1e-4) found.set(at, (sums[at] ?? 0) / whole);
  return found;
}

/** Adds what order says: neighbours that stay neighbours, a name that begins so or is nothing more. */
function ranked(
  index: SearchIndex,
  groups: readonly (readonly Candidate[])[],
  found: ReadonlyMap<number, number>,
): { scores: Map<number, number>; bestOrder: number } {
  const pairs = new Uint8Array(index.entries.length);
  // The last place of the query counted for an entry: several readings of one place count once.
  const place = new Uint8Array(index.entries.length);
  for (let i = 1; i < groups.length; i += 1)
    for (const first of (groups[i - 1] ?? []).slice(0, widest))
      for (const second of (groups[i] ?? []).slice(0, widest))
        for (const at of index.pairs.get(pairKey(first.word, second.word)) ?? [])
          if (place[at] !== i) {
            place[at] = i;
            pairs[at] = (pairs[at] ?? 0) + 1;
          }
  const possible = Math.max(1, groups.length - 1);
  const scores = new Map<number, number>();
  let bestOrder = 0;
  for (const [at, score] of found) {
    const name = index.names[at] ?? [];
    const order = (pairs[at] ?? 0) / possible;
    bestOrder = Math.max(bestOrder, order);
    const start = name[0] === 'thu' && name[1] === 'tuc' ? 2 : 0;
    const begins =
      (order === 1 || groups.length === 1) &&
      groups.every((group, i) => group.some(({ word }) => name[start + i] === word));
    const brevity = Math.min(1, groups.length / Math.max(1, name.length - start));
    scores.set(at, score + 0.25 * order + (begins ? 0.12 : 0) + 0.25 * brevity * Math.min(1, score));
  }
  let top = 0;
  for (const score of scores.values()) top = Math.max(top, score);
  for (const [at, score] of scores) if (score < noise * top) scores.delete(at);
  return { scores, bestOrder };
}
