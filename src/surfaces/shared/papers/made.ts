import { type Act, type ActKind, standingActs } from '#capabilities/dossiers';
import type { Instant } from '#kernel/time';
import type { PaperSource } from './source.ts';

/** Values of one paper, dated by the act that made it, so that drawing it again gives the same bytes. */
export interface Made<V extends object> {
  readonly at: Instant;
  readonly values: V;
}

export const lastAct = <K extends ActKind>(
  { acts }: Pick<PaperSource, 'acts'>,
  kind: K,
): Extract<Act, { kind: K }> | undefined =>
  standingActs(acts).findLast((act): act is Extract<Act, { kind: K }> => act.kind === kind);
