import type { Clock } from '#kernel/time';
import { openDatabase } from '#platform/db';
import type { Log } from '#platform/log';
import { plant, type SeedInput, type SeedReport } from './sample/plant.ts';

export type { SeedInput, SeedReport } from './sample/plant.ts';

/** The same, for callers that hold addresses only; connections are opened for as long as the work takes. */
export interface SeedByAddress extends Omit<SeedInput, 'workerDb' | 'webDb'> {
  readonly workerUrl: string;
  readonly webUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Plants the sample province An Giang, or the sample ministry, once; see docs/operating/sample-province.md. */
export async function seedSample(input: SeedInput | SeedByAddress): Promise<SeedReport> {
  if (!('workerUrl' in input)) return plant(input);
  const open = (url: string, max: number) =>
    openDatabase({ url, max, applicationName: 'motcua seed', statementTimeout: 120_000 });
  const webDb = open(input.webUrl, 10);
  const workerDb = open(input.workerUrl, 4);
  try {
    return await plant({ ...input, webDb, workerDb });
  } finally {
    await Promise.all([webDb.close(), workerDb.close()]);
  }
}
