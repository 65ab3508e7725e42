import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleDefinition } from '#builders/forms';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { Outcome } from '#kernel/outcome';
import type { Edited } from './edited.ts';
import { addQuestion, changeQuestion, copyQuestion, removeQuestion } from './edits.ts';
import { isPlaced, laidOut } from './laid-out.ts';
import { moveIn, moveOut, moveQuestion, moveTo } from './moves.ts';
import { addPage, copyPage, movePage, placePage, removePage } from './page-edits.ts';
import { addressOf, placeOf } from './place.ts';
import { allQuestions, looseEnds } from './references.ts';

const birth = sampleDefinition('1.001193');
const addresses = (definition: ProcedureDefinition): readonly string[] =>
  definition.form.pages.flatMap((page) =>
    page.questions.flatMap((question) => [
      question.id,
      ...(question.items ?? []).map((item) => addressOf(item.id, question.id)),
    ]),
  );
const refusal = (outcome: Outcome<Edited>): string => (outcome.ok ? 'done' : outcome.refusal.code);
function must(outcome: Outcome<Edited>): Edited {
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal));
  return outcome.value;
}

type Step = (definition: ProcedureDefinition, pick: <T>(list: readonly T[]) => T) => Outcome<Edited>;
const steps: readonly Step[] = [
  (d, pick) => addPage(d, 'Trang mới', pick(d.form.pages).id),
  (d, pick) => movePage(d, pick(d.form.pages).id, pick([1, -1])),
  (d, pick) => removePage(d, pick(d.form.pages).id),
  (d, pick) =>
    addQuestion(
      d,
      {
        type: pick(['text', 'group', 'choice', 'person', 'table'] as const),
        label: pick(['Họ tên', 'Người con']),
        required: true,
      },
      pick([{ page: pick(d.form.pages).id }, { after: pick([...addresses(d), '']) }]),
    ),
  (d, pick) => copyQuestion(d, pick([...addresses(d), ''])),
  (d, pick) => copyPage(d, pick(d.form.pages).id),
  (d, pick) => placePage(d, pick(d.form.pages).id, { before: pick(d.form.pages).id }),
  (d, pick) => placePage(d, pick(d.form.pages).id, { after: pick(d.form.pages).id }),
  (d, pick) => moveIn(d, pick([...addresses(d), ''])),
  (d, pick) => moveOut(d, pick([...addresses(d), ''])),
  (d, pick) => moveTo(d, pick([...addresses(d), '']), { before: pick([...addresses(d), '']) }),
  (d, pick) => moveTo(d, pick([...addresses(d), '']), { after: pick([...addresses(d), '']) }),
  (d, pick) => moveQuestion(d, pick([...addresses(d), '']), pick([1, -1])),
  (d, pick) => moveTo(d, pick([...addresses(d), '']), { group: pick([...addresses(d), '']) }),
  (d, pick) => moveTo(d, pick([...addresses(d), '']), { page: pick(d.form.pages).id }),
  (d, pick) => removeQuestion(d, pick([...addresses(d), ''])),
  (d, pick) =>
    changeQuestion(d, pick([...addresses(d), '']), (question) => ({
      ...question,
      id: pick(['a', 'b', 'c']),
    })),
  (d, pick) =>
    changeQuestion(d, pick([...addresses(d), '']), (question) => ({
      ...question,
      if: { q: pick(allQuestions(laidOut(d).form.pages)).id, answered: true },
    })),
];

test('any edits leave ids unique and every mention leading to something earlier', () => {
  assert.deepEqual(looseEnds(birth), []);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(steps.length - 1), fc.infiniteStream(fc.nat(9999))), { maxLength: 25 }),
      (script) => {
        let definition = birth;
        for (const [which, stream] of script) {
          const pick = <T>(list: readonly T[]): T => list[stream.next().value % list.length] as T;
          const outcome = steps[which]?.(definition, pick);
          if (outcome?.ok) definition = outcome.value.definition;
        }
        assert.deepEqual(looseEnds(definition), []);
        const ids = definition.form.pages.flatMap((page) => [page.id, ...page.questions.map(({ id }) => id)]);
        assert.equal(new Set(ids).size, ids.length);
      },
    ),
    { numRuns: 60 },
  );
});

const small = (): ProcedureDefinition => {
  let at = must(
    addPage(
      {
        ...birth,
        form: { ...birth.form, pages: [] },
        documents: [],
        cases: [],
        fees: [],
        time: [],
        otherResults: [],
        result: { code: 'local', name: { vi: 'Giấy' } },
        competence: { level: 'commune' },
        workflow: { steps: [] },
      },
      'Người con',
    ),
  );
  for (const label of ['Họ tên', 'Ngày sinh'])
    at = must(addQuestion(at.definition, { type: 'text', label, required: false }, { page: 'nguoiCon' }));
  return must(
    changeQuestion(at.definition, 'ngaySinh', (question) => ({
      ...question,
      if: { q: 'hoTen', answered: true },
    })),
  ).definition;
};

test('ids come from the words of the label, and follow everywhere when changed', () => {
  const renamed = must(
    changeQuestion(small(), 'hoTen', (question) => ({ ...question, id: 'ten' })),
  ).definition;
  assert.deepEqual(placeOf(renamed.form, 'ngaySinh')?.question.if, { q: 'ten', answered: true });
  assert.equal(
    refusal(changeQuestion(renamed, 'ten', (question) => ({ ...question, id: 'ngaySinh' }))),
    'id-taken',
  );
  assert.equal(
    refusal(changeQuestion(renamed, 'ten', (question) => ({ ...question, id: '1 2' }))),
    'id-shape',
  );
});

