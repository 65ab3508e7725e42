import assert from 'node:assert/strict';
import test from 'node:test';
import { procedureOfEveryType } from '#builders/forms';
import { html } from '#platform/html';
import { inSections } from './sections.ts';

test('the questions of one person stand under one heading, and each question stands once', () => {
  const page = procedureOfEveryType().form.pages.find(({ id }) => id === 'nguoi');
  assert.ok(page);
  const drawn = page.questions.map(({ id }) => html`<i>${id}</i>`);
  const text = inSections(page.questions, drawn, 'vi')
    .map((part) => part.text)
    .join('');
  assert.equal(text.match(/<legend/g)?.length, 3);
  for (const { id } of page.questions) assert.equal(text.split(`<i>${id}</i>`).length, 2, id);
  assert.equal(inSections(page.questions, drawn, 'vi').length, 3);
});
