import { z } from 'zod';
import { listUnsentMail, sendAgain } from '#capabilities/messages';
import { logHealth } from '#capabilities/public-log';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { attentionPermissions, listStuckEvents, retryStuckEvent } from '#platform/jobs';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { attentionPath, attentionView } from './attention.view.ts';

const permission = attentionPermissions['attention.tend'];
const gone: Refusal = { code: 'attention-gone' };

/** Follow-up work and e-mails that no try could finish, and their next try. No dossier can be opened from here. */
export const attentionPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: attentionPath,
    permission,
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => attentionReply(ctx, doors),
  }),
  definePage({
    method: 'POST',
    path: `${attentionPath}/viec`,
    permission,
    audit: 'outbox.retry',
    input: z.object({ 'don-vi': z.uuid(), ma: z.uuid() }),
    async handle(ctx, { 'don-vi': homeUnit, ma: id }) {
      const found = await retryStuckEvent(ctx, { homeUnit, id });
      return found ? redirectTo(`${attentionPath}?xong=1`) : attentionReply(ctx, doors, gone);
    },
  }),
  definePage({
    method: 'POST',
    path: `${attentionPath}/thu`,
    permission,
    audit: 'mail.send-again',
    input: z.object({ ma: z.uuid() }),
    async handle(ctx, { ma }) {
      const found = await sendAgain(ctx, ma);
      return found ? redirectTo(`${attentionPath}?xong=1`) : attentionReply(ctx, doors, gone);
    },
  }),
];

async function attentionReply(ctx: PageCtx, doors: Doors, refusal?: Refusal): Promise<Reply> {
  const [events, mails, log, directory] = await Promise.all([
    listStuckEvents(ctx),
    listUnsentMail(ctx),
    logHealth(ctx),
    doors.units.directory(),
  ]);
  const say = sayIn(ctx.locale);
  return adminReply(ctx, doors, {
    title: say('Việc bị kẹt', 'Stuck work'),
    at: 'attention',
    main: attentionView({ ctx, say, directory, events, mails, log }),
    refusal,
  });
}
