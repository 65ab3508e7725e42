import { z } from 'zod';
import { cataloguePermissions, type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import { card, emptyState, workbench } from '#design';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { placeOf } from '../core/place.ts';
import { readingToday } from '../core/reading.ts';
import { saveEdited } from '../core/save.ts';
import { sayIn } from '../core/say.ts';
import { addPageView, addQuestionView } from './add.view.ts';
import { editorView } from './editor.view.ts';
import { actOnForm, type FormAct, formActs } from './form-acts.ts';
import { chosenIn, type FormTrying } from './form-props.ts';
import { lookView } from './look.view.ts';
import { formHref, outlineView } from './outline.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const where = { draft: z.uuid(), cau: z.string().max(130).optional(), trang: z.string().max(60).optional() };

/** The form of a draft: its outline, the chosen question or page in work, and how it looks. */
export const formPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/to-khai',
    permission,
    audit: 'none',
    input: z.object({ ...where, them: z.string().optional() }),
    async handle(ctx, { draft: id, them, ...wish }) {
      const draft = await procedureDraft(ctx, id);
      return draft
        ? formReply(ctx, doors, deps, draft, { ...wish, adding: them !== undefined })
        : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/to-khai',
    permission,
    audit: 'catalogue.save-draft',
    input: z.object({
      draft: z.uuid(),
      _lam: z.enum(formActs),
      _cau: z.string().max(130).optional(),
      _trang: z.string().max(60).optional(),
    }),
    async handle(ctx, { draft: id, _lam: act, _cau: cau, _trang: trang }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const wish = { cau, trang, adding: act.startsWith('them') };
      const edited = actOnForm(draft.content.definition, act, ctx.fields);
      if (!edited.ok) {
        const { refusal } = edited;
        return formReply(ctx, doors, deps, draft, wish, {
          refusal,
          faults: refusal.faults,
          typed: typedIn(ctx, act),
        });
      }
      const { definition, at } = edited.value;
      const saved = await saveEdited(ctx, draft, definition);
      if (!saved.ok)
        return formReply(ctx, doors, deps, saved.refusal.draft, wish, {
          refusal: saved.refusal,
          typed: typedIn(ctx, act),
        });
      const found = placeOf(definition.form, at) ? { cau: at } : { trang: at };
      return redirectTo(
        formHref(id, {
          ...found,
          ...(act === 'them' || act === 'them-trang' ? { them: '1' } : { xong: '1' }),
        }),
      );
    },
  }),
];

/** Only the editor's own save brings all its fields. */
const typedIn = (ctx: PageCtx, act: FormAct) =>
  act === 'luu' || act === 'luu-trang' || act.startsWith('them') ? ctx.fields : undefined;

async function formReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  draft: ProcedureDraft,
  wish: { readonly cau?: string | undefined; readonly trang?: string | undefined; readonly adding: boolean },
  trying: FormTrying = {},
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const chosen = chosenIn(draft, wish);
  const { page } = chosen;
  const typed = wish.adding ? trying.typed : undefined;
  const focus = wish.adding && !trying.refusal;
  const editing = wish.adding ? { ...trying, typed: undefined, faults: undefined } : trying;
  const look = page
    ? lookView(ctx, { draft, page, reading: readingToday(ctx, doors), drawQuestion: deps.drawQuestion })
    : emptyState({
        title: say('Tờ khai chưa có trang nào', 'The form has no page yet'),
        text: say('Hãy đặt tên cho trang đầu tiên.', 'Name the first page.'),
      });
  return designerReply(ctx, doors, {
    title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
    draft,
    at: 'to-khai',
    beside: [stateTag(draft.state, say)],
    main: workbench({
      outline: [
        page && card({ content: addQuestionView(ctx, { draft, chosen, typed, focus }) }),
        outlineView(ctx, draft, chosen),
        addPageView(ctx, { draft, chosen, typed }),
      ],
      bench: editorView(ctx, { draft, chosen, trying: editing }),
      lookLabel: say('Xem trước', 'Preview'),
      look,
    }),
    refusal: trying.refusal,
    target: trying.refusal?.field,
  });
}
