import type { Ctx } from '#platform/context';
import { json, systemScope } from '#platform/db';
import { writeActs } from '../commands/act-on-dossier.ts';
import { wordsOf } from '../commands/compose-dossier.ts';
import { lockDossier } from '../queries/load-dossier.ts';
import { decide } from '../rules/decide.ts';
import { signActs, signatureFor } from '../rules/sign.ts';
import type { DossierServices } from '../services.ts';
import * as sql from './queries.ts';
import { dayOf } from './weigh-all.ts';
import { weighDossier } from './weigh-dossier.ts';

const size = 50;
type Item = { kind: 'dossier' | 'draft'; owner: string; id: string; from_version: number };
type Settled = { outcome: 'moved' | 'stayed'; why: string | null; due_after: string | null };
const stayed: Settled = { outcome: 'stayed', why: null, due_after: null };

/** Moves what can go, one transaction each; what changed meanwhile is weighed once more. May be begun again. */
export async function moveAll(ctx: Ctx, services: DossierServices, move: sql.VersionMove): Promise<number> {
  let count = 0;
  for (;;) {
    const items = await ctx.db.read(systemScope, (reader) =>
      reader.rows(sql.itemsToMove, { move: move.id, size }),
    );
    for (const item of items) await settle(ctx, services, move, item);
    count += items.length;
    if (items.length < size) break;
  }
  await ctx.db.transact(systemScope, (transactor) =>
    transactor.find(sql.turnMove, {
      id: move.id,
      state: 'done',
      was: 'approved',
      at: new Date(ctx.clock.now()).toISOString(),
    }),
  );
  return count + 1;
}

/** One that fails stays where it is and does not keep the others waiting. */
async function settle(ctx: Ctx, services: DossierServices, move: sql.VersionMove, item: Item): Promise<void> {
  try {
    await (item.kind === 'draft' ? moveDraft(ctx, move, item) : moveDossier(ctx, services, move, item));
  } catch (error) {
    ctx.log.error({ dossier: item.id, move: move.id, error }, 'a dossier could not be moved to a version');
    await ctx.db.transact(systemScope, (transactor) =>
      transactor.get(sql.settleItem, keyed(move, item, stayed)),
    );
  }
}

const keyed = (move: sql.VersionMove, { kind, owner, id }: Item, settled: Settled) => ({
  move: move.id,
  kind,
  owner,
  id,
  ...settled,
});

async function moveDraft(ctx: Ctx, move: sql.VersionMove, item: Item): Promise<void> {
  await ctx.db.transact(systemScope, async (transactor) => {
    const moved = await transactor.find(sql.moveDraftRow, {
      ...item,
      to_version: move.to_version,
      reason: move.reason,
    });
    const settled: Settled = moved ? { ...stayed, outcome: 'moved' } : stayed;
    await transactor.get(sql.settleItem, keyed(move, item, settled));
  });
}

async function moveDossier(
  ctx: Ctx,
  services: DossierServices,
  move: sql.VersionMove,
  item: Item,
): Promise<void> {
  const definition = await services.procedure(move.code, move.to_version);
  const now = ctx.clock.now();
  await ctx.db.transact(systemScope, async (transactor) => {
    const asked = {
      home_unit: item.owner,
      id: item.id,
      version: move.to_version,
      definition,
      places: move.places,
    };
    const weighed = await weighDossier(ctx, services, transactor, asked, lockDossier);
    if (!weighed || weighed.dossier.procedure_version === move.to_version || weighed.why.length > 0) {
      const why = weighed && weighed.why.length > 0 ? json(weighed.why) : null;
      await transactor.get(sql.settleItem, keyed(move, item, { ...stayed, why }));
      return;
    }
    const { dossier, promise, was, is, moved } = weighed;
    const { state } = dossier;
    const input = {
      from: dossier.procedure_version,
      to: move.to_version,
      reason: move.reason,
      ground: move.ground,
      by: move.decided_by_name ?? '',
      ...promise,
      ...(moved ? { moved } : {}),
    };
    // A dossier that leaves a line stands in its old steps until the act.
    const deciding = {
      state,
      rules: state.plan ? is : { ...is, definition: was.definition },
      actor: ctx.actor,
      now,
      freshId: () => '',
    };
    const decision = decide('move-to-version', input, deciding);
    if (!decision.ok) {
      await transactor.get(sql.settleItem, keyed(move, item, stayed));
      return;
    }
    const signature = signatureFor(state, 'move-to-version', ctx.actor);
    const signed = signActs(state, decision.value, now, signature);
    await transactor.get(sql.moveDossierRow, { ...item, to_version: move.to_version });
    await writeActs(ctx, transactor, { dossier, before: state, after: signed.state, acts: signed.acts }, is, {
      form: {
        home_unit: item.owner,
        dossier_id: item.id,
        seq: signed.state.seq,
        answers: is.answers,
        words: wordsOf(definition, is.answers, services.lists),
      },
    });
    const due_after = dayOf(signed.state.due);
    await transactor.get(sql.settleItem, keyed(move, item, { outcome: 'moved', why: null, due_after }));
  });
}
