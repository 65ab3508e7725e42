import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ProcedureDefinition } from '#capabilities/forms';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';
import { parts } from './index.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
let home = '';
const get = (path: string) => house.visit('GET', home + path, { as: drafter });
async function press(path: string, form: Record<string, string | readonly string[]>) {
  const revision = /name="_phien-ban" value="(\d+)"/.exec((await get(path)).text)?.[1] ?? '';
  const form_ = { '_phien-ban': revision, ...form };
  return house.visit('POST', (home + path).split('?')[0] ?? '', { as: drafter, form: form_ });
}
const definition = async (): Promise<ProcedureDefinition> => {
  const [row] = await house.db.sql<{ definition: ProcedureDefinition }>(
    `select content -> 'definition' as definition from catalogue.draft where id = $1`,
    [home.split('/').at(-1) ?? ''],
  );
  assert.ok(row);
  return row.definition;
};

before(async () => {
  home = (await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: '1.004873', _tu: 'current' } }))
    .location;
});

test('how it is filed is edited: online level, identity, filing for another', async () => {
  const saved = await press('/cach-nop', {
    _lam: 'luu',
    '_truc-tuyen': 'partial',
    '_cho-xac-minh': 'yes',
    '_nop-thay': 'yes',
    '_can-uy-quyen': 'yes',
    '_mien-uy-quyen': ['me', 'cha'],
  });
  assert.equal(saved.status, 303, saved.text);
  const { online, assurance, representation } = await definition();
  assert.deepEqual(online, { level: 'partial' });
  assert.deepEqual(assurance, { identityPendingAllowed: true });
  assert.deepEqual(representation, { allowed: true, needsPaper: true, exceptRelations: ['me', 'cha'] });
  await press('/cach-nop', { _lam: 'luu', '_truc-tuyen': 'none' });
  const closed = await definition();
  assert.deepEqual(closed.assurance, { identityPendingAllowed: false });
  assert.deepEqual(closed.representation, { allowed: false });
});

test('eligibility, other results, notes and exemptions are edited, and what is wrong keeps what was typed', async () => {
  const added = await press('/hoi-truoc', { _lam: 'them', _moi: 'Bạn đã đủ 18 tuổi chưa' });
  const entry = new URL(added.location, 'http://x').searchParams.get('muc') ?? '';
  const saved = await press(`/hoi-truoc?muc=${entry}`, {
    _lam: 'luu',
    _muc: entry,
    '_cau-hoi': 'Bạn đã đủ 18 tuổi chưa',
    '_cau-hoi-en': 'Are you 18',
    '_du-khi': 'yes',
    '_cau-bao': 'Hãy nhờ cha mẹ nộp.',
    '_cau-bao-en': 'Ask your parents.',
    '_chi-khuyen': 'yes',
    _ma: 'duTuoi',
  });
  assert.equal(saved.status, 303, saved.text);
  assert.deepEqual((await definition()).eligibility.at(-1), {
    id: 'duTuoi',
    question: { vi: 'Bạn đã đủ 18 tuổi chưa', en: 'Are you 18' },
    type: 'yesno',
    passIf: 'yes',
    failText: { vi: 'Hãy nhờ cha mẹ nộp.', en: 'Ask your parents.' },
    advice: true,
  });
  const notes = { '_mau-tiep-nhan': '01', '_mau-bo-sung': '02', '_mau-tu-choi': '03' };
  await press('/ghi-chu', { _lam: 'luu', '_ghi-chu': 'Một | One\nHai | Two', ...notes });
  assert.deepEqual((await definition()).notes, [
    { vi: 'Một', en: 'One' },
    { vi: 'Hai', en: 'Two' },
  ]);
  assert.deepEqual((await definition()).lifeEvents, []);
  const fee = await press('/phi', { _lam: 'them', _moi: 'Lệ phí thử' });
  const id = new URL(fee.location, 'http://x').searchParams.get('muc') ?? '';
  const asked = {
    _lam: 'luu',
    _muc: id,
    _ten: 'Lệ phí thử',
    _loai: 'le-phi',
    '_muc-thu': '8.000',
    '_can-cu': 'Thông tư',
    _luc: 'submission',
    _ma: id,
  };
  const line = 'Trẻ em | Children | treEm | age on(ngaySinh, fact.today) < 16';
  const wrong = await press(`/phi?muc=${id}`, { ...asked, '_mien-giam': `${line} and` });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#_mien-giam"/);
  assert.match(wrong.text, /Trẻ em \| Children \| treEm \| age on\(ngaySinh, fact\.today\) &lt; 16 and/);
  assert.equal(
    (await press(`/phi?muc=${id}`, { ...asked, '_mien-giam': 'Hộ nghèo | Poor households' })).status,
    303,
  );
  const saidFee = (await definition()).fees.find((each) => each.id === id);
  assert.equal(saidFee?.amount, 8000);
  assert.deepEqual(saidFee?.exemptions, [{ id: 'hoNgheo', name: { vi: 'Hộ nghèo', en: 'Poor households' } }]);
  const sent = {
    ...asked,
    '_don-vi': 'trang',
    '_don-vi-en': 'page',
    _bac: '3 | 1.000',
    '_toi-da': '200.000',
    '_muc-dich': 'appraisal',
    '_khong-hoan': 'yes',
    '_giam-con': '50',
    '_giam-kenh': ['online', 'post'],
    '_giam-den-day': '31',
    '_giam-den-month': '12',
    '_giam-den-year': '2026',
    '_giam-can-cu': 'Thông tư 2',
  };
  const uneven = await press(`/phi?muc=${id}`, { ...sent, _bac: '3 và 1.000' });
  assert.equal(uneven.status, 422);
  assert.match(uneven.text, /href="#_bac"[^]*Mỗi dòng ghi đơn vị thứ mấy/);
  assert.equal((await press(`/phi?muc=${id}`, sent)).status, 303);
  const counted = (await definition()).fees.find((each) => each.id === id);
  assert.deepEqual(
    [counted?.tiers, counted?.cap, counted?.unit, counted?.purpose, counted?.refundable],
    [[{ nth: 3, amount: 1000 }], 200_000, { vi: 'trang', en: 'page' }, 'appraisal', false],
  );
  assert.deepEqual(counted?.reduction, {
    percent: 50,
    channels: ['online', 'post'],
    until: '2026-12-31',
    basis: 'Thông tư 2',
  });
  const { text: shown } = await get(`/phi?muc=${id}`);
  for (const held of [
    /3 \| 1\.000/,
    /value="50"/,
    /value="Thông tư 2"/,
    /name="_khong-hoan" value="yes"[^>]* checked/,
  ])
    assert.match(shown, held);
  assert.equal((await press(`/phi?muc=${id}`, asked)).status, 303);
  const bare = (await definition()).fees.find((each) => each.id === id);
  assert.equal(
    bare && ['tiers', 'cap', 'unit', 'purpose', 'refundable', 'reduction'].some((key) => key in bare),
    false,
  );
  const other = await press('/ket-qua-khac', { _lam: 'them', _moi: 'Văn bản từ chối' });
  assert.equal(other.status, 303, other.text);
  assert.equal((await definition()).otherResults?.at(-1)?.name.vi, 'Văn bản từ chối');
});

test('no field of an entry has the name by which its page knows the entry', () => {
  const kept = new Set(['_muc', '_lam', '_moi', '_phien-ban', '_csrf']);
  for (const { slug, fields } of parts)
    assert.deepEqual(
      fields.filter(({ name }) => kept.has(name)).map(({ name }) => name),
      [],
      slug,
    );
});
