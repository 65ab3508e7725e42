import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aReading, sampleDefinitions } from '#builders/forms';
import { compileSchema } from '#platform/validation';
import {
  type Answers,
  fieldsFromAnswers,
  type Page,
  type PostedFields,
  type Question,
  readPage,
  toJsonSchema,
} from '../index.ts';
import { messages } from './messages.ts';

const label = { vi: 'Câu hỏi', en: 'Question' };
const pageOf = (...questions: readonly Partial<Question>[]): Page => ({
  id: 'trang',
  title: label,
  questions: questions.map((part) => ({ id: 'q', type: 'text', label, required: true, ...part })),
});
const read = (part: Partial<Question>, fields: PostedFields, answers: Answers = {}) =>
  readPage(pageOf(part), fields, answers, aReading());
const value = (part: Partial<Question>, fields: PostedFields, answers: Answers = {}) => {
  const { answers: found, errors } = read(part, fields, answers);
  assert.deepEqual(errors, []);
  return found['q'];
};
const refusal = (part: Partial<Question>, fields: PostedFields, answers: Answers = {}) => {
  const { answers: found, errors, typed } = read(part, fields, answers);
  assert.equal(found['q'], undefined);
  assert.equal(errors.length, 1);
  for (const [name, text] of Object.entries(fields))
    assert.equal(typed[name], text, 'what was typed is kept');
  return errors[0]?.message.vi;
};

test('names: NFC and single spaces; hidden, turning and broken characters are refused, not dropped', () => {
  const name = { format: 'person-name', maxLength: 60 } as const;
  assert.equal(value(name, { q: '  Nguyễn   Thị Mỹ Duyên '.normalize('NFD') }), 'Nguyễn Thị Mỹ Duyên');
  assert.equal(value(name, { q: 'Y Ngông Niê Kđăm' }), 'Y Ngông Niê Kđăm');
  for (const bad of ['Nguyễn\u200bAn', 'An\u202eneyugN', '\ufeffAn', 'An\u0000', 'A\u00adn', 'An\u2066'])
    assert.equal(refusal(name, { q: bad }), messages.hiddenInName.vi, JSON.stringify(bad));
  assert.equal(refusal(name, { q: 'An\ud800' }), messages.damaged.vi);
  assert.equal(refusal(name, { q: 'Z\u0351\u036b\u0343\u036aalgo' }), messages.damaged.vi);
  assert.equal(refusal(name, { q: 'Nguyễn Văn 4' }), messages.notName.vi);
  assert.match(refusal(name, { q: 'A'.repeat(61) }) ?? '', /Chỉ được nhập 60 ký tự; bạn đã nhập 61/);
});

test('other texts lose hidden marks; lines stay lines only in a long text', () => {
  assert.equal(value({}, { q: 'số\u200b 12\r\nđường A' }), 'số 12 đường A');
  assert.equal(value({ type: 'long-text' }, { q: 'một\r\nhai' }), 'một\nhai');
  assert.equal(refusal({}, { q: '\u200b  ' }), 'Hãy nhập câu hỏi.');
});

test('a personal number is judged by length, place, birth year and sex', () => {
  const number = { type: 'personal-number', agreesWith: { birthDate: 'sinh', sex: 'gioi' } } as const;
  const man = { sinh: '1984-03-02', gioi: '1' };
  assert.equal(value(number, { q: '087 084 000 999' }, man), '087084000999');
  assert.equal(refusal(number, { q: '08708400099' }, man), 'Số định danh cần đủ 12 chữ số; bạn đã nhập 11.');
  assert.equal(refusal(number, { q: '08708400099x' }, man), messages.personalNumberDigits.vi);
  assert.equal(refusal(number, { q: '003084000999' }, man), messages.personalNumberPlace.vi);
  assert.equal(refusal(number, { q: '087085000999' }, man), messages.personalNumberYear.vi);
  assert.equal(refusal(number, { q: '087184000999' }, man), messages.personalNumberSex.vi);
  assert.equal(value(number, { q: '101384000999' }, { sinh: '2084', gioi: '2' }), '101384000999');
});

test('codes: enterprise with check digit and branch, phone, e-mail', () => {
  const code = { type: 'enterprise-code' } as const;
  assert.equal(value(code, { q: '0100112437' }), '0100112437');
  assert.equal(value(code, { q: '0312687878001' }), '0312687878-001');
  assert.equal(refusal(code, { q: '0100233480' }), messages.enterpriseCheck.vi);
  assert.equal(refusal(code, { q: '01002334' }), messages.enterpriseShape.vi);
  assert.equal(value({ type: 'phone' }, { q: '+84 912.345.678' }), '0912345678');
  assert.equal(value({ type: 'phone' }, { q: '(0296) 3852 345' }), '02963852345');
  assert.equal(refusal({ type: 'phone' }, { q: '0123456789' }), messages.phone.vi);
  assert.equal(value({ type: 'email' }, { q: ' Lan.Nguyen@Example.VN ' }), 'Lan.Nguyen@example.vn');
  for (const bad of ['lan@', 'lan@@x.vn', 'lan nguyen@x.vn', 'l..n@x.vn'])
    assert.equal(refusal({ type: 'email' }, { q: bad }), messages.email.vi);
});

