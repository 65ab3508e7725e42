import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import type { DossierState } from '#capabilities/dossiers';
import { asPlainDate, instantAt, SetClock } from '#kernel/time';
import { createLog } from '#platform/log';
import { aDatabase } from '#test/database';
import { refoldAll } from '../refold.ts';
import { seedSample } from '../seed.ts';

const now = instantAt(asPlainDate('2026-11-25'), 9 * 60 + 41);
const db = await aDatabase();
const report = await seedSample({
  sample: 'ministry',
  workerDb: db.worker,
  webDb: db.web,
  dataDir: mkdtempSync(path.join(tmpdir(), 'mc-ministry-')),
  log: createLog('seed', 'warn'),
  progress: () => {},
  clock: new SetClock(now),
});
interface Row {
  readonly code: string;
  readonly state: DossierState;
}
const dossiers = await db.sql<Row>('select code, state from dossiers.dossier');

test('a ministry stands: units without territory, its procedures, applicants, dossiers', async () => {
  assert.equal(report.planted, true);
  const { units, procedures, live, residents, dossiers: told } = report.counts;
  assert.deepEqual([units, procedures, live, residents, told], [10, 60, 60, 40, 60]);
  const kinds = await db.sql<{ kind: string; n: number; placed: number }>(
    'select kind, count(*)::int as n, count(admin_code)::int as placed from organisations.unit group by kind order by kind',
  );
  assert.deepEqual(
    kinds.map(({ kind, n, placed }) => [kind, n, placed]),
    [
      ['ministry', 1, 0],
      ['ministry-centre', 1, 0],
      ['ministry-department', 8, 0],
    ],
  );
});

test('departments decide, the centre receives, and codes begin with its identifier', async () => {
  const deciders = new Set(dossiers.map(({ state }) => state.competent));
  assert.ok(deciders.size >= 4, `${deciders.size} departments decide`);
  for (const { code, state } of dossiers) {
    assert.match(code, /^G10\.09-/);
    assert.equal(state.custody[0]?.unit, state.receiver);
  }
});

test('dossiers were filed online and at the counter, and processed to results', async () => {
  for (const channel of ['online', 'direct'])
    assert.ok(
      dossiers.some(({ state }) => state.channel === channel && state.stage === 'returned'),
      channel,
    );
  const differences: unknown[] = [];
  await refoldAll(db.worker, (difference) => differences.push(difference));
  assert.deepEqual(differences, []);
});
