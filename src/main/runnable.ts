import type { DraftContent, LintFinding } from '#capabilities/catalogue';
import { compileFeel } from '#capabilities/rules';
import {
  checkRoad,
  checkWorkflow,
  compilePlan,
  type Plan,
  type PlanProblem,
  problemText,
  readBpmn,
  stepsOfPlan,
  tasksOfPlan,
} from '#capabilities/workflow';

/**
 * What keeps the diagram of a draft from being executed. The room that executes it stands beside the catalogue, which may not ask it
 * itself.
 */
export const runnableFindings = async (
  { workflow, definition }: DraftContent,
  isUnit: (name: string) => boolean = () => true,
): Promise<readonly LintFinding[]> =>
  workflow === undefined ? lineFindings(definition) : diagramFindings(workflow, definition, isUnit);

/** What keeps dossiers from walking the list of steps to its end. */
const lineFindings = ({ workflow }: DraftContent['definition']): readonly LintFinding[] =>
  checkWorkflow(workflow).map(({ code, step, text }) => ({
    level: 'error',
    code,
    at: step === undefined ? 'workflow.steps' : `workflow.steps.${step}`,
    text,
  }));

async function diagramFindings(
  xml: string,
  definition: DraftContent['definition'],
  isUnit: (name: string) => boolean,
): Promise<readonly LintFinding[]> {
  const model = await readBpmn(xml);
  if (!model.ok) return [{ level: 'error', code: model.refusal.code, at: 'workflow' }];
  const plan = compilePlan(model.value, { compile: (text) => compileFeel(text) });
  const said =
    (level: LintFinding['level']) =>
    (problem: PlanProblem): LintFinding => ({
      level,
      code: problem.code,
      at: `workflow.${problem.at}`,
      text: problemText(problem),
    });
  if (!plan.ok) return plan.refusal.problems.map(said('error'));
  const line = stepsOfPlan(plan.value, (feel) => ({ feel })).ok;
  return [
    ...plan.value.warnings.map(said('warning')),
    // A line is judged as the list of steps it is.
    ...(line
      ? lineFindings(definition)
      : [
          ...checkRoad(plan.value).map(said('error')),
          ...againstList(plan.value, definition),
          ...strangers(plan.value, definition, isUnit),
        ]),
  ];
}

/** Names and times of steps are read from the list beside the diagram: it holds every task, and nothing else. */
function againstList(plan: Plan, { workflow }: DraftContent['definition']): readonly LintFinding[] {
  const drawn = tasksOfPlan(plan).map(({ id }) => id);
  const listed = workflow.steps.map(({ id }) => id);
  const differing = [
    ...drawn.filter((id) => !listed.includes(id)),
    ...listed.filter((id) => !drawn.includes(id)),
  ];
  return differing.map((id) => ({
    level: 'error',
    code: 'steps-differ',
    at: `workflow.${id}`,
    text: {
      vi: 'Bước này chỉ có trong sơ đồ hoặc chỉ có trong bảng các bước. Mở trang sơ đồ và lưu lại để hai nơi khớp nhau.',
      en: 'This step stands only in the diagram or only in the list of steps. Open the diagram page and save it again.',
    },
  }));
}

/** Units that a task asks, and that nobody here is: nobody would be asked. */
function strangers(
  plan: Plan,
  { form }: DraftContent['definition'],
  isUnit: (name: string) => boolean,
): readonly LintFinding[] {
  const questions = new Set(form.pages.flatMap((page) => page.questions.map(({ id }) => id)));
  return Object.values(plan.nodes).flatMap((node) => {
    if (node.kind !== 'task') return [];
    const list = node.several?.list ?? '';
    const listed = questions.has(list) ? [] : list.split(',').map((name) => name.trim());
    return [node.unit ?? '', ...listed]
      .filter((name) => name !== '' && !isUnit(name))
      .map((name) => ({
        level: 'error' as const,
        code: 'unit-unknown',
        at: `workflow.${node.id}`,
        text: {
          vi: `Không có đơn vị “${name}”. Ghi mã đơn vị, hoặc loại đơn vị như commune-police.`,
          en: `There is no unit “${name}”. Write a unit’s key, or a kind such as commune-police.`,
        },
      }));
  });
}
