import assert from 'node:assert/strict';
import test from 'node:test';
import { aReading, fieldsFor, sampleDefinitions, seededPick } from '#builders/forms';
import { fieldNames, type Question } from '#capabilities/forms';
import type { QuestionProps } from './question-props.ts';
import { questionView, targetOf } from './question-view.ts';

const reading = aReading();
const draw = (question: Question, extra: Partial<QuestionProps> = {}): string =>
  questionView({
    question,
    name: question.id,
    fields: {},
    faults: new Map(),
    answers: {},
    reading,
    locale: 'vi',
    ...extra,
  }).text;

const all = sampleDefinitions().flatMap(({ code, form }) =>
  form.pages.flatMap((page) => page.questions.map((question) => ({ code, question }))),
);
const namesIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sname="([^"]+)"/g)].map(([, name = '']) => name));

test('every question of every procedure is drawn with the fields that reading looks for', () => {
  for (const { code, question } of all) {
    const fields = fieldsFor(question, question.id, {}, reading, seededPick(7));
    const names = namesIn(draw(question, { fields }));
    for (const name of fieldNames(question, fields)) assert.ok(names.has(name), `${code} ${name}`);
  }
});

test('what was typed stands in the fields again', () => {
  for (const { code, question } of all) {
    if (question.type === 'explanation') continue;
    const fields = fieldsFor(question, question.id, {}, reading, seededPick(7));
    const html = draw(question, { fields });
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value !== 'string' || value === '') continue;
      const shown = [
        `name="${name}"[^>]*\\svalue="${value}"`,
        `value="${value}"[^>]*\\s(checked|selected)`,
        `<textarea[^>]*name="${name}"[^>]*>\\n${value}`,
      ].some((shape) => new RegExp(shape).test(html));
      assert.ok(shown, `${code} ${name} ${value}`);
    }
  }
});

test('an error stands at its field in both languages, and the summary leads to something to type in', () => {
  for (const { code, question } of all) {
    if (question.type === 'explanation' || question.type === 'group') continue;
    const part = question.type === 'date' ? '-day' : question.type === 'commune-address' ? '-province' : '';
    const html = draw(question, {
      faults: new Map([[question.id + part, 'Hãy sửa chỗ này.']]),
      locale: 'en',
    });
    assert.match(html, /Hãy sửa chỗ này\./, `${code} ${question.id}`);
    assert.match(
      html,
      new RegExp(`<(input|select|textarea)[^>]*\\sid="${targetOf(question.id + part)}"`),
      question.id,
    );
  }
});

test('hostile text stays text', () => {
  const html = draw({ id: 'a', type: 'text', label: { vi: 'A' } }, { fields: { a: '"><script>x</script>' } });
  assert.doesNotMatch(html, /<script/);
});
