import assert from 'node:assert/strict';
import test from 'node:test';
import { checkTemplate } from './template.ts';

const good = {
  id: 'sample',
  version: 1,
  title: 'Mẫu',
  source: 'thử',
  placeholders: {
    name: { type: 'text', label: 'Tên' },
    note: { type: 'text', label: 'Ghi chú', optional: true },
    rows: { type: 'rows', label: 'Dòng', columns: { a: { type: 'text', label: 'A' } } },
  },
  blocks: [
    { kind: 'paragraph', text: '{{name}}' },
    { kind: 'note', text: '{{note}}', when: 'note' },
    { kind: 'table', rows: 'rows', columns: [{ title: 'A', value: '{{#}} {{a}} {{name}}', width: 1 }] },
  ],
};

const problemsOf = (changes: object): string => {
  const checked = checkTemplate({ ...good, ...changes });
  return checked.ok ? '' : checked.refusal.problems.join('\n');
};

test('a sound template passes', () => assert.equal(problemsOf({}), ''));

test('faults are named with their block', () => {
  const blocks = (more: object) => ({ blocks: [...good.blocks, more] });
  assert.match(
    problemsOf(blocks({ kind: 'paragraph', text: '{{nobody}}' })),
    /block 4 .*\{\{nobody}} is not declared/,
  );
  assert.match(problemsOf(blocks({ kind: 'paragraph', text: '{{a}}' })), /\{\{a}} is not declared/);
  assert.match(problemsOf(blocks({ kind: 'paragraph', text: '{{rows}}' })), /is a list/);
  assert.match(problemsOf(blocks({ kind: 'paragraph', text: '{{name|shout}}' })), /unknown form/);
  assert.match(problemsOf(blocks({ kind: 'list', lines: 'rows' })), /must be of type lines/);
  assert.match(problemsOf(blocks({ kind: 'note', text: 'x', when: 'name' })), /always there/);
  assert.match(problemsOf(blocks({ kind: 'dance' })), /blocks\.3/);
  assert.match(
    problemsOf({ placeholders: { ...good.placeholders, idle: { type: 'text', label: 'x' } } }),
    /"idle" is declared but never used/,
  );
  assert.match(problemsOf({ id: '../x' }), /id/);
});
