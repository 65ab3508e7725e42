import { costsOf } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { UnitDirectory } from '#capabilities/organisations';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { type Say, sayIn } from '../words/say.ts';
import type { RoadContext } from './act-words.ts';
import type { StandingContext } from './standing-ends.ts';
import type { Tracked } from './tracked.ts';

/** What the words of tracking lean on: pinned versions, the pinned calendar, names of units. */
export interface TrackingContext extends RoadContext, StandingContext {
  readonly say: Say;
  readonly definition: ProcedureDefinition;
  readonly directory: UnitDirectory;
}

export async function trackingContext(
  ctx: PageCtx,
  doors: Doors,
  tracked: Tracked,
): Promise<TrackingContext> {
  const { services } = doors;
  const { state } = tracked;
  const [definition, calendar, directory] = await Promise.all([
    services.procedure(tracked.procedureCode, tracked.procedureVersion),
    state.calendar ? services.pinnedCalendar(state.calendar) : services.calendarOf(state.receiver),
    doors.units.directory(),
  ]);
  return {
    say: sayIn(ctx.locale),
    locale: ctx.locale,
    now: ctx.clock.now(),
    calendar,
    definition,
    directory,
    state,
    costs: costsOf(tracked.charges),
    unitName: (id) => directory.nameOn(id, directory.day) || (directory.byId(id)?.name ?? ''),
  };
}
