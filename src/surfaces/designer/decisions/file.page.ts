import { z } from 'zod';
import { cataloguePermissions, type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { DesignerDeps } from '../core/deps.ts';
import { uploadedText, xmlDownload } from '../core/files.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { slug } from './props.ts';
import { saveFile } from './save-file.ts';

const permission = cataloguePermissions['catalogue.design'];
const path = `/thiet-ke/:draft/${slug}/tep`;
type Show = (ctx: PageCtx, draft: ProcedureDraft, refusal: Refusal) => Promise<Reply>;

/** The file of tables as it stands, to be taken elsewhere and brought back. */
export const filePages = ({ services }: DesignerDeps, show: Show): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      const xml = draft?.content.decisions;
      if (!draft || xml === undefined) return problem('not-found');
      return xmlDownload(xml, `${draft.code}.dmn`);
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid() }),
    multipart: true,
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const xml = await uploadedText(ctx);
      if (!xml.ok) return show(ctx, draft, xml.refusal);
      const read = await services.tables.look(xml.value);
      if (!read.ok) return show(ctx, draft, read.refusal);
      const saved = await saveFile(ctx, draft, xml.value);
      return saved.ok ? redirectTo(`${draftHref(id, slug)}?xong=1`) : show(ctx, saved.draft, saved.refusal);
    },
  }),
];
