import type { Actor } from '#kernel/actor';
import type { Locale } from '#kernel/text';
import type { Clock } from '#kernel/time';
import type { Database, Scope } from '#platform/db';
import { publicScope, systemScope } from '#platform/db';
import type { Log } from '#platform/log';

/** All that a command or a query may ask of its surroundings; nothing is global. */
export interface Ctx {
  readonly clock: Clock;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly db: Database;
  readonly log: Log;
  readonly requestId: string;
}

/** What row-level security is told of an actor. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'public':
      return publicScope;
    case 'system':
      return systemScope;
    case 'citizen':
      return { kind: 'citizen', person: actor.person };
    case 'officer':
      return {
        kind: 'officer',
        officer: actor.officer,
        units: actor.readableUnits,
        everywhere: actor.everywhere,
      };
  }
}

/** Identifier of an actor for journals, without a name. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'citizen') return actor.person;
  return actor.kind === 'officer' ? actor.officer : null;
}
