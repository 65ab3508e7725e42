import type { Instant } from '#kernel/time';
import type { Act } from './acts.ts';
import { clockOf, type DossierState, deliveryOf, moneyOf, nationalStatus } from './state.ts';
import type { WorkRow } from './work.ts';

const iso = (at: Instant | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/** The stored fold: the columns of `dossiers.dossier` that acts change. The keys are the column names. */
export const projectionOf = (state: DossierState) => ({
  holder_unit: state.holder,
  seen_by: state.seenBy,
  stage: state.stage,
  status: nationalStatus[state.stage],
  step: state.step ?? null,
  assignee: state.assignee?.id ?? null,
  money: moneyOf(state),
  delivery: deliveryOf(state),
  accepted_at: iso(state.acceptedAt),
  due_minute: iso(state.due?.minute),
  due_date: state.due?.date ?? null,
  step_due: iso(state.stepDue),
  clock: clockOf(state),
  finished_at: iso(state.finishedAt),
  returned_at: iso(state.returnedAt),
  identity_pending: state.identityPending,
  ...(state.movedTo === undefined ? {} : { procedure_version: state.movedTo }),
  state,
  seq: state.seq,
});
export type Projection = ReturnType<typeof projectionOf>;

export const actRows = (homeUnit: string, dossierId: string, acts: readonly Act[]) =>
  acts.map((act) => ({
    home_unit: homeUnit,
    dossier_id: dossierId,
    seq: act.seq,
    kind: act.kind,
    at: iso(act.at),
    actor_kind: act.actorKind,
    actor_id: act.actorId,
    actor_name: act.actorName,
    actor_unit: act.actorUnit,
    payload: act.payload,
  }));

export const workRows = (rows: readonly WorkRow[]) =>
  rows.map((row) => ({ ...row, due_at: iso(row.due_at) }));

export { iso };
