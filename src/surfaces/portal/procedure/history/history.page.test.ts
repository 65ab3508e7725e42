import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askToClose, decideClosing, publishVersion, saveAnnouncement } from '#capabilities/catalogue';
import { compileSchema } from '#platform/validation';
import { aHouse } from '#test/pages';
import { portalRoutes } from '../../index.ts';

const house = await aHouse({ routes: portalRoutes });
const code = '1.001193';

before(async () => {
  const now = await house.catalogue.current(code);
  assert.ok(now?.definition);
  const renamed = { ...now.definition, name: { vi: 'Đăng ký khai sinh & nhận con', en: 'Births' } };
  const published = await publishVersion(await house.ctx('officer:system-administrator@province'), {
    code,
    basedOn: now.version,
    definition: renamed,
    validFrom: '2026-11-25',
  });
  assert.deepEqual(published, { ok: true, value: now.version + 1 });
  house.catalogue.forget();
});

test('versions stand with their days, each as it was', async () => {
  const procedure = await house.visit('GET', `/thu-tuc/${code}`);
  assert.match(procedure.text, /\/thu-tuc\/1\.001193\/lich-su/);
  const history = await house.visit('GET', `/thu-tuc/${code}/lich-su`);
  assert.match(history.text, /Phiên bản 2[\s\S]*đang áp dụng[\s\S]*25\/11\/2026[\s\S]*Phiên bản 1/);
  assert.equal(history.text.match(/đang áp dụng/g)?.length, 1);
  const old = await house.visit('GET', `/thu-tuc/${code}/1`);
  assert.doesNotMatch(old.text, /nhận con/);
  assert.match(old.text, /phiên bản 1, áp dụng từ/);
  assert.doesNotMatch(old.text, /nop-ho-so\/bat-dau/, 'nobody files by an old version');
  const now = await house.visit('GET', `/thu-tuc/${code}/2`);
  assert.match(now.text, /khai sinh &amp; nhận con/);
  assert.doesNotMatch(now.text, /không còn hoặc chưa áp dụng/);
});

test('what does not exist, or is not for the public, is not found', async () => {
  for (const path of [
    `/thu-tuc/${code}/9`,
    '/thu-tuc/9.999999/lich-su',
    '/thu-tuc/9.999999/1',
    `/thu-tuc/${code}/9/mau.json`,
  ])
    assert.equal((await house.visit('GET', path)).status, 404, path);
  assert.equal((await house.visit('GET', `/thu-tuc/${code}/abc`)).status, 404);
});

test('the data contract of a version stands at its address for good', async () => {
  const answer = await house.visit('GET', `/thu-tuc/${code}/1/mau.json`);
  assert.match(String(answer.headers['content-type']), /^application\/schema\+json/);
  const schema = JSON.parse(answer.bytes.toString()) as Record<string, unknown>;
  assert.equal(schema['$id'], `https://motcua.example.vn/thu-tuc/${code}/1/mau.json`);
  assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(typeof compileSchema(schema), 'function', 'a validator takes it');
});

test('the feed tells what was published here, and no record of the national list as news', async () => {
  const feed = await house.visit('GET', '/thay-doi-thu-tuc.atom');
  assert.match(String(feed.headers['content-type']), /^application\/atom\+xml/);
  const text = feed.bytes.toString();
  assert.equal(text.match(/<entry>/g)?.length, 1);
  assert.match(text, /<id>https:\/\/motcua\.example\.vn\/thu-tuc\/1\.001193\/2<\/id>/);
  assert.match(text, /Đăng ký khai sinh &amp; nhận con/);
  assert.match(text, /áp dụng từ 25\/11\/2026/);
  assert.doesNotMatch(text, /công bố theo/);
  const announced = await saveAnnouncement(await house.ctx('officer:system-administrator@province'), {
    number: '12/QĐ-UBND',
    issuer: 'Ủy ban nhân dân tỉnh',
    about: 'Sửa đổi khai sinh',
    decidedOn: '2026-11-20',
    effectiveOn: '2026-11-25',
    publishedOn: null,
    law: '',
    lawEffectiveOn: null,
    items: [{ code, what: 'amend', version: 2 }],
  });
  assert.ok(announced.ok, JSON.stringify(announced));
  house.catalogue.forget();
  const again = await house.visit('GET', '/thay-doi-thu-tuc.atom');
  assert.match(again.bytes.toString(), /công bố theo 12\/QĐ-UBND ngày 20\/11\/2026/);
  const procedure = await house.visit('GET', `/thu-tuc/${code}`);
  assert.match(procedure.text, /12\/QĐ-UBND ngày 20\/11\/2026/);
});

test('a closed procedure says since when, and leads to the one in its place', async () => {
  const asked = await askToClose(await house.ctx('officer:unit-administrator@committeeA'), '1.004873', {
    from: '2026-11-20',
    replacedBy: code,
    reason: 'Quyết định bãi bỏ',
  });
  assert.equal(asked.ok, true, JSON.stringify(asked));
  const agreeing = await house.ctx('officer:system-administrator@province');
  const closed = await decideClosing(agreeing, '1.004873', 'agree');
  assert.equal(closed.ok, true, JSON.stringify(closed));
  house.catalogue.forget();
  const page = await house.visit('GET', '/thu-tuc/1.004873');
  assert.match(page.text, /dừng nhận từ 20\/11\/2026[\s\S]*href="\/thu-tuc\/1\.001193"/);
  assert.doesNotMatch(page.text, /nop-ho-so\/bat-dau/, 'nobody files it any more');
});
