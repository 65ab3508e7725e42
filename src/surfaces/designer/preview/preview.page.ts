import { z } from 'zod';
import { cataloguePermissions, type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import {
  type Answers,
  type FieldError,
  nextPage,
  type Page,
  type PostedFields,
  previousPage,
  readPage,
} from '#capabilities/forms';
import { inLocale } from '#kernel/text';
import { definePage, htmlReply, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { laidOut } from '../core/laid-out.ts';
import { readingToday } from '../core/reading.ts';
import { previewView } from './preview.view.ts';
import { withoutRow, withRow } from './rows.ts';

/** The form as a citizen meets it. What is typed stays in the address alone: a preview keeps nothing. */
export const previewPage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/xem',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? look(ctx, doors, deps, draft) : problem('not-found');
    },
  });

/** Settings and buttons begin with `_`, which no question does. */
function typedInAddress(ctx: PageCtx): {
  readonly wish: Readonly<Record<string, string>>;
  readonly fields: PostedFields;
} {
  const wish: Record<string, string> = {};
  const fields: Record<string, string | readonly string[]> = {};
  for (const [name, value] of new URLSearchParams(ctx.url.split('?')[1] ?? '')) {
    const before = fields[name];
    if (name.startsWith('_')) wish[name] = value;
    else fields[name] = before === undefined ? value : [before, value].flat();
  }
  return { wish, fields };
}

function look(ctx: PageCtx, doors: Doors, deps: DesignerDeps, draft: ProcedureDraft): Reply {
  const { form } = laidOut(draft.content.definition);
  const { wish, fields: typed } = typedInAddress(ctx);
  const locale = wish['_tieng'] === 'en' ? 'en' : 'vi';
  const reading = readingToday(ctx, doors);
  const facts = { ...reading.facts, today: reading.today };
  let fields: PostedFields = typed;
  for (const question of form.pages.flatMap((page) => page.questions)) {
    if (wish['_them'] === question.id) fields = withRow(question, fields);
    const [group, row] = (wish['_bo'] ?? '').split('.');
    if (group === question.id && /^\d{1,3}$/.test(row ?? '')) fields = withoutRow(group, Number(row), fields);
  }
  const errorsOf = new Map<Page, readonly FieldError[]>();
  let answers: Answers = {};
  for (const page of form.pages) {
    const read = readPage(page, fields, answers, reading);
    answers = { ...answers, ...read.answers };
    errorsOf.set(page, read.errors);
  }
  let page = form.pages.find(({ id }) => id === wish['_trang']) ?? form.pages[0];
  if (!page) return problem('not-found');
  let errors: readonly FieldError[] = [];
  if (wish['_di'] === 'tiep') {
    errors = errorsOf.get(page) ?? [];
    if (errors.length === 0) page = nextPage(form, page.id, answers, facts) ?? page;
  }
  const faults = new Map<string, string>();
  for (const { field, message } of errors)
    if (!faults.has(field)) faults.set(field, inLocale(message, locale));
  return htmlReply(
    previewView(doors, {
      draft,
      page,
      before: previousPage(form, page.id, answers, facts),
      wish,
      fields,
      answers,
      faults,
      reading,
      locale,
      drawQuestion: deps.drawQuestion,
    }),
  );
}
