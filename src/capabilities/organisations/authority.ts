import type { Actor, OfficerRole, Post } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { UnitDirectory } from './directory.ts';

/** The post by which an officer administers a unit: technical administrators everywhere, others in their own unit and below. */
export function administersBy(actor: Actor, unit: UnitId, directory: UnitDirectory): Post | undefined {
  if (actor.kind !== 'officer') return undefined;
  const holds = (role: OfficerRole, within: (post: Post) => boolean) =>
    actor.posts.find((post) => post.role === role && within(post));
  return (
    holds('system-administrator', () => true) ??
    holds('unit-administrator', (post) => directory.isUnder(unit, post.unit))
  );
}

export const administers = (actor: Actor, unit: UnitId, directory: UnitDirectory): boolean =>
  actor.kind === 'system' || administersBy(actor, unit, directory) !== undefined;
