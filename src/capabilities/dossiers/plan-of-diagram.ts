import { compileFeel } from '#capabilities/rules';
import { compilePlan, type Plan, readBpmn, stepsOfPlan } from '#capabilities/workflow';
import { done, type Outcome } from '#kernel/outcome';

/**
 * The plan that dossiers of a diagram walk; undefined for a line of steps: its dossiers walk the steps of the definition, as those of
 * procedures without a diagram do.
 */
export async function planOfDiagram(xml: string): Promise<Outcome<Plan | undefined>> {
  const model = await readBpmn(xml);
  if (!model.ok) return model;
  const plan = compilePlan(model.value, { compile: (text) => compileFeel(text) });
  if (!plan.ok) return plan;
  return done(stepsOfPlan(plan.value, (feel) => ({ feel })).ok ? undefined : plan.value);
}
