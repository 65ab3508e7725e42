import { z } from 'zod';
import {
  cataloguePermissions,
  type Duty,
  duties,
  dutyCounts,
  dutyKinds,
  dutyOf,
  dutyStates,
  moveDuty,
  putDuty,
} from '#capabilities/catalogue';
import type { Outcome, Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, dateParts, textOf } from '../core/form.ts';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { dutiesHome, dutyHref } from './addresses.ts';
import { dutiesView } from './duties.view.ts';
import { contentOfDuty, contentOfFields, dutyTargets, dutyView } from './duty.view.ts';
import { dutyKindWords } from './words.ts';

const permission = cataloguePermissions['catalogue.design'];
const kind = z.enum(dutyKinds);

/** Conditions of business and reports that are owed, beside the procedures they belong to. */
export const dutyPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: dutiesHome,
    permission,
    audit: 'none',
    input: z.object({
      loai: kind.optional().catch(undefined),
      'trang-thai': z.enum(dutyStates).optional().catch(undefined),
      'thu-tuc': z.string().max(20).optional(),
    }),
    async handle(ctx, { loai, 'trang-thai': state, 'thu-tuc': procedure }) {
      const say = sayIn(ctx.locale);
      const asked = { ...(loai && { kind: loai }), ...(state && { state }), ...(procedure && { procedure }) };
      const [list, counts] = await Promise.all([duties(ctx, asked), dutyCounts(ctx)]);
      return adminReply(ctx, doors, {
        title: say('Điều kiện kinh doanh, chế độ báo cáo', 'Business conditions and reports'),
        at: 'duties',
        main: dutiesView(ctx, { list, counts, kind: loai, state, procedure }),
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${dutiesHome}/them`,
    permission,
    audit: 'none',
    input: z.object({ loai: kind.default('condition').catch('condition') }),
    handle: (ctx, { loai }) => dutyReply(ctx, doors, { kind: loai, duty: undefined }),
  }),
  definePage({
    method: 'POST',
    path: `${dutiesHome}/them`,
    permission,
    audit: 'catalogue.add-duty',
    input: z.object({ loai: kind }),
    async handle(ctx, { loai }) {
      const put = await putDuty(ctx, { content: contentOfFields(ctx.fields, loai) });
      return put.ok
        ? redirectTo(`${dutyHref(put.value)}?xong=1`)
        : dutyReply(ctx, doors, { kind: loai, duty: undefined, refusal: put.refusal });
    },
  }),
  definePage({
    method: 'GET',
    path: `${dutiesHome}/:id`,
    permission,
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const duty = await dutyOf(ctx, id);
      return duty ? dutyReply(ctx, doors, { kind: duty.kind, duty }) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: `${dutiesHome}/:id`,
    permission,
    audit: 'catalogue.change-duty',
    input: z.object({
      id: z.uuid(),
      lam: z.enum(['luu', 'de-xuat', 'thoi', 'cat']),
      ban: z.coerce.number().int(),
    }),
    async handle(ctx, { id, lam, ban: revision }) {
      const duty = await dutyOf(ctx, id);
      if (!duty) return problem('not-found');
      const outcome = await perform(ctx, duty, lam, revision);
      if (outcome.ok) return redirectTo(`${dutyHref(id)}?xong=1`);
      return dutyReply(ctx, doors, { kind: duty.kind, duty, refusal: outcome.refusal, act: lam });
    },
  }),
];

type Act = 'luu' | 'de-xuat' | 'thoi' | 'cat';

function perform(ctx: PageCtx, duty: Duty, act: Act, revision: number): Promise<Outcome<unknown>> {
  switch (act) {
    case 'luu':
      return putDuty(ctx, { id: duty.id, revision, content: contentOfFields(ctx.fields, duty.kind) });
    case 'de-xuat':
      return moveDuty(ctx, duty.id, { to: 'proposed', revision });
    case 'thoi':
      return moveDuty(ctx, duty.id, { to: 'in-force', revision });
    case 'cat':
      return moveDuty(ctx, duty.id, {
        to: 'cut',
        revision,
        decision: textOf(ctx.fields, 'quyet-dinh'),
        cutFrom: dateOf(ctx.fields, 'tu-ngay') ?? '',
      });
  }
}

interface Shown {
  readonly kind: Duty['kind'];
  readonly duty: Duty | undefined;
  readonly refusal?: Refusal;
  readonly act?: Act;
}

function dutyReply(ctx: PageCtx, doors: Doors, { kind: of, duty, refusal, act }: Shown): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const words = dutyKindWords[of];
  const typed = refusal !== undefined && (act === undefined || act === 'luu');
  return adminReply(ctx, doors, {
    title: duty?.name ?? say(words.vi, words.en ?? words.vi),
    at: 'duties',
    back: { href: dutiesHome, text: say('Điều kiện, báo cáo', 'Conditions and reports') },
    main: dutyView(ctx, {
      kind: of,
      duty,
      content: typed || !duty ? contentOfFields(ctx.fields, of) : contentOfDuty(duty),
      refusal,
      cut: { decision: textOf(ctx.fields, 'quyet-dinh'), from: dateParts(ctx.fields, 'tu-ngay') },
    }),
    refusal,
    target: refusal?.field === undefined ? undefined : dutyTargets[refusal.field],
  });
}
