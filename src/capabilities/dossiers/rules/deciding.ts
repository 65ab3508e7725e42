import type { Actor } from '#kernel/actor';
import type { Instant } from '#kernel/time';
import type { Act } from './acts.ts';
import type { StandingPaper } from './exemption.ts';
import type { OpenTask } from './plan/plan-state.ts';
import type { ProcedureRules } from './rules-of-procedure.ts';
import type { DossierState } from './state.ts';

/** Everything that a decision may look at. */
export interface Deciding {
  readonly state: DossierState;
  readonly rules: ProcedureRules;
  readonly actor: Actor;
  readonly now: Instant;
  /** Fresh identifiers for things an act creates. */
  readonly freshId: () => string;
  /** The acts so far; only taking back and going back in a plan ask for them. */
  readonly acts?: readonly Act[];
  /** Papers that stand; an exemption and the signing of scans ask for them. */
  readonly papers?: readonly StandingPaper[];
  /** Of a plan: the task it is done to. */
  readonly task?: OpenTask | undefined;
}
