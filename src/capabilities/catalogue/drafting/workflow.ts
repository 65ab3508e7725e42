import type { Budget, LegalTime, Workflow, WorkflowStep } from '#capabilities/forms';

const hours: Readonly<Record<LegalTime['unit'], number>> = {
  hour: 1,
  working_day: 8,
  day: (8 * 5) / 7,
  month: 160,
};

type Step = Omit<WorkflowStep, 'budget'> & { readonly share: number };
const steps: readonly Step[] = [
  {
    id: 'tiep-nhan',
    name: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' },
    place: 'receiver',
    role: 'one-stop-officer',
    does: 'receive',
    share: 0.1,
  },
  {
    id: 'tham-tra',
    name: { vi: 'Thẩm tra, dự thảo kết quả', en: 'Appraise and draft the result' },
    place: 'competent',
    role: 'specialist',
    does: 'appraise',
    share: 0.5,
  },
  {
    id: 'kiem-tra',
    name: { vi: 'Lãnh đạo phòng kiểm tra', en: 'Head of office checks' },
    place: 'competent',
    role: 'head-of-office',
    does: 'check',
    share: 0.15,
  },
  {
    id: 'ky',
    name: { vi: 'Lãnh đạo ký duyệt', en: 'Leader signs' },
    place: 'competent',
    role: 'unit-leader',
    does: 'approve',
    share: 0.15,
  },
  {
    id: 'ban-hanh',
    name: { vi: 'Vào sổ, đóng dấu, phát hành', en: 'Number, seal and issue' },
    place: 'competent',
    role: 'clerk',
    does: 'issue',
    share: 0.1,
  },
];
const handing: WorkflowStep = {
  id: 'tra-ket-qua',
  name: { vi: 'Trả kết quả', en: 'Return the result' },
  place: 'receiver',
  role: 'result-desk',
  does: 'return',
  budget: { value: 4, unit: 'hour' },
};

/** Rounded down to whole days, hours or quarters of an hour, so that the sum never passes the limit; half a day to receive is enough. */
function budgetOf(step: Step, limit: number): Budget {
  const share = Math.min(
    step.share * limit,
    step.does === 'receive' || step.does === 'issue' ? 4 : Number.POSITIVE_INFINITY,
  );
  if (share >= 8) return { value: Math.floor(share / 8), unit: 'working_day' };
  return { value: share >= 1 ? Math.floor(share) : Math.floor(share * 20) / 20, unit: 'hour' };
}

/** The usual line of a one-stop dossier, its budgets within the shortest time the law gives on any channel. */
export function workflowFor(times: readonly LegalTime[]): Workflow {
  const limits = times.map((time) => time.value * hours[time.unit]);
  const limit = limits.length > 0 ? Math.min(...limits) : 24;
  return {
    assumed: true,
    steps: [
      ...steps.map(({ share, ...step }) => ({ ...step, budget: budgetOf({ ...step, share }, limit) })),
      handing,
    ],
  };
}
