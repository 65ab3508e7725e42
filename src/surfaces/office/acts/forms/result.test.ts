import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { factsOf } from './result.ts';

type Asked = Parameters<typeof factsOf>[0];
const words = (...said: readonly (readonly [id: string, page: string, question: string, answer: string])[]) =>
  said.map(([questionId, page, question, answer]) => ({ questionId, page, question, answer, pageId: page }));

const aView = (code: string, more: Record<string, unknown>): Asked => {
  const definition = sampleDefinition(code);
  const rules = { definition, answers: {}, facts: {} };
  const dossier = {
    applicant: { name: 'Trần Văn Đức', birthDate: '1985-01-02', personalNumber: '089085000002' },
  };
  return { view: { rules, dossier, forms: [], ...more } } as unknown as Asked;
};

test('a draft offers what the definition certifies, in its order, and nothing of who files', () => {
  const said = words(
    ['nycHoTen', 'Thông tin của bạn', 'Họ, chữ đệm, tên của bạn', 'Trần Văn Đức'],
    ['nksNgaySinh', 'Trẻ', 'Ngày sinh của trẻ', '01/11/2026'],
    ['nksHoTen', 'Trẻ', 'Họ, chữ đệm, tên của trẻ', 'Trần An'],
    ['meQuocTich', 'Mẹ của trẻ', 'Quốc tịch', 'Việt Nam'],
    ['chaQuocTich', 'Cha của trẻ', 'Quốc tịch', 'Việt Nam'],
    ['capBanSao', 'Đăng ký ở đâu', 'Bạn có cần bản sao trích lục không?', 'Không'],
  );
  const facts = factsOf(aView('1.001193', { forms: [{ words: said }] }));
  assert.deepEqual(
    facts.map(({ field, label }) => [field, label]),
    [
      ['nksHoTen', 'Họ, chữ đệm, tên của trẻ'],
      ['nksNgaySinh', 'Ngày sinh của trẻ'],
      ['meQuocTich', 'Mẹ của trẻ: Quốc tịch'],
      ['chaQuocTich', 'Cha của trẻ: Quốc tịch'],
    ],
  );
});

test('where the definition is silent, the draft names the owner alone: the represented, else who files', () => {
  const { certifies: _, ...result } = sampleDefinition('1.001193').result;
  const rules = { definition: { ...sampleDefinition('1.001193'), result }, answers: {}, facts: {} };
  const forms = [{ words: words(['nycHoTen', 'Bạn', 'Họ tên', 'Trần Văn Đức']) }];
  assert.deepEqual(
    factsOf(aView('1.001193', { rules, forms })).map(({ value }) => value),
    ['Trần Văn Đức', '02/01/1985', '089085000002'],
  );
  const dossier = {
    applicant: {
      name: 'Trần Văn Đức',
      birthDate: '1985-01-02',
      represented: { name: 'Công ty Sen', number: '' },
    },
  };
  assert.deepEqual(factsOf(aView('1.001193', { rules, forms, dossier })), [
    { field: 'name', label: 'Họ và tên', value: 'Công ty Sen' },
  ]);
});
