import { z } from 'zod';
import {
  cataloguePermissions,
  type ProcedureDraft,
  procedureDraft,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import { type Moment, momentOfKey, ownMessageProblems } from '#capabilities/messages';
import { declared, ownPaperProblems, type PaperTemplate, readTemplate } from '#capabilities/papers';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../core/fields.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';
import { momentInWords, offerOfKey } from './keys.ts';
import { type MessageField, messageFields, messageView } from './message.view.ts';
import { nameOf, paperView } from './paper.view.ts';
import { actOnPaper, withTexts } from './paper-edits.ts';
import { titleOfPaper } from './templates.view.ts';

const page = {
  path: '/thiet-ke/:draft/mau/:key',
  permission: cataloguePermissions['catalogue.design'],
} as const;
const key = z.string().max(60);

/** One paper or message of the procedure's own, changed without script: every text a field, every move a button. */
export const templatePages = (doors: Doors): readonly Route[] => [
  definePage({
    ...page,
    method: 'GET',
    audit: 'none',
    input: z.object({ draft: z.uuid(), key }),
    async handle(ctx, input) {
      const draft = await procedureDraft(ctx, input.draft);
      if (!draft || draft.content.templates?.[input.key] === undefined) return problem('not-found');
      return editReply(ctx, doors, draft, input.key);
    },
  }),
  definePage({
    ...page,
    method: 'POST',
    audit: 'catalogue.save-draft',
    input: z.object({ draft: z.uuid(), key, _lam: z.string().max(40).default('luu') }),
    async handle(ctx, input) {
      const draft = await procedureDraft(ctx, input.draft);
      if (!draft || draft.content.templates?.[input.key] === undefined) return problem('not-found');
      return momentOfKey(input.key)
        ? saveMessage(ctx, doors, draft, input.key)
        : savePaper(ctx, doors, draft, input.key, input._lam);
    },
  }),
];

/** As it was sent, with the line breaks of a form made plain; undefined where the form did not hold the field. */
function rawOf(ctx: PageCtx, name: string): string | undefined {
  const sent = Object.hasOwn(ctx.fields, name) ? ctx.fields[name] : undefined;
  return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').normalize('NFC') : undefined;
}

async function savePaper(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  name: string,
  act: string,
): Promise<Reply> {
  const { content } = draft;
  const template = readTemplate(content.templates?.[name]);
  const offer = offerOfKey(name, content.definition, doors.papers);
  if (!template || !offer) return editReply(ctx, doors, draft, name, { code: 'template-unreadable' });
  const typed = (path: string) => rawOf(ctx, nameOf(path));
  const texts = withTexts(template, typed);
  if (!texts.ok) return editReply(ctx, doors, draft, name, texts.refusal, { template: texts.typed, typed });
  const asked = act === 'them' ? `them.${textOf(ctx.fields, '_khoi')}` : act;
  const edited = actOnPaper(texts.value, asked, offer);
  if (!edited.ok) return editReply(ctx, doors, draft, name, edited.refusal, { template: texts.value, typed });
  const next = declared(edited.value, offer);
  const saved = await save(ctx, draft, name, next);
  if (!saved.ok) {
    const now = (await procedureDraft(ctx, draft.id)) ?? draft;
    return editReply(ctx, doors, now, name, saved.refusal, { template: texts.value, typed });
  }
  return redirectTo(`${draftHref(draft.id, `mau/${name}`)}?xong=1`);
}

async function saveMessage(ctx: PageCtx, doors: Doors, draft: ProcedureDraft, name: string): Promise<Reply> {
  const texts = Object.fromEntries(
    messageFields.map((field) => [field, (rawOf(ctx, field) ?? '').trim()]),
  ) as Record<MessageField, string>;
  const saved = await save(ctx, draft, name, {
    moment: momentOfKey(name),
    version: 1,
    title: { vi: texts['title.vi'], en: texts['title.en'] },
    body: { vi: texts['body.vi'], en: texts['body.en'] },
  });
  if (saved.ok) return redirectTo(`${draftHref(draft.id, `mau/${name}`)}?xong=1`);
  const now = (await procedureDraft(ctx, draft.id)) ?? draft;
  return editReply(ctx, doors, now, name, saved.refusal, { texts });
}

const save = (ctx: PageCtx, { id, content }: ProcedureDraft, name: string, template: unknown) =>
  saveProcedureDraft(ctx, id, Number(textOf(ctx.fields, '_phien-ban')), {
    ...content,
    templates: { ...content.templates, [name]: template },
  });

interface Typed {
  readonly template?: PaperTemplate;
  readonly typed?: (path: string) => string | undefined;
  readonly texts?: Readonly<Record<MessageField, string>>;
}

async function editReply(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  name: string,
  refusal?: Refusal,
  typed: Typed = {},
): Promise<Reply> {
  const moment = momentOfKey(name);
  const field = refusal?.field;
  return designerReply(ctx, doors, {
    title: moment ? inLocale(momentInWords(moment), ctx.locale) : titleOfPaper(name, draft, doors.papers),
    draft,
    at: 'mau',
    beside: stateTag(draft.state, sayIn(ctx.locale)),
    main: moment
      ? messageMain(ctx, draft, name, moment, typed)
      : paperMain(ctx, doors, draft, name, refusal, typed),
    refusal,
    target: field && (moment ? field : nameOf(field)),
  });
}

function messageMain(ctx: PageCtx, draft: ProcedureDraft, name: string, moment: Moment, { texts }: Typed) {
  const kept = draft.content.templates?.[name] as
    | { title?: { vi?: string; en?: string }; body?: { vi?: string; en?: string } }
    | undefined;
  const standing = texts ?? {
    'title.vi': kept?.title?.vi ?? '',
    'title.en': kept?.title?.en ?? '',
    'body.vi': kept?.body?.vi ?? '',
    'body.en': kept?.body?.en ?? '',
  };
  return messageView(ctx, {
    draft,
    key: name,
    moment,
    texts: standing,
    problems: ownMessageProblems(name, kept),
  });
}

function paperMain(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  name: string,
  refusal: Refusal | undefined,
  { template: typedTemplate, typed = () => undefined }: Typed,
) {
  const kept = draft.content.templates?.[name];
  const offer = offerOfKey(name, draft.content.definition, doors.papers);
  const template = typedTemplate ?? readTemplate(kept);
  const say = sayIn(ctx.locale);
  if (!template || !offer)
    return say(
      'Không đọc được mẫu này. Hãy về mẫu chung, rồi chép lại.',
      'This template cannot be read. Go back to the common one, then copy it again.',
    );
  return paperView(ctx, {
    draft,
    key: name,
    template,
    offer,
    problems: ownPaperProblems(name, kept, offer),
    typed,
    refused: refusal?.field ? { path: refusal.field, text: sentenceFor(refusal, ctx.locale) } : undefined,
  });
}
