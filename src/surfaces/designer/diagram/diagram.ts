import type { DraftContent } from '#capabilities/catalogue';
import { feelOf } from '#capabilities/forms';
import { compileFeel } from '#capabilities/rules';
import {
  compilePlan,
  linePlan,
  type Plan,
  type PlanProblem,
  readBpmn,
  stepsOfPlan,
  tasksOfPlan,
  type WorkflowStep,
  writeBpmn,
} from '#capabilities/workflow';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';

export interface ReadDiagram {
  readonly plan: Plan;
  /** Its steps: in their order where it is a line, else every task in the order of the flow. */
  readonly steps: readonly WorkflowStep[];
  /** Branches side by side, timers, blocks: dossiers walk the diagram itself. */
  readonly branching: boolean;
  /** What its tasks do not say yet (who, where, how long): kept in a draft, never published. */
  readonly lacks: readonly PlanProblem[];
}
export interface DiagramRefusal extends Refusal {
  /** What keeps it from being run, by element. */
  readonly problems?: readonly PlanProblem[];
}

/** The diagram of a draft; drawn from its line of steps where none was kept. */
export async function diagramOf({ workflow, definition }: DraftContent): Promise<string> {
  if (workflow !== undefined) return workflow;
  return writeBpmn(linePlan(definition.workflow.steps, { feelOf, name: definition.name }));
}

/** Reads what was drawn or pasted; conditions are FEEL, checked by the rules room. */
export async function readDiagram(xml: string): Promise<Outcome<ReadDiagram, DiagramRefusal>> {
  const model = await readBpmn(xml);
  if (!model.ok) return refused(model.refusal);
  const compile = (text: string) => compileFeel(text);
  const whole = compilePlan(model.value, { compile });
  // A diagram of other software says nothing of our offices yet: it is kept as a draft, and lint names what it lacks.
  const plan = whole.ok ? whole : compilePlan(model.value, { compile, draft: true });
  if (!plan.ok) return refused(plan.refusal);
  const steps = stepsOfPlan(plan.value, (feel) => ({ feel }));
  return done({
    plan: plan.value,
    steps: whole.ok && steps.ok ? steps.value : tasksOfPlan(plan.value),
    branching: whole.ok && !steps.ok,
    lacks: whole.ok ? [] : whole.refusal.problems,
  });
}