test('what another question leans on can neither go nor sink below it', () => {
  assert.equal(refusal(removeQuestion(small(), 'hoTen')), 'still-needed');
  assert.equal(refusal(moveQuestion(small(), 'hoTen', 1)), 'leans-on-later');
  assert.equal(refusal(moveQuestion(small(), 'hoTen', -1)), 'at-the-end');
  assert.equal(refusal(removePage(small(), 'nguoiCon')), 'last-page');
  assert.equal(must(removeQuestion(small(), 'ngaySinh')).at, 'hoTen');
});

test('a question goes into a group and comes out at its edge; a copied group has items of its own', () => {
  const grouped = must(
    addQuestion(small(), { type: 'group', label: 'Giấy tờ kèm', required: false }, { page: 'nguoiCon' }),
  );
  const inside = must(moveTo(grouped.definition, 'ngaySinh', { group: 'giayToKem' }));
  assert.equal(inside.at, 'giayToKem.ngaySinh');
  const copy = must(copyQuestion(inside.definition, 'giayToKem'));
  assert.deepEqual(addresses(copy.definition), [
    'hoTen',
    'giayToKem',
    'giayToKem.ngaySinh',
    'giayToKem2',
    'giayToKem2.ngaySinh2',
  ]);
  const out = must(moveQuestion(inside.definition, 'giayToKem.ngaySinh', 1));
  assert.deepEqual(addresses(out.definition), ['hoTen', 'giayToKem', 'ngaySinh']);
  assert.equal(refusal(moveTo(copy.definition, 'giayToKem', { group: 'giayToKem2' })), 'group-in-group');
});

test('a page is copied with what its questions say of each other', () => {
  const copied = must(copyPage(small(), 'nguoiCon'));
  assert.equal(copied.at, 'nguoiCon2');
  const page = copied.definition.form.pages[1];
  assert.deepEqual(
    page?.questions.map(({ id }) => id),
    ['hoTen2', 'ngaySinh2'],
  );
  assert.deepEqual(page?.questions[1]?.if, { q: 'hoTen2', answered: true });
});

test('a question is put before, behind, into and out of a group; a page before and behind another', () => {
  const grouped = must(
    addQuestion(small(), { type: 'group', label: 'Các con', required: false }, { page: 'nguoiCon' }),
  ).definition;
  const inside = must(moveIn(grouped, 'ngaySinh'));
  assert.equal(inside.at, 'cacCon.ngaySinh');
  assert.equal(must(moveOut(inside.definition, inside.at)).at, 'ngaySinh');
  assert.equal(refusal(moveIn(grouped, 'hoTen')), 'no-group-beside');
  assert.equal(refusal(moveOut(grouped, 'hoTen')), 'in-no-group');
  assert.equal(refusal(moveTo(grouped, 'cacCon', { group: 'cacCon' })), 'group-in-group');
  assert.equal(must(moveTo(grouped, 'cacCon', { before: 'hoTen' })).at, 'cacCon');
  const order = must(moveTo(grouped, 'cacCon', { before: 'hoTen' })).definition.form.pages[0]?.questions;
  assert.deepEqual(
    order?.map(({ id }) => id),
    ['cacCon', 'hoTen', 'ngaySinh'],
  );
  const two = must(addPage(grouped, 'Trang hai')).definition;
  assert.deepEqual(
    must(placePage(two, 'trangHai', { before: 'nguoiCon' })).definition.form.pages.map(({ id }) => id),
    ['trangHai', 'nguoiCon'],
  );
});

test('what does not fit a cell, and a paper in rows, is refused where it would be put', () => {
  const table = must(
    addQuestion(small(), { type: 'table', label: 'Bảng', required: false }, { page: 'nguoiCon' }),
  ).definition;
  const cell = (type: 'text' | 'long-text' | 'photo') =>
    refusal(addQuestion(table, { type, label: 'Cột', required: false }, { group: 'bang' }));
  assert.deepEqual(
    [cell('text'), cell('long-text'), cell('photo')],
    ['done', 'too-wide-for-table', 'paper-in-group'],
  );
  assert.equal(refusal(moveTo(table, 'ngaySinh', { group: 'bang' })), 'condition-in-table');
});

test('a person is one entry whose questions are known everywhere, and followed when its id changes', () => {
  const person = must(
    addQuestion(small(), { type: 'person', label: 'Mẹ', required: true }, { page: 'nguoiCon' }),
  );
  assert.equal(person.at, 'me');
  assert.ok(isPlaced(placeOf(person.definition.form, 'me')?.question ?? { type: '' }));
  const leaning = must(
    addQuestion(person.definition, { type: 'text', label: 'Nghề của mẹ', required: false }, { after: 'me' }),
  ).definition;
  const asked = must(
    changeQuestion(leaning, 'ngheCuaMe', (question) => ({
      ...question,
      if: { q: 'meHoTen', answered: true },
    })),
  ).definition;
  assert.equal(refusal(removeQuestion(asked, 'me')), 'still-needed');
  const renamed = must(changeQuestion(asked, 'me', (question) => ({ ...question, id: 'mau' }))).definition;
  assert.deepEqual(placeOf(renamed.form, 'ngheCuaMe')?.question.if, { q: 'mauHoTen', answered: true });
  assert.equal(refusal(changeQuestion(asked, 'me', (question) => ({ ...question, id: 'Me' }))), 'id-shape');
});
