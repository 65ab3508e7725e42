import assert from 'node:assert/strict';
import test from 'node:test';
import { aReading, fieldsFor, procedureOfEveryType, seededPick } from '#builders/forms';
import { asksNothing, fieldNames, type Question } from '#capabilities/forms';
import type { Asking } from './asking.ts';
import { drawQuestion } from './question.ts';

const reading = aReading();
const all = procedureOfEveryType().form.pages.flatMap(({ questions }) => questions);
const draw = (question: Question, extra: Partial<Asking> = {}): string =>
  drawQuestion({
    question,
    name: question.id,
    fields: {},
    faults: new Map(),
    answers: {},
    reading,
    locale: 'vi',
    ...extra,
  }).text;

test('every type is drawn at the counter with the fields that reading looks for', () => {
  for (const question of all) {
    // Papers are taken in a place of their own, and ticks have a name each.
    if (asksNothing(question) || question.document !== undefined || question.type === 'choices') continue;
    const fields = fieldsFor(question, question.id, { donGia: 1000 }, reading, seededPick(3));
    const html = draw(question, { fields });
    for (const name of fieldNames(question, fields)) assert.match(html, new RegExp(`name="${name}"`), name);
  }
});

test('papers, sums and signatures are told', () => {
  const at = (id: string): Question => {
    const found = all.find((question) => question.id === id);
    assert.ok(found);
    return found;
  };
  assert.match(draw(at('anh')), /Nhận ở phần Giấy tờ/);
  assert.match(draw(at('tong'), { answers: { tong: 9000 } }), /9\.000 đồng/);
  assert.match(draw(at('chuKy'), { answers: { ten: 'Lê An' } }), /Người ký: Lê An/);
});
