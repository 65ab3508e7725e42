import { type Decentralisation, markTold, movesToCarryOut } from '#capabilities/catalogue';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import { actOnDossier } from '../commands/act-on-dossier.ts';
import { type LoadedDossier, loadDossier } from '../queries/load-dossier.ts';
import { factsOf } from '../rules/filing.ts';
import type { DossierServices } from '../services.ts';
import { openUnderMove } from './queries.ts';

const nothing = '00000000-0000-0000-0000-000000000000';
const size = 50;

/**
 * The day of a decision that moves authority has come: every dossier that was open is told who decides it from now on, and goes to
 * the new authority where the decision says so. A dossier is told once; when all are, the decision is marked as carried out.
 */
export const followDecentralisation = (services: DossierServices): Job => ({
  name: 'dossiers.follow-decentralisation',
  wake: { cron: '* * * * *' },
  async run(ctx) {
    let told = 0;
    for (const move of await movesToCarryOut(ctx)) {
      const count = await tellAll(ctx, services, move);
      await markTold(ctx, move, { told: count.told, all: count.failed === 0 });
      told += count.told;
    }
    return told;
  },
});

async function tellAll(ctx: Ctx, services: DossierServices, move: Decentralisation) {
  const count = { told: 0, failed: 0 };
  let after = { home_unit: nothing, id: nothing };
  for (;;) {
    const rows = await ctx.db.read(systemScope, (reader) =>
      reader.rows(openUnderMove, {
        codes: move.codes,
        move: move.id,
        after_unit: after.home_unit,
        after_id: after.id,
        size,
      }),
    );
    for (const row of rows) {
      try {
        if (await tellOne(ctx, services, move, row)) count.told++;
      } catch (error) {
        count.failed++;
        ctx.log.error({ dossier: row.id, move: move.id, error }, 'a dossier was not told of its authority');
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < size) return count;
    after = last;
  }
}

async function tellOne(
  ctx: Ctx,
  services: DossierServices,
  move: Decentralisation,
  key: { readonly home_unit: string; readonly id: string },
): Promise<boolean> {
  const dossier = await ctx.db.read(systemScope, (reader) => reader.find(loadDossier, key));
  if (!dossier) return false;
  const to = await authorityNow(ctx, services, dossier);
  if (to === undefined || to === dossier.state.competent) return false;
  const outcome = await actOnDossier(
    ctx,
    services,
    { homeUnit: key.home_unit, id: key.id },
    'move-authority',
    {
      to,
      stays: move.open_dossiers === 'stay',
      decision: move.number,
      on: move.from_day,
      move: move.id,
    },
  );
  if (!outcome.ok)
    ctx.log.debug({ dossier: key.id, code: outcome.refusal.code }, 'authority over a dossier stays');
  return outcome.ok;
}

/** Who would decide it if it were filed today in the same place. */
async function authorityNow(ctx: Ctx, services: DossierServices, dossier: LoadedDossier) {
  const { channel, receiver } = dossier.state;
  const definition = await services.procedure(dossier.procedure_code, dossier.procedure_version);
  const facts = factsOf(channel, {}, ctx.clock.now());
  return services.competentUnit(definition, dossier.answers ?? {}, receiver, facts);
}
