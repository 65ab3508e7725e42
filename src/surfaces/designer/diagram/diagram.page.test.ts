import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { procedureDraft } from '#capabilities/catalogue';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
let home = '';
let id = '';

before(async () => {
  const begun = await house.visit('POST', '/thiet-ke', {
    as: drafter,
    form: { _ma: '1.001193', _tu: 'current' },
  });
  home = begun.location;
  id = home.split('/').at(-1) ?? '';
});

const draftNow = async () => {
  const draft = await procedureDraft(await house.ctx(drafter), id);
  assert.ok(draft);
  return draft;
};
const xmlOf = (text: string): string =>
  (/<textarea[^>]*name="so-do"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const save = async (xml: string) =>
  house.visit('POST', `${home}/so-do`, {
    as: drafter,
    form: { 'so-do': xml, '_phien-ban': String((await draftNow()).revision) },
  });

test('the line of steps stands as a diagram, a table and a text, under a policy of its own', async () => {
  const page = await house.visit('GET', `${home}/so-do`, { as: drafter });
  assert.equal(page.status, 200);
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /style-src 'self' 'unsafe-inline'/);
  assert.match(policy, /script-src 'self'(;|$)/, 'scripts from here alone');
  const other = await house.visit('GET', `${home}/quy-trinh`, { as: drafter });
  assert.doesNotMatch(String(other.headers['content-security-policy']), /unsafe-inline/);
  assert.match(page.text, /data-diagram="so-do"/);
  assert.match(page.text, /id="cac-buoc"[\s\S]*Thẩm tra/);
  assert.match(xmlOf(page.text), /<bpmn:userTask id="tham-tra"[^>]*mc:role="specialist"/);
});

test('a changed diagram changes the steps that dossiers walk', async () => {
  const xml = xmlOf((await house.visit('GET', `${home}/so-do`, { as: drafter })).text);
  const changed = xml.replace(/(<bpmn:userTask id="tham-tra"[^>]*mc:budget=")[^"]*/, '$12wd');
  assert.notEqual(changed, xml);
  const saved = await save(changed);
  assert.equal(saved.status, 303, saved.text);
  const { content } = await draftNow();
  const step = content.definition.workflow.steps.find((each) => each.id === 'tham-tra');
  assert.deepEqual(step?.budget, { value: 2, unit: 'working_day' });
  assert.equal(content.workflow, changed.trim());
});

test('what does not run is told by name, and what was typed stays', async () => {
  const before = await draftNow();
  const xml = xmlOf((await house.visit('GET', `${home}/so-do`, { as: drafter })).text);
  const broken = xml.replaceAll(/bpmn:userTask/g, 'bpmn:scriptTask');
  const refused = await save(broken);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Sơ đồ chưa chạy được[\s\S]*chưa chạy được loại phần tử này/);
  assert.match(xmlOf(refused.text), /scriptTask/);
  const hostile = await save('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>');
  assert.equal(hostile.status, 422);
  assert.equal((await draftNow()).revision, before.revision, 'nothing was saved');
});

test('a file of another modeller is taken in, and given back with all it said', async () => {
  const origin = await house.listen();
  const page = await house.visit('GET', `${home}/so-do`, { as: drafter });
  const action = /action="([^"]*\/tep\?_csrf=[^"]*)"/.exec(page.text)?.[1] ?? '';
  const upload = async (text: string | undefined) => {
    const form = new FormData();
    form.append('_phien-ban', String((await draftNow()).revision));
    if (text !== undefined) form.append('tep', new Blob([text]), 'quy-trinh.bpmn');
    const headers = { cookie: `__Host-mc=${await house.cookieOf(drafter)}` };
    return fetch(`${origin}${action}`, { method: 'POST', body: form, headers, redirect: 'manual' });
  };
  const { revision } = await draftNow();
  for (const [text, says] of [
    [undefined, /[Cc]họn.*tệp/],
    ['x'.repeat(1_000_001), /1 MB|quá lớn/],
    ['xin chào', /href="#so-do"/],
  ] as const) {
    const refused = await upload(text);
    assert.equal(refused.status, 422, String(says));
    assert.match(await refused.text(), says);
  }
  assert.equal((await draftNow()).revision, revision, 'nothing was saved');
  const theirs = xmlOf(page.text)
    .replace('<bpmn:definitions', '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn"')
    .replace('<bpmn:userTask', '<bpmn:userTask camunda:assignee="demo"');
  assert.equal((await upload(theirs)).status, 303);
  const back = await house.visit('GET', `${home}/so-do/tep`, { as: drafter });
  assert.equal(back.text, theirs.trim());
  assert.match(String(back.headers['content-disposition']), /1\.001193\.bpmn/);
});

test('what does not say yet who does a step is kept in the draft, and told by name', async () => {
  const before = await draftNow();
  const xml = xmlOf((await house.visit('GET', `${home}/so-do`, { as: drafter })).text);
  const unfinished = xml.replace(/ mc:role="specialist"/, '');
  assert.notEqual(unfinished, xml);
  const saved = await save(unfinished);
  assert.equal(saved.status, 303, saved.text);
  const { content } = await draftNow();
  assert.equal(content.workflow, unfinished.trim());
  assert.deepEqual(content.definition.workflow, before.content.definition.workflow, 'the list stays');
  const shown = await house.visit('GET', `${home}/so-do`, { as: drafter });
  assert.match(shown.text, /Sơ đồ chưa chạy được[\s\S]*Thẩm tra/);
  assert.equal((await save(xml)).status, 303);
});

test('script and style of the diagram are made on demand, for designers only', async () => {
  const script = await house.visit('GET', '/thiet-ke/dao/so-do.js', { as: drafter });
  assert.match(String(script.headers['content-type']), /javascript/);
  assert.ok(script.text.length > 300_000);
  const style = await house.visit('GET', '/thiet-ke/dao/so-do.css', { as: drafter });
  assert.match(style.text, /\.djs-|mc-diagram/);
  assert.equal((await house.visit('GET', '/thiet-ke/dao/so-do.js', { as: 'citizen1' })).status, 403);
});
