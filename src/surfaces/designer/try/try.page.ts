import { z } from 'zod';
import {
  cataloguePermissions,
  type DraftContent,
  type ProcedureDraft,
  procedureDraft,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import type { Outcome, Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, papersOf } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { textOf } from '../core/fields.ts';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { type Asked, askedShape, queryOf, readAsked } from './asked.ts';
import { placesOfRun, sourceOfRun } from './papers.ts';
import { play, type ReadyDraft, readyDraft } from './run.ts';
import { acceptRun, dropRun, keepRun, savedRunsNow } from './saved.ts';
import { tryView } from './try.view.ts';

const page = {
  path: '/thiet-ke/:draft/chay-thu',
  permission: cataloguePermissions['catalogue.design'],
} as const;

/** A draft run to its end by several invented people at once, with a clock that is moved; nothing is stored but runs that are kept as checks. */
export const tryPages = (doors: Doors, { services }: Pick<DesignerDeps, 'services'>): readonly Route[] => [
  definePage({
    ...page,
    method: 'GET',
    audit: 'none',
    input: z.object(askedShape),
    async handle(ctx, input) {
      const draft = await procedureDraft(ctx, input.draft);
      if (!draft) return problem('not-found');
      const asked = readAsked(input, localDate(ctx.clock.now()));
      return tryReply(ctx, doors, { draft, asked, ready: await readyDraft(doors, services, draft.content) });
    },
  }),
  definePage({
    ...page,
    method: 'POST',
    audit: 'catalogue.save-draft',
    input: z.object({
      ...askedShape,
      _lam: z.enum(['giu', 'nhan', 'bo']),
      _phep: z.string().max(60).default(''),
    }),
    async handle(ctx, input) {
      const draft = await procedureDraft(ctx, input.draft);
      if (!draft) return problem('not-found');
      const asked = readAsked(input, localDate(ctx.clock.now()));
      const ready = await readyDraft(doors, services, draft.content);
      const changed = await change(ctx, doors, { draft, asked, ready }, input._lam, input._phep);
      const saved = changed.ok
        ? await saveProcedureDraft(ctx, draft.id, Number(textOf(ctx.fields, '_phien-ban')), changed.value)
        : changed;
      if (saved.ok) return redirectTo(`${draftHref(draft.id, 'chay-thu')}?${queryOf(asked)}&xong=1#phep-thu`);
      const now = (await procedureDraft(ctx, draft.id)) ?? draft;
      return tryReply(
        ctx,
        doors,
        { draft: now, asked, ready: await readyDraft(doors, services, now.content) },
        saved.refusal,
      );
    },
  }),
];

interface Trying {
  readonly draft: ProcedureDraft;
  readonly asked: Asked;
  readonly ready: ReadyDraft;
}

async function change(
  ctx: PageCtx,
  doors: Doors,
  { draft: { content }, asked, ready }: Trying,
  act: 'giu' | 'nhan' | 'bo',
  run: string,
): Promise<Outcome<DraftContent>> {
  if (act === 'bo') return dropRun(content, run);
  if (act === 'nhan') return acceptRun(content, run, ready);
  const played = await play(doors, ready, asked, asked.shown);
  return keepRun(content, played, textOf(ctx.fields, '_ten-phep-thu'), ready);
}

async function tryReply(
  ctx: PageCtx,
  doors: Doors,
  { draft, asked, ready }: Trying,
  refusal?: Refusal,
): Promise<Reply> {
  const { content, definition } = ready;
  const begun = ctx.clock.now();
  const runs = await Promise.all(asked.people.map((id) => play(doors, ready, asked, id)));
  const shown = runs.find(({ person }) => person.id === asked.shown) ?? runs[0];
  if (!shown) return problem('not-found');
  const source = sourceOfRun(shown);
  const saved = savedRunsNow(content, ready);
  const papers = source ? papersOf(doors.papers, source, await placesOfRun(doors, content, 'vi')) : [];
  return designerReply(ctx, doors, {
    title: inLocale(definition.name, ctx.locale) || draft.code,
    draft,
    at: 'chay-thu',
    main: tryView(ctx, {
      say: sayIn(ctx.locale),
      locale: ctx.locale,
      draft,
      asked,
      runs,
      shown,
      papers,
      saved,
      lists: doors.services.lists,
      tookMs: ctx.clock.now() - begun,
    }),
    refusal,
    target: refusal?.field,
  });
}
