import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { formatDate, localDate } from '#kernel/time';
import { aHouse, type Filed, type House, unitsOfHouse, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const counter: Visitor = 'officer:one-stop-officer@centreA';
const register = '/mot-cua/so-theo-doi';
let mine: Filed;
let others: Filed;

before(async () => {
  mine = await house.aDossier({ by: 'citizen1' });
  others = await house.aDossier({ by: 'citizen2', receiver: 'centreB', code: '1.004873' });
});

const period = (from: string, to: string, unit = '') => {
  const [[fy, fm, fd], [ty, tm, td]] = [from.split('-'), to.split('-')];
  return new URLSearchParams({
    'don-vi': unit,
    'tu-day': fd ?? '',
    'tu-month': fm ?? '',
    'tu-year': fy ?? '',
    'den-day': td ?? '',
    'den-month': tm ?? '',
    'den-year': ty ?? '',
  }).toString();
};

test('the register shows what a unit received this month, with its own numbers', async () => {
  const page = await house.visit('GET', register, { as: counter });
  assert.equal(page.status, 200);
  assert.match(page.text, new RegExp(mine.code));
  assert.doesNotMatch(page.text, new RegExp(others.code), 'received elsewhere');
  assert.match(page.text, /Đã tiếp nhận[\s\S]*?>1</);
  assert.match(page.text, /Đã trả kết quả[\s\S]*?>0</);
  assert.ok(page.text.includes(formatDate(localDate(house.clock.now()))));
});

test('the first and the last day count whole; a time without dossiers says so', async () => {
  const today = localDate(house.clock.now());
  const one = await house.visit('GET', `${register}?${period(today, today)}`, { as: counter });
  assert.match(one.text, new RegExp(mine.code));
  const before = await house.visit('GET', `${register}?${period('2020-01-01', '2020-12-31')}`, {
    as: counter,
  });
  assert.match(before.text, /Trong kỳ không có hồ sơ/);
});

test('what is no time is told at its field and stays as typed', async () => {
  const none = await house.visit('GET', `${register}?${period('2026-02-31', '2026-03-31')}`, { as: counter });
  assert.equal(none.status, 422);
  assert.match(none.text, /Nhập ngày bắt đầu/);
  assert.match(none.text, /value="31"/);
  const turned = await house.visit('GET', `${register}?${period('2026-03-31', '2026-03-01')}`, {
    as: counter,
  });
  assert.equal(turned.status, 422);
  assert.match(turned.text, /không được trước ngày bắt đầu/);
});

test('it is printed as form 07, which stands in the journal; the unit of others is not asked for', async () => {
  const today = localDate(house.clock.now());
  const paper = await house.visit('GET', `${register}.pdf?${period(today, today)}`, { as: counter });
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-');
  const [entry] = await house.db.sql<{ subject: string; details: unknown }>(
    "select subject, details from audit.entry where action = 'dossiers.export'",
  );
  assert.equal(entry?.subject, `unit:${unitsOfHouse.centreA}`);
  assert.deepEqual(entry?.details, { form: '07', from: today, to: today, rows: 1 });
  const foreign = await house.visit('GET', `${register}?${period(today, today, unitsOfHouse.centreB)}`, {
    as: counter,
  });
  assert.doesNotMatch(foreign.text, new RegExp(others.code));
});
