import type { Condition, WorkflowStep } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { flowOf, nodeOf, type Plan, type PlanNode } from './plan.ts';

/** The FEEL text of a step's condition back as a condition; undefined when it says more than those can. */
type ConditionOf = (feel: string) => Condition | undefined;

/** The only way out of a node. */
function next(plan: Plan, node: PlanNode): PlanNode | undefined {
  const [flow, another] = node.out;
  if (flow === undefined || another !== undefined || flowOf(plan, flow).if !== undefined) return undefined;
  return nodeOf(plan, flowOf(plan, flow).to);
}

/** A way around one task: the task, its condition, and where both ways meet. */
function skipAt(plan: Plan, node: PlanNode) {
  if (node.kind !== 'exclusive' || node.default === undefined || node.out.length !== 2) return undefined;
  const around = flowOf(plan, node.default);
  const over = flowOf(plan, node.out.find((flow) => flow !== node.default) ?? node.default);
  const task = nodeOf(plan, over.to);
  const merge = next(plan, task);
  return over.if !== undefined && merge?.id === around.to ? { task, feel: over.if, merge } : undefined;
}

function stepOf(node: PlanNode, condition: Condition | undefined): WorkflowStep | undefined {
  if (node.kind !== 'task' || node.several !== undefined || node.boundaries !== undefined) return undefined;
  const { id, name, role, place, does, budget } = node;
  if (!role || !place || !does || !budget) return undefined;
  return { id, name: name ?? { vi: id }, place, role, does, budget, ...(condition && { if: condition }) };
}

/**
 * The line of steps that a plan is, when it is one: tasks one after the other, some of them with a way around.
 * Refused with the id of the first element that a line has no place for.
 */
export function stepsOfPlan(plan: Plan, conditionOf: ConditionOf): Outcome<readonly WorkflowStep[]> {
  const steps: WorkflowStep[] = [];
  const seen = new Set<string>();
  let at = plan.start;
  for (let node = next(plan, nodeOf(plan, at)); node && !seen.has(node.id); node = next(plan, node)) {
    at = node.id;
    seen.add(at);
    if (node.kind === 'end') return done(steps);
    // Where both ways have met, a gateway with one way out changes nothing.
    if (node.kind === 'exclusive' && node.out.length === 1) continue;
    const skip = skipAt(plan, node);
    const condition = skip && conditionOf(skip.feel);
    const step = skip && condition === undefined ? undefined : stepOf(skip?.task ?? node, condition);
    if (step === undefined) break;
    steps.push(step);
    if (skip !== undefined) node = skip.task;
  }
  return refused({ code: 'not-a-line', details: { at } });
}
