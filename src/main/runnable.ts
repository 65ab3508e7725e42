import type { DraftContent, LintFinding } from '#capabilities/catalogue';
import { checkDecisions, compileFeel, lintTables, readDmn, type TableFinding } from '#capabilities/rules';
import { compilePlan, type PlanProblem, problemText, readBpmn, stepsOfPlan } from '#capabilities/workflow';
import type { LocalText } from '#kernel/text';

/**
 * What keeps the diagram and the decisions of a draft from being executed. The rooms that execute them stand beside the catalogue,
 * which may not ask them itself.
 */
export async function runnableFindings({
  workflow,
  decisions,
}: DraftContent): Promise<readonly LintFinding[]> {
  return [
    ...(workflow === undefined ? [] : await diagramFindings(workflow)),
    ...(decisions === undefined ? [] : await decisionFindings(decisions)),
  ];
}

async function diagramFindings(xml: string): Promise<readonly LintFinding[]> {
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
  const line = stepsOfPlan(plan.value, (feel) => ({ feel }));
  const branching: LintFinding = {
    level: 'error',
    code: 'not-a-line',
    at: `workflow.${line.ok ? '' : (line.refusal.details?.['at'] ?? '')}`,
    text: {
      vi: 'Hồ sơ chưa đi theo được nhánh song song, hẹn giờ hay khối. Hãy để các bước nối nhau, bước nào cần thì cho bỏ qua.',
      en: 'Dossiers cannot follow parallel branches, timers or blocks yet. Let steps follow each other, some with a way around.',
    },
  };
  return [...plan.value.warnings.map(said('warning')), ...(line.ok ? [] : [branching])];
}

async function decisionFindings(xml: string): Promise<readonly LintFinding[]> {
  const model = await readDmn(xml);
  const refusals = model.ok ? checkDecisions(model.value) : [model.refusal];
  const errors = refusals.map(({ code, details }) => ({
    level: 'error' as const,
    code,
    at: ['decisions', details?.['at'] ?? details?.['decision']].filter(Boolean).join('.'),
  }));
  if (!model.ok || errors.length > 0) return errors;
  return lintTables(model.value).map(({ code, decision }) => ({
    level: 'warning',
    code,
    at: `decisions.${decision}`,
    text: tableSentences[code],
  }));
}

const tableSentences: Readonly<Record<TableFinding['code'], LocalText>> = {
  'table-gap': {
    vi: 'Có giá trị mà không dòng nào của bảng nói tới.',
    en: 'There are values that no row of the table speaks of.',
  },
  'table-overlap': {
    vi: 'Hai dòng của bảng cùng đúng, mà bảng chỉ cho một.',
    en: 'Two rows hold at once where the table allows one.',
  },
  'table-row-unreachable': {
    vi: 'Một dòng của bảng không bao giờ được dùng.',
    en: 'A row of the table is never used.',
  },
  'table-not-checked': {
    vi: 'Bảng này không tự soát được chỗ hở và chỗ chồng.',
    en: 'Gaps and overlaps of this table cannot be checked.',
  },
};
