import { allows, type OfficerActor } from '#kernel/actor';
import { type Refusal, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { cataloguePermissions } from '../permissions.ts';
import type { ProcedureDraft } from './queries.ts';

export type DraftState = ProcedureDraft['state'];

/** The officer when drafts are this one's business. Machines draft nothing: four eyes are eyes of people. */
export const designerOf = (ctx: Pick<Ctx, 'actor'>): OfficerActor | undefined =>
  ctx.actor.kind === 'officer' && allows(ctx.actor, cataloguePermissions['catalogue.design'])
    ? ctx.actor
    : undefined;

export const approverOf = (ctx: Pick<Ctx, 'actor'>): OfficerActor | undefined =>
  ctx.actor.kind === 'officer' && allows(ctx.actor, cataloguePermissions['catalogue.publish'])
    ? ctx.actor
    : undefined;

export type DraftMove = 'save' | 'send' | 'send-back' | 'approve' | 'abandon';

/** From which states a move leads on. What was sent is not changed while a colleague judges it. */
const movesFrom: Readonly<Record<DraftMove, readonly DraftState[]>> = {
  save: ['draft'],
  send: ['draft'],
  'send-back': ['review'],
  approve: ['review'],
  abandon: ['draft', 'review'],
};

const notNow: Readonly<Record<DraftMove, string>> = {
  save: 'not-in-draft',
  send: 'not-in-draft',
  'send-back': 'not-in-review',
  approve: 'not-in-review',
  abandon: 'draft-over',
};

/** Why this officer cannot make this move now; the pages ask it for their buttons, the commands before they write. */
export function hindrance(
  draft: Pick<ProcedureDraft, 'state' | 'authors'>,
  move: DraftMove,
  officer: OfficerActor,
): Refusal | undefined {
  if (!movesFrom[move].includes(draft.state)) return { code: notNow[move], details: { state: draft.state } };
  if ((move === 'approve' || move === 'send-back') && !approverOf({ actor: officer }))
    return { code: 'not-yours' };
  if (move === 'approve' && draft.authors.includes(officer.officer)) return { code: 'own-draft' };
  return undefined;
}

export const notYours = refused({ code: 'not-yours' });
