import { z } from 'zod';
import { dossierPermissions, saveDraft } from '#capabilities/dossiers';
import {
  type Answers,
  asksNothing,
  fieldsFromAnswers,
  openQuestions,
  type PostedFields,
  prefill,
  readPage,
} from '#capabilities/forms';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { comesFromKnown } from '../core/known.ts';
import { leaveTo } from '../core/leave.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { isOpen, isPending, stopAfter, wasSeen } from '../core/road.ts';
import { submittedOtherwise } from '../otherwise/otherwise.page.ts';
import { paperOf, withFiles } from './papers.ts';
import { fieldsOfPage, ownAnswers, type Sheet } from './sheet.ts';
import { sheetView } from './sheet.view.ts';
import { toolOf } from './tools.ts';

const input = z.object({
  draft: z.string(),
  page: z.string().max(100).default(''),
  /** The check page, when the person came from there. */
  ve: z.string().optional(),
  /** 1: without what we hold, for somebody who says it is not right. */
  'tu-dien': z.string().optional(),
  /** 1: the browser saves by itself; errors are for later. */
  'tu-luu': z.string().optional(),
});
type Input = z.output<typeof input>;
export type SheetOf = (filing: OpenFiling, input: Input) => Sheet | undefined;

/** GET shows a page of questions, POST keeps it and goes on. */
export const sheetPages = (doors: Doors, path: string, sheetOf: SheetOf): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: dossierPermissions['dossiers.own'],
    audit: 'none',
    input,
    async handle(ctx, asked) {
      const filing = await openWithFiles(ctx, doors, asked.draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(filing.draft.id));
      const sheet = sheetOf(filing, asked);
      if (!sheet) return problem('not-found');
      if (!isOpen(filing.road, sheet.key)) return redirectTo(filing.road.next.href);
      const shown = shownOn(filing, sheet, asked['tu-dien'] === '1');
      return htmlReply(sheetView(ctx, doors, { filing, sheet, ...shown, back: asked.ve }));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: dossierPermissions['dossiers.own'],
    audit: 'none',
    input,
    async handle(ctx, asked) {
      const filing = await openWithFiles(ctx, doors, asked.draft);
      if (!filing) return problem('not-found');
      const sheet = sheetOf(filing, asked);
      return sheet ? keep(ctx, doors, filing, sheet, asked) : problem('not-found');
    },
  }),
];

/** Questions of a page may be papers, whose answer is the file that was handed in. */
async function openWithFiles(ctx: PageCtx, doors: Doors, id: string): Promise<OpenFiling | undefined> {
  const filing = await openFiling(ctx, doors, id);
  return filing && withFiles(filing);
}

/** What stands in the fields: what was typed, else what was answered, else (on a page not seen yet) what we hold. */
function shownOn(
  { draft, definition, facts, known }: OpenFiling,
  sheet: Sheet,
  plain: boolean,
): { fields: PostedFields; answers: Answers } {
  const { page, key } = sheet;
  if (plain) {
    const answers = Object.fromEntries(
      Object.entries(sheet.answers).filter(([id]) => {
        const question = page.questions.find((each) => each.id === id);
        return !question || !comesFromKnown(question, sheet.answers, facts, known);
      }),
    );
    return { fields: fieldsFromAnswers(page, answers), answers };
  }
  const form = { ...definition.form, pages: [page] };
  const answers = wasSeen(draft, key) ? sheet.answers : prefill(form, known, sheet.answers, facts).answers;
  return { fields: { ...fieldsFromAnswers(page, answers), ...draft.typed[key] }, answers };
}

async function keep(
  ctx: PageCtx,
  doors: Doors,
  filing: OpenFiling,
  sheet: Sheet,
  asked: Input,
): Promise<Reply> {
  const { draft } = filing;
  const auto = asked['tu-luu'] === '1';
  const tool = auto ? undefined : toolOf(sheet.page, ctx.fields);
  const posted = fieldsOfPage(sheet, ctx.fields);
  const fields = tool ? tool.change(posted) : posted;
  const read = readPage(sheet.page, fields, sheet.answers, filing.reading);
  const shown = shownIds(ctx.fields['_hien'], sheet);
  const errors = read.errors.filter((error) => shown.has(error.question.split('.')[0] ?? ''));
  const opened = openQuestions(sheet.page, read.answers, { ...filing.facts }).find(
    (each) => !shown.has(each.id),
  );
  const paper = paperOf(sheet.page, ctx.fields['_viec']);
  const leaving = ctx.fields['_viec'] === 'thoat';
  const finished = errors.length === 0 && !opened && !tool && (!auto || wasSeen(draft, sheet.key));
  const saved = await saveDraft(ctx, draft.id, {
    ...sheet.change(ownAnswers(sheet, read.answers)),
    typed: { [sheet.key]: finished ? {} : fields },
    ...(auto && !(wasSeen(draft, sheet.key) && !isPending(draft, sheet.key)) && { unlessSent: sheet.key }),
  });
  if (!saved.ok) {
    if (saved.refusal.code === 'draft-unknown') return problem('not-found');
    return auto
      ? { kind: 'json', status: 409, body: { code: saved.refusal.code } }
      : submittedOtherwise(ctx, doors, draft.id);
  }
  if (auto) return { kind: 'bytes', status: 204, type: 'text/plain', bytes: new Uint8Array() };
  if (paper !== undefined) return redirectTo(paths.document(draft.id, paper));
  if (leaving) return redirectTo(leaveTo(ctx, draft.id));
  const here = paths.withReturn(sheet.href, asked.ve);
  if (tool) return redirectTo(`${here}#${tool.anchor}`);
  if (errors.length > 0)
    return htmlReply(
      sheetView(ctx, doors, { filing, sheet, fields, answers: read.answers, errors, back: asked.ve }),
      422,
    );
  if (opened) return redirectTo(`${here}#${opened.id}`);
  return redirectTo(await goOn(ctx, doors, draft.id, sheet.key, asked.ve));
}

/** Questions that stood on the page when it was sent; a program that does not say so has seen them all. */
function shownIds(said: PostedFields[string], { page }: Sheet): ReadonlySet<string> {
  const ids = page.questions.map((question) => question.id);
  if (typeof said !== 'string') return new Set(ids);
  const named = new Set(said.split(' '));
  // Text between questions is nothing to have seen.
  return new Set(
    page.questions.filter((each) => named.has(each.id) || asksNothing(each)).map(({ id }) => id),
  );
}

/** The next stop; after a change from the check page back there, by way of what the change has opened. */
async function goOn(
  ctx: PageCtx,
  doors: Doors,
  id: string,
  key: string,
  back: string | undefined,
): Promise<string> {
  const now = await openFiling(ctx, doors, id);
  if (!now) return paths.tasks(id);
  if (back === paths.fromCheck)
    return now.road.next.kind === 'check' ? now.road.next.href : paths.withReturn(now.road.next.href, back);
  return stopAfter(now.road, key).href;
}
