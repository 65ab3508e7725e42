import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type Marking, type Token, timerId, type Waiting, waitingIn } from './marking.ts';
import { nodeOf, type Plan } from './plan.ts';
import { type Ask, Run } from './run.ts';

/**
 * A move of the plan: where it stands now, and what became ready or was taken away by it. Tasks are entered and left,
 * timers armed and disarmed, services and other procedures called, messages awaited: all of them are `Waiting`.
 */
export interface Moves {
  readonly marking: Marking;
  readonly entered: readonly Waiting[];
  readonly left: readonly Waiting[];
  readonly finished: boolean;
}

const nothing: Marking = { state: 'running', next: 1, tokens: [] };

export function movesBetween(plan: Plan, before: Marking, after: Marking): Moves {
  const [was, is] = [waitingIn(plan, before), waitingIn(plan, after)];
  const without = (list: readonly Waiting[], other: readonly Waiting[]) => {
    const ids = new Set(other.map(({ id }) => id));
    return list.filter(({ id }) => !ids.has(id));
  };
  return {
    marking: after,
    entered: without(is, was),
    left: without(was, is),
    finished: after.state === 'finished',
  };
}

function moved(plan: Plan, before: Marking, ask: Ask, change: (run: Run) => void): Outcome<Moves> {
  const run = new Run(plan, ask, before);
  change(run);
  const after = run.settle();
  return 'code' in after ? refused(after) : done(movesBetween(plan, before, after));
}

const notWaiting = (id: string): { readonly ok: false; readonly refusal: Refusal } =>
  refused({ code: 'not-waiting', details: { id } });

const tokenOf = (marking: Marking, id: string): Token | undefined =>
  marking.tokens.find((token) => String(token.id) === id);

/** Begins a plan. */
export const startPlan = (plan: Plan, ask: Ask): Outcome<Moves> =>
  moved(plan, nothing, ask, (run) => run.leave(nodeOf(plan, plan.start), 0));

/** Leaves the node at which a token waits. */
function goOn(plan: Plan, marking: Marking, token: Token, ask: Ask): Outcome<Moves> {
  return moved(plan, marking, ask, (run) => {
    run.remove(token);
    if (token.item === undefined) run.leave(nodeOf(plan, token.node), token.within);
    else run.advance(token.within);
  });
}

/** A task is done, a service has answered or a called procedure has ended: `id` of the `Waiting`. */
export function completeTask(plan: Plan, marking: Marking, id: string, ask: Ask): Outcome<Moves> {
  const token = tokenOf(marking, id);
  const kind = token && token.several === undefined && nodeOf(plan, token.node).kind;
  const completable = kind === 'task' || kind === 'service' || kind === 'call';
  return token && completable ? goOn(plan, marking, token, ask) : notWaiting(id);
}

/** A timer is due: `id` of the `Waiting`. */
export function fireTimer(plan: Plan, marking: Marking, id: string, ask: Ask): Outcome<Moves> {
  const token = tokenOf(marking, id);
  if (token && nodeOf(plan, token.node).kind === 'timer') return goOn(plan, marking, token, ask);
  if (!waitingIn(plan, marking).some((waiting) => waiting.kind === 'timer' && waiting.id === id))
    return notWaiting(id);
  for (const holder of marking.tokens)
    for (const boundary of nodeOf(plan, holder.node).boundaries ?? []) {
      const timer = nodeOf(plan, boundary);
      if (timerId(holder, boundary) !== id || timer.kind !== 'boundary') continue;
      return moved(plan, marking, ask, (run) => {
        if (timer.interrupts) run.remove(holder);
        else run.replace({ ...holder, fired: [...(holder.fired ?? []), boundary] });
        run.leave(timer, holder.within);
      });
    }
  return notWaiting(id);
}

/** A message has come: the one that waits longest for this name takes it. */
export function receiveMessage(plan: Plan, marking: Marking, message: string, ask: Ask): Outcome<Moves> {
  const waiting = waitingIn(plan, marking).find(
    (each) => each.kind === 'message' && each.message === message,
  );
  const token = waiting && tokenOf(marking, waiting.id);
  return token ? goOn(plan, marking, token, ask) : notWaiting(message);
}

/** Ends a plan where it stands. */
export const cancelPlan = (plan: Plan, marking: Marking): Moves =>
  movesBetween(plan, marking, { state: 'cancelled', next: marking.next, tokens: [] });
