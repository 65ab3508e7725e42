import type { Act, DossierState, DossierView, TrackedDossier } from '#capabilities/dossiers';
import type { Answers } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';

/** What tracking shows, whether its reader signed in or holds the code and the secret. */
export interface Tracked {
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly helperUnit: UnitId;
  readonly state: DossierState;
  readonly acts: readonly Act[];
  readonly charges: DossierView['charges'];
  /** Empty for who only holds the secret: steps that depend on answers are then left out. */
  readonly answers: Answers;
}

/** Payment code of what is still owed; undefined when nothing is, and for a dossier that stands in no table. */
export const openBill = ({ charges }: Pick<Tracked, 'charges'>): string | undefined =>
  charges.find(({ state }) => state === 'owed')?.bill || undefined;

export const trackedByOwner = ({ dossier, acts, charges, state }: DossierView): Tracked => ({
  code: dossier.code,
  procedureCode: dossier.procedure_code,
  procedureVersion: dossier.procedure_version,
  procedureName: dossier.procedure_name,
  ownerName: dossier.owner_name,
  helperUnit: dossier.helper_unit as UnitId,
  state,
  acts,
  charges,
  answers: dossier.answers ?? {},
});

/** By code and secret the names of officers are told, identifiers and answers are not. */
export const trackedBySecret = (found: TrackedDossier, charges: DossierView['charges']): Tracked => ({
  charges,
  code: found.code,
  procedureCode: found.procedureCode,
  procedureVersion: found.procedureVersion,
  procedureName: found.procedureName,
  ownerName: found.ownerName,
  helperUnit: found.helperUnit as UnitId,
  state: found.state,
  acts: found.acts.map((act) => ({ ...act, at: act.at ?? 0, actorId: null }) as Act),
  answers: {},
});
