import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#test/pages';
import { counterRoutes } from './index.ts';

const house = await aHouse({ routes: (doors) => counterRoutes(doors) });
const officer = 'officer:one-stop-officer@centreA';
const path = '/mot-cua/quay/1.004873';

/** A sheet as a browser sends it, with a file. */
async function send(scan: string, fields: Readonly<Record<string, string>>) {
  const blank = await house.visit('GET', path, { as: officer });
  const csrf = /\?_csrf=([^"]+)"/.exec(blank.text)?.[1] ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('_tep.to-khai', new Blob([scan], { type: 'application/pdf' }), 'to-khai.pdf');
  const origin = await house.listen();
  return fetch(`${origin}${path}?_csrf=${csrf}`, {
    method: 'POST',
    body: form,
    headers: { cookie: `__Host-mc=${await house.cookieOf(officer)}` },
  });
}

test('a scan is kept with a sheet that comes back; a file of others is not believed', async () => {
  const fields = { _lam: 'nhan', _ten: 'Võ Hoàng Nam' };
  const answer = await send('%PDF-1.7 scan', fields);
  assert.equal(answer.status, 422);
  const text = await answer.text();
  const kept = /name="_giu\.to-khai" value="([0-9a-f]{64})"/.exec(text)?.[1];
  assert.ok(kept, 'the scan is named again');
  assert.match(text, /value="Võ Hoàng Nam"/);
  const again = await house.visit('POST', path, {
    as: officer,
    form: { ...fields, '_giu.to-khai': kept },
  });
  assert.match(again.text, new RegExp(kept));
  const foreign = await house.visit('POST', path, {
    as: officer,
    form: { ...fields, '_giu.to-khai': 'f'.repeat(64) },
  });
  assert.doesNotMatch(foreign.text, /f{64}/, 'a file that this session did not take is not believed');
});
