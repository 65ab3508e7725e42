import { z } from 'zod';
import {
  assignBankLine,
  type DifferenceLook,
  lookAtDifference,
  paymentPermissions,
  tieBankLine,
  type WorkStep,
  workOffDifference,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { itemHref, matchingItems, type StepSlug, stepSlugs } from './addresses.ts';
import { itemView } from './item.view.ts';
import { kindWords } from './words.ts';

const path = `${matchingItems}/:id`;
const slugs = Object.values(stepSlugs) as [StepSlug, ...StepSlug[]];
const text = z.string().max(4000).default('');
const stepFields = z.object({
  id: z.uuid(),
  buoc: z.enum(slugs),
  'noi-dung': text,
  la: text,
  'ma-nop': text,
  'ma-hoan': text,
});
type StepTyped = z.output<typeof stepFields>;

/** One item: what it is, what to do, and everything that was done. Each step is one form. */
export const itemPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: paymentPermissions['payments.look-at-matching'],
    audit: 'none',
    input: z.object({ id: z.uuid(), xong: z.string().max(20).optional() }),
    handle: (ctx, { id, xong }) => show(ctx, doors, id, { done: xong }),
  }),
  definePage({
    method: 'POST',
    path: `${path}/:buoc`,
    permission: paymentPermissions['payments.match'],
    audit: 'payment.difference-step',
    input: stepFields,
    async handle(ctx, typed) {
      const outcome = await work(ctx, doors, typed);
      return outcome.ok
        ? redirectTo(`${itemHref(typed.id)}?xong=${typed.buoc}`)
        : show(ctx, doors, typed.id, { refusal: outcome.refusal, typed });
    },
  }),
];

async function work(ctx: PageCtx, doors: Doors, typed: StepTyped): Promise<Outcome<undefined>> {
  if (typed.buoc === stepSlugs.assigned || typed.buoc === stepSlugs.tied) {
    const line = (await lookAtDifference(ctx, typed.id))?.bankLine;
    if (!line) return refused({ code: 'not-found' });
    const of = { difference: typed.id, account: line.account, number: line.number };
    return typed.buoc === stepSlugs.tied
      ? tieBankLine(ctx, doors.payments, { ...of, refund: typed['ma-hoan'] })
      : assignBankLine(ctx, doors.payments, { ...of, bill: typed['ma-nop'] });
  }
  const step = stepOf(typed);
  return step ? workOffDifference(ctx, typed.id, step) : refused({ code: 'not-markable' });
}

function stepOf({ buoc, la, 'noi-dung': words }: StepTyped): WorkStep | undefined {
  switch (buoc) {
    case stepSlugs.taken:
      return { kind: 'taken' };
    case stepSlugs.asked:
      return { kind: 'asked' };
    case stepSlugs.told:
      return { kind: 'told' };
    case stepSlugs.explained:
      return { kind: 'explained', words };
    case stepSlugs.closed:
      return { kind: 'closed', words };
    default:
      return la === 'refund' || la === 'surplus' ? { kind: 'marked', as: la, words } : undefined;
  }
}

interface Showing {
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  readonly typed?: StepTyped;
}

async function show(ctx: PageCtx, doors: Doors, id: string, showing: Showing): Promise<Reply> {
  const look = await lookAtDifference(ctx, id);
  if (!look) return problem('not-found');
  const desk = await deskOf(ctx, doors);
  const { say, directory } = desk;
  const title = inLocale(kindWords[look.item.kind].name, ctx.locale);
  const main = itemView({
    say,
    locale: ctx.locale,
    now: ctx.clock.now(),
    hidden: csrfField(ctx),
    look,
    works: mayWork(ctx, look),
    unitName: (unit: UnitId) => directory.byId(unit)?.name ?? '',
    gatewayName:
      doors.payments.gateways.find(({ key }) => key === look.item.gateway)?.name ?? look.item.gateway,
    ...showing,
  });
  return officeReply(
    ctx,
    doors,
    {
      title: showing.refusal ? say(`Lỗi: ${title}`, `Error: ${title}`) : title,
      main,
      at: 'matching',
      status: showing.refusal ? 422 : 200,
    },
    desk,
  );
}

const mayWork = (ctx: PageCtx, { item }: DifferenceLook): boolean =>
  [item.unit_id, item.kept_by].some(
    (unit) => unit !== null && allows(ctx.actor, paymentPermissions['payments.match'], unit),
  );
