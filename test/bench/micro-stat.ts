// Scratch: where a submission without HTTP spends its time.
import path from 'node:path';
import { openCalendars } from '#capabilities/calendar';
import { openCatalogue } from '#capabilities/catalogue';
import { submitDossier } from '#capabilities/dossiers';
import { openUnits } from '#capabilities/organisations';
import { systemClock } from '#kernel/time';
import { openDatabase, startEmbedded, withClient } from '#platform/db';
import { createLog } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { dossierServices, listsOf } from '../../src/main/services.ts';
import { aGround } from '../faults/support/ground.ts';
import { genericDefinition } from '../support/pages/seed.ts';
import { readyDrafts } from './support/drafts.ts';

const ground = await aGround();
if (process.env.STAT) {
  await withClient(ground.rootUrl, (c) =>
    c.query("alter system set shared_preload_libraries='pg_stat_statements'"),
  );
  await withClient(ground.rootUrl, (c) => c.query("alter system set pg_stat_statements.track='all'")).catch(
    () => {},
  );
  await ground.server.stop();
  (ground as any).server = await startEmbedded(path.join(ground.folder, 'postgres'));
  await withClient(ground.rootUrl, async (c) => {
    await c.query("alter system set pg_stat_statements.track='all'");
    await c.query('select pg_reload_conf()');
  });
  await withClient(ground.rootUrl.replace('/postgres?', '/motcua?'), (c) =>
    c.query('create extension pg_stat_statements'),
  );
}
try {
  const db = openDatabase({ url: ground.webUrl, max: 12, applicationName: 'web', statementTimeout: 10_000 });
  const clock = systemClock;
  const units = openUnits(db, clock);
  const calendars = openCalendars(db, clock);
  const catalogue = openCatalogue(db, clock, {
    generic: genericDefinition(),
    synonyms: { filler: [], entries: [] },
    lifeEvents: [],
  });
  const services = dossierServices({
    units,
    calendars,
    catalogue,
    numbers: new Numbers(db),
    codePattern: '{unit}-{yyMMdd}-{n:4}',
    lists: listsOf(await units.areas(), '91'),
  });
  const code = process.argv[2] ?? '1.004873';
  const each = Number(process.argv[3] ?? 3000);
  for (const clients of [1, 8, 8, 32]) {
    const drafts = await readyDrafts(ground, services, catalogue, db, { code, count: each });
    const queue = drafts.drafts.values();
    const log = createLog('b', 'silent');
    const lat: number[] = [];
    const cpu = process.cpuUsage();
    const t0 = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (const { person, id } of queue) {
          const s = performance.now();
          const r = await submitDossier(
            {
              clock,
              actor: { kind: 'citizen', person: person as never, name: 'Nguyễn Thị Lan', guest: false },
              locale: 'vi',
              db,
              log,
              requestId: 'x',
            },
            services,
            id,
            drafts.hash,
            { name: 'Nguyễn Thị Lan', personalNumber: '089190000001', phone: '0912', email: 'a@b.vn' },
          );
          if (!r.ok) throw new Error(JSON.stringify(r));
          lat.push(performance.now() - s);
        }
      }),
    );
    const ms = performance.now() - t0;
    const used = process.cpuUsage(cpu);
    lat.sort((a, b) => a - b);
    console.log(
      clients,
      'clients',
      Math.round((each / ms) * 1000),
      '/s p50',
      lat[lat.length >> 1]!.toFixed(1),
      'p99',
      lat[Math.floor(lat.length * 0.99)]!.toFixed(1),
      'node cpu/submit ms',
      ((used.user + used.system) / 1000 / each).toFixed(3),
    );
  }
  if (process.env.STAT)
    for (const r of (
      await withClient(ground.rootUrl.replace('/postgres?', '/motcua?'), (c) =>
        c.query(
          "select calls, (total_exec_time/calls*1000)::int as us, (shared_blks_hit/calls)::int as hit, (wal_bytes/calls)::int as wal, toplevel, left(regexp_replace(query,'\\s+',' ','g'),110) q from pg_stat_statements where calls>=1000 order by total_exec_time desc limit 40",
        ),
      )
    ).rows)
      console.log(r.calls, r.us + 'us', 'hit', r.hit, 'wal', r.wal, r.toplevel ? 'TOP' : '   ', r.q);
  await db.close();
} finally {
  await ground.stop();
}
