import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, procedureOfEveryType, sampleDefinitions } from '#builders/forms';
import { inventAnswers, type ProcedureDefinition } from '#capabilities/forms';
import { checkTemplate, paperAsText, renderPaper } from '#capabilities/papers';
import { asPlainDate } from '#kernel/time';
import { formOnPaper } from './form-on-paper.ts';

const at = Date.UTC(2026, 10, 25);
const reading = aReading('2026-11-25', { channel: 'online', representing: 'self' });
function paper(definition: ProcedureDefinition, blank: boolean) {
  const facts = { ...reading.facts, today: reading.today };
  const answers = inventAnswers(definition.form, reading, 7);
  return formOnPaper(definition, {
    answers,
    facts,
    lists: reading.lists,
    blank,
    place: 'An Giang',
    today: asPlainDate('2026-11-25'),
  });
}

test('every form is a paper that can be drawn, answered and empty', () => {
  for (const definition of [procedureOfEveryType(), ...sampleDefinitions()])
    for (const blank of [false, true]) {
      const { template, values } = paper(definition, blank);
      const checked = checkTemplate(template);
      assert.ok(checked.ok, checked.ok ? '' : `${definition.code}: ${checked.refusal.problems.join('; ')}`);
      const text = paperAsText(template, { at: at, values });
      assert.ok(text.ok, text.ok ? '' : JSON.stringify(text.refusal));
    }
});

test('an empty form has every question and boxes to tick, an answered one the answers', async () => {
  const definition = procedureOfEveryType();
  const blank = JSON.stringify(paper(definition, true).template);
  assert.match(blank, /□ Có {3}□ Không/);
  assert.match(blank, /□ Loại A {3}□ Loại B/);
  for (const page of definition.form.pages)
    for (const { label, type } of page.questions)
      if (type !== 'signature') assert.ok(blank.includes(JSON.stringify(label.vi).slice(1, -1)), label.vi);
  const { template, values } = paper(definition, false);
  assert.ok(
    Object.values(values).some((value) => typeof value === 'string' && /đồng|\d\d\/\d\d\/\d{4}/.test(value)),
  );
  const drawn = await renderPaper(template, { at: at, values });
  assert.ok(drawn.ok && Buffer.from(drawn.value).subarray(0, 4).toString() === '%PDF');
});

test('marks of the template in a label stay letters', () => {
  const definition = procedureOfEveryType();
  const [page] = definition.form.pages;
  assert.ok(page);
  const hostile = {
    ...definition,
    form: {
      ...definition.form,
      pages: [
        { ...page, questions: [{ id: 'x', type: 'text' as const, label: { vi: 'Tên {{day}} **đậm**' } }] },
      ],
    },
  };
  const { template, values } = paper(hostile, true);
  assert.ok(checkTemplate(template).ok);
  assert.ok(paperAsText(template, { at: at, values }).ok);
});
