import { readFileSync } from 'node:fs';
import pg from 'pg';
import { openCalendars } from '#capabilities/calendar';
import { openCatalogue } from '#capabilities/catalogue';
import { submitDossier } from '#capabilities/dossiers';
import { openUnits } from '#capabilities/organisations';
import { uuidv7 } from '#kernel/ids';
import { systemClock } from '#kernel/time';
import { openDatabase, withClient } from '#platform/db';
import { createLog } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { dossierServices, listsOf } from '../../src/main/services.ts';
import { aGround } from '../faults/support/ground.ts';
import { genericDefinition } from '../support/pages/seed.ts';
import { readyDrafts } from './support/drafts.ts';

const ground = await aGround();
const cpuOf = (pid: number) => {
  const s = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
  return (Number(f[11]) + Number(f[12])) * 10;
};
try {
  const db = openDatabase({ url: ground.webUrl, max: 12, applicationName: 'web', statementTimeout: 10_000 });
  const clock = systemClock;
  const units = openUnits(db, clock);
  const catalogue = openCatalogue(db, clock, {
    generic: genericDefinition(),
    synonyms: { filler: [], entries: [] },
    lifeEvents: [],
  });
  const services = dossierServices({
    units,
    calendars: openCalendars(db, clock),
    catalogue,
    numbers: new Numbers(db),
    codePattern: '{unit}-{yyMMdd}-{n:4}',
    lists: listsOf(await units.areas(), '91'),
  });
  const code = process.argv[2] ?? '1.001193';
  const N = Number(process.argv[3] ?? 3000);
  const log = createLog('b', 'silent');
  let captured: any;
  {
    const { drafts, hash } = await readyDrafts(ground, services, catalogue, db, { code, count: 1 });
    const spy = {
      ...db,
      direct: {
        ...db.direct,
        get: (q: any, p: any) => {
          if (p.body) captured = p;
          return db.direct.get(q, p);
        },
      },
    } as any;
    const r = await submitDossier(
      {
        clock,
        actor: { kind: 'citizen', person: drafts[0]!.person as never, name: 'Nguyễn Thị Lan', guest: false },
        locale: 'vi',
        db: spy,
        log,
        requestId: 'x',
      },
      services,
      drafts[0]!.id,
      hash,
      { name: 'Nguyễn Thị Lan', personalNumber: '089190000001', phone: '0912', email: 'a@b.vn' },
    );
    if (!r.ok) throw new Error(JSON.stringify(r));
  }
  const body = JSON.parse(captured.body);
  console.log(
    'bytes',
    captured.body.length,
    Object.fromEntries(Object.entries(body).map(([k, v]) => [k, JSON.stringify(v).length])),
    'docs',
    body.documents.length,
  );
  const variants: Record<string, string> = { base: '' };
  for (const f of process.argv.slice(4)) variants[f.split('/').at(-1)!] = readFileSync(f, 'utf8');
  const admin = ground.ownerUrl.replace('/motcua?', '/postgres?');
  await db.close();
  const urls: Record<string, { owner: string; web: string }> = {};
  for (const [name, sql] of Object.entries(variants)) {
    const d = 'x_' + name.replace(/\W/g, '_');
    await withClient(admin, (c) => c.query(`create database ${d} template motcua`));
    urls[name] = {
      owner: ground.ownerUrl.replace('/motcua?', `/${d}?`),
      web: ground.webUrl.replace('/motcua?', `/${d}?`),
    };
    if (sql) await withClient(urls[name].owner, (c) => c.query(sql));
  }
  const results: Record<string, number[]> = {};
  const wals: Record<string, number> = {};
  const rounds = Number(process.env['ROUNDS'] ?? 6);
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(variants)) {
      const { owner, web } = urls[name]!;
      const rows = await withClient(
        owner,
        async (c) =>
          (
            await c.query(
              `with first as (select * from dossiers.draft limit 1), copies as (
       insert into dossiers.draft (person_id, id, procedure_code, procedure_version, channel, facts, answers, typed, receiver_unit,
         delivery, revision, created_at, updated_at, expires_at)
       select person_id, gen_random_uuid(), procedure_code, procedure_version, channel, facts, answers, typed,
         receiver_unit, delivery, revision, created_at, updated_at, expires_at
       from first, generate_series(1, $1::int) n returning person_id, id) select person_id as person, id from copies`,
              [N],
            )
          ).rows,
      );
      const client = new pg.Client({ connectionString: web });
      await client.connect();
      const pid = (await client.query('select pg_backend_pid() as p')).rows[0].p;
      const work = rows.map(({ person, id }: any, i: number) => {
        const did = uuidv7(Date.now());
        let b = captured.body
          .replaceAll(body.dossier.id, did)
          .replaceAll(body.dossier.code, `${name}-${round}-${i}`)
          .replaceAll(body.dossier.draft_id, id)
          .replace(body.audit.id, uuidv7(Date.now()))
          .replace(body.event.id, uuidv7(Date.now()));
        for (const d of body.documents) b = b.replace(d.id, uuidv7(Date.now()));
        return [person, id, captured.revision, captured.hash, b];
      });
      const lsn = (await client.query('select pg_current_wal_lsn()::text as l')).rows[0].l;
      const c0 = cpuOf(pid);
      for (let i = 0; i < work.length; i += 100) {
        await client.query('begin');
        for (const values of work.slice(i, i + 100)) {
          const r = await client.query({
            name: 's',
            text: 'select outcome, home_unit, dossier_id, code from dossiers.submit($1, $2, $3, $4, $5)',
            values,
          });
          if (r.rows[0].outcome !== 'new') throw new Error(JSON.stringify(r.rows[0]));
        }
        await client.query('commit');
      }
      (results[name] ??= []).push(Math.round(((cpuOf(pid) - c0) * 1000) / N));
      wals[name] = Math.round(
        Number(
          (await client.query('select (pg_current_wal_lsn() - $1::pg_lsn)::bigint as d', [lsn])).rows[0].d,
        ) / N,
      );
      await client.end();
    }
  for (const [name, r] of Object.entries(results))
    console.log(
      name.padEnd(12),
      'min',
      Math.min(...r),
      'median',
      r.toSorted((a, b) => a - b)[r.length >> 1],
      'all',
      r.join(' '),
      'wal',
      wals[name],
    );
} finally {
  await ground.stop();
}
