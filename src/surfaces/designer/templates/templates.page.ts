import { z } from 'zod';
import {
  cataloguePermissions,
  type DraftContent,
  type ProcedureDraft,
  procedureDraft,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import { momentOfKey } from '#capabilities/messages';
import { declared, idOfKey, kinOf, languageOfKey, readTemplate } from '#capabilities/papers';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../core/fields.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { isKeyOf, offerOfKey } from './keys.ts';
import { namedForms, templatesView } from './templates.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const path = '/thiet-ke/:draft/mau';

/** The papers and messages of a procedure: which are its own, copied from the common ones and given back. */
export const templatesPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? listReply(ctx, doors, draft) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({
      draft: z.uuid(),
      _mau: z.string().max(60).default(''),
      _lam: z.enum(['chep', 'chung', 'giay']),
    }),
    async handle(ctx, { draft: id, _mau: key, _lam: act }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const changed = changedBy(ctx, doors, draft, { act, key });
      const saved = changed.ok
        ? await saveProcedureDraft(ctx, id, Number(textOf(ctx.fields, '_phien-ban')), changed.value)
        : changed;
      if (!saved.ok) return listReply(ctx, doors, (await procedureDraft(ctx, id)) ?? draft, saved.refusal);
      return redirectTo(`${draftHref(id, act === 'chep' ? `mau/${key}` : 'mau')}?xong=1`);
    },
  }),
];

function changedBy(
  ctx: PageCtx,
  doors: Doors,
  draft: ProcedureDraft,
  { act, key }: { readonly act: 'chep' | 'chung' | 'giay'; readonly key: string },
): Outcome<DraftContent> {
  if (act === 'chep') return copied(doors, draft, key);
  if (act === 'chung') return done(without(draft.content, key));
  const { definition } = draft.content;
  const named = Object.fromEntries(namedForms.map(({ which, field }) => [which, textOf(ctx.fields, field)]));
  const wrong = namedForms.find(({ which }) => !/^[a-z0-9][a-z0-9-]{0,19}$/i.test(named[which] ?? ''));
  if (wrong) return refused({ code: 'paper-id-shape', field: wrong.field });
  return done({ ...draft.content, definition: { ...definition, forms: { ...definition.forms, ...named } } });
}

const listReply = (ctx: PageCtx, doors: Doors, draft: ProcedureDraft, refusal?: Refusal): Promise<Reply> =>
  designerReply(ctx, doors, {
    title: `${sayIn(ctx.locale)('Mẫu giấy và tin', 'Papers and messages')}: ${inLocale(draft.content.definition.name, ctx.locale) || draft.code}`,
    draft,
    at: 'mau',
    beside: stateTag(draft.state, sayIn(ctx.locale)),
    main: templatesView(ctx, draft, doors.papers, refusal),
    refusal,
    target: refusal?.field,
  });

/** The common one under the key, for its words to be changed; an English paper begins with the Vietnamese that it follows. */
function copied(doors: Doors, { content }: ProcedureDraft, key: string): Outcome<DraftContent> {
  const { definition, templates = {} } = content;
  if (!isKeyOf(key, definition)) return refused({ code: 'template-unknown' });
  if (Object.hasOwn(templates, key)) return refused({ code: 'template-own' });
  const put = (template: unknown): Outcome<DraftContent> =>
    done({ ...content, templates: { ...templates, [key]: template } });
  const moment = momentOfKey(key);
  if (moment) {
    const common = doors.messages.template(moment);
    return common
      ? put({ moment, version: 1, title: common.title, body: common.body })
      : refused({ code: 'template-unknown' });
  }
  const id = idOfKey(key);
  const language = languageOfKey(key);
  const begun =
    (language === 'en' ? readTemplate(templates[id]) : undefined) ??
    [id, ...kinOf(id, definition.forms)]
      .map((each) => doors.papers.find(each))
      .find((found) => found !== undefined);
  const offer = offerOfKey(key, definition, doors.papers);
  if (!begun || !offer) return refused({ code: 'template-unknown' });
  return put(declared({ ...begun, id, version: 1, ...(language === 'en' ? { language } : {}) }, offer));
}

function without(content: DraftContent, key: string): DraftContent {
  const { templates = {}, ...rest } = content;
  const { [key]: _, ...left } = templates;
  return Object.keys(left).length === 0 ? rest : { ...rest, templates: left };
}
