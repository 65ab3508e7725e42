export type { Budget, Workflow, WorkflowStep } from '#capabilities/forms';
export { mcPackage } from './bpmn/mc-package.ts';
export { type BpmnModel, readBpmn, writeBpmn } from './bpmn/read-bpmn.ts';
export { budgetMinutes, budgetsAgainstLimit, plannedMinutes } from './budgets.ts';
export { checkWorkflow, type WorkflowProblem } from './check-workflow.ts';
export type { PlanDifference } from './difference/comparing.ts';
export { comparable, planDifferences, runsAlike } from './difference/plan-differences.ts';
export { canStand } from './moving/markings-of.ts';
export { type MoveRefusal, movedTimerId, moveMarking } from './moving/move-marking.ts';
export { movedId, type Places, type PlaceToChoose, placesToChoose } from './moving/places.ts';
export { checkRoad } from './plan/check-road.ts';
export { compilePlan } from './plan/compile-plan.ts';
export type { CompileOptions } from './plan/compiling.ts';
export { type LineOptions, linePlan } from './plan/line-plan.ts';
export { type Marking, type Token, type Waiting, waitingIn } from './plan/marking.ts';
export {
  cancelPlan,
  completeTask,
  fireTimer,
  type Moves,
  receiveMessage,
  startPlan,
} from './plan/moves.ts';
export { findNode, type Plan, type PlanFlow, type PlanNode, type Wait } from './plan/plan.ts';
export { type PlanProblem, type PlanRefusal, problemText } from './plan/problems.ts';
export { movePlan, type PlanTrigger, reopenTask } from './plan/reopen-task.ts';
export type { Ask } from './plan/run.ts';
export { stepsOfPlan } from './plan/steps-of-plan.ts';
export { leadsTo, stepOfPlan, tasksOfPlan } from './plan/tasks-of-plan.ts';
export {
  firstStep,
  firstStepAtCompetent,
  type StepContext,
  stepAfter,
  stepBefore,
  stepById,
  stepsFor,
} from './workflow.ts';
