import type { Marking, Places, PlanTrigger } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import type { LocalText } from '#kernel/text';
import type { Instant } from '#kernel/time';

/** A user task that somebody has to do now. `id` is the token's, `node` the task in the diagram. */
export interface OpenTask {
  readonly id: string;
  readonly node: string;
  readonly unit: UnitId;
  readonly due: Instant;
  /** One of several, from 0. */
  readonly item?: number;
  /** Another unit is asked for its opinion under this id, with these words. */
  readonly opinion?: { readonly id: string; readonly question: string };
  readonly assignee?: { readonly id: string; readonly name: string };
}

export interface ArmedTimer {
  readonly id: string;
  readonly node: string;
  readonly due: Instant;
  /** When it began, where a move to another version gave it another length. */
  readonly since?: Instant;
}

/** A dossier of another procedure that has to end before this one goes on. */
export interface OpenCall {
  readonly id: string;
  readonly node: string;
  readonly procedure: string;
  /** Where it is, once it was opened. */
  readonly dossier?: LinkedDossier;
}

export interface LinkedDossier {
  readonly homeUnit: string;
  readonly id: string;
  readonly code: string;
}

export interface AwaitedMessage {
  readonly id: string;
  readonly node: string;
  readonly message: string;
}

/** Where a dossier stands in the plan of its version, with what the diagram alone does not say: units, due moments, people. */
export interface PlanState {
  readonly marking: Marking;
  readonly tasks: readonly OpenTask[];
  readonly timers: readonly ArmedTimer[];
  readonly calls: readonly OpenCall[];
  readonly messages: readonly AwaitedMessage[];
  /** Calls that have ended, with how. */
  readonly ended: readonly (LinkedDossier & { readonly node: string; readonly outcome: CallOutcome })[];
  /** A service of the plan has asked for haste. */
  readonly urgent?: boolean;
  /** When the worker has something to do with it: a timer is due, or at once where a dossier has to be opened. */
  readonly wake?: Instant;
}

export type CallOutcome = 'granted' | 'refused' | 'declined' | 'stopped';

/**
 * What one act did to the plan. The act keeps the marking it led to, so that a fold needs neither the plan nor the answers of that
 * day; the trigger stands beside it, so that the same can be reckoned again from the pinned version.
 */
export interface PlanStep {
  /** Absent for the beginning and for going back. */
  readonly trigger?: PlanTrigger;
  readonly marking: Marking;
  /** Ids of tasks, timers, calls and messages that no longer wait. */
  readonly closed: readonly string[];
  readonly tasks?: readonly OpenTask[];
  readonly timers?: readonly ArmedTimer[];
  readonly calls?: readonly OpenCall[];
  readonly messages?: readonly AwaitedMessage[];
}

/** What going over to another plan did: where the dossier stands now, and which of its elements are others. */
export interface MovedPlan {
  readonly step: PlanStep;
  readonly ids: Places;
  /** Elements at which it stood that were put in the place of others, by name. */
  readonly places: readonly { readonly from: LocalText; readonly to: LocalText }[];
}
