import { z } from 'zod';
import {
  delegate,
  delegationsOf,
  endDelegation,
  identityPermissions,
  officersInUnit,
  type PeopleDeps,
  personalRoles,
} from '#capabilities/identity';
import { type OfficerRole, officerRoles } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { instantAt, localDate } from '#kernel/time';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors, roleNames, typedDate } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { officerOf, unitsOf } from '../core/officer.ts';
import { sentenceFor } from '../sentences.ts';
import { type AbsenceTyped, absenceView } from './absence.view.ts';

const path = '/mot-cua/vang-mat';
const permission = identityPermissions.delegateOwnRole;
const text = z.string().max(400).default('');
const part = z.string().max(8).default('');
const fields = z.object({
  vai: text,
  nguoi: text,
  'ly-do': text,
  'tu-day': part,
  'tu-month': part,
  'tu-year': part,
  'den-day': part,
  'den-month': part,
  'den-year': part,
});

/** Absence cover: an officer lends an own role to a colleague until a day, and takes it back. */
export const absencePages = (doors: Doors, people: PeopleDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ xong: z.string().optional() }),
    handle: (ctx, { xong }) => show(ctx, doors, { done: xong }),
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'officer.delegate',
    input: fields,
    async handle(ctx, typed) {
      const [unit = '', role = ''] = typed.vai.split(' ');
      const from = typedDate(typed['tu-day'], typed['tu-month'], typed['tu-year']);
      const until = typedDate(typed['den-day'], typed['den-month'], typed['den-year']);
      const fail = (code: string, target: string) => show(ctx, doors, { typed, problem: { code, target } });
      const known = officerRoles.find((each) => each === role);
      if (!known) return fail('beyond-own-rights', 'vai');
      if (typed.nguoi === '') return fail('officer-unknown', 'nguoi');
      if (!from) return fail('date-missing', 'tu');
      if (!until) return fail('date-missing', 'den');
      const outcome = await delegate(ctx, people, {
        to: typed.nguoi as OfficerId,
        unit: unit as UnitId,
        role: known,
        from: Math.max(instantAt(from), ctx.clock.now()),
        // The last day counts whole.
        until: instantAt(until, 24 * 60),
        reason: typed['ly-do'],
      });
      if (outcome.ok) return redirectTo(`${path}?xong=uy-quyen`);
      return fail(outcome.refusal.code, controls[outcome.refusal.field ?? ''] ?? 'vai');
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/:id/ket-thuc`,
    permission,
    audit: 'officer.end-delegation',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const outcome = await endDelegation(ctx, people, id);
      if (outcome.ok) return redirectTo(`${path}?xong=ket-thuc`);
      return show(ctx, doors, { problem: { code: outcome.refusal.code, target: 'dang-co' } });
    },
  }),
];

const controls: Readonly<Record<string, string>> = { to: 'nguoi', until: 'den', reason: 'ly-do' };

interface Showing {
  readonly done?: string | undefined;
  readonly typed?: AbsenceTyped;
  readonly problem?: { readonly code: string; readonly target: string };
}

async function show(ctx: PageCtx, doors: Doors, { done, typed, problem }: Showing): Promise<Reply> {
  const desk = await deskOf(ctx, doors);
  const actor = officerOf(ctx);
  const { directory, say } = desk;
  const unitName = (id: string) => directory.byId(id as UnitId)?.shortName ?? '';
  const roleName = (role: string) => {
    const name = inLocale(roleNames[role as OfficerRole], ctx.locale);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const own = actor.posts.filter((post) => post.onBehalfOf === undefined && !personalRoles.has(post.role));
  const [delegations, ...groups] = await Promise.all([
    delegationsOf(ctx, actor.officer),
    ...unitsOf(actor).map(async (unit) =>
      (await officersInUnit(ctx, unit)).map((colleague) => ({ ...colleague, unit })),
    ),
  ]);
  const colleagues = groups.flat().filter(({ officer }) => officer !== actor.officer);
  const today = localDate(ctx.clock.now());
  const title = say('Vắng mặt, ủy quyền', 'Absence, delegation');
  const main = absenceView({
    say,
    locale: ctx.locale,
    hidden: csrfField(ctx),
    today,
    roles: own.map(({ unit, role }) => ({
      value: `${unit} ${role}`,
      text: `${roleName(role)} · ${unitName(unit)}`,
    })),
    colleagues: colleagues.map(({ officer, name, unit, title: job }) => ({
      value: officer,
      text: [name, job, groups.length > 1 ? unitName(unit) : ''].filter(Boolean).join(' · '),
    })),
    delegations: delegations.map((row) => ({
      id: row.id,
      given: row.from_officer === actor.officer,
      other: row.from_officer === actor.officer ? row.to_name : row.from_name,
      role: roleName(row.role),
      unit: unitName(row.unit_id),
      from: row.starts_at,
      until: row.ends_at,
      reason: row.reason,
    })),
    typed,
    done:
      done === 'uy-quyen'
        ? say('Đã ủy quyền. Người nhận làm được ngay từ ngày bắt đầu.', 'Lent. It works from the first day.')
        : done === 'ket-thuc'
          ? say('Đã kết thúc ủy quyền.', 'The delegation has ended.')
          : undefined,
    error: problem && { target: problem.target, text: sentenceFor({ code: problem.code }, ctx.locale) },
  });
  return officeReply(
    ctx,
    doors,
    {
      title: problem ? say(`Lỗi: ${title}`, `Error: ${title}`) : title,
      main,
      at: 'absence',
      status: problem ? 422 : 200,
    },
    desk,
  );
}
