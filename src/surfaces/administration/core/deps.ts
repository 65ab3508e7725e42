import type { Actors, PeopleDeps } from '#capabilities/identity';
import type { Doors } from '#surfaces/shared';

/** What the pages of people lean on beside the doors of every surface. */
export interface AdministrationDeps {
  readonly actors: Actors;
  readonly sessions: PeopleDeps['sessions'];
}

export const peopleDeps = (doors: Doors, deps: AdministrationDeps): PeopleDeps => ({
  units: doors.units,
  actors: deps.actors,
  sessions: deps.sessions,
});
