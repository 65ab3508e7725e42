import type { z } from 'zod';
import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { json, systemScope, type Transactor } from '#platform/db';
import { factsOf } from '../rules/filing.ts';
import type { DossierState, Due } from '../rules/state.ts';
import type { DossierServices } from '../services.ts';
import * as sql from './queries.ts';
import { labelsOf, questionsRefused } from './weigh.ts';
import { weighDossier } from './weigh-dossier.ts';

type OpenDraft = z.output<typeof sql.openDrafts.row>;
const nothing = '00000000-0000-0000-0000-000000000000';
const size = 50;
export const dayOf = (due: Due | null | undefined): string | null =>
  due?.date ?? (due?.minute == null ? null : localDate(due.minute));

/** The promised day of a dossier after the move, as far as it is known now. */
const dayAfter = (state: DossierState, due: Due | null): string | null => dayOf(due ?? state.due);

/** Looks at every open dossier and draft of the procedure, a page at a time. May be begun again. @returns how many. */
export async function weighAll(ctx: Ctx, services: DossierServices, move: sql.VersionMove): Promise<number> {
  const count = (await weighDossiers(ctx, services, move)) + (await weighDrafts(ctx, services, move));
  await ctx.db.transact(systemScope, (transactor) =>
    transactor.find(sql.turnMove, {
      id: move.id,
      state: 'proposed',
      was: 'weighing',
      at: new Date(ctx.clock.now()).toISOString(),
    }),
  );
  return count + 1;
}

async function weighDossiers(ctx: Ctx, services: DossierServices, move: sql.VersionMove): Promise<number> {
  const definition = await services.procedure(move.code, move.to_version);
  return inPages(
    ctx,
    (transactor, after: { home_unit: string; id: string } | undefined) =>
      transactor.rows(sql.openDossiers, {
        code: move.code,
        to_version: move.to_version,
        after_unit: after?.home_unit ?? nothing,
        after_id: after?.id ?? nothing,
        size,
      }),
    async (transactor, row) => {
      const weighed = await weighDossier(ctx, services, transactor, {
        ...row,
        version: move.to_version,
        definition,
        places: move.places,
      });
      if (!weighed) return;
      const { dossier, why, promise } = weighed;
      await transactor.get(sql.putItem, {
        move: move.id,
        kind: 'dossier',
        owner: row.home_unit,
        id: row.id,
        code: dossier.code,
        from_version: dossier.procedure_version,
        why: json(why),
        due_before: dayOf(dossier.state.due),
        due_after: why.length > 0 ? null : dayAfter(dossier.state, promise.due),
      });
    },
  );
}

/** A draft can always go over; its owner is asked again what no longer fits. */
async function weighDrafts(ctx: Ctx, services: DossierServices, move: sql.VersionMove): Promise<number> {
  const is = await services.procedure(move.code, move.to_version);
  const now = ctx.clock.now();
  return inPages(
    ctx,
    (transactor, after: OpenDraft | undefined) =>
      transactor.rows(sql.openDrafts, {
        code: move.code,
        to_version: move.to_version,
        now: new Date(now).toISOString(),
        after_person: after?.person_id ?? nothing,
        after_id: after?.id ?? nothing,
        size,
      }),
    async (transactor, draft) => {
      const was = await services.procedure(move.code, draft.procedure_version);
      const filed = {
        answers: draft.answers,
        facts: factsOf(draft.channel, draft.facts, now),
        day: localDate(now),
        handedIn: [],
      };
      const refused = questionsRefused(was, is, filed, services.lists);
      const again = refused.filter((id) => draft.answers[id] !== undefined);
      await transactor.get(sql.putItem, {
        move: move.id,
        kind: 'draft',
        owner: draft.person_id,
        id: draft.id,
        code: '',
        from_version: draft.procedure_version,
        why: json(again.length > 0 ? [{ code: 'answers', names: labelsOf(is, again) }] : []),
        due_before: null,
        due_after: null,
      });
    },
  );
}

/** One transaction a page, so that nothing is held long. */
async function inPages<R>(
  ctx: Ctx,
  page: (transactor: Transactor, after: R | undefined) => Promise<readonly R[]>,
  each: (transactor: Transactor, row: R) => Promise<void>,
): Promise<number> {
  let after: R | undefined;
  let count = 0;
  for (;;) {
    const rows = await ctx.db.transact(systemScope, async (transactor) => {
      const found = await page(transactor, after);
      for (const row of found) await each(transactor, row);
      return found;
    });
    count += rows.length;
    after = rows.at(-1);
    if (rows.length < size) return count;
  }
}
