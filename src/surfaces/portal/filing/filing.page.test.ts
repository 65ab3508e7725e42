import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sampleDefinition, seededPick } from '#builders/forms';
import { resident } from '#builders/identity';
import { aHouse, codes } from './testing/house.ts';
import type { Page } from './testing/visitor.ts';
import { toCheck } from './testing/walk.ts';

const house = await aHouse();
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

/** What every page of the way must be, whatever it asks. */
function wellMade({ html, url, status }: Page): void {
  assert.equal((html.match(/<h1/g) ?? []).length, 1, `${url} needs one h1`);
  assert.ok((html.match(/mc-button--primary/g) ?? []).length <= 1, `${url} has two primary buttons`);
  assert.match(html, /class="mc-back"/, `${url} has no way back`);
  assert.equal(status === 422, /<title>Lỗi: /.test(html), url);
  assert.doesNotMatch(html, / style="|<script>|undefined|\[object/, url);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], `${url} uses an id twice`);
}

const offered = codes.filter((code) => sampleDefinition(code).online.level !== 'none');
const isSigned = (code: string): boolean => sampleDefinition(code).assurance.signed === true;
const [signed, online] = [offered.filter(isSigned), offered.filter((code) => !isSigned(code))];
assert.ok(online.length > 40 && signed.length > 1);

for (const code of signed)
  test(`${code} asks for a signature before it is submitted, and says where nobody can sign`, async () => {
    const page = await toCheck({
      house,
      visitor: hoa,
      code,
      pick: seededPick(Number(code.slice(-3))),
      see: wellMade,
    });
    const step = await hoa.send(page);
    assert.match(step.url, /\/ky$/, step.html);
    wellMade(step);
    assert.match(step.html, /Nguyễn Thị Hoa.*Chờ ký/s);
    assert.match(step.html, /chưa có nơi ký số nào nối với cổng/);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const hash = /name="noi-dung" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const pressed = await hoa.post(step.url.replace(/ky$/, 'nop'), {
      _csrf: csrf,
      'noi-dung': hash,
    });
    assert.equal(pressed.status, 422);
    assert.match(pressed.html, /chưa nối nơi ký số nào/);
  });

for (const code of online)
  test(`${code} is filed from start to confirmation without script`, async () => {
    const page = await toCheck({
      house,
      visitor: hoa,
      code,
      pick: seededPick(Number(code.slice(-3))),
      see: wellMade,
    });
    wellMade(page);
    const done = await hoa.send(page);
    assert.match(done.url, /\/xong$/, done.html);
    wellMade(done);
    assert.match(done.html, /H01\.101\.1-261125-\d{4}|H01\.\d+(\.1)?-261125-\d{4}/);
    const again = await hoa.get(done.url);
    assert.equal(again.status, 200);
  });
