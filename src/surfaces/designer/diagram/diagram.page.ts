import { z } from 'zod';
import {
  cataloguePermissions,
  type ProcedureDraft,
  procedureDraft,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { drawingPolicy } from '../core/drawing-policy.ts';
import { textOf } from '../core/fields.ts';
import { uploadedText, xmlDownload } from '../core/files.ts';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { diagramOf, readDiagram } from './diagram.ts';
import { diagramView } from './diagram.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const field = 'so-do';
const filePath = '/thiet-ke/:draft/so-do/tep';

/** The workflow as a diagram in BPMN 2.0, beside the plain table of its steps. */
export const diagramPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/so-do',
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? show(ctx, doors, draft, await diagramOf(draft.content)) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/so-do',
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      return keep(ctx, doors, draft, fileIn(ctx));
    },
  }),
  definePage({
    method: 'GET',
    path: filePath,
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? xmlDownload(await diagramOf(draft.content), `${draft.code}.bpmn`) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: filePath,
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid() }),
    multipart: true,
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const xml = await uploadedText(ctx);
      return xml.ok
        ? keep(ctx, doors, draft, xml.value)
        : show(ctx, doors, draft, await diagramOf(draft.content), xml.refusal);
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/dao/:file',
    permission,
    audit: 'none',
    input: z.object({ file: z.enum(['so-do.js', 'so-do.css', 'quyet-dinh.js', 'quyet-dinh.css']) }),
    async handle(_, { file }) {
      const script = file.endsWith('.js');
      const island = file.startsWith('so-do') ? 'so-do' : 'quyet-dinh';
      return {
        kind: 'bytes',
        status: 200,
        type: script ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
        bytes: await doors.islands.find(island, script ? 'js' : 'css'),
        headers: { 'cache-control': 'private, max-age=86400' },
      };
    },
  }),
];

/** Puts the diagram in the place of the old one; what cannot be read is shown as it was sent. */
async function keep(ctx: PageCtx, doors: Doors, draft: ProcedureDraft, xml: string): Promise<Reply> {
  const read = await readDiagram(xml);
  if (!read.ok) return show(ctx, doors, draft, xml, read.refusal);
  const { definition } = draft.content;
  const { steps, lacks } = read.value;
  const content = {
    ...draft.content,
    workflow: xml,
    // A line runs as its list of steps. More than a line runs as drawn, and the list beside it names its tasks. While tasks do not
    // say who does them, the list stays as it was.
    ...(lacks.length === 0 && {
      definition: { ...definition, workflow: { ...definition.workflow, steps } },
    }),
  };
  const saved = await saveProcedureDraft(ctx, draft.id, Number(textOf(ctx.fields, '_phien-ban')), content);
  if (saved.ok) return redirectTo(`${draftHref(draft.id, 'so-do')}?xong=1`);
  const now = (await procedureDraft(ctx, draft.id)) ?? draft;
  return show(ctx, doors, now, xml, saved.refusal);
}

/** As it was sent: white space inside a file is not ours to tidy. A form sends line ends in two characters. */
function fileIn({ fields }: PageCtx): string {
  const sent = fields[field];
  return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '';
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  xml: string,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const { stamp } = doors.islands;
  const [department] = (await doors.units.directory()).ofKind('department', 'ministry-department');
  const unitExamples = [
    ...(department ? [department.key] : []),
    doors.place.kind === 'province' ? 'commune-police' : 'ministry-department',
  ].join(', ');
  const reply = await designerReply(ctx, doors, {
    title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
    draft,
    at: 'so-do',
    main: diagramView(ctx, { say, draft, xml, field, unitExamples, read: await readDiagram(xml) }),
    refusal,
    target: refusal?.field === 'tep' ? 'tep' : field,
    more: {
      stylesheets: [`/thiet-ke/dao/so-do.css?v=${stamp}`],
      scripts: [`/thiet-ke/dao/so-do.js?v=${stamp}`],
    },
  });
  return reply.kind === 'html'
    ? { ...reply, headers: { ...reply.headers, 'content-security-policy': drawingPolicy } }
    : reply;
}
