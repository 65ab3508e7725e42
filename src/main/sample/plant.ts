import { systemActor } from '#kernel/actor';
import { type Clock, SetClock, systemClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import { filesFolder } from '../readiness.ts';
import { settlePast } from './aftermath.ts';
import { breakGlassSecret } from './break-glass.ts';
import { seedCatalogue } from './catalogue.ts';
import { seedGround } from './ground.ts';
import { breakGlassEmail, sampleOfficers } from './officers.ts';
import { seedPeople } from './people.ts';
import { markBegun, markSeeded, standing, toldSoFar } from './progress-marks.ts';
import { seedReview } from './review.ts';
import { type SampleName, samples } from './sample.ts';
import { storeSamplePapers } from './sample-papers.ts';
import { closeShifts } from './shifts.ts';
import { stageSet } from './stage-set.ts';
import { tellAll } from './stories.ts';

export interface SeedInput {
  readonly workerDb: Database;
  readonly webDb: Database;
  readonly dataDir: string;
  readonly log: Log;
  readonly progress: (line: string) => void;
  /** The province where it is not said; an interrupted planting goes on with what it began. */
  readonly sample?: SampleName;
  readonly size?: { readonly residents: number; readonly dossiers: number };
  readonly seed?: number;
  readonly clock?: Clock;
}
export interface SeedReport {
  /** False when something stood already. */
  readonly planted: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** Milliseconds of each part. */
  readonly took: Readonly<Record<string, number>>;
}

const defaultSeed = 1;

/** Plants a sample. Nothing happens where one stands; an interrupted planting is taken up where it stopped. */
export async function plant(input: SeedInput): Promise<SeedReport> {
  const { workerDb, webDb, dataDir, log, progress, seed = defaultSeed } = input;
  const before = await standing(workerDb);
  if (before.kind === 'there') return { planted: false, counts: {}, took: {} };
  const sample = samples[before.kind === 'begun' ? before.sample : (input.sample ?? 'province')];
  const { size = sample.size } = input;
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
  if (before.kind === 'empty') await markBegun(ctx(now), { sample: sample.name, seed, ...size });

  // Published before the first dossier of the sample was filed.
  const earlier = ctx(now - 150 * 86_400_000);
  progress('areas, units and the calendar');
  Object.assign(counts, await part('ground', () => seedGround(earlier, sample)));
  progress('the national list of procedures');
  const { procedures, live } = await part('catalogue', () => seedCatalogue(earlier, sample, dataDir));
  Object.assign(counts, { procedures, live: live.length });
  progress('officers and residents');
  const units = sample.units();
  const officers = sampleOfficers(seed, sample);
  const residents = sample.residents(seed, size.residents);
  await part('people', () =>
    breakGlassSecret(dataDir, breakGlassEmail(sample)).then((secret) =>
      seedPeople(earlier, sample, { officers, residents }, secret),
    ),
  );
  Object.assign(counts, { officers: officers.length, residents: residents.length });

  const papers = await storeSamplePapers(filesFolder(dataDir));
  const set = await part('stage', () =>
    stageSet({ web: webDb, worker: workerDb, log, now, sample, live, units, officers, residents, papers }),
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
  counts['shifts'] = await part('shifts', () => closeShifts(set));
  await part('review', () => seedReview(set, sample, officers, live));
  Object.assign(counts, await part('aftermath', () => settlePast(workerDb, now)));
  await markSeeded(ctx(now), counts);
  return { planted: true, counts, took };
}
