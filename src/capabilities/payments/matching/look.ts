import { allows } from '#kernel/actor';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { paymentPermissions } from '../permissions.ts';
import { refundByCode } from '../queries/refunds.ts';
import { readRefundCode } from '../rules/refund-code.ts';
import { type DifferenceKind, kindGroups } from './kinds.ts';
import {
  type Difference,
  entriesAbout,
  findBankLine,
  findDifference,
  linesOfReference,
  listDays,
  listDifferences,
  listFiles,
  listRuns,
  listToGiveBack,
  type MatchedDay,
  stepsOf,
  type ToGiveBack,
} from './queries/index.ts';

const mayLook = (ctx: Ctx): boolean => allows(ctx.actor, paymentPermissions['payments.look-at-matching']);

export interface DifferenceFilter {
  readonly kinds: readonly DifferenceKind[];
  readonly closed: boolean;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** In the hand of this officer. */
  readonly officer?: string | undefined;
}

/** Items that the reader's units are concerned with, oldest day first. */
export async function differencesOf(
  ctx: Ctx,
  { kinds, closed, from, to, officer }: DifferenceFilter,
  cut: { readonly size: number; readonly skip: number },
): Promise<readonly Difference[]> {
  if (!mayLook(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(listDifferences, { kinds, closed, from, to, officer: officer ?? null, ...cut }),
  );
}

/** Open items that were marked to be given back, of the units asked for, oldest day first; 200 at most. */
export async function markedToGiveBack(ctx: Ctx, units: readonly string[]): Promise<readonly ToGiveBack[]> {
  if (!mayLook(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listToGiveBack, { units }));
}

/** One item with its steps, and what both sides say of it. */
export async function lookAtDifference(ctx: Ctx, id: string) {
  if (!mayLook(ctx)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const item = await reader.find(findDifference, { id });
    if (!item) return undefined;
    const { account, number, refund } = item.details;
    const code = typeof refund === 'string' ? readRefundCode(refund) : undefined;
    const about = item.home_unit && (item.session_id || item.charge_id);
    return {
      item,
      steps: await reader.rows(stepsOf, { id }),
      lines:
        item.gateway === ''
          ? []
          : await reader.rows(linesOfReference, { reference: item.reference, gateway: item.gateway }),
      entries:
        about && item.home_unit
          ? await reader.rows(entriesAbout, {
              home_unit: item.home_unit,
              session: item.session_id,
              charge: item.charge_id,
            })
          : [],
      /** The refund that its words name, where the reader may see it. */
      refund: code === undefined ? undefined : await reader.find(refundByCode, { code }),
      bankLine:
        typeof account === 'string' && typeof number === 'string'
          ? await reader.find(findBankLine, { account, number })
          : undefined,
    };
  });
}
export type DifferenceLook = NonNullable<Awaited<ReturnType<typeof lookAtDifference>>>;

/** Days with their file, their sums and their items; files and comparisons, newest first. */
export async function lookAtMatching(
  ctx: Ctx,
  asked: { readonly from: PlainDate; readonly to: PlainDate; readonly gateways: readonly string[] },
) {
  if (!mayLook(ctx)) return undefined;
  const kinds = [...kindGroups.gateway, ...kindGroups.charge, ...kindGroups.dossier, ...kindGroups.file];
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => ({
    days: (await reader.rows(listDays, { ...asked, kinds })) as readonly MatchedDay[],
    files: await reader.rows(listFiles, { size: 10 }),
    runs: await reader.rows(listRuns, { size: 10 }),
  }));
}
export type MatchingLook = NonNullable<Awaited<ReturnType<typeof lookAtMatching>>>;
