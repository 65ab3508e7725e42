import { Worker } from 'node:worker_threads';
import { type Outcome, refused } from '#kernel/outcome';
import type { ImportedCatalogue } from '../../importing/index.ts';
import type { ListFiles } from './read-files.ts';

export type ReadList = (files: ListFiles) => Promise<Outcome<ImportedCatalogue>>;

/** The shipped list takes 2 s and 200 MB. */
const limits = { ms: 60_000, megabytes: 700 };

/**
 * Reads a list in a thread of its own, ended when it takes too long or too much memory (`national-file-slow`, `national-file-heavy`).
 */
export const readListApart =
  ({ ms, megabytes } = limits): ReadList =>
  (files) =>
    new Promise((tell) => {
      const thread = new Worker(new URL('./thread.ts', import.meta.url), {
        workerData: files,
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      const end = (outcome: Outcome<ImportedCatalogue>): void => {
        clearTimeout(timer);
        tell(outcome);
        void thread.terminate();
      };
      const timer = setTimeout(() => end(refused({ code: 'national-file-slow', field: 'list' })), ms);
      thread.once('message', end);
      thread.once('error', () => end(refused({ code: 'national-file-heavy', field: 'list' })));
    });
