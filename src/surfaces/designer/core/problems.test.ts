import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedureOfEveryType, sampleDefinitions } from '#builders/forms';
import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { formProblems } from './problems.ts';

const base = procedureOfEveryType();
const withQuestion = (question: Record<string, unknown>): ProcedureDefinition => ({
  ...base,
  basis: [],
  form: {
    ...base.form,
    pages: [
      {
        id: 'mot',
        title: { vi: 'Một' },
        questions: [{ id: 'a', label: { vi: 'A', en: 'A' }, ...question } as unknown as Question],
      },
    ],
  },
});
const said = (question: Record<string, unknown>) =>
  formProblems(withQuestion(question)).map(({ at, text }) => `${at}: ${text.vi}`);
const here = 'form.pages.mot.questions.a';

test('what would be refused at publication is said in words, at its question', () => {
  assert.deepEqual(said({ type: 'text' }), []);
  assert.deepEqual(said({ type: 'photo' }), [`${here}: Hãy chọn đây là giấy tờ nào.`]);
  assert.deepEqual(said({ type: 'photo', document: 'khong-co' }), [
    `${here}: Hãy chọn một giấy tờ phải nộp ở mục Giấy tờ.`,
  ]);
  assert.deepEqual(said({ type: 'group', max: 3, items: [] }), [
    `${here}.items: Nhóm cần từ 1 đến 20 câu hỏi bên trong.`,
  ]);
  assert.deepEqual(said({ type: 'number', min: 5, max: 1 }), [`${here}: Số nhỏ nhất lớn hơn số lớn nhất.`]);
  assert.deepEqual(said({ type: 'text', pattern: '(a+)+\\1' }).length > 0, true);
  assert.deepEqual(said({ type: 'block', block: 'nao' }), [
    `${here}: Khối này không còn; hãy chọn khối khác.`,
  ]);
});

test('no form of the samples has a problem', () => {
  for (const definition of [base, ...sampleDefinitions()])
    assert.deepEqual(formProblems(definition), [], definition.code);
});
