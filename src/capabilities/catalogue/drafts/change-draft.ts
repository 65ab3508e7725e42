import type { OfficerActor } from '#kernel/actor';
import { isUuid } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { type DraftMove, hindrance } from './draft.ts';
import { lockDraft, type ProcedureDraft } from './queries.ts';

const unknown = refused({ code: 'procedure-draft-unknown' });

/** Every command on a draft: one transaction, the draft locked, and the move possible in its state for this officer. */
export async function changeDraft<T, R extends Refusal = Refusal>(
  ctx: Ctx,
  asked: { readonly id: string; readonly move: DraftMove; readonly officer: OfficerActor },
  work: (transactor: Transactor, lockedDraft: ProcedureDraft) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | Refusal>> {
  if (!isUuid(asked.id)) return unknown;
  return ctx.db.transact<Outcome<T, R | Refusal>>(scopeOf(ctx.actor), async (transactor) => {
    const draft = await transactor.find(lockDraft, { id: asked.id });
    if (!draft) return unknown;
    const hindered = hindrance(draft, asked.move, asked.officer);
    return hindered ? refused(hindered) : work(transactor, draft);
  });
}
