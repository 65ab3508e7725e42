import type { DossierState } from './state.ts';

/** What the acts that can be taken back may have changed; nothing else. */
const touched = [
  'stage',
  'acceptedAt',
  'due',
  'firstDue',
  'calendar',
  'step',
  'stepDue',
  'stepsDone',
  'assignee',
  'holder',
  'seenBy',
  'custody',
] as const satisfies readonly (keyof DossierState)[];
/** What the same acts may have changed besides where the version has a plan: tasks came up, others were asked. */
const touchedByPlan = ['plan', 'opinions'] as const satisfies readonly (keyof DossierState)[];
export type Before = Pick<DossierState, (typeof touched)[number]> &
  Partial<Pick<DossierState, (typeof touchedByPlan)[number]>>;

/** The touched part of a state, as the act keeps it. */
export function beforeOf(state: DossierState, planned: boolean): Before {
  const keys = planned ? [...touched, ...touchedByPlan] : touched;
  return Object.fromEntries(
    keys.filter((key) => state[key] !== undefined).map((key) => [key, state[key]]),
  ) as unknown as Before;
}

export function restore(state: DossierState, before: Before): DossierState {
  const copy: Partial<Record<keyof DossierState, unknown>> = { ...state };
  for (const key of touched) delete copy[key];
  // Before acceptance there is no plan; with the acceptance it goes.
  delete copy.plan;
  return { ...(copy as DossierState), ...before };
}
