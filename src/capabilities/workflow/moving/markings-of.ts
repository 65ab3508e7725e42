import { type Marking, type Token, waitingIn } from '../plan/marking.ts';
import { startPlan } from '../plan/moves.ts';
import type { Plan } from '../plan/plan.ts';
import { movePlan, type PlanTrigger } from '../plan/reopen-task.ts';

/** Some 0.3 s; a plan with more is one in which a dozen things go on side by side. */
const mostMoves = 20_000;
/** Ways that the choices of one move may go. */
const mostWays = 256;

/** Where a marking stands, whatever the numbers of its tokens: one entry a token, with the blocks around it. */
export function standingOf(marking: Pick<Marking, 'tokens'>): string {
  const byId = new Map(marking.tokens.map((token) => [token.id, token]));
  const path = (token: Token): string => {
    const around = byId.get(token.within);
    const at = [token.node, token.via, ...(token.fired ?? []).toSorted()].filter(Boolean).join('+');
    return around ? `${path(around)}/${at}` : at;
  };
  // One of several tasks stands for itself only: how many there are is the dossier's.
  const tokens = marking.tokens.filter(({ item }) => item === undefined);
  return tokens.map(path).toSorted().join(' ');
}

/** Every marking that one move can lead to, whichever conditions hold. */
function after(plan: Plan, marking: Marking | undefined, trigger?: PlanTrigger): readonly Marking[] {
  const found: Marking[] = [];
  const ways: (readonly boolean[])[] = [[]];
  // A list may grow while it is walked: what is asked on one way opens others.
  for (const way of ways) {
    if (ways.length > mostWays) break;
    let asked = 0;
    const ask = { holds: () => way[asked++] ?? false, size: () => 1 };
    const moves = marking && trigger ? movePlan(plan, marking, trigger, ask) : startPlan(plan, ask);
    if (moves.ok) found.push(moves.value.marking);
    for (let n = way.length; n < asked; n++)
      ways.push([...way, ...Array<boolean>(n - way.length).fill(false), true]);
  }
  return found;
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/**
 * Where dossiers of a plan can stand, whatever their answers, as `standingOf` says it. Of a plan in which too much goes on side by
 * side, only a part.
 */
export function standingsOf(plan: Plan): ReadonlySet<string> {
  const made = known.get(plan);
  if (made) return made;
  const first = after(plan, undefined);
  const seen = new Map(first.map((marking) => [standingOf(marking), marking]));
  let moves = 0;
  // A map may grow while it is walked: each standing is left once, by everything that can happen there.
  for (const marking of seen.values()) {
    for (const waiting of waitingIn(plan, marking)) {
      if (moves++ > mostMoves) break;
      const trigger: PlanTrigger =
        waiting.kind === 'timer'
          ? { kind: 'timer', id: waiting.id }
          : waiting.kind === 'message'
            ? { kind: 'message', id: waiting.message }
            : { kind: 'task', id: waiting.id };
      for (const next of after(plan, marking, trigger)) {
        const standing = standingOf(next);
        if (!seen.has(standing)) seen.set(standing, next);
      }
    }
  }
  const standings = new Set(seen.keys());
  known.set(plan, standings);
  return standings;
}

/** Whether a dossier of this plan can stand so: what waits there can be done, and leads to an end. */
export const canStand = (plan: Plan, marking: Pick<Marking, 'tokens'>): boolean =>
  standingsOf(plan).has(standingOf(marking));
