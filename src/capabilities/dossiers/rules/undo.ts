import type { Instant } from '#kernel/time';
import type { Act, ActKind } from './acts.ts';

/** Acts that only move a dossier on; one that was written to somebody or signed is answered by another act instead. */
const movable: readonly ActKind[] = ['accepted', 'taken-over', 'step-finished', 'handed-over', 'assigned'];

/**
 * Milliseconds in which an act can be taken back: ten seconds to see the mistake, and room for a thousand
 * dossiers in one go and for a slow line.
 */
export const undoWithin = 30_000;

/** Why the acts after `since` cannot be taken back by this officer now; undefined when they can. */
export function whyNoUndo(
  acts: readonly Act[],
  { since, upTo, officer, now }: { since: number; upTo: number; officer: string | undefined; now: Instant },
): string | undefined {
  const last = acts.at(-1);
  const mine = acts.filter((act) => act.seq > since);
  if (!last || mine.length === 0 || since < 1) return 'nothing-to-undo';
  if (last.seq !== upTo || mine.some((act) => act.actorId !== officer)) return 'went-on-meanwhile';
  if (mine.some((act) => !movable.includes(act.kind))) return 'nothing-to-undo';
  return mine.some((act) => now - act.at > undoWithin) ? 'undo-too-late' : undefined;
}

/** The acts that count: those that were taken back, and the taking back, left out. */
export function standingActs(acts: readonly Act[]): readonly Act[] {
  let standing: readonly Act[] = [];
  for (const act of acts) {
    if (act.kind === 'undone') standing = standing.filter((one) => one.seq <= act.payload.since);
    else standing = [...standing, act];
  }
  return standing;
}
