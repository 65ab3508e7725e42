import { longestRun } from './lists.ts';

/** Places in the two lists of what is one thing in both. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Pairs by the first key that both have in common; an empty key is none, and of equal ones the first go together. */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((thing: T) => string)[],
): readonly Pair[] {
  const pairs: Pair[] = [];
  const [old, fresh] = [new Set(before.keys()), new Set(after.keys())];
  for (const key of keys) {
    const places = new Map<string, number[]>();
    for (const at of old) {
      const found = key(before[at] as T);
      const same = places.get(found);
      if (same) same.push(at);
      else if (found) places.set(found, [at]);
    }
    for (const at of fresh) {
      const same = places.get(key(after[at] as T))?.shift();
      if (same === undefined) continue;
      pairs.push({ before: same, after: at });
      old.delete(same);
      fresh.delete(at);
    }
  }
  return pairs.toSorted((a, b) => a.after - b.after);
}

/** Pairs off a longest run that kept its order: the fewest moves that explain the new one. */
export function movedPairs(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const kept = longestRun(pairs.map(({ before }) => before));
  return new Set(pairs.filter((_, index) => !kept.has(index)));
}

export interface Row {
  readonly id: string;
  /** Cells of the columns that both tables have. */
  readonly cells: readonly string[];
}
const says = ({ cells }: Row): string => JSON.stringify(cells);

/**
 * Rows by id, or by what they say in their order: whichever leaves less to tell. A tool that numbers rows anew gives the ids of all
 * that stand below an inserted one to others.
 */
export function matchRows(before: readonly Row[], after: readonly Row[]): readonly Pair[] {
  const known = pairUp(before, after, [({ id }) => id]);
  const [taken, found] = [
    new Set(known.map((pair) => pair.before)),
    new Set(known.map((pair) => pair.after)),
  ];
  const left = [...before.keys()].filter((at) => !taken.has(at));
  const came = [...after.keys()].filter((at) => !found.has(at));
  const byId = [
    ...known,
    ...matchRun(
      left.flatMap((at) => before[at] ?? []),
      came.flatMap((at) => after[at] ?? []),
      ({ id }) => id !== '',
    ).map((pair) => ({ before: left[pair.before] ?? 0, after: came[pair.after] ?? 0 })),
  ].toSorted((a, b) => a.after - b.after);
  const inOrder = matchRun(before, after, () => false);
  const toTell = (pairs: readonly Pair[]): number =>
    before.length +
    after.length -
    2 * pairs.length +
    movedPairs(pairs).size +
    pairs.filter((pair) => !sameCells(before[pair.before], after[pair.after])).length;
  return toTell(byId) <= toTell(inOrder) ? byId : inOrder;
}

const sameCells = (a: Row | undefined, b: Row | undefined): boolean => !!a && !!b && says(a) === says(b);

/** A longest common run; between its rows, those that stand for each other. `itself`: a row that is nobody but its id. */
function matchRun(
  before: readonly Row[],
  after: readonly Row[],
  itself: (row: Row) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  for (const pair of [...commonRun(before, after), { before: before.length, after: after.length }]) {
    const gap = alike(before.slice(from, pair.before), after.slice(to, pair.after), itself);
    for (const each of gap) pairs.push({ before: from + each.before, after: to + each.after });
    if (pair.before < before.length) pairs.push(pair);
    [from, to] = [pair.before + 1, pair.after + 1];
  }
  return pairs;
}

function commonRun(before: readonly Row[], after: readonly Row[]): readonly Pair[] {
  const [a, b] = [before.map(says), after.map(says)];
  const wide = b.length + 1;
  /** Length of the longest common run from here on. */
  const length = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number): number => length[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push({ before: i++, after: j++ });
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** As many old as new ones stand for each other in their order; else those of which half the cells are the same. */
function alike(
  before: readonly Row[],
  after: readonly Row[],
  itself: (row: Row) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const [at, old] of before.entries()) {
    let best = { after: -1, same: 0 };
    for (let to = next; to < after.length; to += 1) {
      const fresh = after[to];
      if (!fresh || (itself(old) && itself(fresh))) continue;
      const same = old.cells.filter((cell, index) => cell === fresh.cells[index]).length;
      const enough = before.length === after.length ? to === at : 2 * same >= old.cells.length;
      if (enough && (best.after < 0 || same > best.same)) best = { after: to, same };
    }
    if (best.after < 0) continue;
    pairs.push({ before: at, after: best.after });
    next = best.after + 1;
  }
  return pairs;
}
