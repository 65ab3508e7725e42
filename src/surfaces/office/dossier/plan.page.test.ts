import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { planOfXml } from '#builders/dossiers';
import { aHouse, type Filed, type House, unitsOfHouse, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

/** Appraised and checked in two places of one unit, and asked of a department, all side by side. */
const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="https://motcua.vn/bpmn/1.0" id="d" targetNamespace="urn:t">
<message id="tin" name="Bản đồ địa chính đã đến"/><process id="p" isExecutable="true">
  <startEvent id="s"/><parallelGateway id="tach"/><parallelGateway id="noi"/><endEvent id="e"/>
  <userTask id="tiep-nhan" name="Tiếp nhận hồ sơ" mc:role="one-stop-officer" mc:place="receiver" mc:does="receive" mc:budget="4h"/>
  <userTask id="tham-tra" name="Thẩm tra" mc:role="specialist" mc:place="competent" mc:does="appraise" mc:budget="2wd"/>
  <userTask id="kiem-tra" name="Kiểm tra thực địa" mc:role="head-of-office" mc:place="competent" mc:does="check" mc:budget="1wd"/>
  <userTask id="ky" name="Ký duyệt" mc:role="unit-leader" mc:place="competent" mc:does="approve" mc:budget="4h"/>
  <userTask id="hoi" name="Lấy ý kiến" mc:role="specialist" mc:place="competent" mc:does="check" mc:budget="1wd" mc:unit="department"/>
  <receiveTask id="cho" name="Chờ bản đồ" messageRef="tin"/>
  <userTask id="ban-hanh" name="Ban hành" mc:role="clerk" mc:place="competent" mc:does="issue" mc:budget="4h"/>
  <userTask id="tra-ket-qua" name="Trả kết quả" mc:role="result-desk" mc:place="receiver" mc:does="return" mc:budget="4h"/>
  ${[
    's>tiep-nhan',
    'tiep-nhan>tach',
    'tach>tham-tra',
    'tach>kiem-tra',
    'tach>hoi',
    'tach>cho',
    'tham-tra>noi',
    'kiem-tra>noi',
    'hoi>noi',
    'cho>noi',
    'noi>ky',
    'ky>ban-hanh',
    'ban-hanh>tra-ket-qua',
    'tra-ket-qua>e',
  ]
    .map((flow) => flow.split('>'))
    .map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join('')}
</process></definitions>`;

const house: House = await aHouse({ routes: officeRoutes });
const plan = await planOfXml(diagram);
house.services.plan = async (code) => (code === '1.004873' ? plan : undefined);
house.services.unitNamed = async () => unitsOfHouse.department;
const specialist: Visitor = 'officer:specialist@committeeA';
const head: Visitor = 'officer:head-of-office@committeeA';
const expert: Visitor = 'officer:specialist@department';
let dossier: Filed;
const at = (rest = '') => `/mot-cua/ho-so/${dossier.code}${rest}`;
const page = async (as: Visitor, rest = '') => (await house.visit('GET', at(rest), { as })).text;
/** One act by its page, as a person presses it. */
async function presses(as: Visitor, rest: string, form: Record<string, string> = {}) {
  const answer = await house.visit('POST', at(rest), { as, form });
  assert.equal(answer.status, 303, answer.text.match(/mc-error[^<]*<[^>]*>([^<]*)/)?.[1] ?? rest);
}

before(async () => {
  dossier = await house.aDossier({ code: '1.004873', receiver: 'centreA' });
  await house.act(dossier, 'accept', {}, 'officer:one-stop-officer@centreA');
  await house.act(dossier, 'take-over', {}, specialist);
});

test('all open tasks stand on the page: who, till when, and which is mine', async () => {
  const text = await page(specialist);
  assert.match(text, /3 việc song song/);
  assert.match(text, /Thẩm tra[\s\S]*việc của bạn/);
  assert.equal(text.match(/việc của bạn/g)?.length, 1);
  assert.match(text, /Kiểm tra thực địa/);
  assert.match(text, /Đang chờ<\/h3>[\s\S]*Bản đồ địa chính đã đến/);
  assert.equal(text.match(/mc-button--primary/g)?.length, 1);
  assert.match(await page(head), /Kiểm tra thực địa[\s\S]*việc của bạn/);
});

test('the head finishes the own task beside the appraisal, by its own address', async () => {
  const text = await page(head);
  const href =
    /href="(\/mot-cua\/ho-so\/[^"]*\/chuyen-buoc[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.notEqual(href, '');
  const form = await house.visit('GET', href, { as: head });
  assert.match(form.text, /Kết thúc bước “Kiểm tra thực địa”\. Còn 2 việc khác đang làm song song\./);
  const action = /action="([^"]*chuyen-buoc[^"]*)"/.exec(form.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match(action, /viec=\d+/);
  const done = await house.visit('POST', action, { as: head, form: { 'ghi-chu': 'Đã xem' } });
  assert.equal(done.status, 303);
  const { state } = await house.view(dossier, head);
  assert.deepEqual(state.stepsDone, ['kiem-tra']);
  assert.deepEqual(
    state.plan?.tasks.map(({ node }) => node),
    ['tham-tra', 'hoi'],
  );
});

test('a task that was done meanwhile is not done again', async () => {
  const gone = await house.visit('POST', at('/chuyen-buoc?viec=2'), { as: head, form: {} });
  assert.equal(gone.status, 422);
});

test('the unit that is asked sees the question in its list and answers; what has come is recorded', async () => {
  const list = await house.visit('GET', '/mot-cua', { as: expert });
  assert.match(list.text, /y-kien/);
  assert.match(await page(expert), /Cho ý kiến/);
  const { state } = await house.view(dossier, expert);
  const id = state.opinions[0]?.id ?? '';
  await presses(expert, '/cho-y-kien', { 'cau-hoi': id, 'dong-y': 'co', 'noi-dung': 'Phù hợp quy hoạch' });
  assert.match(await page(specialist), /Phù hợp quy hoạch/);
  await presses(specialist, '/ghi-nhan-da-co', {
    'viec-da-co': 'Bản đồ địa chính đã đến',
    'ghi-chu': 'số 12',
  });
  await house.act(dossier, 'draft-result', { outcome: 'granted', title: 'Giấy', content: {} }, specialist);
  await house.act(dossier, 'confirm-draft', {}, 'citizen1');
  await presses(specialist, '/chuyen-buoc');
  const after = await house.view(dossier, specialist);
  assert.equal(after.state.step, 'ky');
  assert.match(await page(specialist, '?mat=lich-su'), /Đã có: Bản đồ địa chính đã đến[\s\S]*số 12/);
});
