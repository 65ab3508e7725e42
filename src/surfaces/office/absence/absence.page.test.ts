import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type House, unitsOfHouse, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const leader: Visitor = 'officer:unit-leader@committeeA';
const head: Visitor = 'officer:head-of-office@committeeA';
const path = '/mot-cua/vang-mat';

const lending = async (change: Record<string, string> = {}) => {
  const colleague = await house.actor(head);
  assert.ok(colleague.kind === 'officer');
  return {
    vai: `${unitsOfHouse.committeeA} unit-leader`,
    nguoi: colleague.officer,
    'tu-day': '25',
    'tu-month': '11',
    'tu-year': '2026',
    'den-day': '27',
    'den-month': '11',
    'den-year': '2026',
    'ly-do': 'Nghỉ phép',
    ...change,
  };
};

test('a leader away lends the role until a day; the colleague signs, and no longer after it', async () => {
  const dossier = await house.aWalkIn();
  const specialist: Visitor = 'officer:specialist@committeeA';
  await house.act(dossier, 'take-over', {}, specialist);
  await house.act(dossier, 'draft-result', { outcome: 'refused', title: 'Văn bản', content: {} }, specialist);
  await house.act(dossier, 'finish-step', {}, specialist);
  const approve = `/mot-cua/ho-so/${dossier.code}/phe-duyet`;
  assert.equal((await house.visit('GET', approve, { as: head })).status, 403);

  const lent = await house.visit('POST', path, { as: leader, form: await lending() });
  assert.equal(lent.location, `${path}?xong=uy-quyen`);
  const page = await house.visit('GET', lent.location, { as: leader });
  assert.match(page.text, /Đã ủy quyền\./);
  assert.match(page.text, /làm thay bạn/);
  assert.match(page.text, /27\/11\/2026 23:59/);

  house.clock.set(house.clock.now() + 30 * 60_000);
  assert.equal((await house.visit('GET', approve, { as: head })).status, 200);
  assert.match((await house.visit('GET', path, { as: head })).text, /Bạn làm thay/);
  const start = house.clock.now();
  house.clock.set(start + 4 * 86_400_000);
  assert.equal((await house.visit('GET', approve, { as: head })).status, 403);
  house.clock.set(start);

  const end = /\/mot-cua\/vang-mat\/[0-9a-f-]+\/ket-thuc/.exec(page.text)?.[0] ?? '';
  assert.equal((await house.visit('POST', end, { as: specialist, form: {} })).status, 422);
  assert.equal((await house.visit('POST', end, { as: leader, form: {} })).location, `${path}?xong=ket-thuc`);
});

test('each mistake is said beside its field and the rest stays', async () => {
  const cases: [Record<string, string>, RegExp, string][] = [
    [{ 'den-day': '31', 'den-month': '02' }, /ngày, tháng, năm có thật/, 'den'],
    [{ 'den-day': '20' }, /Ngày kết thúc phải sau/, 'den'],
    [{ 'den-year': '2028' }, /tối đa 6 tháng/, 'den'],
    [{ nguoi: '' }, /hãy chọn lại/, 'nguoi'],
    [{ 'ly-do': ' ' }, /Hãy viết lý do vắng mặt/, 'ly-do'],
    [{ vai: `${unitsOfHouse.committeeA} clerk` }, /không giữ vai trò này/, 'vai'],
  ];
  for (const [change, sentence, target] of cases) {
    const answer = await house.visit('POST', path, { as: leader, form: await lending(change) });
    assert.equal(answer.status, 422, target);
    assert.match(answer.text, sentence);
    assert.match(answer.text, new RegExp(`href="#${target}"`));
  }
});
