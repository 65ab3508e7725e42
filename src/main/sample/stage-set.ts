import { z } from 'zod';
import { openCalendars } from '#capabilities/calendar';
import { openCatalogue, synonymsShape } from '#capabilities/catalogue';
import { type DossierServices, defaultCodePattern, type StoredFile } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import { openActors } from '#capabilities/identity';
import { openUnits } from '#capabilities/organisations';
import type { OfficerActor, OfficerRole } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Instant, SetClock } from '#kernel/time';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { dossierServices, listsOf } from '../services.ts';
import { type Town, townOf } from './cast.ts';
import { sampleDefinitions } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { sampleJson } from './files.ts';
import type { SampleUnit } from './make-units.ts';
import type { SampleOfficer } from './officers.ts';
import type { Resident } from './residents.ts';
import type { Sample } from './sample.ts';
import { unitId } from './sample-id.ts';
import { statement } from './statement.ts';
import { storyWords } from './story-words.ts';
import { type WorkingAxis, workingAxis } from './working-axis.ts';

/** Everything the stories are told with. */
export interface StageSet {
  readonly axis: WorkingAxis;
  readonly now: Instant;
  readonly services: DossierServices;
  /** Those the stories tell of. */
  readonly live: readonly ProcedureDefinition[];
  readonly generic: ProcedureDefinition;
  readonly town: Town;
  readonly units: ReadonlyMap<UnitId, SampleUnit>;
  /** The centre that receives for all of the place. */
  readonly mainCentre: UnitId;
  /** Units that are asked for opinions. */
  readonly experts: readonly UnitId[];
  /** Centres of communes; none in a ministry. */
  readonly centres: readonly (readonly [UnitId, SampleUnit])[];
  readonly papers: readonly StoredFile[];
  readonly web: Database;
  readonly worker: Database;
  readonly log: Log;
  /** A real officer of the unit in that role, with the posts the database has; not one of `except`. */
  officer(unit: UnitId, role: OfficerRole, chance: Chance, except?: readonly string[]): Promise<OfficerActor>;
  officerById(officer: string): Promise<OfficerActor>;
  /** Published procedures without a form of their own, for the generic one at the counter. */
  others(level: 'commune' | 'province'): readonly OtherProcedure[];
}
export interface OtherProcedure {
  readonly code: string;
  readonly name: string;
}

const otherProcedures = statement<Record<never, never>, OtherProcedure & { levels: string }>(
  'other-procedures',
  [],
  z.object({ code: z.string(), name: z.string(), levels: z.string() }),
  `select code, name, levels from catalogue.procedure
   where not live and not internal and replaced_at is null and name <> '' and (national ->> 'isPublic')::boolean
     and (national ->> 'forCommuneSample')::boolean is not distinct from (levels ~ 'commune')
   order by code`,
);

/** Stories reach back this many working days. */
const daysOfStories = 60;

/** Procedures that the words of the stories name, so that one more on the list changes no story; all where they name none. */
function toldOf(live: readonly ProcedureDefinition[]): readonly ProcedureDefinition[] {
  const { procedures } = storyWords();
  const named = live.filter(({ code }) => Object.hasOwn(procedures, code));
  return named.length > 0 ? named : live;
}

export async function stageSet(input: {
  readonly web: Database;
  readonly worker: Database;
  readonly log: Log;
  readonly now: Instant;
  readonly sample: Sample;
  readonly live: readonly ProcedureDefinition[];
  readonly units: readonly SampleUnit[];
  readonly officers: readonly SampleOfficer[];
  readonly residents: readonly Resident[];
  readonly papers: readonly StoredFile[];
}): Promise<StageSet> {
  const { web, worker, log, now, sample, live } = input;
  // Every connection of the web may be held by a lane, so all else asks on those of the worker.
  // A clock that stands keeps the memories of units, calendars and officers fresh for as long as the seed runs.
  const clock = new SetClock(now);
  const { generic } = sampleDefinitions();
  const units = openUnits(worker, clock);
  const calendars = openCalendars(worker, clock);
  const catalogue = openCatalogue(worker, clock, {
    generic,
    synonyms: synonymsShape.parse(sampleJson('synonyms.json')),
    lifeEvents: [],
  });
  const services = dossierServices({
    units,
    calendars,
    catalogue,
    numbers: new Numbers(worker),
    codePattern: defaultCodePattern,
    lists: listsOf(await units.areas(), sample.territory),
  });
  const { id: edition } = await calendars.currentEdition();
  const office = await calendars.calendarFor({ key: '', hours: 'office' }, edition);
  const actors = openActors({ db: worker, clock, units });
  const others = await worker.direct.rows(otherProcedures, {});
  const posts = Map.groupBy(
    input.officers.flatMap((officer) => officer.posts.map((post) => ({ officer, ...post }))),
    ({ unit, role }) => `${unit} ${role}`,
  );
  const officerById = async (subject: string): Promise<OfficerActor> => {
    const session = { kind: 'officer', subject, data: {}, createdAt: 0, idleUntil: 0, endsAt: 0 } as const;
    const actor = await actors.actorOf(session);
    if (actor.kind !== 'officer') throw new Error('A sample officer is not in office');
    return actor;
  };
  return {
    officerById,
    axis: workingAxis(office, now, daysOfStories),
    now,
    services,
    live: toldOf(live),
    generic,
    town: townOf(input.residents),
    units: new Map(input.units.map((unit) => [unitId(unit.key), unit])),
    mainCentre: unitId(sample.centre),
    experts: sample.experts.map(unitId),
    centres: input.units
      .filter((unit) => unit.kind === 'commune-centre')
      .map((unit) => [unitId(unit.key), unit]),
    papers: input.papers,
    web,
    worker,
    log,
    others: (level) => others.filter((each) => each.levels === level),
    async officer(unit, role, chance, except = []) {
      const holders = (posts.get(`${unit} ${role}`) ?? []).filter(
        ({ officer }) => !except.includes(officer.id),
      );
      return officerById(chance.pick(holders).officer.id);
    },
  };
}
