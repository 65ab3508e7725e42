import { z } from 'zod';
import type { Units } from '#capabilities/organisations';
import { type Actor, type OfficerRole, officerRoles, type Post, publicActor } from '#kernel/actor';
import { isUuid, type OfficerId, type PersonId, type UnitId } from '#kernel/ids';
import type { Clock } from '#kernel/time';
import type { Database } from '#platform/db';
import type { Session } from '#platform/sessions';
import { officerCard } from './queries/index.ts';
import { type OfficerCard, reachOf } from './reach.ts';

/** Who stands behind a session. */
export interface Actors {
  actorOf(session: Session | undefined): Promise<Actor>;
  /** After a change of posts in this process, the next request asks the database again. */
  forget(): void;
}

/** A right taken away elsewhere stops working within this time; with the memory of sessions it stays under 5 s. */
const trustFor = 2000;

const roles = new Set<string>(officerRoles);
const cardShape = z.object({
  id: z.string().transform((id) => id as OfficerId),
  name: z.string(),
  active: z.boolean(),
  posts: z.array(
    z.object({
      unit: z.string().transform((id) => id as UnitId),
      role: z.string(),
      onBehalfOf: z
        .string()
        .nullable()
        .transform((id) => (id === null ? null : (id as OfficerId))),
    }),
  ),
});

export function openActors(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly units: Units;
}): Actors {
  const { db, clock, units } = deps;
  const known = new Map<string, { readonly actor: Actor; readonly at: number }>();

  async function officerActor(officer: string): Promise<Actor> {
    const now = clock.now();
    const remembered = known.get(officer);
    if (remembered && Math.abs(now - remembered.at) < trustFor) return remembered.actor;
    const { card } = await db.direct.get(officerCard, { officer, now });
    const parsed = cardShape.nullable().parse(card);
    const actor: Actor = parsed?.active ? asActor(parsed, await units.directory()) : publicActor;
    if (known.size > 5000) known.clear();
    known.set(officer, { actor, at: now });
    return actor;
  }

  return {
    async actorOf(session) {
      if (!session?.subject || !isUuid(session.subject)) return publicActor;
      if (session.kind === 'officer') return officerActor(session.subject);
      if (session.kind !== 'citizen') return publicActor;
      const { name, guest } = session.data;
      return {
        kind: 'citizen',
        person: session.subject as PersonId,
        name: typeof name === 'string' ? name : '',
        guest: guest === true,
      };
    },
    forget: () => known.clear(),
  };
}

function asActor(card: z.output<typeof cardShape>, directory: Parameters<typeof reachOf>[1]): Actor {
  // A role that this version does not know gives nothing.
  const posts = card.posts.flatMap(({ unit, role, onBehalfOf }): Post[] =>
    roles.has(role)
      ? [{ unit, role: role as OfficerRole, ...(onBehalfOf === null ? {} : { onBehalfOf }) }]
      : [],
  );
  const officer: OfficerCard = { officer: card.id, name: card.name, posts };
  return { kind: 'officer', ...officer, ...reachOf(posts, directory) };
}
