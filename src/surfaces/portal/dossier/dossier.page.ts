import { z } from 'zod';
import { mayChangeContact, possibleActs } from '#capabilities/dossiers';
import { ratingOf } from '#capabilities/feedback';
import { definePage, htmlReply, problem } from '#platform/http';
import { citizenPage, type Doors, paperPlaces, paperSourceOf } from '#surfaces/shared';
import { trackingContext } from '../tracking/load.ts';
import { readablePapers } from '../tracking/may-read.ts';
import { addressOf } from '../tracking/next-action.ts';
import { trackedByOwner } from '../tracking/tracked.ts';
import { trackingView } from '../tracking/tracking.view.ts';
import { back } from '../words/page.ts';
import { doneSentence, dossierActions, messagesCard } from './dossier.view.ts';
import { codeInput, openMine, ownPermission, refOf } from './mine.ts';

/** My own dossier: tracking, with what only its owner sees and may do. */
export const dossierPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/cua-toi/ho-so/:code',
    permission: ownPermission,
    audit: 'none',
    input: codeInput.extend({ xong: z.string().max(20).optional().catch(undefined) }),
    async handle(ctx, { code, xong }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const tracked = trackedByOwner(view);
      const [context, places, rating] = await Promise.all([
        trackingContext(ctx, doors, tracked),
        paperPlaces(doors, view.rules.definition, ctx.locale),
        view.state.stage === 'returned' ? ratingOf(ctx, refOf(view)) : undefined,
      ]);
      const { say } = context;
      const possible = possibleActs(ctx, view.rules, view.state);
      const [last] = view.readings;
      const tracking = trackingView({
        tracked,
        context,
        base: addressOf(tracked.code),
        mustSignIn: false,
        papers: readablePapers(doors, paperSourceOf(view), places, ctx.locale),
        readings: {
          count: view.readings.length,
          last: last && { at: last.at, unit: last.unit_name, purpose: last.purpose },
        },
        own: messagesCard({ say, code: tracked.code, messages: view.messages, unitName: context.unitName }),
        after: dossierActions({
          say,
          code: tracked.code,
          secret: view.dossier.secret,
          canWithdraw: possible['request-withdrawal'] === undefined,
          canTakeBack: possible['take-back-withdrawal'] === undefined,
          canChangeContact: mayChangeContact(view.state.stage),
          canRate: view.state.stage === 'returned' && rating === undefined,
        }),
      });
      const main = [doneSentence(say, ctx.locale, xong), tracking];
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(
        citizenPage(ctx, doors, { title: tracked.procedureName, main, before, noindex: true }),
      );
    },
  });
