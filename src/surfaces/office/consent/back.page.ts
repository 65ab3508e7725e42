import { dossierPermissions } from '#capabilities/dossiers';
import { backLink, errorSummary, pageHeading } from '#design';
import type { Refusal } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply } from '#platform/http';
import { broughtBack, type Doors } from '#surfaces/shared';
import { doAct, showRefused } from '../acts/act.page.ts';
import { doBulk, showBulkProblem } from '../bulk/bulk.page.ts';
import { officeHome } from '../core/addresses.ts';
import { officeReply } from '../core/frame.ts';
import { sentenceFor } from '../sentences.ts';
import { backPath, redoShape } from '../signing/index.ts';
import { sayIn } from '../words/say.ts';

/** The officer is back from the provider of their key: what they were doing is done, with the signatures that they agreed to. */
export const consentBackPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: backPath,
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossier.<act>',
    input: broughtBack,
    perMinute: 30,
    async handle(ctx, { state, code, error }) {
      if (!doors.signing) return problem('not-found');
      const back = await doors.signing.rounds.back(ctx, { state, code, error });
      const redo = redoShape.safeParse(back?.redo);
      if (!back || !redo.success) return unknown(ctx, doors, { code: 'consent-unknown' });
      const { round } = back;
      if (redo.data.kind === 'act')
        return round.ok
          ? doAct(ctx, doors, redo.data, round.value)
          : showRefused(ctx, doors, redo.data, round.refusal);
      return round.ok
        ? doBulk(ctx, doors, redo.data, round.value)
        : showBulkProblem(ctx, doors, redo.data, round.refusal);
    },
  });

/** Reloaded, or opened out of nowhere: nothing is done twice. */
async function unknown(ctx: PageCtx, doors: Doors, refusal: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const title = say('Lần ký này đã kết thúc', 'This signing is over');
  const main = html`${errorSummary({
    errors: [{ text: sentenceFor(refusal, ctx.locale) }],
    locale: ctx.locale,
  })}${backLink({ href: officeHome, text: say('Về bàn làm việc', 'Back to the desk'), locale: ctx.locale })}${pageHeading({ title })}`;
  return officeReply(ctx, doors, { title, main, status: 422 });
}