test('dates: three fields, real days, parts where allowed, rules against today', () => {
  const date = (day: string, month: string, year: string) => ({
    'q-day': day,
    'q-month': month,
    'q-year': year,
  });
  assert.equal(value({ type: 'date' }, date('2', '9', '2025')), '2025-09-02');
  assert.equal(refusal({ type: 'date' }, date('31', '2', '2024')), 'Ngày 31/2/2024 không có trong lịch.');
  assert.equal(refusal({ type: 'date' }, date('1', '', '2024')), 'Còn thiếu tháng. Hãy nhập thêm.');
  assert.equal(refusal({ type: 'date' }, date('1', '1', '86')), messages.dateYear.vi);
  assert.equal(refusal({ type: 'date' }, date('một', '1', '1986')), messages.dateDigits.vi);
  assert.equal(read({ type: 'date' }, date('1', '13', '1986')).errors[0]?.field, 'q-month');
  assert.equal(value({ type: 'date', partial: true }, date('', '', '1946')), '1946');
  assert.equal(value({ type: 'date', partial: true }, date('', '5', '1946')), '1946-05');
  assert.equal(
    refusal({ type: 'date', partial: true }, date('4', '', '1946')),
    'Còn thiếu tháng. Hãy nhập thêm.',
  );
  assert.equal(value({ type: 'date', rule: 'not-future' }, date('25', '11', '2026')), '2026-11-25');
  assert.equal(
    refusal({ type: 'date', rule: 'not-future' }, date('26', '11', '2026')),
    messages.notFuture.vi,
  );
  assert.equal(refusal({ type: 'date', rule: 'past' }, date('25', '11', '2026')), messages.past.vi);
  assert.equal(refusal({ type: 'date', rule: 'future' }, date('24', '11', '2026')), messages.future.vi);
  assert.equal(value({ type: 'date', rule: 'adult' }, date('25', '11', '2008')), '2008-11-25');
  assert.equal(refusal({ type: 'date', rule: 'adult' }, date('26', '11', '2008')), messages.adult.vi);
  assert.equal(
    refusal({ type: 'date', rule: 'adult', partial: true }, date('', '', '2008')),
    messages.adult.vi,
  );
});

test('numbers and money as people type them', () => {
  const area = { type: 'number', decimals: 2, min: 1, max: 5000 } as const;
  for (const [typed, number] of [
    ['1.200,5', 1200.5],
    ['1200.5', 1200.5],
    ['1 200', 1200],
    ['1.200', 1200],
  ] as const)
    assert.equal(value(area, { q: typed }), number);
  assert.equal(refusal(area, { q: '120,555' }), messages.decimals(2).vi);
  assert.equal(refusal(area, { q: '0,5' }), 'Hãy nhập số từ 1 trở lên.');
  assert.equal(refusal(area, { q: '6000' }), 'Hãy nhập số không quá 5.000.');
  assert.equal(refusal({ type: 'number' }, { q: '1e9' }), messages.notNumber.vi);
  assert.equal(refusal({ type: 'number' }, { q: '2,5' }), messages.notWhole.vi);
  for (const typed of ['50.000.000', '50 000 000 đồng', '50000000đ'])
    assert.equal(value({ type: 'money' }, { q: typed }), 50_000_000);
  assert.equal(refusal({ type: 'money' }, { q: '1,5 triệu' }), messages.notMoney.vi);
});

test('times, choices, declarations', () => {
  for (const typed of ['7:05', '07h05', '7 giờ 5', '7g05'])
    assert.equal(value({ type: 'time' }, { q: typed }), '07:05');
  assert.equal(refusal({ type: 'time' }, { q: '25:00' }), messages.notTime.vi);
  const options = ['a', 'b', 'c'].map((id) => ({ value: id, label }));
  assert.equal(refusal({ type: 'choice', options }, { q: 'z' }), messages.notOption.vi);
  assert.deepEqual(value({ type: 'choices', options, max: 2 }, { q: ['a', 'c', 'a'] }), ['a', 'c']);
  assert.equal(refusal({ type: 'choices', options, max: 2 }, { q: ['a', 'b', 'c'] }), messages.tooMany(2).vi);
  assert.equal(value({ type: 'ethnic-group' }, { q: 'khmer' }), '05');
  assert.equal(value({ type: 'nationality' }, { q: 'viet nam' }), 'VN');
  assert.equal(value({ type: 'yes-no' }, { q: 'no' }), false);
  assert.match(refusal({ type: 'declaration' }, { q: '' }) ?? '', /đánh dấu/);
});

