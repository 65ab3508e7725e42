import type { StepWay } from '#capabilities/catalogue';

/** Last piece of the address that is posted to. */
export const slugOf: Readonly<Record<StepWay, string>> = { undo: 'hoan-tac', redo: 'lam-lai' };
/** What the address says that such a step led to. */
export const toldBy: Readonly<Record<StepWay, string>> = { undo: 'lui', redo: 'tien' };
