import { administers, type UnitDirectory } from '#capabilities/organisations';
import type { Actor, OfficerRole, Post } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { seesEverywhere } from './reach.ts';

/** Roles that stay with the person they were given to. */
export const personalRoles: ReadonlySet<OfficerRole> = new Set(['system-administrator', 'population-lookup']);

/** Rights that reach beyond one unit are given by the administrator of the province or the ministry, or by the technical one. */
const headGifts: ReadonlySet<OfficerRole> = new Set(['population-lookup', 'inspector']);

/**
 * Why the actor may not give (or end) a role of somebody in a unit: nothing for oneself, nothing outside the own
 * unit and what lies below it, nothing beyond what the own post reaches.
 */
export function giftProblem(
  actor: Actor,
  gift: { readonly to: OfficerId; readonly unit: UnitId; readonly role: OfficerRole },
  directory: UnitDirectory,
): Refusal | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind !== 'officer') return { code: 'not-allowed' };
  if (actor.officer === gift.to) return { code: 'own-rights' };
  const posts = actor.posts.filter(
    (post) =>
      post.role === 'system-administrator' ||
      (post.role === 'unit-administrator' && directory.isUnder(gift.unit, post.unit)),
  );
  if (posts.length === 0) return { code: 'not-allowed' };
  return posts.some((post) => reaches(post, gift, directory)) ? undefined : { code: 'beyond-own-rights' };
}

/**
 * Why the actor may not change what is said of an officer: one of two agencies is changed by those who administer both, one
 * without posts by the technical administrator, who is nobody's subordinate in a unit.
 */
export function factsProblem(
  actor: Actor,
  officer: {
    readonly id: OfficerId;
    readonly posts: readonly { readonly unit: UnitId; readonly role: string }[];
  },
  directory: UnitDirectory,
): Refusal | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind !== 'officer') return { code: 'not-allowed' };
  if (actor.officer === officer.id) return { code: 'own-rights' };
  if (actor.posts.some((post) => post.role === 'system-administrator')) return undefined;
  const reachable = officer.posts.every(
    (post) => post.role !== 'system-administrator' && administers(actor, post.unit, directory),
  );
  return officer.posts.length > 0 && reachable ? undefined : { code: 'not-allowed' };
}

function reaches(
  post: Post,
  gift: { readonly unit: UnitId; readonly role: OfficerRole },
  directory: UnitDirectory,
): boolean {
  if (post.role === 'system-administrator') return true;
  if (gift.role === 'system-administrator') return false;
  // Who covers for an absent administrator does the daily work, but makes no new administrators.
  if (gift.role === 'unit-administrator' && post.onBehalfOf !== undefined) return false;
  const ofHead = post.unit === directory.head()?.id;
  if (headGifts.has(gift.role)) return ofHead;
  return ofHead || !seesEverywhere(gift.role, gift.unit, directory);
}
