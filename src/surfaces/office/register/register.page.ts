import { z } from 'zod';
import { record } from '#capabilities/audit';
import { dossierPermissions, type RegisterRow, registerOf, workUnits } from '#capabilities/dossiers';
import { type RegisterValues, renderPaper } from '#capabilities/papers';
import type { UnitId } from '#kernel/ids';
import { dateOfDayNumber, dayNumberOf, instantAt, localDate, type PlainDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, typedDate } from '#surfaces/shared';
import { registerPath } from '../core/addresses.ts';
import { type Desk, deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { channelNames, stageNames } from '../words/state.ts';
import { registerHref, registerView } from './register.view.ts';

/** A book of so many lines is a stack of paper already; a longer time is printed in parts. */
const mostLines = 2000;
const part = z.string().max(8).default('');
const fields = {
  'don-vi': z.string().max(60).default(''),
  'tu-day': part,
  'tu-month': part,
  'tu-year': part,
  'den-day': part,
  'den-month': part,
  'den-year': part,
};
type Typed = Readonly<Record<keyof typeof fields, string>>;

/** A unit's book of a time; both days count. */
interface Period {
  readonly unit: UnitId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Form 07, the register (Thông tư 03/2025/TT-VPCP, Phụ lục I): what a unit officially received in a time, to look at and as a
 * paper. Papers are Vietnamese, whatever the screen is.
 */
export const registerPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: registerPath,
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object(fields),
    async handle(ctx, typed) {
      const desk = await deskOf(ctx, doors);
      const read = readPeriod(ctx, desk, typed);
      return show(ctx, doors, desk, typed, read);
    },
  }),
  definePage({
    method: 'GET',
    path: `${registerPath}.pdf`,
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossiers.export',
    input: z.object(fields),
    async handle(ctx, typed) {
      const desk = await deskOf(ctx, doors);
      const { period } = readPeriod(ctx, desk, typed);
      const template = doors.papers.find('07');
      if (!period || !template) return redirectTo(registerPath);
      const rows = await linesOf(ctx, period, mostLines);
      await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
        record(transactor, ctx, {
          action: 'dossiers.export',
          subject: `unit:${period.unit}`,
          details: { form: '07', from: period.from, to: period.to, rows: rows.length },
        }),
      );
      const values = valuesOf(doors, desk, period, rows, localDate(ctx.clock.now()));
      const drawn = await renderPaper(template, { at: ctx.clock.now(), values });
      if (!drawn.ok) throw new Error(`Form 07 cannot be drawn: ${drawn.refusal.details.placeholder}`);
      const name = `so-theo-doi-${period.from}-${period.to}.pdf`;
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value,
        headers: { 'content-disposition': `inline; filename="${name}"` },
      };
    },
  }),
];

const linesOf = (ctx: PageCtx, { unit, from, to }: Period, size: number): Promise<readonly RegisterRow[]> =>
  registerOf(ctx, { unit, from: instantAt(from), before: instantAt(to, 24 * 60), size });

type Fault = 'tu' | 'den' | 'order';

/** This month until today when nothing is asked. */
function readPeriod(ctx: PageCtx, { actor }: Desk, typed: Typed): { period?: Period; fault?: Fault } {
  const units = workUnits(actor);
  const unit = units.find((each) => each === typed['don-vi']) ?? units[0];
  if (!unit) return {};
  const today = localDate(ctx.clock.now());
  const asked = [
    typed['tu-day'],
    typed['tu-month'],
    typed['tu-year'],
    typed['den-day'],
    typed['den-month'],
    typed['den-year'],
  ];
  if (asked.every((each) => each === '')) return { period: { unit, from: firstOfMonth(today), to: today } };
  const from = typedDate(typed['tu-day'], typed['tu-month'], typed['tu-year']);
  const to = typedDate(typed['den-day'], typed['den-month'], typed['den-year']);
  if (!from) return { fault: 'tu' };
  if (!to) return { fault: 'den' };
  return from > to ? { fault: 'order' } : { period: { unit, from, to } };
}

const firstOfMonth = (date: PlainDate): PlainDate =>
  dateOfDayNumber((dayNumberOf(date) ?? 0) - Number(date.slice(8)) + 1);

async function show(
  ctx: PageCtx,
  doors: Doors,
  desk: Desk,
  typed: Typed,
  { period, fault }: { period?: Period; fault?: Fault },
): Promise<Reply> {
  const { say, directory } = desk;
  const rows = period ? await linesOf(ctx, period, mostLines + 1) : [];
  const main = registerView({
    say,
    locale: ctx.locale,
    units: workUnits(desk.actor).map((id) => ({ value: id, text: directory.byId(id)?.name ?? '' })),
    unit: period?.unit ?? typed['don-vi'],
    from: period ? partsOf(period.from) : partsTyped(typed, 'tu'),
    to: period ? partsOf(period.to) : partsTyped(typed, 'den'),
    ...(fault && { fault }),
    ...(period && {
      found: {
        rows: rows.slice(0, mostLines),
        more: rows.length > mostLines ? mostLines : undefined,
        paper: registerHref(`${registerPath}.pdf`, period.unit, partsOf(period.from), partsOf(period.to)),
        agencyOf: (unit: UnitId) => directory.byId(unit)?.shortName ?? '',
      },
    }),
  });
  const title = say('Sổ theo dõi hồ sơ', 'Register of dossiers');
  return officeReply(ctx, doors, { title, main, at: 'register', status: fault ? 422 : 200 }, desk);
}

const partsOf = (date: PlainDate) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
};
const partsTyped = (typed: Typed, name: 'tu' | 'den') => ({
  day: typed[`${name}-day`],
  month: typed[`${name}-month`],
  year: typed[`${name}-year`],
});

function valuesOf(
  doors: Doors,
  { directory, actor }: Desk,
  { unit, from, to }: Period,
  rows: readonly RegisterRow[],
  today: PlainDate,
): RegisterValues {
  return {
    agency: directory.get(unit).name,
    superior: directory.head()?.name ?? '',
    place: doors.place.seat,
    issued_on: today,
    from,
    to,
    entries: rows.map((row) => ({
      dossier_code: row.code,
      procedure_name: row.procedure_name,
      owner_name: row.owner_name,
      contact: [row.address, row.phone].filter(Boolean).join(', '),
      agency: directory.byId(row.competent_unit)?.name ?? '',
      received_on: localDate(row.submitted_at),
      ...(row.due_date !== null && { due_on: row.due_date }),
      ...(row.finished_at !== null && { processed_on: localDate(row.finished_at) }),
      ...(row.returned_at !== null && { returned_on: localDate(row.returned_at) }),
      way: channelNames[row.channel].vi,
      status: stageNames[row.stage].vi,
    })),
    total_received: rows.length,
    total_processed: rows.filter((row) => row.finished_at !== null).length,
    total_returned: rows.filter((row) => row.returned_at !== null).length,
    keeper_name: actor.name,
  };
}