test('a commune address takes codes or names, and names each part that lacks', () => {
  const address = { type: 'commune-address' } as const;
  const fields = (province: string, commune: string, detail: string) => ({
    'q-province': province,
    'q-commune': commune,
    'q-detail': detail,
  });
  const there = { province: '91', commune: '30325', detail: 'Ấp 1' };
  assert.deepEqual(value(address, fields('91', '30325', 'Ấp 1')), there);
  assert.deepEqual(value(address, fields('an giang', 'vinh thanh trung', ' Ấp  1 ')), there);
  assert.equal(refusal(address, fields('91', '00004', 'Ấp 1')), messages.communeUnknown.vi);
  const { errors } = read(address, fields('', '', 'Ấp 1'));
  assert.deepEqual(
    errors.map((error) => error.field),
    ['q-province', 'q-commune'],
  );
  assert.equal(value({ ...address, required: false }, fields('91', '', '')), undefined);
});

test('groups: rows in order, empty rows passed over, faults named by their row', () => {
  const group = {
    type: 'group',
    max: 2,
    items: [
      { id: 'ten', type: 'text', label, required: true },
      { id: 'sinh', type: 'date', label, partial: true },
    ],
  } as const satisfies Partial<Question>;
  assert.deepEqual(
    value(group, { 'q.7.ten': 'Hai', 'q.0.ten': 'Một', 'q.0.sinh-year': '1990', 'q.3.ten': ' ' }),
    [{ ten: 'Một', sinh: '1990' }, { ten: 'Hai' }],
  );
  const faulty = read(group, { 'q.0.ten': 'Một', 'q.1.sinh-year': '19' });
  assert.deepEqual(
    faulty.errors.map((error) => error.field),
    ['q.1.ten', 'q.1.sinh-year'],
  );
  assert.equal(faulty.typed['q.1.sinh-year'], '19');
  assert.equal(
    refusal(group, { 'q.0.ten': 'a', 'q.1.ten': 'b', 'q.2.ten': 'c' }),
    messages.tooManyRows(2).vi,
  );
});

test('a question whose condition does not hold is passed over, whatever was sent for it', () => {
  const page = pageOf(
    { id: 'co', type: 'yes-no' },
    {
      id: 'bao',
      type: 'number',
      if: { q: 'co', is: true },
      refuseIf: [{ if: { q: 'bao', gt: 5 }, message: label }],
    },
  );
  const context = aReading();
  assert.deepEqual(readPage(page, { co: 'no', bao: '3' }, { bao: 2 }, context).answers, { co: false });
  assert.deepEqual(readPage(page, { co: 'yes', bao: '3' }, {}, context).answers, { co: true, bao: 3 });
  const refused = readPage(page, { co: 'yes', bao: '6' }, {}, context);
  assert.deepEqual([refused.answers, refused.errors[0]?.message], [{ co: true }, label]);
});

test('every sentence has at most 20 syllables, in rules and in the sample definitions', () => {
  const texts = Object.values(messages).map((each) =>
    typeof each === 'function'
      ? (each as (...given: unknown[]) => { vi: string })('12.000', '12.000').vi
      : each.vi,
  );
  for (const definition of sampleDefinitions())
    for (const page of definition.form.pages)
      for (const question of page.questions) {
        texts.push(...(question.refuseIf ?? []).map((rule) => rule.message.vi));
        texts.push(question.patternHint?.vi ?? '');
        texts.push(
          readPage({ ...page, questions: [question] }, {}, {}, aReading()).errors[0]?.message.vi ?? '',
        );
      }
  for (const text of texts) assert.ok(text.split(/\s+/).length <= 20, text);
});

const pages = sampleDefinitions().flatMap((definition) => definition.form.pages);
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'yes',
    'no',
    '1',
    '91',
    '30316',
    'VN',
    '2024',
    '02',
    '31',
    '087084000999',
    '',
    ' ',
    '\u202e',
    '\ud800',
  ),
);

test('whatever is posted: no throw, typed text kept, and what is accepted is read back the same', () => {
  fc.assert(
    fc.property(
      fc.nat(pages.length - 1),
      fc.array(strange, { minLength: 24, maxLength: 24 }),
      (at, texts) => {
        const page = pages[at];
        assert.ok(page);
        const names = page.questions.flatMap((question) =>
          question.type === 'group'
            ? (question.items ?? []).flatMap((item) => [
                `${question.id}.0.${item.id}`,
                `${question.id}.0.${item.id}-year`,
              ])
            : ['', '-day', '-month', '-year', '-province', '-commune', '-detail'].map(
                (part) => question.id + part,
              ),
        );
        const fields = Object.fromEntries(names.map((name, i) => [name, texts[i % texts.length] ?? '']));
        const context = aReading();
        const first = readPage(page, fields, {}, context);
        for (const name of Object.keys(first.typed)) assert.equal(first.typed[name], fields[name]);
        for (const error of first.errors) assert.ok(error.message.vi && error.message.en);
        const again = readPage(page, fieldsFromAnswers(page, first.answers), {}, context);
        for (const [id, answer] of Object.entries(first.answers)) assert.deepEqual(again.answers[id], answer);
        if (first.errors.length === 0 && page.questions.every((question) => !question.if))
          assert.deepEqual(
            compileSchema(toJsonSchema({ id: 'f', title: label, pages: [withoutIf(page)] }))(first.answers),
            [],
          );
      },
    ),
    { numRuns: 600 },
  );
});

function withoutIf(page: Page): Page {
  const { if: _condition, ...rest } = page;
  return rest;
}
