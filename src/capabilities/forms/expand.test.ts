import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedureOfEveryType, sampleDefinition, withEveryType } from '#builders/forms';
import {
  type Answers,
  type Blocks,
  checkDefinition,
  composedTypes,
  expandDefinition,
  expandForm,
  type FormAsWritten,
  prefill,
  questionTypes,
  reachableAnswers,
} from './index.ts';

const label = { vi: 'a', en: 'b' };
const formOf = (...questions: readonly object[]) =>
  ({ id: 'f', title: label, pages: [{ id: 'p', title: label, questions }] }) as unknown as FormAsWritten;
const ids = (form: FormAsWritten, blocks: Blocks = {}) =>
  expandForm(form, blocks).pages.flatMap(({ questions }) => questions.map(({ id }) => id));
const every = procedureOfEveryType();

test('at least 25 types, and the form of every type has each', () => {
  assert.ok(questionTypes.length + composedTypes.length >= 25);
  const asked = new Set(every.form.pages.flatMap(({ questions }) => questions.map(({ type }) => type)));
  assert.deepEqual(
    questionTypes.filter((type) => !asked.has(type)),
    [],
  );
});

test('a person is laid out in the order of its parts, with ids of the exchange and labels that say whose', () => {
  const person = { id: 'cha', type: 'person', label, of: { vi: 'của cha', en: 'of the father' }, sexIs: '1' };
  const form = formOf({ ...person, parts: ['personalNumber', 'name', 'birthDate', 'sex', 'document'] });
  assert.deepEqual(ids(form), ['chaHoTen', 'chaNgaySinh', 'chaSoDinhDanh', 'chaLoaiGiayTo', 'chaSoGiayTo']);
  const [name, , number] = expandForm(form).pages[0]?.questions ?? [];
  assert.equal(name?.label.vi, 'Họ, chữ đệm, tên của cha');
  assert.deepEqual(number?.agreesWith, { birthDate: 'chaNgaySinh', sexIs: '1' });
});

test('a block moves its ids and everything that names them, in FEEL too; what lies outside keeps its name', () => {
  const question = (id: string) =>
    every.form.pages.flatMap(({ questions }) => questions).find((each) => each.id === id);
  assert.equal(question('leTienLe')?.compute?.feel, 'leSoKhach * 50000 + soLuong');
  assert.deepEqual(question('leNoiLe')?.if, {
    all: [
      { q: 'soLuong', gte: 2 },
      { q: 'leNgayLe', answered: true },
    ],
  });
  assert.equal(question('leNgayLe')?.section?.id, 'le');
});

test('laying out twice is laying out once, and checks as it did', () => {
  assert.deepEqual(expandDefinition(every), every);
  assert.deepEqual(checkDefinition(every), []);
});

test('blocks in blocks; unknown, circular and exploding ones are named and end', () => {
  const place = (id: string, block: string) => ({ id, type: 'block', label, block });
  const blocks = {
    one: { title: label, questions: [place('x', 'two'), { id: 'q', type: 'text', label }] },
    two: { title: label, questions: [{ id: 'q', type: 'text', label }] },
    me: { title: label, questions: [place('x', 'me')] },
  } as unknown as Blocks;
  assert.deepEqual(ids(formOf(place('a', 'one')), blocks), ['aXQ', 'aQ']);
  assert.deepEqual(ids(formOf(place('a', 'me'), place('b', 'none')), blocks), []);
  const wrong = (form: FormAsWritten) =>
    checkDefinition({ ...(withEveryType(sampleDefinition('generic')) as object), form }, blocks)
      .map(({ message }) => message)
      .join('\n');
  assert.match(wrong(formOf(place('a', 'none'))), /unknown block none/);
  assert.match(wrong(formOf(place('a', 'me'))), /contains itself/);
  const names = [...'abcdefgh'];
  const exploding = Object.fromEntries(
    names.map((name, at) => [
      name,
      {
        title: label,
        questions: Array.from({ length: 40 }, (_, i) => place(`k${i}`, names[at + 1] ?? name)),
      },
    ]),
  ) as unknown as Blocks;
  assert.ok(ids(formOf(place('a', 'a')), exploding).length <= 1000);
});

test('a person who files is filled in whole, under its condition only', () => {
  const known = { 'person.name': 'Lê An', 'person.birthDate': '1990-02-03', 'person.nationality': 'VN' };
  const filled = (coKhong: boolean) => prefill(every.form, known, { coKhong }, {}).answers;
  assert.equal(filled(true)['meHoTen'], 'Lê An');
  assert.equal(filled(false)['meHoTen'], undefined);
  assert.equal(filled(true)['conHoTen'], undefined);
});

test('what is calculated follows from the answers, whatever was sent for it', () => {
  const answers: Answers = {
    donGia: 1000,
    hangHoa: [
      { hang: 'Gạo', so: 3, tien: 9 },
      { hang: 'Muối', so: 2 },
    ],
    tong: 1,
  };
  const reached = reachableAnswers(every.form, answers, {});
  assert.equal(reached['tong'], 5000);
  assert.deepEqual(
    (reached['hangHoa'] as readonly Answers[]).map(({ tien }) => tien),
    [3000, 2000],
  );
});

test('faults of the new types are named', () => {
  const faults = (question: object): string =>
    checkDefinition({ ...(withEveryType(sampleDefinition('generic')) as object), form: formOf(question) })
      .map(({ message }) => message)
      .join('\n');
  const q = (type: string, more: object = {}) => ({ id: 'q', type, label, ...more });
  for (const [bad, message] of [
    [q('photo'), /document belongs to/],
    [q('file', { document: 'khong-co' }), /no document khong-co/],
    [q('file', { document: 'anh-the', required: true }), /said by its document/],
    [q('calculated'), /compute belongs/],
    [q('calculated', { compute: { feel: '1 +', gives: 'number' } }), /no FEEL/],
    [
      q('calculated', { compute: { feel: 'later + 1', gives: 'number' } }),
      /later, which is not asked before/,
    ],
    [q('text', { if: { feel: '1 +' } }), /no FEEL/],
    [q('table', { max: 3, items: [q('long-text')] }), /does not fit into a table/],
    [q('table', { max: 3, items: [{ ...q('text'), if: { q: 'q', is: 1 } }] }), /has no condition/],
    [q('search-choice'), /options or optionsFrom/],
    [q('signature', { signer: 'none' }), /signer names none/],
    [q('person', { of: label, parts: ['name', 'shoe'] }), /./],
    [{ ...q('text'), id: 'date' }, /word of FEEL/],
  ] as const)
    assert.match(faults(bad), message, JSON.stringify(bad));
});
