export type { Budget, Workflow, WorkflowStep } from '#capabilities/forms';
export { budgetMinutes, budgetsAgainstLimit, plannedMinutes } from './budgets.ts';
export { checkWorkflow, type WorkflowProblem } from './check-workflow.ts';
export {
  firstStep,
  firstStepAtCompetent,
  type StepContext,
  stepAfter,
  stepBefore,
  stepById,
  stepsFor,
} from './workflow.ts';
