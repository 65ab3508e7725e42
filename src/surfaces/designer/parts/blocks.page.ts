import { z } from 'zod';
import {
  type BlocksElsewhere,
  blocksElsewhere,
  cataloguePermissions,
  type ProcedureDraft,
  procedureDraft,
} from '#capabilities/catalogue';
import type { Outcome, Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { addBlock, removeBlock } from '../core/blocks.ts';
import type { Edited } from '../core/edited.ts';
import { textOf } from '../core/fields.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { saveEdited } from '../core/save.ts';
import { sayIn } from '../core/say.ts';
import { blocksView } from './blocks.view.ts';
import { blocksTitle } from './index.ts';
import { offeredTo, takeFrom } from './shelf.ts';

const permission = cataloguePermissions['catalogue.design'];
const acts = ['them', 'bo', 'lay'] as const;

/** Blocks of questions that are written once and placed as often as they are needed, here and in other procedures. */
export const blockPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/khoi',
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft
        ? blocksReply(ctx, doors, draft, await blocksElsewhere(ctx, draft.code))
        : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/khoi',
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid(), _lam: z.enum(acts) }),
    async handle(ctx, { draft: id, _lam: act }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const elsewhere = await blocksElsewhere(ctx, draft.code);
      const edited = actOnBlocks(ctx, draft, act, elsewhere);
      if (!edited.ok) return blocksReply(ctx, doors, draft, elsewhere, edited.refusal);
      const saved = await saveEdited(ctx, draft, edited.value.definition);
      if (!saved.ok) return blocksReply(ctx, doors, saved.refusal.draft, elsewhere, saved.refusal);
      return redirectTo(
        act === 'them'
          ? `${draftHref(id, 'to-khai')}?${new URLSearchParams({ khoi: edited.value.at }).toString()}`
          : `${draftHref(id, 'khoi')}?xong=1`,
      );
    },
  }),
];

function actOnBlocks(
  ctx: PageCtx,
  { content: { definition } }: ProcedureDraft,
  act: (typeof acts)[number],
  elsewhere: readonly BlocksElsewhere[],
): Outcome<Edited> {
  const name = textOf(ctx.fields, '_muc');
  switch (act) {
    case 'them':
      return addBlock(definition, textOf(ctx.fields, '_moi'));
    case 'bo':
      return removeBlock(definition, name);
    case 'lay':
      return takeFrom(definition, elsewhere, textOf(ctx.fields, '_tu'), name);
  }
}

function blocksReply(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  elsewhere: readonly BlocksElsewhere[],
  refusal?: Refusal,
): Promise<Reply> {
  const { definition } = draft.content;
  const name = inLocale(definition.name, ctx.locale) || draft.code;
  return designerReply(ctx, doors, {
    title: `${inLocale(blocksTitle, ctx.locale)}: ${name}`,
    draft,
    at: 'khoi',
    beside: stateTag(draft.state, sayIn(ctx.locale)),
    main: blocksView(ctx, draft, {
      offered: offeredTo(definition, elsewhere),
      typed: refusal ? textOf(ctx.fields, '_moi') : '',
    }),
    refusal,
    target: refusal?.field,
  });
}
