import { z } from 'zod';
import type { DossierDifference, DossiersAsked } from '#capabilities/payments';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';

const moneyDifferences = query({
  file: new URL('./queries/money-differences.sql', import.meta.url),
  params: params<{ from: string; to: string; before: string; also: readonly string[] }>(),
  row: z.object({
    kind: z.enum(['not-told', 'told-only']),
    home_unit: z.string(),
    dossier_id: z.string(),
    charge: z.string(),
    dossier_code: z.string(),
    name: z.string(),
    payee: z.string(),
    day: z.string(),
    books: z.string(),
    dossier: z.string(),
  }),
});

/**
 * Fees of which dossiers do not say what the books say: of charges that moved in some days, of all that are owed, and of
 * those asked for by name. What moved after `before` is still being told.
 */
export const dossiersAgainstBooks = (
  ctx: Ctx,
  { from, to, before, also }: DossiersAsked,
): Promise<readonly DossierDifference[]> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(moneyDifferences, { from, to, before: new Date(before).toISOString(), also }),
  );
