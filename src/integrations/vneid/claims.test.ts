import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizenClaimsOf } from './claims.ts';

const good = {
  sub: 'a1',
  SoDinhDanh: '089190000001',
  HoVaTen: 'Nguyê\u0303n  Thị Hoa',
  NgayThangNamSinh: '17/05/1990',
  loAs: '2',
  LoaiTaiKhoan: '1',
  TechID: 'x',
};

test("VNeID's claims become ours, names composed", () => {
  assert.deepEqual(citizenClaimsOf(good), {
    subject: 'a1',
    personalNumber: '089190000001',
    name: 'Nguyễn Thị Hoa',
    birthDate: '1990-05-17',
    sex: '2',
    loa: 2,
    provider: 'vneid',
  });
  for (const NgayThangNamSinh of ['19900517', '1990-05-17'])
    assert.equal(citizenClaimsOf({ ...good, NgayThangNamSinh })?.birthDate, '1990-05-17');
});

test('an unknown level of assurance counts as the lowest', () => {
  for (const loAs of [undefined, '', 'cao', 9]) assert.equal(citizenClaimsOf({ ...good, loAs })?.loa, 1);
});

test('without a number, a name or a real day there is nobody', () => {
  for (const wrong of [
    { SoDinhDanh: '123456789' },
    { SoDinhDanh: undefined },
    { HoVaTen: ' ' },
    { NgayThangNamSinh: '31/02/1990' },
    { sub: '' },
  ])
    assert.equal(citizenClaimsOf({ ...good, ...wrong }), undefined);
});
