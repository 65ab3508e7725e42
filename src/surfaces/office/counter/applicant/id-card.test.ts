import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIdCard } from './id-card.ts';

const card = '089196000001|351234567|Nguyễn Thị Lan|14031996|Nữ|Ấp Vĩnh Lộc, Vĩnh Hậu, An Giang|02052021';

test('the text of a card fills the person', () => {
  assert.deepEqual(readIdCard(card), {
    number: '089196000001',
    name: 'Nguyễn Thị Lan',
    birthDate: '1996-03-14',
    sex: '2',
    address: 'Ấp Vĩnh Lộc, Vĩnh Hậu, An Giang',
  });
});

test('a card without an old number, with further parts, or typed apart is read', () => {
  const read = readIdCard(
    ' 089093000002 || Lê  Quốc Khánh |02091993|Nam|Phường Long Xuyên|02052021||Lê A|Trần B ',
  );
  assert.equal(read?.name, 'Lê Quốc Khánh');
  assert.equal(read?.sex, '1');
});

test('letters in parts (NFD) are stored composed', () => {
  assert.equal(readIdCard(card.normalize('NFD'))?.name, 'Nguyễn Thị Lan');
  assert.equal(readIdCard(card.normalize('NFD'))?.sex, '2');
});

test('an impossible date and an unknown sex stay empty', () => {
  const read = readIdCard('089196000001||Nguyễn Thị Lan|31021996|X|Ấp 1|02052021');
  assert.deepEqual(read, { number: '089196000001', name: 'Nguyễn Thị Lan', address: 'Ấp 1' });
});

test('a number typed by hand is no card, nor is any other text', () => {
  assert.equal(readIdCard('089196000001'), undefined);
  assert.equal(readIdCard('1|2|3|4|5|6|7'), undefined);
  fc.assert(
    fc.property(
      fc.string().filter((text) => text.split('|').length < 6),
      (text) => readIdCard(text) === undefined,
    ),
  );
});
