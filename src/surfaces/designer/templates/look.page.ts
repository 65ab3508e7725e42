import { z } from 'zod';
import { cataloguePermissions, type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import { momentOfKey } from '#capabilities/messages';
import {
  idOfKey,
  inventedValues,
  kinOf,
  type PaperTemplate,
  paperAsText,
  readTemplate,
  renderPaper,
} from '#capabilities/papers';
import { inLocale } from '#kernel/text';
import { instantAt, localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { isKeyOf, momentInWords } from './keys.ts';
import { messageLook, paperLook } from './look.view.ts';
import { drawPictures, largePicture, pictureWidth } from './pictures.ts';
import { picturesView } from './pictures.view.ts';
import { sampleWords } from './sample-words.ts';
import { titleOfPaper } from './templates.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const input = z.object({ draft: z.uuid(), key: z.string().max(60) });

/** A paper or message as it will be, with invented people: as text on a page, a paper also as the pictures of its pages and as its PDF. */
export const lookPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/mau/:key/xem',
    permission,
    audit: 'none',
    input,
    async handle(ctx, { draft: id, key }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft || !isKeyOf(key, draft.content.definition)) return problem('not-found');
      return momentOfKey(key) ? lookAtMessage(ctx, doors, draft, key) : lookAtPaper(ctx, doors, draft, key);
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/mau/:key/hinh/:page',
    permission,
    audit: 'none',
    perMinute: 240,
    input: z.object({
      ...input.shape,
      page: z.string().regex(/^[1-9]\d{0,2}\.png$/),
      rong: z.coerce.number().int().min(200).max(largePicture).catch(pictureWidth).default(pictureWidth),
    }),
    async handle(ctx, { draft: id, key, page, rong }) {
      const draft = await procedureDraft(ctx, id);
      const template = draft && templateOf(doors, draft, key);
      const pdf = template && (await renderPaper(template, sampleOf(ctx, draft, key, template)));
      if (!pdf?.ok) return problem('not-found');
      const drawn = await doors.files.drawMade(pdf.value, Number.parseInt(page, 10), rong);
      if (!drawn.ok) return problem(drawn.refusal.code === 'page.none' ? 'not-found' : 'unavailable');
      return { kind: 'bytes', status: 200, type: 'image/png', bytes: drawn.value.png };
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/mau/:key/pdf',
    permission,
    audit: 'none',
    perMinute: 120,
    input,
    async handle(ctx, { draft: id, key }) {
      const draft = await procedureDraft(ctx, id);
      const template = draft && templateOf(doors, draft, key);
      if (!draft || !template) return problem('not-found');
      const drawn = await renderPaper(template, sampleOf(ctx, draft, key, template));
      if (!drawn.ok) return problem('not-found');
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value,
        headers: { 'content-disposition': `inline; filename="${draft.code}-${key}.pdf"` },
      };
    },
  }),
];

/** Its own, or the common one that serves in its place; an English paper exists only as the procedure's own. */
function templateOf(doors: Doors, { content }: ProcedureDraft, key: string): PaperTemplate | undefined {
  const own = content.templates?.[key];
  if (own !== undefined) return readTemplate(own);
  return isKeyOf(key, content.definition) ? doors.papers.find(key) : undefined;
}

/** Of this day at nine: the same paper all day long, so that a page is drawn once. */
const sampleOf = (ctx: PageCtx, { content }: ProcedureDraft, key: string, template: PaperTemplate) => ({
  at: instantAt(localDate(ctx.clock.now()), 9 * 60),
  values: inventedValues(template, kinOf(idOfKey(key), content.definition.forms), {
    ...(content.definition.name.vi === ''
      ? {}
      : { procedure_name: content.definition.name.vi, request: content.definition.name.vi }),
    lookup_secret: 'MAUTHU22',
  }),
});

async function lookAtPaper(ctx: PageCtx, doors: Doors, draft: ProcedureDraft, key: string): Promise<Reply> {
  const template = templateOf(doors, draft, key);
  if (!template) return problem('not-found');
  const sample = sampleOf(ctx, draft, key, template);
  const text = paperAsText(template, sample);
  if (!text.ok) return problem('not-found');
  const pdf = await renderPaper(template, sample);
  const pictures = pdf.ok
    ? await drawPictures(doors.files, pdf.value)
    : ({ drawn: 0, pages: 0, lacks: 'failed' } as const);
  const title = titleOfPaper(key, draft, doors.papers);
  const href = draftHref(draft.id, `mau/${key}`);
  return designerReply(ctx, doors, {
    title,
    draft,
    at: 'mau',
    main: paperLook(ctx, {
      draft,
      key,
      own: draft.content.templates?.[key] !== undefined,
      lines: text.value,
      pictures: picturesView(ctx, {
        ...pictures,
        title,
        src: (page) => `${href}/hinh/${page}.png`,
        pdf: `${href}/pdf`,
      }),
    }),
  });
}

async function lookAtMessage(ctx: PageCtx, doors: Doors, draft: ProcedureDraft, key: string): Promise<Reply> {
  const moment = momentOfKey(key);
  if (!moment) return problem('not-found');
  const { definition, templates = {} } = draft.content;
  const written = doors.messages.with(templates).write(moment, sampleWords(moment, definition.name));
  return designerReply(ctx, doors, {
    title: inLocale(momentInWords(moment), ctx.locale),
    draft,
    at: 'mau',
    main: messageLook(ctx, { draft, key, own: Object.hasOwn(templates, key), ...written }),
  });
}
