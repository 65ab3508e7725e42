import { z } from 'zod';
import {
  approveMove,
  cataloguePermissions,
  competenceUnder,
  type Decentralisation,
  decentralisation,
  endMoveOn,
  type MoveRow,
  withdrawMove,
} from '#capabilities/catalogue';
import { openWork } from '#capabilities/dossiers';
import type { Competence } from '#capabilities/forms';
import type { Outcome, Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { receiverName } from './list.page.ts';
import { endDate, moveView, type TouchedProcedure } from './move.view.ts';
import { levelNames, moveHref, movesPath } from './words.ts';

const acts = ['duyet', 'bo', 'ket-thuc'] as const;

/** One decision: who decided before and after, whom it touches, and what may be done with it. */
export const movePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: `${movesPath}/:id`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const move = await decentralisation(ctx, id);
      return move ? moveReply(ctx, doors, move) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: `${movesPath}/:id`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.<act>-move',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const move = await decentralisation(ctx, id);
      const act = acts.find((each) => each === textOf(ctx.fields, '_lam'));
      if (!move || !act) return problem('not-found');
      const outcome = await perform(ctx, id, act);
      if (outcome.ok) {
        doors.catalogue.forget();
        return redirectTo(moveHref(id, '?xong=1'));
      }
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'moves', outcome.refusal);
      return moveReply(ctx, doors, (await decentralisation(ctx, id)) ?? move, outcome.refusal);
    },
  }),
];

function perform(ctx: PageCtx, id: string, act: (typeof acts)[number]): Promise<Outcome<unknown>> {
  switch (act) {
    case 'duyet':
      return approveMove(ctx, id);
    case 'bo':
      return withdrawMove(ctx, id);
    case 'ket-thuc':
      return endMoveOn(ctx, id, dateOf(ctx.fields, endDate) ?? '?');
  }
}

async function moveReply(
  ctx: PageCtx,
  doors: Doors,
  move: Decentralisation,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const main = moveView({
    ctx,
    say,
    move,
    today: localDate(ctx.clock.now()),
    receiver: receiverName(move, directory, ctx.locale),
    touched: await touchedBy(ctx, doors, move),
    refusal,
  });
  return adminReply(ctx, doors, {
    title: say(`Quyết định ${move.number}`, `Decision ${move.number}`),
    at: 'moves',
    back: { href: movesPath, text: say('Phân cấp, ủy quyền', 'Decentralisation') },
    main,
    refusal,
    target: refusal?.field === 'until' ? endDate : undefined,
  });
}

/** Each procedure with who decides without this decision, who by it, and how many dossiers are open. */
async function touchedBy(
  ctx: PageCtx,
  doors: Doors,
  move: Decentralisation,
): Promise<readonly TouchedProcedure[]> {
  const [directory, offer] = await Promise.all([doors.units.directory(), doors.catalogue.offer()]);
  return Promise.all(
    move.codes.map(async (code) => {
      const [current, work] = await Promise.all([doors.catalogue.current(code), openWork(ctx, code)]);
      const definition = current && (await doors.services.procedure(code, current.version));
      const named = (competence: Competence): string => {
        const { department, level } = competence;
        const unit = department === undefined ? undefined : directory.byKey(department);
        return unit?.name ?? inLocale(levelNames[level], ctx.locale);
      };
      const receiving = (each: MoveRow, published: Competence): string =>
        each.to_unit === null
          ? named(competenceUnder(published, each))
          : (directory.byId(each.to_unit)?.name ?? '');
      /** Another decision may have moved it before this one. */
      const under = (now: MoveRow | undefined, published: Competence): string =>
        now && now.id !== move.id && now.from_day <= move.from_day
          ? receiving(now, published)
          : named(published);
      return {
        code,
        name: current?.name ?? '',
        before: definition ? under(offer.moves(code).now, definition.competence) : '',
        after: definition ? receiving(move, definition.competence) : '',
        open: work.reduce((sum, { dossiers }) => sum + dossiers, 0),
      };
    }),
  );
}
