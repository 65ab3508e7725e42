import { z } from 'zod';
import {
  cataloguePermissions,
  hindrance,
  type ProcedureDraft,
  procedureDraft,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { textOf } from '../core/fields.ts';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { drawPages } from './draw.page.ts';
import { edited, editsOf } from './edits.ts';
import { filePages } from './file.page.ts';
import { chosenTable, readFile } from './look.ts';
import { slug } from './props.ts';
import { saveFile } from './save-file.ts';
import { trialOf } from './trial.ts';
import { decisionsView, outputHint } from './view.ts';

const permission = cataloguePermissions['catalogue.design'];
const path = `/thiet-ke/:draft/${slug}`;

/** The decision tables of a draft as plain tables, beside their file and its drawing. */
export const decisionPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid(), bang: z.string().max(200).optional() }),
    async handle(ctx, { draft: id, bang }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? show(ctx, doors, deps, draft, bang) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid(), _bang: z.string().max(200).optional() }),
    async handle(ctx, { draft: id, _bang: wanted }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const act = textOf(ctx.fields, '_lam');
      const { tables } = deps.services;
      const { decisions } = draft.content;
      if (act === 'van-ban') return saveText(ctx, doors, deps, draft);
      const file = await readFile(tables, draft);
      const table = file.look.tables.find((each) => each.id === wanted);
      const next = await edited(tables, decisions, editsOf(act, ctx.fields, table));
      if (!next.ok) return show(ctx, doors, deps, draft, wanted, next.refusal);
      const removed = act === 'bo-bang' && file.look.tables.length === 1 && file.look.shapes.length <= 1;
      const saved = await saveFile(ctx, draft, removed ? undefined : next.value);
      if (!saved.ok) return show(ctx, doors, deps, saved.draft, wanted, saved.refusal);
      const shown =
        act === 'them-bang' ? textOf(ctx.fields, '_ma') || textOf(ctx.fields, '_ma-khac') : wanted;
      return redirectTo(hrefOf(id, act === 'bo-bang' ? undefined : shown));
    },
  }),
  ...filePages(deps, (ctx, draft, refusal) => show(ctx, doors, deps, draft, undefined, refusal)),
  ...drawPages(doors),
];

const hrefOf = (id: string, table: string | undefined): string =>
  `${draftHref(id, slug)}?${new URLSearchParams({ ...(table ? { bang: table } : {}), xong: '1' }).toString()}`;

/** Text that was pasted, or written by the drawing. It may be faulty: that is told, and kept from publication. */
async function saveText(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  draft: ProcedureDraft,
): Promise<Reply> {
  const sent = ctx.fields['dmn'];
  const xml = typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '';
  const read = xml === '' ? undefined : await deps.services.tables.look(xml);
  if (read && !read.ok) return show(ctx, doors, deps, draft, undefined, read.refusal);
  const saved = await saveFile(ctx, draft, xml === '' ? undefined : xml);
  return saved.ok
    ? redirectTo(hrefOf(draft.id, undefined))
    : show(ctx, doors, deps, saved.draft, undefined, saved.refusal);
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  { services }: DesignerDeps,
  draft: ProcedureDraft,
  wanted: string | undefined,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const file = await readFile(services.tables, draft);
  const table = chosenTable(file.look, wanted);
  const query = Object.fromEntries(new URL(ctx.url, 'http://here').searchParams);
  const trial = await trialOf(
    services.tables,
    {
      xml: draft.content.decisions ?? '',
      shapes: file.look.shapes,
      table: table?.id ?? '',
      name: table?.decision ?? '',
    },
    query,
  );
  const editable = ctx.actor.kind === 'officer' && hindrance(draft, 'save', ctx.actor) === undefined;
  return designerReply(ctx, doors, {
    title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
    draft,
    at: slug,
    main: decisionsView({
      ctx,
      say,
      draft,
      action: draftHref(draft.id, slug),
      editable,
      file,
      table,
      trial,
      outputHint: outputHint(say),
    }),
    refusal,
    target: 'thu-bang',
  });
}
