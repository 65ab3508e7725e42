import { z } from 'zod';
import { type PublishedProcedure, proceduresBetweenAgencies } from '#capabilities/catalogue';
import { dossierPermissions, receiveAtCounter, type StoredFile } from '#capabilities/dossiers';
import type { PostedFields } from '#capabilities/forms';
import { allows, type OfficerActor } from '#kernel/actor';
import { isUuid, type UnitId, uuidv7 } from '#kernel/ids';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dossierHref } from '../core/addresses.ts';
import { officeReply } from '../core/frame.ts';
import { officerOf } from '../core/officer.ts';
import { applicantFields } from '../counter/applicant/applicant.ts';
import { sentenceFor } from '../counter/sentences.ts';
import { type Fault, faultsOf } from '../counter/sheet/faults.ts';
import { gatherTicks, textOf } from '../counter/sheet/fields.ts';
import { addKept, recall, remember, takeScans } from '../counter/sheet/kept.ts';
import { openSheet, type Sheet, sheetFields } from '../counter/sheet/sheet.ts';
import { sayIn } from '../words/say.ts';
import { internalHome } from './addresses.ts';
import { fileView, internalListView } from './internal.view.ts';

const permission = dossierPermissions['dossiers.file-for-unit'];
const code = z.string().regex(/^[56]\.\d{6}$/);

/** Procedures between agencies: an officer files for the unit, with the same form, steps and deadlines. */
export const internalPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: internalHome,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const main = internalListView(ctx, await proceduresBetweenAgencies(ctx));
      return officeReply(ctx, doors, {
        title: say('Thủ tục nội bộ', 'Procedures between agencies'),
        main,
        at: 'internal',
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${internalHome}/:code`,
    permission,
    audit: 'none',
    input: z.object({ code }),
    async handle(ctx, input) {
      const procedure = await procedureOf(doors, input.code);
      if (!procedure) return problem('not-found');
      const sheet = await sheetOf(ctx, doors, procedure, {}, new Map());
      return fileReply(ctx, doors, sheet, { key: uuidv7(ctx.clock.now()), faults: [], scans: new Map() });
    },
  }),
  definePage({
    method: 'POST',
    path: `${internalHome}/:code`,
    permission,
    audit: 'dossier.submitted',
    multipart: true,
    input: z.object({ code }),
    handle: (ctx, input) => file(ctx, doors, input.code),
  }),
];

/** Only one with a form of its own can be filed; others of the list have nothing to fill in. */
async function procedureOf(doors: Doors, asked: string): Promise<PublishedProcedure | undefined> {
  const procedure = await doors.catalogue.current(asked);
  return procedure?.internal && procedure.live ? procedure : undefined;
}

const filingUnits = (actor: OfficerActor): readonly UnitId[] => [
  ...new Set(actor.posts.map(({ unit }) => unit).filter((unit) => allows(actor, permission, unit))),
];

/** The sheet of the counter with the unit in the place of the person. */
async function sheetOf(
  ctx: PageCtx,
  doors: Doors,
  procedure: PublishedProcedure,
  fields: PostedFields,
  scans: ReadonlyMap<string, StoredFile>,
): Promise<Sheet> {
  const units = filingUnits(officerOf(ctx));
  const directory = await doors.units.directory();
  const unit = units.find((each) => each === textOf(fields, sheetFields.unit)) ?? units[0];
  const filled = {
    ...fields,
    [applicantFields.name]: unit === undefined ? '' : directory.get(unit).name,
    [sheetFields.channel]: 'direct',
  };
  return openSheet(ctx, doors, officerOf(ctx), procedure, filled, { scans, lookUp: false, units });
}

async function file(ctx: PageCtx, doors: Doors, asked: string): Promise<Reply> {
  const { scans: sent, taken, refusals } = await takeScans(ctx, doors);
  const fields = gatherTicks(ctx.fields);
  const memory = recall(ctx);
  const posted = textOf(fields, sheetFields.key);
  const key = isUuid(posted) ? posted : uuidv7(ctx.clock.now());
  const before = memory.received.find(([known]) => known === key);
  if (before) return redirectTo(dossierHref(before[1]));
  const procedure = await procedureOf(doors, asked);
  if (!procedure) return problem('not-found');
  const kept = { ...memory, scans: [...memory.scans, ...taken] };
  const scans = addKept(sent, fields, kept.scans);
  const sheet = await sheetOf(ctx, doors, procedure, fields, scans);
  const again = async (faults: readonly Fault[]) => {
    if (taken.length > 0) await remember(ctx, kept);
    return fileReply(ctx, doors, sheet, { key, faults, scans });
  };
  const faults = [
    ...refusals.map(({ field, outcome }) => ({
      field,
      text: outcome.ok ? '' : sentenceFor(outcome.refusal, ctx.locale),
    })),
    ...(textOf(fields, sheetFields.act) === 'nop' ? faultsOf(sheet, ctx.locale) : []),
  ];
  if (textOf(fields, sheetFields.act) !== 'nop' || faults.length > 0) return again(faults);

  const directory = await doors.units.directory();
  const { name, address } = directory.get(sheet.unit);
  const filed = await receiveAtCounter(ctx, doors.services, {
    unit: sheet.unit,
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    procedureName: procedure.name,
    channel: 'direct',
    person: null,
    applicant: { name, ...(address !== '' && { address }), representing: officerOf(ctx).name },
    answers: sheet.read.answers,
    papers: sheet.papers.papers,
    delivery: 'electronic',
    purpose: '',
    key,
  });
  if (!filed.ok)
    return again([{ field: filed.refusal.field ?? '', text: sentenceFor(filed.refusal, ctx.locale) }]);
  await remember(ctx, { ...kept, received: [...memory.received, [key, filed.value.code]] });
  return redirectTo(dossierHref(filed.value.code));
}

async function fileReply(
  ctx: PageCtx,
  doors: Doors,
  sheet: Sheet,
  about: {
    readonly key: string;
    readonly faults: readonly Fault[];
    readonly scans: ReadonlyMap<string, StoredFile>;
  },
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const { faults } = about;
  const main = fileView(ctx, {
    ...about,
    sheet,
    units: filingUnits(officerOf(ctx)).map((unit) => ({ value: unit, text: directory.get(unit).name })),
    officer: officerOf(ctx).name,
    fileRule: doors.files.rule[ctx.locale],
    maxUpload: doors.place.maxUpload,
  });
  const title = `${faults.length > 0 ? say('Lỗi: ', 'Error: ') : ''}${sheet.procedure.name}`;
  return officeReply(ctx, doors, { title, main, at: 'internal', status: faults.length > 0 ? 422 : 200 });
}
