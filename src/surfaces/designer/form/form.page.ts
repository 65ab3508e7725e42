import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { card, emptyState, notice, workbench } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { withBlockForm } from '../core/blocks.ts';
import type { DesignerDeps } from '../core/deps.ts';
import { findingsOf } from '../core/findings.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { placeOf } from '../core/place.ts';
import { readingToday } from '../core/reading.ts';
import { saveEdited } from '../core/save.ts';
import { sayIn } from '../core/say.ts';
import { addPageView, addQuestionView } from './add.view.ts';
import { editorView } from './editor.view.ts';
import { findingsHere } from './findings-here.ts';
import { actOnForm, type FormAct, type FormOutcome, formActs } from './form-acts.ts';
import { chosenIn, type FormTrying } from './form-props.ts';
import { lookView } from './look.view.ts';
import { outlineView } from './outline.view.ts';
import { focusAfter, saidOf } from './said.ts';
import { type FormScope, formHref, scopeOf } from './scope.ts';

const permission = cataloguePermissions['catalogue.design'];
const address = z.string().max(130).optional();
const short = z.string().max(80).optional();

/** Where the page stands, and what led to it. */
interface Wish {
  readonly cau?: string | undefined;
  readonly trang?: string | undefined;
  readonly adding: boolean;
  /** The act that was done. */
  readonly done?: string | undefined;
}

/** The form of a draft, or one of its blocks: its outline, the chosen question or page in work, and how it looks. */
export const formPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/to-khai',
    permission,
    audit: 'none',
    input: z.object({ draft: z.uuid(), khoi: short, cau: address, trang: short, them: short, da: short }),
    async handle(ctx, { draft: id, khoi, cau, trang, them, da }) {
      const draft = await procedureDraft(ctx, id);
      const scope = draft && scopeOf(draft, khoi);
      if (!scope) return problem('not-found');
      return formReply(ctx, doors, deps, scope, { cau, trang, adding: them !== undefined, done: da });
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
      _khoi: short,
      _cau: address,
      _trang: short,
    }),
    async handle(ctx, { draft: id, _lam: act, _khoi: block, _cau: cau, _trang: trang }) {
      const draft = await procedureDraft(ctx, id);
      const scope = draft && scopeOf(draft, block);
      if (!scope) return problem('not-found');
      const wish = { cau, trang, adding: act.startsWith('them') };
      const typed = typedIn(ctx, act);
      const edited = editedBy(ctx, scope, act);
      if (!edited.ok) {
        const { refusal } = edited;
        return formReply(ctx, doors, deps, scope, wish, { refusal, faults: refusal.faults, typed });
      }
      const { definition, at } = edited.value;
      const saved = await saveEdited(ctx, scope.draft, definition);
      if (!saved.ok) {
        const now = scopeOf(saved.refusal.draft, block) ?? scope;
        return formReply(ctx, doors, deps, now, wish, { refusal: saved.refusal, typed });
      }
      const inside = scopeOf({ ...scope.draft, content: { ...scope.draft.content, definition } }, block);
      const found = inside && placeOf(inside.definition.form, at) ? { cau: at } : { trang: at };
      return redirectTo(formHref(scope, { ...found, ...(saves.has(act) ? { xong: '1' } : { da: act }) }));
    },
  }),
];

/** Acts that leave everything where it stood. */
const saves: ReadonlySet<FormAct> = new Set(['luu', 'luu-trang', 'thay']);

/** Only the editor's own save brings all its fields. */
const typedIn = (ctx: PageCtx, act: FormAct) =>
  act === 'luu' || act === 'luu-trang' || act.startsWith('them') ? ctx.fields : undefined;

/** The definition as the act leaves it; what was done to a block is brought back into the procedure. */
function editedBy(ctx: PageCtx, { draft, block, definition }: FormScope, act: FormAct): FormOutcome {
  const edited = actOnForm(definition, act, ctx.fields);
  if (!edited.ok || block === undefined) return edited;
  const renames = act === 'luu' && edited.value.at !== ctx.fields['_cau'];
  return withBlockForm(draft.content.definition, block, edited.value, renames);
}

async function formReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  scope: FormScope,
  wish: Wish,
  trying: FormTrying = {},
): Promise<Reply> {
  const { draft } = scope;
  const { locale } = ctx;
  const chosen = chosenIn(scope, wish);
  const findings = findingsHere(scope, await findingsOf(deps.services, draft.content), locale);
  const typed = wish.adding ? trying.typed : undefined;
  const editing = wish.adding ? { ...trying, typed: undefined, faults: undefined } : trying;
  const { lists } = doors.services;
  const focus = trying.refusal ? undefined : focusAfter(wish.done, chosen);
  return designerReply(ctx, doors, {
    title: inLocale(draft.content.definition.name, locale) || draft.code,
    draft,
    at: 'to-khai',
    beside: [stateTag(draft.state, sayIn(locale))],
    main: [
      blockNotice(ctx, scope),
      focus !== undefined && html`<span hidden${attributes({ 'data-focus-on': focus })}></span>`,
      workbench({
        outline: [
          chosen.page &&
            card({
              content: addQuestionView(ctx, scope, {
                chosen,
                typed,
                focus: wish.adding && !trying.refusal,
              }),
            }),
          outlineView(ctx, scope, { chosen, findings }),
          scope.block === undefined && addPageView(ctx, scope, { chosen, typed }),
        ],
        bench: editorView(ctx, scope, { chosen, trying: editing, findings, lists }),
        lookLabel: sayIn(locale)('Xem trước', 'Preview'),
        look: lookOf(ctx, doors, deps, scope, chosen.page?.id),
      }),
    ],
    said: trying.refusal ? undefined : saidOf(wish.done, scope, chosen, locale),
    refusal: trying.refusal,
    target: trying.refusal?.field,
  });
}

/** A block is edited as a form is; where it counts is said above. */
function blockNotice(ctx: PageCtx, { draft, block, definition }: FormScope) {
  if (block === undefined) return false;
  const say = sayIn(ctx.locale);
  const title = inLocale(definition.form.title, ctx.locale);
  return notice({
    kind: 'inset',
    title: say(`Đang sửa khối «${title}»`, `Editing the block “${title}”`),
    content: html`<p>${say('Mọi nơi đặt khối này đổi theo.', 'Every place of this block follows.')} <a${attributes({ href: draftHref(draft.id, 'khoi') })}>${say('Về các khối', 'All blocks')}</a> · <a${attributes({ href: draftHref(draft.id, 'to-khai') })}>${say('Về tờ khai', 'Back to the form')}</a></p>`,
    locale: ctx.locale,
  });
}

function lookOf(
  ctx: PageCtx,
  doors: Doors,
  { drawQuestion }: DesignerDeps,
  scope: FormScope,
  page: string | undefined,
) {
  const say = sayIn(ctx.locale);
  return page === undefined
    ? emptyState({
        title: say('Tờ khai chưa có trang nào', 'The form has no page yet'),
        text: say('Hãy đặt tên cho trang đầu tiên.', 'Name the first page.'),
      })
    : lookView(ctx, scope, { page, reading: readingToday(ctx, doors), drawQuestion });
}
