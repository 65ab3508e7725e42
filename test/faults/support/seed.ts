import { randomInt } from 'node:crypto';

/** One number drives workload, times and victims. Given by FAULTS_SEED, else thrown once per process. */
export const seed: number = Number(process.env['FAULTS_SEED'] ?? randomInt(1, 2 ** 31 - 1));

/** `full` for `npm run faults`, `small` inside `npm test`. */
export const full: boolean = process.env['FAULTS_COUNTS'] === 'full';

/** How often: few inside `npm test`, many in the full run. */
export const times = (small: number, many: number): number => (full ? many : small);

export interface Chance {
  /** Between 0 and 1, the end excluded. */
  next(): number;
  /** Whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** A small generator (mulberry32) with a stream of its own per name, so that one row does not disturb another. */
export function chance(name: string, of: number = seed): Chance {
  let state = of >>> 0;
  for (const char of name) state = (Math.imul(state ^ char.charCodeAt(0), 0x9e3779b1) + 0x6d2b79f5) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    shuffle(items) {
      const all = [...items];
      for (let i = all.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [all[i], all[j]] = [all[j] as (typeof all)[number], all[i] as (typeof all)[number]];
      }
      return all;
    },
  };
}
