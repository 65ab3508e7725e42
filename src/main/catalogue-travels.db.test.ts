import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import { exportProcedure, importProcedure, trustKey } from '#capabilities/catalogue';
import { systemActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { aCtx, aDatabase } from '#test/database';
import { seedCatalogue } from './sample/catalogue.ts';
import { province } from './sample/sample.ts';

/** The whole national list on an ordinary machine (two cores, no other work) takes about 3 s. */
const mostSeconds = 60;
const folder = mkdtempSync(path.join(tmpdir(), 'mc-travel-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const here = await aDatabase();
const there = await aDatabase();
const at = (db: typeof here) => aCtx(db.worker, systemActor('test'));
const own = { key: aPackageKey(), lint: () => [] };
/** The other instance has a key of its own. */
const away = { key: aPackageKey(1), lint: () => [] };
const value = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};
let live: readonly string[] = [];

test(`the national list is imported within ${mostSeconds} s, live procedures among it`, async () => {
  const begun = performance.now();
  const seeded = await seedCatalogue(at(here), province, folder);
  const seconds = (performance.now() - begun) / 1000;
  live = seeded.live.map(({ code }) => code);
  assert.equal(seeded.procedures, 3055);
  assert.ok(live.length >= 52, `${live.length} live`);
  assert.ok(seconds <= mostSeconds, `${seconds.toFixed(1)} s`);
});

test('every live procedure: export, import on an empty system of another key, export: the same bytes', async () => {
  const [empty] = await there.sql<{ count: number }>(
    'select count(*)::int as count from catalogue.procedure',
  );
  assert.equal(empty?.count, 0);
  value(await trustKey(at(there), own.key.publicKey, 'An Giang'));
  for (const code of live) {
    const { bytes, version } = value(await exportProcedure(at(here), own, { code }));
    const imported = value(await importProcedure(at(there), away, bytes));
    assert.deepEqual([imported.code, imported.version, imported.became], [code, version, 'in-force']);
    const again = value(await exportProcedure(at(there), away, { code }));
    assert.equal(Buffer.compare(again.bytes, bytes), 0, code);
  }
  const [full] = await there.sql<{ count: number }>(
    'select count(*)::int as count from catalogue.procedure where live',
  );
  assert.equal(full?.count, live.length);
});
