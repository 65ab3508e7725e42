import { record } from '#capabilities/audit';
import { cataloguePermissions, type VersionInfo } from '#capabilities/catalogue';
import { allows, type OfficerActor } from '#kernel/actor';
import { isUuid, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import type { MovePlaces } from './queries.ts';
import * as sql from './queries.ts';

const notYours = refused({ code: 'not-yours' });
const most = { reason: 2000, ground: 500, versions: 20, places: 500 };

const idOfElement = (id: string): boolean => id !== '' && id.length <= 200;

/** What is kept of the chosen places; the worker judges each dossier by them, and what fits nowhere moves nothing. */
function placesIn(wished: MovePlaces): MovePlaces {
  const versions = Object.entries(wished).slice(0, most.versions);
  return Object.fromEntries(
    versions.flatMap(([version, places]) => {
      const kept = Object.entries(places)
        .filter((pair) => pair.every(idOfElement))
        .slice(0, most.places);
      return kept.length > 0 ? [[version, Object.fromEntries(kept)] as const] : [];
    }),
  );
}

const officerWith = (ctx: Ctx, permission: keyof typeof cataloguePermissions): OfficerActor | undefined =>
  ctx.actor.kind === 'officer' && allows(ctx.actor, cataloguePermissions[permission]) ? ctx.actor : undefined;

export interface WishedMove {
  readonly code: string;
  readonly to: number;
  readonly reason: string;
  /** Decision or law that it rests on. */
  readonly ground: string;
  /** Where dossiers go on whose place in an older version is not in this one. */
  readonly places?: MovePlaces;
}

/**
 * Proposes that all open work of a procedure goes on under another version. The worker weighs each draft and dossier; a
 * second person decides when that is done. @param versions the published ones, from the catalogue.
 */
export async function proposeMove(
  ctx: Ctx,
  versions: readonly Pick<VersionInfo, 'version' | 'live' | 'standing'>[],
  wish: WishedMove,
): Promise<Outcome<string>> {
  const officer = officerWith(ctx, 'catalogue.design');
  if (!officer) return notYours;
  const target = versions.find(({ version }) => version === wish.to);
  if (!target) return refused({ code: 'version-unknown', field: 'to' });
  if (!target.live || target.standing === 'waiting')
    return refused({ code: 'version-not-begun', field: 'to' });
  const reason = cleanText(wish.reason).slice(0, most.reason);
  const ground = cleanText(wish.ground).slice(0, most.ground);
  if (reason === '') return refused({ code: 'reason-missing', field: 'reason' });
  if (ground === '') return refused({ code: 'ground-missing', field: 'ground' });
  const now = ctx.clock.now();
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const made = await transactor.find(sql.insertMove, {
      id: uuidv7(now),
      code: wish.code,
      to_version: wish.to,
      reason,
      ground,
      places: json(placesIn(wish.places ?? {})),
      by: officer.officer,
      by_name: officer.name,
      at: new Date(now).toISOString(),
    });
    if (!made) return refused({ code: 'move-open' });
    await record(transactor, ctx, {
      action: 'dossiers.propose-move',
      subject: `procedure:${wish.code}`,
      details: { to: wish.to, move: made.id },
    });
    return done(made.id);
  });
}

export type MoveDecision = 'approve' | 'drop';

/** Why this officer cannot decide so now; pages ask it for their buttons, the command before it writes. */
export function moveHindrance(
  move: Pick<sql.VersionMove, 'state' | 'proposed_by'>,
  decision: MoveDecision,
  actor: Ctx['actor'],
): Refusal | undefined {
  if (actor.kind !== 'officer') return notYours.refusal;
  if (move.state === 'weighing' && decision === 'approve') return { code: 'move-weighing' };
  if (move.state !== 'proposed' && move.state !== 'weighing') return { code: 'move-over' };
  const own = move.proposed_by === actor.officer;
  if (decision === 'drop' && own) return undefined;
  if (!allows(actor, cataloguePermissions['catalogue.publish'])) return notYours.refusal;
  return decision === 'approve' && own ? { code: 'own-move' } : undefined;
}

/** Approved by somebody other than its proposer, or dropped. The worker does the moving. */
export async function decideMove(ctx: Ctx, id: string, decision: MoveDecision): Promise<Outcome<null>> {
  const officer = officerWith(ctx, 'catalogue.design');
  if (!officer) return notYours;
  if (!isUuid(id)) return refused({ code: 'move-unknown' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const move = await transactor.find(sql.lockMove, { id });
    if (!move) return refused({ code: 'move-unknown' });
    const hindered = moveHindrance(move, decision, ctx.actor);
    if (hindered) return refused(hindered);
    await transactor.get(sql.decideMove, {
      id,
      state: decision === 'approve' ? 'approved' : 'dropped',
      by: officer.officer,
      by_name: officer.name,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: `dossiers.${decision}-move`,
      subject: `procedure:${move.code}`,
      details: { to: move.to_version, move: id },
    });
    return done(null);
  });
}
