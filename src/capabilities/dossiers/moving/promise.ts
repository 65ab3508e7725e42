import { dueFor, legalTime, type ProcedureRules } from '../rules/rules-of-procedure.ts';
import type { Counted, DossierState, Due } from '../rules/state.ts';
import { dueMoment } from '../rules/work.ts';

/** What becomes of the promised day. */
export interface PromiseKept {
  /** A nearer day; null: the promise stands as it was made. */
  readonly due: Due | null;
  /** Legal time that goes on counting after waits; null: the one of the new version. */
  readonly counted: Counted | null;
}

/**
 * The day on the receipt is a promise by the law at receipt: a change of the catalogue does not put it off. Less time in the
 * new version is the person's gain, where that day is still to come.
 */
export function promiseAfterMove(
  state: DossierState,
  was: ProcedureRules,
  is: ProcedureRules,
  now: number,
): PromiseKept {
  const { acceptedAt, channel, waits } = state;
  if (acceptedAt === undefined) return { due: null, counted: null };
  const stands: PromiseKept = { due: null, counted: state.counted ?? countedOf(was, channel) };
  if (state.apology) return stands;
  const due = dueFor(is, channel, acceptedAt, waits);
  const nearer = dueMoment({ due });
  if (nearer === undefined || nearer <= now) return stands;
  return nearer < (dueMoment(state) ?? Number.POSITIVE_INFINITY) ? { due, counted: null } : stands;
}

function countedOf(rules: ProcedureRules, channel: DossierState['channel']): Counted {
  const time = legalTime(rules, channel);
  if (!time) return 'none';
  return { value: time.value, unit: time.unit, ...(time.sameDay ? { sameDay: true } : {}) };
}
