import { createHash } from 'node:crypto';

/** Repeatable chance: the same seed and name give the same draws, whatever was drawn elsewhere before. */
export interface Chance {
  /** Whole number from 0 up to but not including `below`. */
  below(below: number): number;
  /** Whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the list, as often as its weight says. */
  weigh<T>(list: readonly T[], weight: (item: T) => number): T;
}

/** A generator of its own for each name (mulberry32), so that one more draw here does not change everything there. */
export function chanceFor(seed: number, name: string): Chance {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(list: readonly T[], index: number): T => {
    if (index >= list.length) throw new Error('Chance was asked to choose from nothing');
    return list[index] as T;
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    percent: (share) => next() * 100 < share,
    pick: (list) => at(list, below(list.length)),
    weigh(list, weight) {
      const total = list.reduce((sum, item) => sum + weight(item), 0);
      let left = next() * total;
      return at(
        list,
        Math.max(
          0,
          list.findIndex((item) => (left -= weight(item)) < 0),
        ),
      );
    },
  };
}
