import { halfOf } from './hash.ts';

/** Entries from one index to before another; a hash of a proof is the tree hash of such a range. */
export type Range = readonly [from: number, to: number];

/** Ranges whose hashes prove that an entry is in a log of a size, from its neighbour up (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const middle = from + halfOf(to - from);
    if (index < middle) {
      ranges.unshift([middle, to]);
      to = middle;
    } else {
      ranges.unshift([from, middle]);
      from = middle;
    }
  }
  return ranges;
}

/** Ranges whose hashes prove that a log grew from one size to another (RFC 6962 §2.1.2). */
export function consistencyRanges(old: number, size: number): readonly Range[] {
  // Nothing is to be shown of a log that did not grow.
  if (old <= 0 || old >= size) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (old !== to) {
    const middle = from + halfOf(to - from);
    if (old <= middle) {
      ranges.unshift([middle, to]);
      to = middle;
    } else {
      ranges.unshift([from, middle]);
      from = middle;
    }
  }
  // The old tree is known to whoever asks; only a part of it has to be named.
  return from === 0 ? ranges : [[from, to], ...ranges];
}
