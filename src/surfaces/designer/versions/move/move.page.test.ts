import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { publishVersion } from '#capabilities/catalogue';
import { moveVersions, openWork, startDraft } from '#capabilities/dossiers';
import { systemActor } from '#kernel/actor';
import { aCtx } from '#test/database';
import { aHouse, type Filed, type Visitor } from '#test/pages';
import { designerForTests } from '../../testing/designer.ts';

const code = '1.004873';
const path = `/thiet-ke/thu-tuc/${code}/chuyen`;
const house = await aHouse({ routes: (doors, people) => designerForTests(doors, people, { openWork }) });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const approver: Visitor = 'officer:system-administrator@province';
const get = (as: Visitor, query = '') => house.visit('GET', path + query, { as });
const post = (as: Visitor, form: Record<string, string>) => house.visit('POST', path, { as, form });
const work = () =>
  moveVersions(house.services).run(aCtx(house.db.worker, systemActor('dossiers.move-versions'), house.clock));
const moveIn = (text: string): string => /name="_viec" value="([^"]+)"/.exec(text)?.[1] ?? '';
let filed: Filed;

before(async () => {
  filed = await house.aDossier({ code });
  const begun = await startDraft(await house.ctx('citizen2'), { code, version: 1, facts: {}, answers: {} });
  assert.ok(begun.ok);
  const one = sampleDefinition(code);
  const published = await publishVersion(await house.ctx(approver), {
    code,
    basedOn: 1,
    definition: { ...one, name: { vi: 'Xác nhận theo luật mới', en: 'By the new law' } },
    validFrom: '2026-11-25',
  });
  assert.ok(published.ok, JSON.stringify(published));
  house.catalogue.forget();
});

function wellMade(text: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, 'one primary button');
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object/);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], 'ids are unique');
}

test('it shows what would change for those that are open, to designers alone', async () => {
  assert.equal((await house.visit('GET', path)).status, 401);
  for (const as of ['citizen1', 'officer:specialist@committeeA'] as const)
    assert.equal((await get(as)).status, 403);
  const versions = await house.visit('GET', `/thiet-ke/thu-tuc/${code}`, { as: drafter });
  assert.match(versions.text, new RegExp(`href="${path}"`));
  const page = await get(drafter);
  assert.equal(page.status, 200);
  wellMade(page.text);
  assert.match(page.text, /Đề nghị chuyển 1 hồ sơ và 1 tờ khai sang phiên bản 2/);
  assert.match(page.text, /Từ phiên bản 1 sang 2[\s\S]*Xác nhận theo luật mới/);
  const none = await get(drafter, '?den=1');
  wellMade(none.text);
  assert.match(none.text, /Không có tờ khai hay hồ sơ nào đang mở ngoài phiên bản 1/);
});

test('reason and ground are asked for, and what was typed stays', async () => {
  const refused = await post(drafter, {
    _lam: 'de-nghi',
    _den: '2',
    '_ly-do': '',
    '_can-cu': 'QĐ 5/QĐ-UBND',
  });
  assert.equal(refused.status, 422);
  wellMade(refused.text);
  assert.match(refused.text, /Hãy ghi lý do để người nộp hiểu/);
  assert.match(refused.text, /href="#_ly-do"/);
  assert.match(refused.text, /value="QĐ 5\/QĐ-UBND"/);
  const unknown = await post(drafter, { _lam: 'duyet', _viec: 'x' });
  assert.equal(unknown.status, 422);
});

test('one proposes, the worker weighs each, another decides, and each tells its outcome', async () => {
  const wish = { _lam: 'de-nghi', _den: '2', '_ly-do': 'Luật Hộ tịch mới', '_can-cu': 'QĐ 5/QĐ-UBND' };
  assert.equal((await post(approver, wish)).status, 303);
  const weighing = await get(drafter);
  wellMade(weighing.text);
  assert.match(weighing.text, /Đang xét việc chuyển sang phiên bản 2/);
  assert.equal((await post(drafter, wish)).status, 422, 'one at a time');
  assert.ok((await work()) > 0);

  const own = await get(approver);
  wellMade(own.text);
  assert.match(own.text, /Người đề nghị không tự duyệt/);
  const id = moveIn(own.text);
  assert.equal((await post(approver, { _lam: 'duyet', _viec: id })).status, 422);
  assert.equal((await post(drafter, { _lam: 'duyet', _viec: id })).status, 422, 'whoever may not publish');
  const second: Visitor = 'officer:system-administrator@province#2';
  const waiting = await get(second);
  assert.match(waiting.text, /Chuyển được 2, không chuyển được 0/);
  assert.match(waiting.text, new RegExp(`${filed.code}[\\s\\S]*chuyển được`));
  assert.doesNotMatch(waiting.text, /Nguyễn Thị Lan/, 'nobody is named');
  assert.equal((await post(second, { _lam: 'duyet', _viec: id })).status, 303);
  assert.ok((await work()) > 0);

  const done = await get(drafter);
  wellMade(done.text);
  assert.match(done.text, /Đã chuyển 2, giữ nguyên 0/);
  assert.match(done.text, /Luật Hộ tịch mới[\s\S]*QĐ 5\/QĐ-UBND[\s\S]*duyệt lúc/);
  const view = await house.view(filed, 'citizen1');
  assert.equal(view.rules.definition.version, 2);
  assert.equal(view.acts.at(-1)?.kind, 'moved-to-version');
});
