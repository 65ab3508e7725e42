import { stepOfPlan } from '#capabilities/workflow';
import type { Actor } from '#kernel/actor';
import type { Instant } from '#kernel/time';
import { type Intent, whyNot } from '../possible.ts';
import { type ProcedureRules, stepOf } from '../rules-of-procedure.ts';
import type { DossierState } from '../state.ts';
import { ownTasks } from './fold-plan.ts';
import type { OpenTask } from './plan-state.ts';

/** What is done to one task; everything else is done to the dossier as a whole. */
const ofTask: ReadonlySet<Intent> = new Set([
  'finish-step',
  'return-step',
  'pull-back',
  'assign',
  'ask-opinion',
  'draft-result',
  'approve-result',
  'send-back-result',
  'issue',
  'return-result',
]);

export interface Focus {
  /** The dossier as it stands at the task: its step, its unit, its officer. */
  readonly state: DossierState;
  readonly task: OpenTask | undefined;
  /** Why not; undefined when it can be done. */
  readonly reason: string | undefined;
}

const at = (state: DossierState, task: OpenTask): DossierState => {
  const { assignee: _, ...rest } = state;
  return {
    ...rest,
    holder: task.unit,
    step: task.node,
    stepDue: task.due,
    ...(task.assignee ? { assignee: task.assignee } : {}),
  };
};

/**
 * Whether this actor can do this now, and at which task: the one that is named, else the first at which it can be done, the
 * dossier's leading task before those beside it. On a line there is nothing to choose.
 */
export function focusOf(
  rules: ProcedureRules,
  state: DossierState,
  intent: Intent,
  { actor, now, task: wanted }: { actor: Actor; now: Instant; task?: string | undefined },
): Focus {
  const { plan } = rules;
  const roleOf = (id: string) => {
    const task = state.plan?.tasks.find((each) => each.id === id);
    return plan && task ? stepOfPlan(plan, task.node)?.role : undefined;
  };
  const whole = () => whyNot(state, intent, { actor, now, step: stepOf(rules, state), roleOf });
  if (!plan || !state.plan || !ofTask.has(intent)) return { state, task: undefined, reason: whole() };
  // A unit that is asked gives its work to somebody too.
  const asked = intent === 'assign' ? state.plan.tasks.filter((task) => task.opinion) : [];
  const open = [...ownTasks(state), ...asked].filter((task) => wanted === undefined || task.id === wanted);
  let first: Focus | undefined;
  for (const task of open) {
    const focused = at(state, task);
    const reason = whyNot(focused, intent, { actor, now, step: stepOfPlan(plan, task.node), roleOf });
    const focus = { state: focused, task, reason };
    if (reason === undefined) return focus;
    first ??= focus;
  }
  if (first) return first;
  const why = wanted === undefined ? whole() : 'went-on-meanwhile';
  // While only others are at work there is nothing to be done it to; a plan that has ended asks for no task.
  return {
    state,
    task: undefined,
    reason: why ?? (state.plan.marking.state === 'running' ? 'other-step' : undefined),
  };
}
