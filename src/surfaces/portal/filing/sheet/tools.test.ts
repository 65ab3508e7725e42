import assert from 'node:assert/strict';
import test from 'node:test';
import { procedureOfEveryType } from '#builders/forms';
import { paperOf } from './papers.ts';
import { toolOf } from './tools.ts';

const page = procedureOfEveryType().form.pages.find(({ id }) => id === 'bang-va-giay-to');
assert.ok(page);

test('buttons of tables, searches and calculations come back to where they stand', () => {
  assert.equal(toolOf(page, { _them: 'hangHoa' })?.anchor, 'hangHoa.1.hang');
  assert.equal(toolOf(page, { _bo: 'hangHoa.0' })?.anchor, 'hangHoa');
  assert.equal(toolOf(page, { _tai: 'tong' })?.anchor, 'tong');
  assert.equal(toolOf(page, { _tai: 'tim-search' })?.anchor, 'tim-search');
  assert.equal(toolOf(page, { _tai: '//elsewhere' }), undefined);
});

test('only a paper of this page is led to', () => {
  assert.equal(paperOf(page, 'giay-to:anh-the'), 'anh-the');
  assert.equal(paperOf(page, 'giay-to:../x'), undefined);
  assert.equal(paperOf(page, 'thoat'), undefined);
});
