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

const steps = (text: string): string[] =>
  [...text.matchAll(/name="viec" value="([^"]+)"/g)].map((found) => found[1] ?? '');
const undo = (as: Visitor, form: Record<string, string | readonly string[]>) =>
  house.visit('POST', '/mot-cua/hang-loat/hoan-tac', {
    as,
    form: { lam: 'accept', tu: 'cho-tiep-nhan', 'ly-do': 'Bấm nhầm', ...form },
  });

test('the page of outcomes offers to take it all back; each has its own outcome, and the reason is kept', async () => {
  const filed = [];
  for (let i = 0; i < 3; i++) filed.push(await house.aDossier({ seed: 30 + i }));
  const page = await post(counter, {
    lam: 'accept',
    tu: 'cho-tiep-nhan',
    ma: [...filed.map(({ code }) => code), 'khong-co-ma-nay'],
  });
  const offered = steps(page.text);
  assert.equal(offered.length, 3, 'what was refused has nothing to undo');
  assert.match(page.text, /Hoàn tác 3 hồ sơ/);
  const unsaid = await undo(counter, { viec: offered, 'ly-do': ' ' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Hãy viết lý do\./);
  assert.deepEqual(steps(unsaid.text), offered, 'nothing chosen is lost');
  const [, , gone] = filed;
  assert.ok(gone);
  await house.act(gone, 'take-over', {}, 'officer:specialist@committeeA');
  const back = await undo(counter, { viec: offered });
  assert.equal(back.status, 200);
  assert.match(back.text, /Hoàn tác “Tiếp nhận”: 2 trên 3 hồ sơ đã xong/);
  assert.match(back.text, /Hồ sơ đã có việc khác sau đó nên không hoàn tác được\./);
  assert.deepEqual(steps(back.text), [], 'taking back is not taken back');
  for (const each of filed.slice(0, 2)) {
    const { state, acts } = await house.view(each, counter);
    assert.equal(state.stage, 'submitted');
    const last = acts.at(-1);
    assert.ok(last?.kind === 'undone' && last.payload.reason === 'Bấm nhầm');
  }
  assert.equal((await house.view(gone, head)).state.stage, 'in-process');
});

test('after the time it is refused with a sentence, and nobody takes back for another', async () => {
  const filed = await house.aDossier({ seed: 40 });
  const page = await post(counter, { lam: 'accept', tu: '', ma: filed.code });
  const other = await undo('officer:one-stop-officer@centreB', { viec: steps(page.text) });
  assert.match(other.text, /Không còn thấy hồ sơ này/);
  house.clock.set(house.clock.now() + 31_000);
  const late = await undo(counter, { viec: steps(page.text) });
  assert.match(late.text, /Đã quá thời gian hoàn tác/);
  assert.equal((await house.view(filed, counter)).state.stage, 'accepted');
});
