import type { Page, ProcedureDefinition, Question } from '#capabilities/forms';
import type { LintWorld } from '../world.ts';

const text = (vi: string) => ({ vi, en: `English of ${vi}` });

const form: readonly Page[] = [
  {
    id: 'ban',
    title: text('Thông tin của bạn'),
    questions: [
      {
        id: 'nycHoTen',
        type: 'text',
        label: text('Họ và tên của bạn'),
        required: true,
        format: 'person-name',
        prefill: 'person.name',
      },
      {
        id: 'viec',
        type: 'choice',
        label: text('Bạn cần gì?'),
        required: true,
        options: [
          { value: 'moi', label: text('Cấp mới') },
          { value: 'doi', label: text('Đổi') },
        ],
      },
    ],
  },
  {
    id: 'doi',
    title: text('Giấy cũ'),
    if: { q: 'viec', is: 'doi' },
    questions: [{ id: 'soGiay', type: 'text', label: text('Số giấy cũ'), required: true }],
  },
];

/** A small procedure about which lint has nothing to say. */
export const aProcedure: ProcedureDefinition = {
  code: '1.000001',
  version: 1,
  validFrom: '2026-01-01',
  name: text('Cấp giấy mẫu'),
  competence: { level: 'commune' },
  assurance: { identityPendingAllowed: true },
  online: { level: 'full' },
  subjects: ['citizen'],
  representation: { allowed: false },
  time: [
    { channel: 'online', value: 2, unit: 'working_day' },
    { channel: 'direct', value: 3, unit: 'working_day', if: { q: 'viec', is: 'doi' } },
    { channel: 'direct', value: 2, unit: 'working_day' },
  ],
  fees: [
    {
      id: 'phi',
      kind: 'phi',
      name: text('Phí'),
      when: 'submission',
      amount: 5000,
      exemptions: [],
      basis: 'Thông tư 1',
    },
  ],
  result: { code: 'KQ.G15.000001', name: text('Giấy mẫu của tỉnh') },
  documents: [{ id: 'don', name: text('Đơn'), group: 'submit', originals: 1, copies: 0, required: true }],
  eligibility: [],
  form: { id: 'mau', title: text('Đơn'), pages: form },
  workflow: {
    steps: [
      {
        id: 'nhan',
        name: text('Nhận'),
        place: 'receiver',
        role: 'one-stop-officer',
        does: 'receive',
        budget: { value: 4, unit: 'hour' },
      },
      {
        id: 'ky',
        name: text('Ký'),
        place: 'competent',
        role: 'unit-leader',
        does: 'approve',
        budget: { value: 1, unit: 'working_day' },
      },
      {
        id: 'tra',
        name: text('Trả'),
        place: 'receiver',
        role: 'result-desk',
        does: 'return',
        budget: { value: 9, unit: 'working_day' },
      },
    ],
  },
  forms: { receipt: '01', supplement: '02', refusal: '03' },
  lifeEvents: [],
  basis: ['Luật 1'],
};

export const aWorld: LintWorld = {
  today: '2026-11-22',
  communes: [
    { code: '30316', name: 'Phường Châu Đốc' },
    { code: '30325', name: 'Xã Vĩnh Thạnh Trung' },
  ],
  decides: ({ level }) => level === 'commune',
  plainWords: [{ say: 'xuất trình', instead: 'cho xem' }],
  results: [
    { code: 'KQ.G15.000001', name: 'Giấy mẫu của tỉnh' },
    { code: 'KQ.G15.000032', name: 'Giấy chứng nhận kết hôn' },
  ],
};

/** The procedure with some parts replaced. */
export const withParts = (parts: Partial<ProcedureDefinition>): ProcedureDefinition => ({
  ...aProcedure,
  ...parts,
});

/** With one more question at the end of its first page. */
export function withQuestion(
  question: Partial<Question>,
  parts: Partial<ProcedureDefinition> = {},
): ProcedureDefinition {
  const [first, ...others] = form;
  const added: Question = { id: 'them', type: 'text', label: text('Câu thêm'), ...question };
  const pages = first ? [{ ...first, questions: [...first.questions, added] }, ...others] : others;
  return withParts({ ...parts, form: { id: 'mau', title: text('Đơn'), pages } });
}
export { text };
