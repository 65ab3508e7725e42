import type { DraftContent } from '#capabilities/catalogue';
import {
  endDifferences,
  endNow,
  mostRuns,
  type RunOn,
  readRuns,
  runAgain,
  type SavedRun,
} from '#capabilities/dossiers';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText, type LocalText } from '#kernel/text';
import type { PlayedRun } from './run.ts';

/** A saved run beside what it comes to now. */
export interface SavedRunNow {
  readonly id: string;
  readonly name: string;
  /** Empty while it ends as it was kept. */
  readonly differences: readonly LocalText[];
  readonly readable: boolean;
}

export const savedRunsNow = ({ runs }: DraftContent, on: RunOn): readonly SavedRunNow[] =>
  readRuns(runs).map((run, index) => {
    const end = run && endNow(run, on);
    return run
      ? {
          id: run.id,
          name: run.name,
          differences: end ? endDifferences(run.end, end) : [],
          readable: end !== undefined,
        }
      : { id: String(index), name: '', differences: [], readable: false };
  });

/** Keeps a run with the end that it comes to now. */
export function keepRun(
  content: DraftContent,
  { again }: PlayedRun,
  named: string,
  on: RunOn,
): Outcome<DraftContent> {
  const { runs = [] } = content;
  const name = cleanText(named).slice(0, 200);
  if (name === '') return refused({ code: 'name-empty', field: '_ten-phep-thu' });
  if (runs.length >= mostRuns) return refused({ code: 'runs-too-many' });
  const taken = new Set(readRuns(runs).map((run) => run?.id));
  let n = runs.length + 1;
  while (taken.has(`lan-${n}`)) n++;
  const run: SavedRun = { id: `lan-${n}`, name, ...again, end: runAgain(again, on).end };
  return done({ ...content, runs: [...runs, run] });
}

/** Says that the new end of a run is meant. */
export function acceptRun(content: DraftContent, id: string, on: RunOn): Outcome<DraftContent> {
  const { runs = [] } = content;
  const index = readRuns(runs).findIndex((run) => run?.id === id);
  const run = readRuns(runs)[index];
  const end = run && endNow(run, on);
  if (!run || !end) return refused({ code: 'run-gone' });
  return done({ ...content, runs: runs.with(index, { ...run, end }) });
}

/** Takes a run away; one that cannot be read is named by its place. */
export function dropRun(content: DraftContent, id: string): Outcome<DraftContent> {
  const { runs = [], ...rest } = content;
  const left = runs.filter((_, index) => {
    const run = readRuns(runs)[index];
    return (run?.id ?? String(index)) !== id;
  });
  if (left.length === runs.length) return refused({ code: 'run-gone' });
  return done(left.length === 0 ? rest : { ...rest, runs: left });
}
