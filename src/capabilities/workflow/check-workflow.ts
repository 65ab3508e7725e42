import type { Workflow, WorkflowStep } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';

export interface WorkflowProblem {
  readonly at: string;
  readonly message: string;
}
/** Without these a dossier could not be received, decided, issued or returned whatever the answers. */
const never: ReadonlySet<WorkflowStep['does']> = new Set(['receive', 'approve', 'issue', 'return']);

/** Everything that keeps a workflow from being run; empty when it may be published. */
export function checkWorkflow(workflow: Workflow): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const add = (at: string, message: string) => problems.push({ at, message });
  const { steps } = workflow;
  const at = (does: WorkflowStep['does']) => steps.findIndex((step) => step.does === does);
  const count = (does: WorkflowStep['does']) => steps.filter((step) => step.does === does).length;

  if (at('receive') !== 0 || count('receive') !== 1) add('steps', 'begins with the one step that receives');
  if (at('return') !== steps.length - 1 || count('return') !== 1)
    add('steps', 'ends with the one step that returns the result');
  if (count('approve') === 0) add('steps', 'nobody approves');
  if (count('issue') === 0) add('steps', 'nobody numbers and issues the result');
  if (at('issue') >= 0 && steps.findLastIndex((step) => step.does === 'approve') > at('issue'))
    add('steps', 'is issued before it is approved');
  if (new Set(steps.map((step) => step.id)).size !== steps.length) add('steps', 'two steps have one id');

  const drafters = new Set(
    steps.filter((step) => step.does === 'appraise' || step.does === 'check').map((step) => step.role),
  );
  if (drafters.size === 0) add('steps', 'nobody appraises');
  for (const step of steps) {
    const here = `steps.${step.id}`;
    if (!officerRoles.includes(step.role)) add(here, `unknown role ${step.role}`);
    if (!(step.budget.value > 0)) add(here, 'the budget is not above zero');
    if (step.does === 'approve' && drafters.has(step.role))
      add(here, 'the role that drafts would approve its own draft');
    if (step.if !== undefined && never.has(step.does))
      add(here, `a step that ${step.does}s cannot be skipped`);
    const wanted = step.does === 'receive' || step.does === 'return' ? 'receiver' : 'competent';
    if (step.place !== wanted) add(here, `belongs to the ${wanted}: the receiver does not decide`);
  }
  return problems;
}
