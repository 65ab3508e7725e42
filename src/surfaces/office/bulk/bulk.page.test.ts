import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type House, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const counter: Visitor = 'officer:one-stop-officer@centreA';
const head: Visitor = 'officer:head-of-office@committeeA';
const post = (as: Visitor, form: Record<string, string | readonly string[]>) =>
  house.visit('POST', '/mot-cua/hang-loat', { as, form });

test('ticked dossiers are accepted; each has its own outcome', async () => {
  const filed = [];
  for (let i = 0; i < 6; i++) filed.push(await house.aDossier({ seed: i + 1 }));
  const [done, other] = [filed[5], await house.aDossier({ receiver: 'centreB', seed: 9 })];
  assert.ok(done);
  await house.act(done, 'accept', {}, counter);
  const page = await post(counter, {
    lam: 'accept',
    tu: 'cho-tiep-nhan',
    ma: [...filed.map(({ code }) => code), other.code, 'khong-co-ma-nay'],
  });
  assert.equal(page.status, 200);
  assert.match(page.text, /Tiếp nhận: 5 trên 8 hồ sơ đã xong/);
  assert.match(page.text, /Không còn thấy hồ sơ này trong phạm vi của bạn\./);
  assert.match(page.text, /href="\/mot-cua\/viec\/cho-tiep-nhan"/);
  assert.equal((await house.view(other, 'officer:one-stop-officer@centreB')).state.stage, 'submitted');
  for (const each of filed) assert.equal((await house.view(each, counter)).state.stage, 'accepted');
});

test('work is given to a colleague in one go, never to a name that was made up', async () => {
  const walkIns = [await house.aWalkIn({ seed: 20 }), await house.aWalkIn({ seed: 21 })];
  const colleague = await house.actor('officer:specialist@committeeA');
  assert.ok(colleague.kind === 'officer');
  const codes = walkIns.map(({ code }) => code);
  const page = await post(head, {
    lam: 'assign',
    tu: 'moi-tiep-nhan',
    ma: codes,
    'nguoi-nhan': colleague.officer,
  });
  assert.match(page.text, /Giao việc: 2 trên 2/);
  for (const each of walkIns)
    assert.equal((await house.view(each, head)).state.assignee?.name, colleague.name);
  const stranger = await house.actor('officer:specialist@committeeB');
  assert.ok(stranger.kind === 'officer');
  const refused = await post(head, { lam: 'assign', tu: '', ma: codes, 'nguoi-nhan': stranger.officer });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Hãy chọn người nhận việc\./);
});

test('nothing ticked is said, and too many are not begun', async () => {
  const none = await post(counter, { lam: 'accept', tu: 'cho-tiep-nhan' });
  assert.equal(none.status, 422);
  assert.match(none.text, /đánh dấu ít nhất một hồ sơ/);
  const many = await post(counter, {
    lam: 'accept',
    tu: '',
    ma: Array.from({ length: 1001 }, (_, i) => `m${i}`),
  });
  assert.match(many.text, /nhiều nhất 1\.000 hồ sơ/);
});
