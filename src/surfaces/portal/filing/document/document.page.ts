import { z } from 'zod';
import { addDraftFile, dossierPermissions, removeDraftFile } from '#capabilities/dossiers';
import { openQuestions, reachablePages } from '#capabilities/forms';
import { isUuid } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
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
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { documentsKey, isOpen } from '../core/road.ts';
import { sentenceFor } from '../core/sentences.ts';
import { findDemand } from '../documents/demands.ts';
import { submittedOtherwise } from '../otherwise/otherwise.page.ts';
import { documentView } from './document.view.ts';

const path = '/nop-ho-so/:draft/giay-to/:demand';
const permission = dossierPermissions['dossiers.own'];
const params = { draft: z.string(), demand: z.string().max(100) };

export const documentPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ ...params, nhan: z.coerce.number().int().min(0).max(60).catch(0) }),
    handle: (ctx, { draft, demand, nhan }) =>
      withDemand(ctx, doors, draft, demand, async (filing, found) => {
        if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
        if (!isOpen(filing.road, documentsKey) && !askedInForm(filing, found.demand.id))
          return redirectTo(filing.road.next.href);
        return htmlReply(documentView(ctx, doors, { filing, ...found, received: nhan }));
      }),
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'none',
    multipart: true,
    input: z.object(params),
    handle: (ctx, { draft, demand }) =>
      withDemand(ctx, doors, draft, demand, async (_, found) => {
        const { taken, refusals } = await takeFiles(ctx, doors, draft, found.demand.id);
        if (refusals.some(({ refusal }) => refusal.code === 'draft-submitted'))
          return submittedOtherwise(ctx, doors, draft);
        if (refusals.length === 0) return redirectTo(`${paths.document(draft, demand)}?nhan=${taken}`);
        const filing = await openFiling(ctx, doors, draft);
        if (!filing) return problem('not-found');
        const errors = refusals.map(({ name, refusal }) => {
          const sentence = inLocale(sentenceFor(refusal), ctx.locale);
          return name === '' ? sentence : `${name}: ${sentence}`;
        });
        return htmlReply(documentView(ctx, doors, { filing, ...found, errors, received: taken }), 422);
      }),
  }),
  definePage({
    method: 'POST',
    path: `${path}/bo`,
    permission,
    audit: 'none',
    input: z.object({ ...params, tep: z.string().refine(isUuid) }),
    async handle(ctx, { draft, demand, tep }) {
      if (!isUuid(draft)) return problem('not-found');
      const removed = await removeDraftFile(ctx, draft, tep);
      return removed.ok ? redirectTo(paths.document(draft, demand)) : submittedOtherwise(ctx, doors, draft);
    },
  }),
];

/** A question of the form asks for this very paper: it is taken where the question stands, before the other papers. */
const askedInForm = ({ definition, answers, facts }: OpenFiling, demand: string): boolean =>
  reachablePages(definition.form, answers, facts).some((page) =>
    openQuestions(page, answers, facts).some((question) => question.document === demand),
  );

type Found = NonNullable<ReturnType<typeof findDemand>>;

async function withDemand(
  ctx: PageCtx,
  doors: Doors,
  draft: string,
  id: string,
  go: (filing: OpenFiling, found: Found) => Promise<Reply>,
): Promise<Reply> {
  const filing = await openFiling(ctx, doors, draft);
  const found = filing && findDemand(filing.demands, id);
  if (!filing || !found || found.demand.group === 'note') return problem('not-found');
  return go(filing, found);
}

interface Taken {
  readonly taken: number;
  readonly refusals: readonly { readonly name: string; readonly refusal: Refusal }[];
}

/** Every file is judged by itself: one that is refused takes none of the others with it. */
async function takeFiles(ctx: PageCtx, doors: Doors, draft: string, demand: string): Promise<Taken> {
  const refusals: { name: string; refusal: Refusal }[] = [];
  let taken = 0;
  for await (const file of ctx.files()) {
    if (file.name === '') {
      // A field left empty still comes as a part; the parser waits until it is read.
      file.stream.resume();
      continue;
    }
    const judged = await doors.files.accept(file);
    const kept = judged.ok ? await addDraftFile(ctx, draft, demand, judged.value) : judged;
    if (kept.ok) taken++;
    else refusals.push({ name: file.name, refusal: kept.refusal });
  }
  if (taken === 0 && refusals.length === 0) refusals.push({ name: '', refusal: { code: 'file.none' } });
  return { taken, refusals };
}
