import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { Outcome } from '#kernel/outcome';
import { addBlock, blockAsForm, placesOf, removeBlock, withBlockForm } from './blocks.ts';
import type { Edited } from './edited.ts';
import { addQuestion, changeQuestion, removeQuestion } from './edits.ts';
import { entryAddresses, laidOut } from './laid-out.ts';
import { placeOf } from './place.ts';

const refusal = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);
function must(outcome: Outcome<Edited>): ProcedureDefinition {
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal));
  return outcome.value.definition;
}
const ask = (
  definition: ProcedureDefinition,
  type: 'text' | `block:${string}`,
  label: string,
  after: string,
) =>
  must(addQuestion(definition, { type, label, required: false }, after === '' ? { page: 'mot' } : { after }));
/** An edit of the block brought back. */
const inBlock = (
  definition: ProcedureDefinition,
  edit: (form: ProcedureDefinition) => Outcome<Edited>,
  renames = false,
): Outcome<Edited> => {
  const form = blockAsForm(definition, 'giayTo');
  assert.ok(form);
  const edited = edit(form);
  return edited.ok ? withBlockForm(definition, 'giayTo', edited.value, renames) : edited;
};

function withTwoPlaces(): ProcedureDefinition {
  const bare: ProcedureDefinition = {
    ...sampleDefinition('1.004873'),
    form: { id: 'f', title: { vi: 'Tờ khai' }, pages: [{ id: 'mot', title: { vi: 'Một' }, questions: [] }] },
    documents: [],
    fees: [],
    time: [],
    result: { code: 'local', name: { vi: 'Giấy' } },
    competence: { level: 'commune' },
    workflow: { steps: [] },
  };
  delete (bare as { otherResults?: unknown }).otherResults;
  delete (bare as { cases?: unknown }).cases;
  delete (bare as { caseFrom?: unknown }).caseFrom;
  let definition = must(addBlock(bare, 'Giấy tờ'));
  for (const [label, after] of [
    ['Số', ''],
    ['Nơi cấp', 'so'],
  ] as const)
    definition = must(
      inBlock(definition, (form) =>
        addQuestion(
          form,
          { type: 'text', label, required: true },
          after === '' ? { page: 'khoi' } : { after },
        ),
      ),
    );
  definition = ask(definition, 'block:giayTo', 'Mẹ', '');
  definition = ask(definition, 'block:giayTo', 'Cha', 'me');
  definition = ask(definition, 'text', 'Ghi chú', 'cha');
  return must(
    changeQuestion(definition, 'ghiChu', (question) => ({ ...question, if: { q: 'chaSo', answered: true } })),
  );
}
const ids = (definition: ProcedureDefinition) =>
  laidOut(definition).form.pages.flatMap(({ questions }) => questions.map(({ id }) => id));

test('a block is written once and asked in each of its places', () => {
  const definition = withTwoPlaces();
  assert.deepEqual(ids(definition), ['meSo', 'meNoiCap', 'chaSo', 'chaNoiCap', 'ghiChu']);
  assert.deepEqual(placesOf(definition, 'giayTo'), ['Mẹ', 'Cha']);
  assert.equal(entryAddresses(definition).get('chaNoiCap'), 'cha');
  const more = inBlock(definition, (form) =>
    addQuestion(form, { type: 'text', label: 'Ngày cấp', required: false }, { after: 'so' }),
  );
  assert.deepEqual(ids(must(more)).slice(0, 3), ['meSo', 'meNgayCap', 'meNoiCap']);
});

test('a renamed question of a block is followed by what leans on it in any place; one that is leaned on stays', () => {
  const renamed = must(
    inBlock(
      withTwoPlaces(),
      (form) => changeQuestion(form, 'so', (question) => ({ ...question, id: 'ma' })),
      true,
    ),
  );
  assert.deepEqual(placeOf(renamed.form, 'ghiChu')?.question.if, { q: 'chaMa', answered: true });
  assert.equal(refusal(inBlock(withTwoPlaces(), (form) => removeQuestion(form, 'so'))), 'still-needed');
  assert.equal(refusal(inBlock(withTwoPlaces(), (form) => removeQuestion(form, 'noiCap'))), 'done');
});

test('a block that is placed does not go, one that is not does', () => {
  assert.equal(refusal(removeBlock(withTwoPlaces(), 'giayTo')), 'block-placed');
  const unplaced = must(addBlock(withTwoPlaces(), 'Địa chỉ'));
  assert.deepEqual(Object.keys(must(removeBlock(unplaced, 'diaChi')).blocks ?? {}), ['giayTo']);
  assert.equal(refusal(removeBlock(unplaced, 'khongCo')), 'block-gone');
  assert.equal(refusal(addBlock(unplaced, '')), 'name-empty');
});
