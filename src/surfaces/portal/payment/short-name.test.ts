import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortName } from './short-name.ts';

test('a name is shortened to its family name and letters', () => {
  for (const [name, short] of [
    ['Nguyễn Thị Hoa', 'Nguyễn T. H.'],
    ['  Vũ   Đức ánh ', 'Vũ Đ. Á.'],
    // Decomposed, as some keyboards write it: the tone stays with its letter.
    ['Trần Ánh'.normalize('NFD'), 'Trần Á.'],
    ['Neáng', 'Neáng'],
    ['', ''],
  ] as const)
    assert.equal(shortName(name), short);
});
