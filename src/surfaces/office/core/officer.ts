import { type OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';
import type { Ctx } from '#platform/context';

/** Routes of the office give their permission to roles only, so whoever comes here is an officer. */
export function officerOf(ctx: Ctx): OfficerActor {
  invariant(ctx.actor.kind === 'officer', 'pages of the office are for officers');
  return ctx.actor;
}

/** Units of an officer's posts, in order, each once. */
export const unitsOf = (actor: OfficerActor): readonly UnitId[] => [
  ...new Set(actor.posts.map((post) => post.unit)),
];
