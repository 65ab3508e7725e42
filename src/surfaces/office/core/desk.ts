import { addWorkingMinutes, instantOf, minuteOf, nextOpen } from '#capabilities/calendar';
import { deskOfOfficer } from '#capabilities/dossiers';
import type { UnitDirectory } from '#capabilities/organisations';
import type { OfficerActor } from '#kernel/actor';
import type { Instant } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { type ListKey, runningLists } from '../words/lists.ts';
import { type Say, sayIn } from '../words/say.ts';
import { officerOf, unitsOf } from './officer.ts';

/** What every page of the office shows around its matter. */
export interface Desk {
  readonly actor: OfficerActor;
  readonly say: Say;
  readonly directory: UnitDirectory;
  /** Until then counts as soon due: eight working hours from now. */
  readonly soon: Instant;
  readonly counts: ReadonlyMap<ListKey, number>;
  readonly filters: Awaited<ReturnType<typeof deskOfOfficer>>['filters'];
}

/** Own work is counted up to here; "99+" says enough. */
export const mostCounted = 100;

export async function deskOf(ctx: Ctx, doors: Doors): Promise<Desk> {
  const actor = officerOf(ctx);
  const directory = await doors.units.directory();
  const soon = await soonOf(ctx, doors, actor);
  const { counts: rows, mine, filters } = await deskOfOfficer(ctx, soon, mostCounted);
  const counts = new Map<ListKey, number>(rows.map((row) => [row.list as ListKey, row.count]));
  const running = rows.filter((row) => runningLists.some((list) => list === row.list));
  counts.set(
    'overdue',
    running.reduce((sum, row) => sum + row.overdue, 0),
  );
  counts.set(
    'soon',
    running.reduce((sum, row) => sum + row.soon, 0),
  );
  counts.set('mine', mine);
  return { actor, say: sayIn(ctx.locale), directory, soon, counts, filters };
}

async function soonOf(ctx: Ctx, doors: Doors, actor: OfficerActor): Promise<Instant> {
  const now = ctx.clock.now();
  const unit = unitsOf(actor)[0];
  if (!unit) return now;
  const calendar = await doors.services.calendarOf(unit);
  const open = nextOpen(calendar, minuteOf(now));
  const due = open === undefined ? undefined : addWorkingMinutes(calendar, open, 480);
  return due === undefined ? now : instantOf(due);
}
