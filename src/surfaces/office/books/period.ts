import { z } from 'zod';
import type { CollectedBy, Narrowed } from '#capabilities/payments';
import { collectedBy } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import { localDate } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import { typedDate } from '#surfaces/shared';
import { dayFields } from './addresses.ts';
import { type Books, firstOfMonth } from './books.ts';

const part = z.string().max(8).default('');
/** What the collections are asked for; everything stands in the address. */
export const periodFields = {
  /** One unit, or `tat-ca` for all whose books the reader may see. */
  'don-vi': z.string().max(60).default(''),
  'tu-day': part,
  'tu-month': part,
  'tu-year': part,
  'den-day': part,
  'den-month': part,
  'den-year': part,
  theo: z.string().max(20).default(''),
  'thu-tuc': z.string().max(20).default(''),
  cach: z.string().max(20).default(''),
  loai: z.string().max(20).default(''),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
};
export type Typed = z.output<z.ZodObject<typeof periodFields>>;
export const everyUnit = 'tat-ca';

const bySlugs: Readonly<Record<CollectedBy, string>> = {
  unit: 'don-vi',
  procedure: 'thu-tuc',
  way: 'cach',
  kind: 'loai',
};
export const slugOfBy = (by: CollectedBy): string => bySlugs[by];

export interface Asked {
  readonly narrowed: Narrowed;
  readonly by: CollectedBy;
  /** The chosen unit; undefined for all of them. */
  readonly unit: UnitId | undefined;
}
export type PeriodFault = 'tu' | 'den' | 'order';

/** This month until today when no time is asked. */
export function readAsked(ctx: PageCtx, books: Books, typed: Typed): { asked?: Asked; fault?: PeriodFault } {
  const today = localDate(ctx.clock.now());
  const date = (name: 'tu' | 'den') =>
    typedDate(typed[`${name}-day`], typed[`${name}-month`], typed[`${name}-year`]);
  const nothing = ['tu', 'den'].every((name) =>
    ['day', 'month', 'year'].every((each) => typed[`${name}-${each}` as keyof Typed] === ''),
  );
  const from = nothing ? firstOfMonth(today) : date('tu');
  const to = nothing ? today : date('den');
  if (!from) return { fault: 'tu' };
  if (!to) return { fault: 'den' };
  if (from > to) return { fault: 'order' };
  const all = typed['don-vi'] === everyUnit && books.units.length > 1;
  const unit = all ? undefined : books.unit;
  const by = collectedBy.find((each) => bySlugs[each] === typed.theo) ?? (all ? 'unit' : 'procedure');
  return {
    asked: {
      by,
      unit,
      narrowed: {
        units: unit ? [unit] : books.units,
        from,
        to,
        procedure: typed['thu-tuc'],
        way: typed.cach,
        kind: typed.loai,
      },
    },
  };
}

/** The same question as fields of an address, with some of them changed. */
export const askedFields = (
  { narrowed, by, unit }: Asked,
  change: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  'don-vi': unit ?? everyUnit,
  ...dayFields('tu', narrowed.from),
  ...dayFields('den', narrowed.to),
  theo: bySlugs[by],
  'thu-tuc': narrowed.procedure,
  cach: narrowed.way,
  loai: narrowed.kind,
  ...change,
});

/** A row of the table opens the entries behind it: the question narrowed by what the row stands for. */
export const narrowedBy = (by: CollectedBy, key: string): Record<string, string> => ({ [bySlugs[by]]: key });
