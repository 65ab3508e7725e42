import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf } from '../drafts/draft.ts';
import type { DutyKind, DutyState } from './duty.ts';
import { countDuties, type Duty, findDuty, listDuties } from './queries.ts';

const mostListed = 500;

export interface DutiesAsked {
  readonly kind?: DutyKind;
  readonly state?: DutyState;
  /** Linked to this procedure. */
  readonly procedure?: string;
}

/** Conditions and reports; those that were cut stand last. */
export async function duties(
  ctx: Ctx,
  { kind, state, procedure }: DutiesAsked = {},
): Promise<readonly Duty[]> {
  if (!designerOf(ctx)) return [];
  const asked = { kind: kind ?? null, state: state ?? null, procedure: procedure ?? null };
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listDuties, { ...asked, size: mostListed }));
}

export async function dutyOf(ctx: Ctx, id: string): Promise<Duty | undefined> {
  if (!designerOf(ctx) || !isUuid(id)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(findDuty, { id }));
}

export type DutyCounts = Readonly<Record<DutyKind, Readonly<Record<DutyState, number>>>>;

export async function dutyCounts(ctx: Ctx): Promise<DutyCounts> {
  const none = { 'in-force': 0, proposed: 0, cut: 0 };
  const counts = { condition: { ...none }, report: { ...none } };
  if (!designerOf(ctx)) return counts;
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(countDuties, {}));
  for (const { kind, state, duties: number } of rows) counts[kind][state] = number;
  return counts;
}
