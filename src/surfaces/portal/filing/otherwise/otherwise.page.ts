import { viewDossier } from '#capabilities/dossiers';
import { htmlReply, type PageCtx, problem, type Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { openFiling } from '../core/open-filing.ts';
import { laterWords } from './later-words.ts';
import { otherwiseView } from './otherwise.view.ts';

/** The draft was submitted with other content: both texts on one page, and nothing is lost (409). */
export async function submittedOtherwise(ctx: PageCtx, doors: Doors, draftId: string): Promise<Reply> {
  const filing = await openFiling(ctx, doors, draftId);
  const { home_unit, dossier_id } = filing?.draft ?? {};
  if (!filing || !home_unit || !dossier_id) return problem('not-found');
  const view = await viewDossier(ctx, doors.services, { homeUnit: home_unit, id: dossier_id });
  if (!view) return problem('not-found');
  const [submitted] = view.forms;
  return htmlReply(
    otherwiseView(ctx, doors, {
      filing,
      code: view.dossier.code,
      submittedAt: view.state.submittedAt,
      submitted: submitted?.words ?? [],
      later: laterWords(filing, submitted?.answers ?? {}, ctx.locale, doors.services.lists),
    }),
    409,
  );
}
