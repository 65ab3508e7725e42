import { systemActor } from '#kernel/actor';
import { type Clock, SetClock, systemClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import { filesFolder } from '../readiness.ts';
import { settlePast } from './aftermath.ts';
import { breakGlassSecret } from './break-glass.ts';
import { seedCatalogue } from './catalogue.ts';
import { sampleUnits, seedGround } from './ground.ts';
import { sampleOfficers } from './officers.ts';
import { seedPeople } from './people.ts';
import { homeCommunes } from './places.ts';
import { markBegun, markSeeded, standing, toldSoFar } from './progress-marks.ts';
import { sampleResidents } from './residents.ts';
import { storeSamplePapers } from './sample-papers.ts';
import { stageSet } from './stage-set.ts';
import { tellAll } from './stories.ts';

export interface SeedInput {
  readonly workerDb: Database;
  readonly webDb: Database;
  readonly dataDir: string;
  readonly log: Log;
  readonly progress: (line: string) => void;
  readonly size?: { readonly residents: number; readonly dossiers: number };
  readonly seed?: number;
  readonly clock?: Clock;
}
export interface SeedReport {
  /** False when a province stood already. */
  readonly planted: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** Milliseconds of each part. */
  readonly took: Readonly<Record<string, number>>;
}

const defaultSeed = 1;
export const fullSize = { residents: 1000, dossiers: 2000 };

/** Plants the sample province. Nothing happens where one stands; an interrupted planting is taken up where it stopped. */
export async function plant(input: SeedInput): Promise<SeedReport> {
  const { workerDb, webDb, dataDir, log, progress, size = fullSize, seed = defaultSeed } = input;
  const before = await standing(workerDb);
  if (before.kind === 'there') return { planted: false, counts: {}, took: {} };
  const now = before.kind === 'begun' ? before.at : (input.clock ?? systemClock).now();
  const took: Record<string, number> = {};
  const counts: Record<string, number> = {};
  const part = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    took[name] = Math.round(performance.now() - started);
    return value;
  };
  const ctx = (at: number): Ctx => ({
    clock: new SetClock(at),
    actor: systemActor('sample'),
    locale: 'vi',
    db: workerDb,
    log,
    requestId: 'sample',
  });
  if (before.kind === 'empty') await markBegun(ctx(now), { seed, ...size });

  // Published before the first dossier of the sample was filed.
  const earlier = ctx(now - 150 * 86_400_000);
  progress('areas, units and the calendar');
  Object.assign(counts, await part('ground', () => seedGround(earlier)));
  progress('the national list of procedures');
  Object.assign(counts, await part('catalogue', () => seedCatalogue(earlier, dataDir)));
  progress('officers and residents');
  const units = sampleUnits();
  const officers = sampleOfficers(seed, units);
  const residents = sampleResidents(seed, homeCommunes(), size.residents);
  await part('people', () =>
    breakGlassSecret(dataDir).then((secret) => seedPeople(earlier, { officers, residents }, secret)),
  );
  Object.assign(counts, { officers: officers.length, residents: residents.length });

  const papers = await storeSamplePapers(filesFolder(dataDir));
  const set = await part('stage', () =>
    stageSet({ web: webDb, worker: workerDb, log, now, units, officers, residents, papers }),
  );
  const told = await toldSoFar(workerDb);
  counts['dossiers'] = await part('dossiers', () =>
    tellAll(set, {
      seed,
      count: size.dossiers,
      told,
      progress: (done) => progress(`dossiers ${told.size + done} of ${size.dossiers}`),
    }),
  );
  Object.assign(counts, await part('aftermath', () => settlePast(workerDb, now)));
  await markSeeded(ctx(now), counts);
  return { planted: true, counts, took };
}
