import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { loadProcedures } from '#capabilities/catalogue';
import { systemScope } from '#platform/db';
import { aHouse, liveCodes } from '#test/pages';
import { portalRoutes } from '../index.ts';

const house = await aHouse({ routes: (doors) => portalRoutes(doors) });

test('a procedure between agencies is on no page of the public, though it is live', async () => {
  const like = await house.catalogue.current(liveCodes[0]);
  assert.ok(like);
  const code = '6.006593';
  const national = {
    ...like.national,
    code,
    name: 'Chuyển đổi công năng nhà ở',
    internal: true,
    isPublic: false,
  };
  const definition = { ...sampleDefinition(liveCodes[0]), code, name: { vi: national.name, en: 'x' } };
  await house.db.worker.transact(systemScope, (t) =>
    loadProcedures(t, house.clock.now(), [{ national, definition }]),
  );
  house.catalogue.forget();
  assert.equal((await house.catalogue.current(code))?.live, true);
  for (const path of [
    `/thu-tuc/${code}`,
    `/thu-tuc/${code}/lich-su`,
    `/thu-tuc/${code}/1`,
    `/thu-tuc/${code}/1/mau.json`,
  ])
    assert.equal((await house.visit('GET', path)).status, 404, path);
  assert.doesNotMatch((await house.visit('GET', '/thu-tuc?q=cong+nang+nha+o')).text, /6\.006593/);
  assert.doesNotMatch((await house.visit('GET', '/thay-doi-thu-tuc.atom')).text, /6\.006593/);
  const filing = await house.visit('GET', `/nop-ho-so/bat-dau/${code}`, { as: 'citizen1' });
  assert.equal(filing.status, 404);
});
