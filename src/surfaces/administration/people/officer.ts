import { type Colleague, officersInUnit } from '#capabilities/identity';
import { administers, type UnitDirectory } from '#capabilities/organisations';
import type { OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Ctx } from '#platform/context';
import type { AdministrationDeps } from '../core/deps.ts';

/** An officer as administration sees them: what is said of them, and their posts in every unit. */
export interface Person {
  readonly card: Colleague;
  /** What they could do if they signed in now. */
  readonly actor: OfficerActor;
  readonly posts: readonly (Colleague['posts'][number] & { readonly unit: UnitId })[];
}

/** The actor that a session of this officer would have: the same reading that every request makes. */
export async function actorOfOfficer(
  deps: AdministrationDeps,
  officer: string,
): Promise<OfficerActor | undefined> {
  const actor = await deps.actors.actorOf({
    kind: 'officer',
    subject: officer,
    data: {},
    createdAt: 0,
    idleUntil: 0,
    endsAt: 0,
  });
  return actor.kind === 'officer' ? actor : undefined;
}

/** Undefined when there is no such active officer with a post. */
export async function findOfficer(
  ctx: Ctx,
  deps: AdministrationDeps,
  officer: string,
): Promise<Person | undefined> {
  const actor = await actorOfOfficer(deps, officer);
  if (!actor) return undefined;
  const units = [...new Set(actor.posts.map(({ unit }) => unit))];
  const cards = await Promise.all(
    units.map(async (unit) => {
      const all = await officersInUnit(ctx, unit);
      const card = all.find((each) => each.officer === officer);
      return card ? [{ unit, card }] : [];
    }),
  );
  const found = cards.flat();
  const [first] = found;
  if (!first) return undefined;
  return {
    card: first.card,
    actor,
    posts: found.flatMap(({ unit, card }) => card.posts.map((post) => ({ ...post, unit }))),
  };
}

/** Whether any of the person's units lies where this officer administers. */
export const isOurs = (admin: OfficerActor, person: Person, directory: UnitDirectory): boolean =>
  person.posts.some(({ unit }) => administers(admin, unit, directory));
