import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { PostedFields, Question } from '#capabilities/forms';
import { addRow, removeRow, rowCount } from './rows.ts';

const label = { vi: 'Nhóm', en: 'Group' };
const group: Question = {
  id: 'nhom',
  type: 'group',
  label,
  max: 5,
  items: [
    { id: 'ngay', type: 'date', label },
    { id: 'ten', type: 'text', label },
  ],
};
const required: Question = { ...group, required: true };
const filled = (rows: number): PostedFields => ({
  khac: 'giữ nguyên',
  ...Object.fromEntries(Array.from({ length: rows }, (_, i) => [`nhom.${i}.ten`, `Dòng ${i}`])),
});

test('a row added stands after the others, and never beyond what the group may have', () => {
  assert.equal(rowCount(group, 'nhom', {}), 0);
  assert.equal(rowCount(required, 'nhom', {}), 1);
  assert.equal(rowCount(group, 'nhom', addRow(group, {})), 1);
  assert.equal(rowCount(required, 'nhom', addRow(required, {})), 2);
  assert.equal(rowCount(group, 'nhom', addRow(group, filled(5))), 5);
});

test('a row taken away leaves the others in order and everything else as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(4), (rows, row) => {
      fc.pre(row < rows);
      const left = removeRow(group, row, filled(rows));
      assert.equal(rowCount(group, 'nhom', left), rows - 1);
      const kept = Array.from({ length: rows - 1 }, (_, i) => left[`nhom.${i}.ten`]);
      const wanted = Array.from({ length: rows }, (_, i) => `Dòng ${i}`).filter((_, i) => i !== row);
      assert.deepEqual(kept, wanted);
      assert.equal(left['khac'], 'giữ nguyên');
    }),
  );
});
