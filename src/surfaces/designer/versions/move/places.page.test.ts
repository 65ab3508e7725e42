import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { moveVersions, openWork } from '#capabilities/dossiers';
import { systemActor } from '#kernel/actor';
import { aCtx } from '#test/database';
import { aHouse, type Filed, type Visitor } from '#test/pages';
import { designerForTests } from '../../testing/designer.ts';

const code = '1.004873';
const path = `/thiet-ke/thu-tuc/${code}/chuyen`;
const house = await aHouse({ routes: (doors, people) => designerForTests(doors, people, { openWork }) });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const approver: Visitor = 'officer:system-administrator@province';
const file = new URL(`../../../../../samples/procedures/1.013225/workflow.bpmn`, import.meta.url);
const was = readFileSync(file, 'utf8');
/** The appraisal under another id, in less time. */
const is = was.replaceAll('"tham-tra"', '"tham-dinh"').replace('mc:budget="5wd"', 'mc:budget="3wd"');
const work = () =>
  moveVersions(house.services).run(aCtx(house.db.worker, systemActor('dossiers.move-versions'), house.clock));
const revisionOf = (text: string): string => /name="_phien-ban" value="(\d+)"/.exec(text)?.[1] ?? '';
const moveIn = (text: string): string => /name="_viec" value="([^"]+)"/.exec(text)?.[1] ?? '';
let filed: Filed;
let draft = '';

async function press(page: string, form: Record<string, string>, as: Visitor) {
  const { text } = await house.visit('GET', page, { as });
  return house.visit('POST', page, { as, form: { '_phien-ban': revisionOf(text), ...form } });
}

const day = { '_hieu-luc-day': '25', '_hieu-luc-month': '11', '_hieu-luc-year': '2026' };
async function drafted(xml: string): Promise<string> {
  const begun = await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: code, _tu: 'current' } });
  assert.equal((await press(`${begun.location}/so-do`, { 'so-do': xml }, drafter)).status, 303);
  assert.equal((await press(`${begun.location}/trinh-duyet`, { _lam: 'trinh' }, drafter)).status, 303);
  return begun.location;
}
async function published(from: string): Promise<void> {
  const approved = await press(`${from}/trinh-duyet`, { _lam: 'duyet', ...day }, approver);
  assert.equal(approved.status, 303, approved.text);
}

before(async () => {
  await published(await drafted(was));
  filed = await house.aDossier({ code });
  await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreA');
  draft = await drafted(is);
});

test('differences and approval tell a diagram step by step', async () => {
  for (const page of ['khac-biet', 'trinh-duyet']) {
    const { text } = await house.visit('GET', `${draft}/${page}`, { as: approver });
    assert.match(text, /1 chỗ khác phiên bản 2/, page);
    assert.match(
      text,
      /Thẩm tra, dự thảo kết quả<\/span>[\s\S]*thời gian của bước[\s\S]*5 ngày làm việc[\s\S]*3 ngày làm việc/,
    );
  }
});

test('dossiers on a diagram go to the places that the proposer chose', async () => {
  await published(draft);
  const page = await house.visit('GET', path, { as: drafter });
  assert.match(page.text, /Hồ sơ của phiên bản 2 đang ở những chỗ sau/);
  assert.match(page.text, /<label[^>]*for="_noi-2-tham-tra"[\s\S]*?<option value="tham-dinh" selected>/);
  assert.doesNotMatch(page.text, /name="_noi-2-(?!tham-tra)/, 'only what the new diagram does not have');
  assert.doesNotMatch(page.text, / style="|<script>|undefined|\[object/);

  const wish = { _lam: 'de-nghi', _den: '3', '_ly-do': 'Sơ đồ mới', '_can-cu': 'QĐ 5/QĐ-UBND' };
  const refused = await house.visit('POST', path, {
    as: drafter,
    form: { ...wish, '_ly-do': '', '_noi-2-tham-tra': '' },
  });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /<option value="tham-dinh">/, 'what was chosen stays');

  // Nothing chosen: it stays, by name.
  assert.equal((await house.visit('POST', path, { as: drafter, form: wish })).status, 303);
  await work();
  const none = await house.visit('GET', path, { as: approver });
  assert.match(none.text, /Chuyển được 0, không chuyển được 1/);
  assert.match(none.text, /Phiên bản mới không có chỗ hồ sơ đang ở: Thẩm tra, dự thảo kết quả/);
  assert.match(none.text, /id="cho-dung"[\s\S]*Thẩm tra, dự thảo kết quả[\s\S]*giữ phiên bản của mình/);
  await house.visit('POST', path, { as: drafter, form: { _lam: 'bo', _viec: moveIn(none.text) } });

  house.clock.set(house.clock.now() + 60_000);
  const chosen = { ...wish, '_noi-2-tham-tra': 'tham-dinh' };
  assert.equal((await house.visit('POST', path, { as: drafter, form: chosen })).status, 303);
  await work();
  const weighed = await house.visit('GET', path, { as: approver });
  assert.match(weighed.text, /Chuyển được 1, không chuyển được 0/);
  const decided = { _lam: 'duyet', _viec: moveIn(weighed.text) };
  assert.equal((await house.visit('POST', path, { as: approver, form: decided })).status, 303);
  await work();
  const view = await house.view(filed, 'officer:specialist@committeeA');
  assert.equal(view.rules.definition.version, 3);
  assert.ok(view.state.plan?.tasks.some(({ node }) => node === 'tham-dinh'));
  const act = view.acts.at(-1);
  assert.deepEqual(
    act?.kind === 'moved-to-version' && act.payload.places?.map(({ from, to }) => [from.vi, to.vi]),
    [['Thẩm tra, dự thảo kết quả', 'Thẩm tra, dự thảo kết quả']],
  );
});
