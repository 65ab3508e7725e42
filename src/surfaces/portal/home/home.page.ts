import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { myDossiers } from '#capabilities/dossiers';
import { inLocale } from '#kernel/text';
import { definePage, htmlReply, type PageCtx } from '#platform/http';
import { citizenPage, type Doors, placeWords } from '#surfaces/shared';
import { nextAction } from '../tracking/next-action.ts';
import { stageTag } from '../tracking/stage-tag.ts';
import { sayIn } from '../words/say.ts';
import { type HomeProps, homeView } from './home.view.ts';

/** Not a list of everything: what waits longest comes first on its own page. */
const mostActions = 3;

async function waitingForMe(ctx: PageCtx): Promise<HomeProps['mine']> {
  if (ctx.actor.kind !== 'citizen') return [];
  const say = sayIn(ctx.locale);
  const dossiers = await myDossiers(ctx);
  return dossiers
    .flatMap((dossier) => {
      const action = nextAction(say, dossier.code, dossier.state);
      if (!action || dossier.stage === 'returned') return [];
      const state = stageTag(say, dossier.state, ctx.clock.now());
      return [{ title: dossier.procedure_name, code: dossier.code, state, action }];
    })
    .slice(0, mostActions);
}

export const homePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/',
    permission: cataloguePermissions['catalogue.read'],
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const events = doors.catalogue
        .lifeEvents()
        .map((event) => ({ text: inLocale(event.name, ctx.locale), href: `/su-kien/${event.id}` }));
      const main = homeView({
        say,
        events,
        examples: placeWords(doors.place.kind, ctx.locale).searchExamples,
        mine: await waitingForMe(ctx),
      });
      return htmlReply(citizenPage(ctx, doors, { title: say('Trang đầu', 'Home'), main }));
    },
  });
