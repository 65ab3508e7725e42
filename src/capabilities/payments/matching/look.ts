import { allows } from '#kernel/actor';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { paymentPermissions } from '../permissions.ts';
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
  type MatchedDay,
  stepsOf,
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

/** One item with its steps, and what both sides say of it. */
export async function lookAtDifference(ctx: Ctx, id: string) {
  if (!mayLook(ctx)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const item = await reader.find(findDifference, { id });
    if (!item) return undefined;
    const { account, number } = item.details;
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
