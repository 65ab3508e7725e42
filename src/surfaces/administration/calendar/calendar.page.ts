import { z } from 'zod';
import { calendarPermissions, publishEdition } from '#capabilities/calendar';
import type { Refusal } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { calendarView } from './calendar.view.ts';
import { calendarActs, changed } from './change.ts';

const permission = calendarPermissions.publishCalendar;

/** The calendar in force, and one change at a time that becomes the next edition. */
export const calendarPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/lich',
    permission,
    audit: 'none',
    input: z.object({ nam: z.coerce.number().int().min(2000).max(2099).optional().catch(undefined) }),
    handle: (ctx, { nam }) => calendarReply(ctx, doors, nam),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/lich/:act',
    permission,
    audit: 'calendar.publish',
    input: z.object({ act: z.enum(calendarActs) }),
    async handle(ctx, { act }) {
      const basedOn = Number(textOf(ctx.fields, 'an-ban'));
      const base = Number.isInteger(basedOn) ? await doors.calendars.edition(basedOn) : undefined;
      if (!base) return problem('not-found');
      const head = (await doors.units.directory()).head();
      if (!head) return problem('not-found');
      const content = changed(base.content, act, ctx.fields);
      const outcome = content.ok
        ? await publishEdition(ctx, doors.calendars, {
            content: content.value,
            note: textOf(ctx.fields, 'ghi-chu'),
            basedOn,
            head: head.id,
          })
        : content;
      const year = Number(textOf(ctx.fields, 'ngay-year') || textOf(ctx.fields, 'ngay').slice(0, 4));
      if (outcome.ok) return redirectTo(`/quan-tri/lich?${year ? `nam=${year}&` : ''}xong=1`);
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'calendar', outcome.refusal);
      return calendarReply(ctx, doors, year || undefined, outcome.refusal, act);
    },
  }),
];

async function calendarReply(
  ctx: PageCtx,
  doors: Doors,
  year?: number,
  refusal?: Refusal,
  act?: string,
): Promise<Reply> {
  const [edition, history, directory] = await Promise.all([
    doors.calendars.currentEdition(),
    doors.calendars.history(),
    doors.units.directory(),
  ]);
  const say = sayIn(ctx.locale);
  const shown = year ?? Number(localDate(ctx.clock.now()).slice(0, 4));
  const { main, target } = calendarView({ ctx, say, edition, history, directory, year: shown, refusal, act });
  return adminReply(ctx, doors, {
    title: say('Lịch làm việc', 'Calendar'),
    beside: say(`Ấn bản ${edition.id}`, `Edition ${edition.id}`),
    at: 'calendar',
    main,
    refusal,
    target,
  });
}
