import { z } from 'zod';
import { askedOfMe } from '#capabilities/declarations';
import { listDrafts, myDossiers } from '#capabilities/dossiers';
import { countUnread } from '#capabilities/messages';
import { definePage, htmlReply, type PageCtx } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { nextAction } from '../tracking/next-action.ts';
import { stageTag } from '../tracking/stage-tag.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { type MyDossiersProps, myDossiersView } from './my-dossiers.view.ts';

async function drafts(ctx: PageCtx, doors: Doors): Promise<MyDossiersProps['drafts']> {
  const rows = await listDrafts(ctx);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: (await doors.catalogue.current(row.procedure_code))?.name ?? row.procedure_code,
      savedAt: row.updated_at,
      keptUntil: row.expires_at,
    })),
  );
}

export const myDossiersPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/cua-toi',
    permission: ownPermission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const [dossiers, open, unread, asked] = await Promise.all([
        myDossiers(ctx),
        drafts(ctx, doors),
        countUnread(ctx),
        askedOfMe(ctx),
      ]);
      const main = myDossiersView({
        say,
        unread,
        asked: asked.filter(
          (one) =>
            !one.outdated &&
            one.signed_at === null &&
            one.declined_at === null &&
            one.until >= ctx.clock.now(),
        ).length,
        guest: ctx.actor.kind === 'citizen' && ctx.actor.guest,
        drafts: open,
        dossiers: dossiers.map((row) => ({
          code: row.code,
          name: row.procedure_name,
          owner: row.owner_name,
          submittedAt: row.submitted_at,
          tag: stageTag(say, row.state, ctx.clock.now()),
          action: nextAction(say, row.code, row.state),
        })),
      });
      const title = say('Hồ sơ của bạn', 'My dossiers');
      const before = back('/', say('Trang đầu', 'Home'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  });
