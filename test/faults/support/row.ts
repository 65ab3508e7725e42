import test, { type TestContext } from 'node:test';
import { stretch } from './patience.ts';
import { full, seed } from './seed.ts';

/**
 * One row of the fault matrix as a test. A failure says how to replay it: the same seed gives the same workload, the
 * same victims and the same moments.
 * @param id of the row, e.g. `A1`. @param bound it may take this long, in seconds of a quiet machine, in the small and in
 * the full run: a guard against what never ends, not a figure.
 */
export function row(
  id: string,
  sentence: string,
  bound: { readonly small: number; readonly full: number },
  work: (t: TestContext) => Promise<void>,
): void {
  const timeout = (full ? bound.full : bound.small) * 1000 * Math.max(2, stretch());
  test(`${id}: ${sentence}`, { timeout }, async (t) => {
    try {
      await work(t);
    } catch (error) {
      process.stderr.write(`${replay(id)}\n`);
      if (error instanceof Error) error.message += `\n${replay(id)}`;
      throw error;
    }
  });
}

export const replay = (id: string): string =>
  `npm run replay -- --seed ${seed} --row ${id}${full ? ' --full' : ''}`;
