import { z } from 'zod';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';
import { adoptDrafts } from '../queries/drafts.ts';
import type { DossierServices } from '../services.ts';
import { actOnDossier } from './act-on-dossier.ts';

const pendingOfPerson = query({
  file: new URL('../queries/pending-of-person.sql', import.meta.url),
  params: params<{ person: string }>(),
  row: z.object({ home_unit: z.string(), id: z.string() }),
});

/** VNeID has answered: what the guest began and filed belongs to the known person from now on. */
export async function adoptGuest(ctx: Ctx, guest: string, person: string): Promise<void> {
  await ctx.db.direct.rows(adoptDrafts, { guest, person });
}

/** Afterwards, as the system: dossiers that waited for their person's identity wait no longer. @returns how many. */
export async function confirmIdentities(
  ctx: Ctx,
  services: DossierServices,
  person: string,
): Promise<number> {
  const waiting = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(pendingOfPerson, { person }));
  let confirmed = 0;
  for (const { home_unit: homeUnit, id } of waiting) {
    const answer = await actOnDossier(ctx, services, { homeUnit, id }, 'confirm-identity', { person });
    if (answer.ok) confirmed++;
  }
  return confirmed;
}
