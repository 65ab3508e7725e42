import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { identityPermissions } from '#capabilities/identity';
import { allows } from '#kernel/actor';
import { localDate } from '#kernel/time';
import { definePage } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { usualSize } from '../core/list-query.ts';
import { calendarsOf, dueTag, marksOf, rowsOf, urgentRows } from '../core/rows.ts';
import { landingView } from './landing.view.ts';

const mostShown = 12;
const query = { page: 1, size: usualSize };

/** `/mot-cua`: what is mine now, what is urgent in my unit, and how much lies in each list. */
export const landingPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua',
    permission: identityPermissions.seeColleagues,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const desk = await deskOf(ctx, doors);
      const cut = { size: mostShown, skip: 0 };
      const [mine, urgent] = await Promise.all([
        rowsOf(ctx, desk, 'mine', query, cut),
        urgentRows(ctx, desk, mostShown),
      ]);
      const calendars = await calendarsOf(doors, [...mine, ...urgent]);
      const now = ctx.clock.now();
      const withDue = (rows: typeof mine) =>
        rows.map((row) => ({
          row,
          deadline: dueTag(row, calendars.get(row.unit_id), now, desk.say),
          marks: marksOf(row, desk.directory, ctx.locale),
        }));
      const main = landingView({
        say: desk.say,
        locale: ctx.locale,
        today: localDate(now),
        counts: desk.counts,
        mine: withDue(mine),
        urgent: withDue(urgent),
        works: allows(ctx.actor, dossierPermissions['dossiers.read']),
        takes: allows(ctx.actor, dossierPermissions['dossiers.process']),
        roles: desk.actor.posts.map(({ role }) => role),
        hidden: csrfField(ctx),
      });
      const title = desk.say('Bàn làm việc', 'My desk');
      return officeReply(ctx, doors, { title, main, at: 'home' }, desk);
    },
  });
