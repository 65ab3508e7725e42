import type { PublishedProcedure } from '#capabilities/catalogue';
import { dossierPermissions, factsOf, type StoredFile } from '#capabilities/dossiers';
import {
  type Answers,
  type Facts,
  type FeeLine,
  feesOwed,
  type PostedFields,
  type ProcedureDefinition,
  type ReadingContext,
  reachableAnswers,
  undecided,
} from '#capabilities/forms';
import { findPersonByNumber, identityPermissions, type PersonCard } from '#capabilities/identity';
import { allows, type OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { fillApplicant, knownOf, numberOf } from '../applicant/applicant.ts';
import { type PaperRow, type PapersReading, paperRows, readPapers } from '../papers/papers.ts';
import { readSheet, type SheetReading } from '../questions/read-sheet.ts';
import { textOf } from './fields.ts';

/** Fields of the sheet that are neither questions, papers nor about the person. */
export const sheetFields = {
  act: '_lam',
  key: '_khoa',
  unit: '_don-vi',
  channel: '_kenh',
  fee: '_phi',
  feeSeen: '_phi-da-xem',
  receipt: '_bien-lai',
  slip: '_so-the',
  delivery: '_tra',
  signScans: '_ky-quet',
} as const;

/** Everything that one sheet of a walk-in says, read once for the page and for the act. */
export interface Sheet {
  readonly procedure: PublishedProcedure;
  readonly definition: ProcedureDefinition;
  readonly unit: UnitId;
  readonly channel: 'direct' | 'post';
  readonly facts: Facts;
  readonly reading: ReadingContext;
  readonly fields: PostedFields;
  readonly read: SheetReading;
  /** Only answers that the open questions still ask for. */
  readonly answers: Answers;
  readonly rows: readonly PaperRow[];
  readonly papers: PapersReading;
  readonly fees: readonly FeeLine[];
  /** A table of the procedure fails for these answers: it cannot be received yet. */
  readonly undecided: Refusal | undefined;
  /** Found in the population register, for those who may ask it. */
  readonly person: PersonCard | undefined;
}

/** Units where the officer may receive a walk-in. */
export const receivingUnits = (actor: OfficerActor): readonly UnitId[] => [
  ...new Set(
    actor.posts
      .map((post) => post.unit)
      .filter((unit) => allows(actor, dossierPermissions['dossiers.receive-at-counter'], unit)),
  ),
];

/** A postal officer receives letters, everybody else people. */
export const channelOf = (actor: OfficerActor, fields: PostedFields): Sheet['channel'] => {
  const said = textOf(fields, sheetFields.channel);
  if (said === 'direct' || said === 'post') return said;
  return actor.posts.some(({ role }) => role === 'postal-officer') ? 'post' : 'direct';
};

export const maySearchPeople = (actor: OfficerActor): boolean =>
  allows(actor, identityPermissions.lookUpPopulation);

export async function openSheet(
  ctx: PageCtx,
  doors: Doors,
  actor: OfficerActor,
  procedure: PublishedProcedure,
  posted: PostedFields,
  options: {
    readonly scans: ReadonlyMap<string, StoredFile>;
    readonly lookUp: boolean;
    /** Units to file for where no counter receives: a procedure between agencies. */
    readonly units?: readonly UnitId[];
  },
): Promise<Sheet> {
  const definition = await doors.services.procedure(procedure.code, procedure.version);
  const now = ctx.clock.now();
  const units = options.units ?? receivingUnits(actor);
  const unit = units.find((each) => each === textOf(posted, sheetFields.unit)) ?? units[0];
  if (!unit) throw new Error('Whoever has the permission of this page has a unit to receive in');
  const channel = channelOf(actor, posted);
  const facts = factsOf(channel, {}, now);
  const reading = { today: localDate(now), lists: doors.services.lists, facts };
  const withCard = fillApplicant(posted);
  const person = options.lookUp ? await personOf(ctx, actor, numberOf(withCard), procedure.code) : undefined;
  const filled = fillApplicant(withCard, person);
  const read = readSheet(definition.form, filled, knownOf(filled, person), reading);
  const answers = reachableAnswers(definition.form, read.answers, facts);
  const trouble = undecided(definition, answers, facts);
  const rows = paperRows(definition, procedure.national, answers, facts, procedure.live);
  return {
    procedure,
    definition,
    unit,
    channel,
    facts,
    reading,
    fields: read.fields,
    read,
    answers,
    rows,
    papers: readPapers(rows, read.fields, options.scans),
    fees: trouble ? [] : feesOwed(definition, answers, facts).filter((fee) => fee.amount > 0),
    undecided: trouble,
    person,
  };
}

/** Each look-up stands in the journal with its purpose; an officer without the right goes on by typing. */
async function personOf(
  ctx: PageCtx,
  actor: OfficerActor,
  number: string,
  code: string,
): Promise<PersonCard | undefined> {
  if (!maySearchPeople(actor) || !/^\d{12}$/.test(number)) return undefined;
  const found = await findPersonByNumber(ctx, { number, purpose: `Tiếp nhận tại quầy, thủ tục ${code}` });
  return found.ok ? found.value : undefined;
}

export const totalOf = (fees: readonly FeeLine[]): number => fees.reduce((sum, fee) => sum + fee.amount, 0);
