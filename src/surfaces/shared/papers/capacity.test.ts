import assert from 'node:assert/strict';
import test from 'node:test';
import { capacityLines } from './capacity.ts';

const lines = (kind: Parameters<typeof capacityLines>[0], title?: string, lent = false, name = '') =>
  capacityLines(kind, name, title === undefined ? undefined : { title, lent }).join(' / ');

test('a body that decides together signs through its head, others by their head alone', () => {
  assert.equal(lines('commune-committee', 'Chủ tịch'), 'TM. Ủy ban nhân dân / Chủ tịch');
  assert.equal(lines('province', 'Chủ tịch UBND tỉnh'), 'TM. Ủy ban nhân dân / Chủ tịch UBND tỉnh');
  assert.equal(lines('department', 'Giám đốc Sở'), 'Giám đốc Sở');
  assert.equal(lines('commune-police', 'Trưởng Công an xã'), 'Trưởng Công an xã');
});

test('a deputy signs in the place of the head, whether the right is their own or lent', () => {
  const deputy = 'TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch';
  assert.equal(lines('commune-committee', 'Phó Chủ tịch'), deputy);
  assert.equal(lines('commune-committee', 'Phó Chủ tịch', true), deputy);
  assert.equal(lines('department', 'Phó Giám đốc'), 'KT. Giám đốc / Phó Giám đốc');
  assert.equal(
    lines('ministry-department', 'Phó Cục trưởng', false, 'Cục Thú y'),
    'KT. Cục trưởng / Phó Cục trưởng',
  );
});

test('others sign by order of the head, or with a right that is lent', () => {
  assert.equal(lines('province', 'Chánh Văn phòng'), 'TL. Chủ tịch / Chánh Văn phòng');
  assert.equal(lines('province', 'Chánh Văn phòng', true), 'TUQ. Chủ tịch / Chánh Văn phòng');
  assert.equal(lines('department', 'Trưởng phòng Đất đai', true), 'TUQ. Giám đốc / Trưởng phòng Đất đai');
  assert.equal(lines('commune-committee', 'Quyền Chủ tịch'), 'TM. Ủy ban nhân dân / Q. Chủ tịch');
});

test('a title that is not known is not guessed', () => {
  assert.equal(lines('commune-committee'), 'TM. Ủy ban nhân dân');
  assert.equal(lines('commune-committee', ' '), 'TM. Ủy ban nhân dân');
  assert.equal(lines('commune-committee', '', true), 'TUQ. Chủ tịch');
  assert.equal(lines('department', ''), 'Giám đốc');
});
