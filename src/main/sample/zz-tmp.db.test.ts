import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'node:test';
import { createLog } from '#platform/log';
import { aDatabase } from '#test/database';
import { seedProvince } from '../seed.ts';

const db = await aDatabase();
test('x', async () => {
  const n = Number(process.env['N'] ?? 120);
  const t = performance.now();
  const report = await seedProvince({
    workerDb: db.worker,
    webDb: db.web,
    dataDir: mkdtempSync(tmpdir() + '/seed-'),
    log: createLog('t', 'warn'),
    progress: (l) => {
      if (!/dossiers/.test(l) || Math.random() < 0.05) console.log(Math.round(performance.now() - t), l);
    },
    size: { residents: Number(process.env['R'] ?? 1000), dossiers: n },
  });
  console.log(JSON.stringify(report), Math.round(performance.now() - t));
  console.log(await db.sql('select stage, count(*)::int from dossiers.dossier group by 1 order by 2 desc'));
  console.log(await db.sql('select money, count(*)::int from dossiers.dossier group by 1'));
  console.log(
    await db.sql(
      'select list, count(*)::int, count(*) filter (where due_at < now())::int late from dossiers.work group by 1',
    ),
  );
  console.log(await db.sql('select count(*)::int acts from dossiers.act'));
});
