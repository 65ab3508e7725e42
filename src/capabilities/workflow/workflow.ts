import { type Answers, type Facts, holds, type Workflow, type WorkflowStep } from '#capabilities/forms';
import { invariant } from '#kernel/outcome';

/** What a step's condition may ask. */
export interface StepContext {
  readonly answers: Answers;
  readonly facts: Facts;
}
const always: StepContext = { answers: {}, facts: {} };

/**
 * Steps that this dossier walks. Everything below asks this list alone, so a plan compiled from BPMN can take the
 * place of the line without a change for callers that go from step to step.
 */
export const stepsFor = (workflow: Workflow, context: StepContext = always): readonly WorkflowStep[] =>
  workflow.steps.filter((step) => holds(step.if, context.answers, context.facts));

/** The step with this id, whether or not its condition holds now; undefined when there is none. */
export const findStep = (workflow: Workflow, stepId: string): WorkflowStep | undefined =>
  workflow.steps.find((step) => step.id === stepId);

/** The step with this id: must exist, for the id comes from our own record. */
export function stepById(workflow: Workflow, stepId: string): WorkflowStep {
  const step = findStep(workflow, stepId);
  invariant(step, `workflow step ${stepId} exists`);
  return step;
}

export function firstStep(workflow: Workflow, context: StepContext = always): WorkflowStep {
  const step = stepsFor(workflow, context)[0];
  invariant(step, 'a workflow has a first step');
  return step;
}

function neighbour(workflow: Workflow, stepId: string, way: 1 | -1, context: StepContext) {
  const open = new Set(stepsFor(workflow, context));
  const at = workflow.steps.indexOf(stepById(workflow, stepId));
  for (let i = at + way; i >= 0 && i < workflow.steps.length; i += way) {
    const step = workflow.steps[i];
    if (step && open.has(step)) return step;
  }
  return undefined;
}

/** The next step; undefined after the last. */
export const stepAfter = (
  workflow: Workflow,
  stepId: string,
  context: StepContext = always,
): WorkflowStep | undefined => neighbour(workflow, stepId, 1, context);

/** The step a dossier is returned to; undefined before the first. */
export const stepBefore = (
  workflow: Workflow,
  stepId: string,
  context: StepContext = always,
): WorkflowStep | undefined => neighbour(workflow, stepId, -1, context);

/** Where a dossier that was received elsewhere arrives in the unit that decides. */
export function firstStepAtCompetent(workflow: Workflow, context: StepContext = always): WorkflowStep {
  const step = stepsFor(workflow, context).find((each) => each.place === 'competent');
  invariant(step, 'a workflow has a step in the competent unit');
  return step;
}
