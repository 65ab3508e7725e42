import { z } from 'zod';
import {
  changeOfficer,
  deactivateOfficer,
  endDelegation,
  endPost,
  givePost,
  identityPermissions,
} from '#capabilities/identity';
import { officerRoles } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { instantAt } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { type AdministrationDeps, peopleDeps } from '../core/deps.ts';
import { dateOf, dateParts, textOf } from '../core/form.ts';
import { adminReply, beyondRights, officerOf, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { findOfficer, isOurs } from './officer.ts';
import { officerView } from './officer.view.ts';
import { officerHref } from './unit-people.page.ts';

const permission = identityPermissions.managePeople;
const officerParam = { officer: z.uuid() };
const acts = ['sua', 'ngung', 'giao', 'thoi', 'thoi-uy-quyen'] as const;
type OfficerAct = (typeof acts)[number];

/** One officer: facts, roles in units, delegations, and what they may do. */
export const officerPages = (doors: Doors, deps: AdministrationDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/nguoi/:officer',
    permission,
    audit: 'none',
    input: z.object(officerParam),
    handle: (ctx, { officer }) => officerReply(ctx, doors, deps, officer),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/nguoi/:officer/:act',
    permission,
    audit: 'officer.<act>',
    input: z.object({ ...officerParam, act: z.enum(acts) }),
    async handle(ctx, { officer, act }) {
      const outcome = await perform(ctx, doors, deps, officer as OfficerId, act);
      if (outcome.ok)
        return redirectTo(act === 'ngung' ? '/quan-tri/don-vi?xong=1' : officerHref(officer, '?xong=1'));
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'units', outcome.refusal);
      return officerReply(ctx, doors, deps, officer, outcome.refusal);
    },
  }),
];

async function perform(
  ctx: PageCtx,
  doors: Doors,
  deps: AdministrationDeps,
  officer: OfficerId,
  act: OfficerAct,
): Promise<Outcome<string>> {
  const people = peopleDeps(doors, deps);
  const field = (name: string) => textOf(ctx.fields, name).trim();
  const version = Number(field('phien-ban'));
  switch (act) {
    case 'sua':
      return changeOfficer(ctx, people, {
        officer,
        version,
        name: field('ten'),
        email: field('thu'),
        title: field('chuc-vu'),
      });
    case 'ngung':
      return deactivateOfficer(ctx, people, { officer, version });
    case 'giao': {
      const role = officerRoles.find((each) => each === field('vai-tro'));
      if (!role) return refused({ code: 'role-missing', field: 'role' });
      const dated = Object.values(dateParts(ctx.fields, 'den')).some((part) => part !== '');
      const until = dateOf(ctx.fields, 'den');
      if (dated && until === undefined) return refused({ code: 'date-missing', field: 'until' });
      return givePost(ctx, people, {
        officer,
        unit: field('don-vi') as UnitId,
        role,
        ...(until !== undefined && { until: instantAt(until) }),
      });
    }
    case 'thoi':
      return z.uuid().safeParse(field('ma')).success
        ? endPost(ctx, people, field('ma'))
        : refused({ code: 'post-unknown' });
    case 'thoi-uy-quyen':
      return z.uuid().safeParse(field('ma')).success
        ? endDelegation(ctx, people, field('ma'))
        : refused({ code: 'delegation-unknown' });
  }
}

async function officerReply(
  ctx: PageCtx,
  doors: Doors,
  deps: AdministrationDeps,
  officer: string,
  refusal?: Refusal,
): Promise<Reply> {
  const person = await findOfficer(ctx, deps, officer);
  if (!person) return problem('not-found');
  const directory = await doors.units.directory();
  if (!isOurs(officerOf(ctx), person, directory)) return problem('forbidden');
  const { main, target } = await officerView({ ctx, say: sayIn(ctx.locale), person, directory, refusal });
  const unit = person.posts[0]?.unit;
  return adminReply(ctx, doors, {
    title: person.card.name,
    at: 'units',
    ...(unit && {
      back: { href: `/quan-tri/don-vi/${unit}/nguoi`, text: directory.byId(unit)?.name ?? '' },
    }),
    main,
    refusal,
    target,
  });
}
