import { z } from 'zod';
import { attempt, eligibility, type ProcedureDefinition, withDecisions } from '#capabilities/forms';
import { localDate } from '#kernel/time';
import { definePage, htmlReply, type PageCtx, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { portalPermissions } from '../../permissions.ts';
import * as paths from '../core/paths.ts';
import { startableOf } from '../start/procedure.ts';
import { readReplies, writeReplies } from '../start/replies.ts';
import { eligibilityView, verdictView } from './eligibility.view.ts';

const input = z.object({ code: z.string().max(20), dk: z.string().max(2000).optional() });
const permission = portalPermissions['portal.read'];

/** The pre-check: a hopeless filing is stopped kindly before anything is filled in. */
export const eligibilityPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/nop-ho-so/bat-dau/:code/dieu-kien',
    permission,
    audit: 'none',
    input,
    async handle(ctx, { code, dk }) {
      const definition = (await startableOf(doors, code))?.definition;
      if (!definition) return problem('not-found');
      if (definition.eligibility.length === 0) return redirectTo(paths.start(code, 'danh-tinh'));
      return htmlReply(
        eligibilityView(ctx, doors, { definition, replies: readReplies(dk, definition), open: [] }),
      );
    },
  }),
  definePage({
    method: 'POST',
    path: '/nop-ho-so/bat-dau/:code/dieu-kien',
    permission,
    audit: 'none',
    input,
    async handle(ctx, { code }) {
      const definition = (await startableOf(doors, code))?.definition;
      if (!definition) return problem('not-found');
      const typed = Object.entries(ctx.fields).map(([id, reply]) => `${id}.${String(reply)}`);
      const replies = readReplies(typed.join('_'), definition);
      const { open, failed } = judge(ctx, definition, replies);
      if (open.length > 0) return htmlReply(eligibilityView(ctx, doors, { definition, replies, open }), 422);
      return redirectTo(
        paths.start(code, failed.length > 0 ? 'ket-luan' : 'danh-tinh', writeReplies(replies)),
      );
    },
  }),
  definePage({
    method: 'GET',
    path: '/nop-ho-so/bat-dau/:code/ket-luan',
    permission,
    audit: 'none',
    input,
    async handle(ctx, { code, dk }) {
      const definition = (await startableOf(doors, code))?.definition;
      if (!definition) return problem('not-found');
      const replies = readReplies(dk, definition);
      const judged = judge(ctx, definition, replies);
      if (judged.verdict === 'unknown')
        return redirectTo(paths.start(code, 'dieu-kien', writeReplies(replies)));
      return htmlReply(verdictView(ctx, doors, { definition, replies, judged }));
    },
  }),
];

/** Where a table fails, the questions by themselves judge: it is only advice before anything is filed. */
function judge(ctx: PageCtx, definition: ProcedureDefinition, replies: ReturnType<typeof readReplies>) {
  const facts = { today: localDate(ctx.clock.now()), channel: 'online' };
  const judged = attempt(() => eligibility(definition, replies, facts));
  return judged.ok ? judged.value : eligibility(withDecisions(definition, undefined), replies);
}
