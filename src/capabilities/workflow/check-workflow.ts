import type { Workflow, WorkflowStep } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';
import type { LocalText } from '#kernel/text';

const sentences = {
  'begins-with-receiving': [
    'Bước đầu tiên, và chỉ bước ấy, là tiếp nhận.',
    'It begins with the one step that receives.',
  ],
  'ends-with-return': [
    'Bước cuối cùng, và chỉ bước ấy, là trả kết quả.',
    'It ends with the one step that returns the result.',
  ],
  'nobody-appraises': ['Không bước nào thẩm tra, dự thảo kết quả.', 'No step appraises and drafts.'],
  'nobody-approves': ['Không bước nào ký duyệt kết quả.', 'As it stands, nobody approves the result.'],
  'nobody-issues': ['Không bước nào vào sổ, phát hành kết quả.', 'No step numbers and issues the result.'],
  'issued-before-approval': [
    'Kết quả được phát hành trước khi ký duyệt.',
    'The result is issued before it is approved.',
  ],
  'step-twice': ['Hai bước có cùng mã.', 'Two steps have one id.'],
  'role-unknown': ['Vai trò {} của bước này không có.', 'This step has an unknown role {}.'],
  'budget-not-above-zero': ['Thời gian của bước phải lớn hơn 0.', 'The time of the step is not above zero.'],
  'approves-own-draft': [
    'Vai trò thẩm tra lại ký duyệt: không ai tự duyệt dự thảo của mình.',
    'The role that drafts would approve its own draft.',
  ],
  'never-skipped': [
    'Bước này không được bỏ qua: hãy xóa điều kiện của bước.',
    'This step cannot be skipped: remove its condition.',
  ],
  'wrong-place': [
    'Sai nơi làm: nơi tiếp nhận chỉ tiếp nhận và trả kết quả, cơ quan giải quyết làm các bước còn lại.',
    'The wrong place: the receiver does not decide, it only receives and returns.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export interface WorkflowProblem {
  readonly code: keyof typeof sentences;
  /** Id of the step; undefined for the line as a whole. */
  readonly step?: string;
  readonly text: LocalText;
}
/** Without these a dossier could not be received, decided, issued or returned whatever the answers. */
const never: ReadonlySet<WorkflowStep['does']> = new Set(['receive', 'approve', 'issue', 'return']);

/** Everything that keeps a line of steps from being walked; empty when it may be published. */
export function checkWorkflow({ steps }: Workflow): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const add = (code: WorkflowProblem['code'], step?: WorkflowStep) => {
    const [vi, en] = sentences[code];
    const said = (text: string): string => text.replace('{}', step?.role ?? '');
    problems.push({ code, ...(step && { step: step.id }), text: { vi: said(vi), en: said(en) } });
  };
  const at = (does: WorkflowStep['does']) => steps.findIndex((step) => step.does === does);
  const count = (does: WorkflowStep['does']) => steps.filter((step) => step.does === does).length;

  if (at('receive') !== 0 || count('receive') !== 1) add('begins-with-receiving');
  if (at('return') !== steps.length - 1 || count('return') !== 1) add('ends-with-return');
  if (count('approve') === 0) add('nobody-approves');
  if (count('issue') === 0) add('nobody-issues');
  if (at('issue') >= 0 && steps.findLastIndex((step) => step.does === 'approve') > at('issue'))
    add('issued-before-approval');
  if (new Set(steps.map((step) => step.id)).size !== steps.length) add('step-twice');

  const drafters = new Set(
    steps.filter((step) => step.does === 'appraise' || step.does === 'check').map((step) => step.role),
  );
  if (drafters.size === 0) add('nobody-appraises');
  for (const step of steps) {
    if (!officerRoles.includes(step.role)) add('role-unknown', step);
    if (!(step.budget.value > 0)) add('budget-not-above-zero', step);
    if (step.does === 'approve' && drafters.has(step.role)) add('approves-own-draft', step);
    if (step.if !== undefined && never.has(step.does)) add('never-skipped', step);
    const wanted = step.does === 'receive' || step.does === 'return' ? 'receiver' : 'competent';
    if (step.place !== wanted) add('wrong-place', step);
  }
  return problems;
}
