import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type Filed, type House, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const first: Visitor = 'officer:specialist+unit-leader@committeeA';
const second: Visitor = 'officer:specialist+unit-leader@committeeA#2';
const take = (as: Visitor, viec = 'cua-toi') =>
  house.visit('POST', '/mot-cua/viec-tiep', { as, form: { viec } });
const codeIn = (location: string) => /\/ho-so\/([^?]+)/.exec(location)?.[1];

test('who asks gets the most urgent; many at once get different ones; then there is nothing left', async () => {
  const filed: Filed[] = [];
  for (let i = 0; i < 8; i++) filed.push(await house.aWalkIn({ seed: i + 1 }));
  const urgent = await take(first);
  const rows = await house.db.sql<{ code: string; officer_id: string | null }>(
    'select code, officer_id from dossiers.work order by due_at, dossier_id',
  );
  assert.equal(codeIn(urgent.location), rows[0]?.code);
  const taken = await Promise.all(
    [first, second, first, second, first, second, second].map((as) => take(as)),
  );
  const codes = [urgent, ...taken].map(({ location }) => codeIn(location));
  assert.equal(new Set(codes).size, 8, codes.join(' '));
  assert.deepEqual(new Set(codes), new Set<string>(filed.map(({ code }) => code)));
  const none = await take(second);
  assert.match(none.location, /het=1/);
  const page = await house.visit('GET', none.location, { as: second });
  assert.match(page.text, /Không còn hồ sơ nào/);
});

test('at the counter the next to accept is opened, and not one that a colleague has open', async () => {
  await house.aDossier({ seed: 41 });
  await house.aDossier({ seed: 42, by: 'citizen2' });
  const one = await take('officer:one-stop-officer@centreA', 'cho-tiep-nhan');
  const two = await take('officer:one-stop-officer@centreA#2', 'cho-tiep-nhan');
  assert.ok(codeIn(one.location));
  assert.ok(codeIn(two.location));
  assert.notEqual(codeIn(one.location), codeIn(two.location));
});
