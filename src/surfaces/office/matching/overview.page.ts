import { z } from 'zod';
import { askForMatching, handInMoneyFile, lookAtMatching, paymentPermissions } from '#capabilities/payments';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { dateOfDayNumber, dayNumberOf, localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, filesIn, typedDate } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { unitsOf } from '../core/officer.ts';
import { matchingAgain, matchingHome, matchingUpload } from './addresses.ts';
import { overviewView } from './overview.view.ts';

const daysShown = 14;
/** As much of a settlement file as the room reads; the server's own limit may be lower. */
const mostBytes = 200_000_000;
const part = z.string().max(8).default('');

/** `/mot-cua/doi-soat`: days with their files and differences, and files to hand in. */
export const overviewPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: matchingHome,
    permission: paymentPermissions['payments.look-at-matching'],
    audit: 'none',
    input: z.object({ xong: z.string().max(20).optional() }),
    handle: (ctx, { xong }) => show(ctx, doors, { done: xong }),
  }),
  definePage({
    method: 'POST',
    path: matchingUpload,
    permission: paymentPermissions['payments.match'],
    audit: 'payment.hand-in-file',
    perMinute: 20,
    multipart: true,
    input: z.object({}),
    async handle(ctx) {
      const { tep } = await filesIn(ctx, { tep: Math.min(doors.place.maxUpload, mostBytes) });
      const typed = (name: string) => {
        const value = ctx.fields[name];
        return typeof value === 'string' ? value.slice(0, 80) : '';
      };
      const fail = (refusal: Refusal) => show(ctx, doors, { refusal, typed });
      const unit = unitOf(ctx, typed('don-vi'));
      if (!unit) return fail({ code: 'not-yours' });
      if (!tep) return fail({ code: 'file-missing', field: 'file' });
      if (tep.bytes.length > doors.place.maxUpload) return fail({ code: 'file-large', field: 'file' });
      const day = typedDate(typed('ngay-day'), typed('ngay-month'), typed('ngay-year'));
      const handed = await handInMoneyFile(ctx, await servicesOf(doors), {
        unit,
        name: tep.name,
        bytes: tep.bytes,
        of:
          typed('loai') === 'sao-ke'
            ? { kind: 'statement' }
            : { kind: 'settlement', gateway: typed('loai'), day: day ?? '' },
      });
      return handed.ok ? redirectTo(`${matchingHome}?xong=tep`) : fail(handed.refusal);
    },
  }),
  definePage({
    method: 'POST',
    path: matchingAgain,
    permission: paymentPermissions['payments.match'],
    audit: 'payment.match-days',
    perMinute: 20,
    input: z.object({
      loai: z.string().max(40).default(''),
      'tu-day': part,
      'tu-month': part,
      'tu-year': part,
      'den-day': part,
      'den-month': part,
      'den-year': part,
    }),
    async handle(ctx, typed) {
      const unit = unitOf(ctx, '');
      const asked = unit
        ? await askForMatching(ctx, await servicesOf(doors), {
            unit,
            gateway: typed.loai,
            from: typedDate(typed['tu-day'], typed['tu-month'], typed['tu-year']) ?? '',
            to: typedDate(typed['den-day'], typed['den-month'], typed['den-year']) ?? '',
          })
        : refused({ code: 'not-yours' });
      return asked.ok
        ? redirectTo(`${matchingHome}?xong=chay`)
        : show(ctx, doors, {
            again: asked.refusal,
            typed: (name) => (typed as Record<string, string>)[name] ?? '',
          });
    },
  }),
];

/** The unit meant, of those whose accountant this officer is; the first where none is named. */
function unitOf(ctx: PageCtx, named: string): UnitId | undefined {
  const units = accountantOf(ctx);
  return units.find((unit) => unit === named) ?? (named === '' ? units[0] : undefined);
}
const accountantOf = (ctx: PageCtx): readonly UnitId[] =>
  ctx.actor.kind === 'officer'
    ? unitsOf(ctx.actor).filter((unit) => allows(ctx.actor, paymentPermissions['payments.match'], unit))
    : [];

/** The head of the province or ministry keeps the accounts at gateways. */
async function servicesOf(doors: Doors) {
  const keeper = (await doors.units.directory()).head()?.id;
  return { gateways: doors.payments.gateways, keeper: async () => keeper };
}

interface Showing {
  readonly done?: string | undefined;
  /** Of the file that was handed in, and of the days to be compared again. */
  readonly refusal?: Refusal;
  readonly again?: Refusal;
  readonly typed?: (name: string) => string;
}

async function show(ctx: PageCtx, doors: Doors, showing: Showing): Promise<Reply> {
  const desk = await deskOf(ctx, doors);
  const { say, directory } = desk;
  const today = localDate(ctx.clock.now());
  const gateways = doors.payments.gateways.map(({ key, name }) => ({ value: key, text: name }));
  const look = await lookAtMatching(ctx, {
    from: dateOfDayNumber((dayNumberOf(today) ?? 0) - daysShown),
    to: today,
    gateways: gateways.map(({ value }) => value),
  });
  if (!look) return problem('forbidden');
  const title = say('Đối soát', 'Reconciliation');
  const failed = showing.refusal ?? showing.again;
  const units = accountantOf(ctx);
  const main = overviewView({
    say,
    locale: ctx.locale,
    csrf: ctx.csrf,
    look,
    gateways,
    keeps: units.some((unit) => unit === directory.head()?.id),
    units: units.map((unit) => ({ value: unit, text: directory.byId(unit)?.name ?? '' })),
    yesterday: dateOfDayNumber((dayNumberOf(today) ?? 0) - 1),
    maxBytes: Math.min(doors.place.maxUpload, mostBytes),
    ...showing,
  });
  return officeReply(
    ctx,
    doors,
    {
      title: failed ? say(`Lỗi: ${title}`, `Error: ${title}`) : title,
      main,
      at: 'matching',
      status: failed ? 422 : 200,
    },
    desk,
  );
}
