import { sampleDefinition } from '#builders/forms';
import { type ProcedureDefinition, parseDefinition, type Question } from '#capabilities/forms';

/** Code of a procedure that exists in the bench alone. */
export const sixtyCode = '6.000060';
export const sixtyPage = 'sau-muoi';

const words = (vi: string) => ({ vi, en: vi });
const options = Array.from({ length: 5 }, (_, n) => ({ value: `v${n}`, label: words(`Lựa chọn ${n}`) }));

/** In every ten: what forms ask most, two of them behind a condition. */
const kinds: readonly Omit<Question, 'id' | 'label'>[] = [
  { type: 'text', required: true, format: 'person-name' },
  { type: 'date', required: true, rule: 'not-future' },
  { type: 'personal-number', required: true },
  { type: 'choice', required: true, options },
  { type: 'long-text', required: true, hint: words('Ghi ngắn gọn những gì cần cho việc giải quyết.') },
  { type: 'number', required: true, min: 0, max: 100 },
  { type: 'yes-no', required: true },
  { type: 'phone', required: true },
  { type: 'text', required: true, pattern: '[\\p{L} ]{2,40}', patternHint: words('Chỉ nhập chữ cái.') },
  { type: 'money', required: true, min: 0 },
];

/** A form of sixty questions on one page: longer than any that ships. */
export function sixtyQuestions(): ProcedureDefinition {
  const base = sampleDefinition('1.004873');
  const questions: Question[] = Array.from({ length: 60 }, (_, n) => {
    const kind = kinds[n % kinds.length] as (typeof kinds)[number];
    const ask: Question = { id: `cau${n}`, label: words(`Câu hỏi thứ ${n + 1}`), ...kind };
    return n % 10 < 8 || n < 10 ? ask : { ...ask, if: { q: `cau${n - (n % 10) - 4}`, answered: true } };
  });
  const { by: _, ...competence } = base.competence;
  const parsed = parseDefinition({
    ...base,
    code: sixtyCode,
    competence,
    cases: undefined,
    eligibility: [],
    documents: [],
    fees: [],
    time: base.time.map(({ channel, value, unit }) => ({ channel, value, unit })),
    result: { code: base.result.code, name: base.result.name },
    otherResults: undefined,
    workflow: { steps: base.workflow.steps.map(({ if: __, ...step }) => step) },
    form: {
      id: 'sau-muoi',
      title: words('Sáu mươi câu'),
      pages: [{ id: sixtyPage, title: words('Một trang'), questions }],
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}
