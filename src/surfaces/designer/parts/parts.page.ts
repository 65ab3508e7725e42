import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { forPlace } from '../core/for-place.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { saveEdited } from '../core/save.ts';
import { sayIn } from '../core/say.ts';
import { parts } from './index.ts';
import type { Part } from './part.ts';
import { type PartView, partHref, partView } from './part.view.ts';
import { actOnPart, partActs } from './part-acts.ts';

const permission = cataloguePermissions['catalogue.design'];
const entry = z.string().max(80).optional();

/** The parts beside the form: a table of entries with one in work, or one sheet of fields. */
export const partPages = (doors: Doors): readonly Route[] =>
  parts.flatMap((part) => [
    definePage({
      method: 'GET',
      path: `/thiet-ke/:draft/${part.slug}`,
      permission,
      audit: 'none',
      input: z.object({
        draft: z.uuid(),
        muc: entry,
        them: z.string().optional(),
        moi: z.string().optional(),
      }),
      async handle(ctx, { draft: id, muc, them, moi }) {
        const draft = await procedureDraft(ctx, id);
        return draft
          ? partReply(ctx, doors, part, {
              draft,
              chosen: muc,
              adding: them !== undefined,
              fresh: moi !== undefined,
              lists: doors.services.lists,
            })
          : problem('not-found');
      },
    }),
    definePage({
      method: 'POST',
      path: `/thiet-ke/:draft/${part.slug}`,
      permission,
      audit: 'catalogue.save-draft',
      input: z.object({ draft: z.uuid(), _lam: z.enum(partActs), _muc: entry }),
      handle: (ctx, input) => change(ctx, doors, part, input),
    }),
  ]);

async function change(
  ctx: PageCtx,
  doors: Doors,
  part: Part,
  {
    draft: id,
    _lam: act,
    _muc: chosen,
  }: { readonly draft: string; readonly _lam: (typeof partActs)[number]; readonly _muc?: string | undefined },
): Promise<Reply> {
  const draft = await procedureDraft(ctx, id);
  if (!draft) return problem('not-found');
  const view = { draft, chosen, adding: act === 'them', lists: doors.services.lists };
  const typed = act === 'them' || act === 'luu' ? ctx.fields : undefined;
  const edited = actOnPart(draft.content.definition, part, act, ctx.fields);
  if (!edited.ok) {
    const { refusal } = edited;
    return partReply(ctx, doors, part, { ...view, typed, faults: refusal.faults }, refusal);
  }
  const saved = await saveEdited(ctx, draft, edited.value.definition);
  if (!saved.ok)
    return partReply(ctx, doors, part, { ...view, draft: saved.refusal.draft, typed }, saved.refusal);
  if (part.kind === 'sheet') return redirectTo(`${partHref(id, part)}?xong=1`);
  const query = new URLSearchParams({
    muc: edited.value.at,
    xong: '1',
    ...(act === 'them' ? { moi: '1' } : {}),
  });
  return redirectTo(`${partHref(id, part)}?${query.toString()}`);
}

async function partReply(
  ctx: PageCtx,
  doors: Doors,
  part: Part,
  view: PartView,
  refusal?: Refusal,
): Promise<Reply> {
  const { draft } = view;
  const where = { kind: doors.place.kind, directory: await doors.units.directory() };
  const here = { ...part, fields: forPlace(part.fields, where) };
  const name = inLocale(draft.content.definition.name, ctx.locale) || draft.code;
  return designerReply(ctx, doors, {
    title: `${inLocale(part.title, ctx.locale)}: ${name}`,
    draft,
    at: part.slug,
    beside: stateTag(draft.state, sayIn(ctx.locale)),
    main: partView(ctx, here, view),
    refusal,
    target: refusal?.field,
  });
}
