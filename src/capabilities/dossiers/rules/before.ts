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
export type Before = Pick<DossierState, (typeof touched)[number]>;

/** The touched part of a state, as the act keeps it. */
export const beforeOf = (state: DossierState): Before =>
  Object.fromEntries(
    touched.filter((key) => state[key] !== undefined).map((key) => [key, state[key]]),
  ) as unknown as Before;

export function restore(state: DossierState, before: Before): DossierState {
  const copy: Partial<Record<keyof DossierState, unknown>> = { ...state };
  for (const key of touched) delete copy[key];
  return { ...(copy as DossierState), ...before };
}
