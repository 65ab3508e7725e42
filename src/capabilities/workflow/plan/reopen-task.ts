import { done, type Outcome, refused } from '#kernel/outcome';
import type { Marking } from './marking.ts';
import { completeTask, fireTimer, type Moves, movesBetween, receiveMessage } from './moves.ts';
import type { Plan } from './plan.ts';
import type { Ask } from './run.ts';

/** What moves a plan on: a task (or call, or service) that ended, a timer that is due, by their ids; a message by its name. */
export interface PlanTrigger {
  readonly kind: 'task' | 'timer' | 'message';
  readonly id: string;
}

export function movePlan(plan: Plan, marking: Marking, { kind, id }: PlanTrigger, ask: Ask): Outcome<Moves> {
  switch (kind) {
    case 'task':
      return completeTask(plan, marking, id, ask);
    case 'timer':
      return fireTimer(plan, marking, id, ask);
    case 'message':
      return receiveMessage(plan, marking, id, ask);
  }
}

export interface Reopening {
  /** The marking in which the task was open. */
  readonly before: Marking;
  readonly task: string;
  /** What has moved the plan since that task was finished, in its order. */
  readonly since: readonly PlanTrigger[];
}

/**
 * Goes back to a task that was finished: the marking before that moment, with what has happened since on ways beside it taken over
 * again. What came out of the task itself is gone. A token that is put again keeps its number; new ones get numbers never used before.
 */
export function reopenTask(
  plan: Plan,
  now: Marking,
  { before, task, since }: Reopening,
  ask: Ask,
): Outcome<Moves> {
  const isOpen = (marking: Marking) => marking.tokens.some((token) => String(token.id) === task);
  let marking: Marking = { ...before, next: Math.max(before.next, now.next) };
  for (const trigger of since) {
    if (trigger.id === task) continue;
    const again = movePlan(plan, marking, trigger, ask);
    // What stood behind the task is no longer there to be moved; what would end the task itself is left out.
    if (again.ok && isOpen(again.value.marking)) marking = again.value.marking;
  }
  return isOpen(marking)
    ? done(movesBetween(plan, now, marking))
    : refused({ code: 'not-waiting', details: { id: task } });
}
