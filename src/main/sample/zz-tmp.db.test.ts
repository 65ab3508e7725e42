import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'node:test';
import { createLog } from '#platform/log';
import { aDatabase } from '#test/database';
import { seedProvince } from '../seed.ts';
const db = await aDatabase();
await db.sql(`do $$ declare t regclass; begin for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not like 'pg_%' and n.nspname <> 'information_schema' loop execute format('alter table %s set (autovacuum_enabled = off)', t); end loop; end $$`);
test('x', async () => {
  const t=performance.now();
  const report = await seedProvince({ workerDb: db.worker, webDb: db.web, dataDir: mkdtempSync(tmpdir()+'/seed-'), log: createLog('t','warn'), progress: () => {} });
  console.log(JSON.stringify(report), Math.round(performance.now()-t), JSON.stringify(process.cpuUsage()));
  const pids = await db.sql<{pid:number}>("select pid from pg_stat_activity where datname = current_database() and application_name='test'");
  let sum=0; for (const {pid} of pids) { const f=readFileSync('/proc/'+pid+'/stat','utf8').split(') ')[1]!.split(' '); sum+=Number(f[11])+Number(f[12]); }
  console.log('pg cpu s', sum/100);
  const show = async (q:string)=>console.log(JSON.stringify(await db.sql(q)));
  await show('select stage, count(*)::int from dossiers.dossier group by 1 order by 2 desc');
  await show('select list, count(*)::int n, count(*) filter (where due_at < now())::int late from dossiers.work group by 1');
  await show("select channel, count(*)::int from dossiers.dossier group by 1");
  await show("select count(*)::int from dossiers.dossier d join organisations.unit r on r.id=d.home_unit join organisations.unit c on c.id=d.competent_unit where r.admin_code<>c.admin_code");
  await show("select procedure_code, count(*)::int from dossiers.dossier group by 1 order by 2 desc limit 20");
  await show("select count(*)::int n, count(*) filter (where (finished_at at time zone 'Asia/Ho_Chi_Minh')::date > due_date)::int late from dossiers.dossier where stage='returned' and due_date is not null");
  await show("select count(*)::int waiting from outbox.event where done_at is null");
  await show("select (select count(*)::int from dossiers.act) acts, (select count(*)::int from dossiers.message) messages, (select count(*)::int from dossiers.reading) readings, (select count(*)::int from feedback.rating) ratings, (select count(*)::int from results.result) results, (select count(*)::int from results.shelf) shelf, (select count(distinct home_unit)::int from dossiers.dossier) units");
  await show("select code, state #>> '{supplement,until}' u from dossiers.dossier where stage='supplement' and (state #>> '{supplement,until}') < current_date::text and state #>> '{supplement,sentAt}' is null");
  await show("select w.list, count(*)::int from dossiers.work w join organisations.unit u on u.id=w.unit_id where u.key in ('tthcc-xa-nui-cam','ubnd-xa-nui-cam','ca-xa-nui-cam') group by 1");
  await show("select u.key, w.list, count(*)::int from dossiers.work w join organisations.unit u on u.id=w.unit_id where u.key in ('tthcc-tinh','ca-tinh','tthcc-phuong-long-xuyen') group by 1,2");
  await show("select code, procedure_name, stage, applicant->>'name' n from dossiers.dossier order by random() limit 6");
});
