import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { minuteOf, nextOpen, openCalendars } from '#capabilities/calendar';
import { type Act, type DossierState, stages } from '#capabilities/dossiers';
import { officerRoles } from '#kernel/actor';
import { asPlainDate, instantAt, SetClock } from '#kernel/time';
import { createLog } from '#platform/log';
import { aDatabase, type TestDatabase } from '#test/database';
import { refoldAll } from '../refold.ts';
import { type SeedReport, seedSample } from '../seed.ts';
import { sampleDefinitions } from './catalogue.ts';
import { demoAccounts } from './demo-accounts.ts';
import { province } from './sample.ts';

/** SAMPLE_FULL=1 plants the province as it ships: a minute instead of seconds. */
const size = process.env['SAMPLE_FULL'] ? province.size : { residents: 150, dossiers: 130 };
const now = instantAt(asPlainDate('2026-11-25'), 9 * 60 + 41);
const folder = () => mkdtempSync(path.join(tmpdir(), 'mc-sample-'));

/** A vacuum of its own that the server begins after so many writes cannot be ended by the owner who drops the database. */
const calm = (db: TestDatabase) =>
  db.sql(`do $$ declare t regclass; begin
    for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not like 'pg_%' and n.nspname <> 'information_schema' loop
      execute format('alter table %s set (autovacuum_enabled = off)', t);
    end loop; end $$`);

const plantIn = (
  db: TestDatabase,
  dataDir: string,
  options: { size?: typeof size; progress?: (line: string) => void } = {},
): Promise<SeedReport> =>
  seedSample({
    workerDb: db.worker,
    webDb: db.web,
    dataDir,
    log: createLog('seed', 'warn'),
    progress: options.progress ?? (() => {}),
    size: options.size ?? size,
    clock: new SetClock(now),
  });

const db = await aDatabase();
await calm(db);
const dataDir = folder();
const report = await plantIn(db, dataDir);

interface Row {
  readonly code: string;
  readonly state: DossierState;
  readonly acts: readonly (Omit<Act, 'at'> & { at: string })[];
}
const dossiers =
  await db.sql<Row>(`select d.code, d.state, jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'at', a.at,
    'actorKind', a.actor_kind, 'actorId', a.actor_id, 'payload', a.payload) order by a.seq) as acts
  from dossiers.dossier d join dossiers.act a on a.home_unit = d.home_unit and a.dossier_id = d.id
  group by d.home_unit, d.id, d.code, d.state`);

test('the province stands: places, units, the whole list, people, dossiers', () => {
  assert.equal(report.planted, true);
  const { areas, oldWards, units, procedures, live, residents, dossiers: told, found } = report.counts;
  assert.deepEqual(
    [areas, oldWards, units, procedures, live],
    [3355, 10_602, 324, 3055, sampleDefinitions().live.length],
  );
  assert.deepEqual([residents, told, found], [size.residents, size.dossiers, size.dossiers]);
  assert.match(readFileSync(path.join(dataDir, 'reports/catalogue.md'), 'utf8'), /3055/);
});

test('the review has begun: a programme with its sheets, one proposal in force; duties; procedures between agencies', async () => {
  const [row] = await db.sql(`select
    (select count(*)::int from catalogue.programme) as programmes,
    (select cardinality(procedures) from catalogue.programme) as members,
    (select count(*)::int from catalogue.cost_sheet) as sheets,
    (select string_agg(state, ' ' order by state) from catalogue.proposal) as proposals,
    (select count(*)::int from catalogue.duty) as duties,
    (select count(*)::int from catalogue.procedure where internal and definition is not null) as internal`);
  const live = sampleDefinitions().live.length;
  assert.deepEqual(row, {
    programmes: 1,
    members: live,
    sheets: live,
    proposals: 'in-force proposed',
    duties: 12,
    internal: 2,
  });
});

test('every stage occurs, and every kind of filing', async () => {
  const found = new Set(dossiers.map(({ state }) => state.stage));
  assert.deepEqual(
    [...stages].filter((stage) => !found.has(stage)),
    [],
  );
  assert.deepEqual(
    new Set(dossiers.map(({ state }) => state.channel)),
    new Set(['online', 'direct', 'post']),
  );
  assert.ok(dossiers.some(({ state }) => state.identityPending));
  const kinds = new Set(dossiers.flatMap(({ acts }) => acts.map((act) => act.kind)));
  for (const kind of [
    'apologised',
    'opinion-given',
    'return-undone',
    'withdrawal-refused',
    'supplement-expired',
    'draft-disputed',
    'result-sent-back',
    'service-run',
  ] as const)
    assert.ok(kinds.has(kind), kind);
  const planned = dossiers.flatMap(({ state }) => state.plan ?? []);
  assert.ok(
    planned.some(({ tasks }) => tasks.length > 1),
    'somewhere several units are at work side by side',
  );
  assert.ok(
    planned.some(({ marking }) => marking.state === 'finished'),
    'and somewhere that is over',
  );
  const [talked] = await db.sql<{ messages: number; readings: number; ratings: number; shelved: number }>(
    `select (select count(*)::int from dossiers.message) as messages, (select count(*)::int from dossiers.reading) as readings,
       (select count(*)::int from feedback.rating) as ratings, (select count(*)::int from results.shelf) as shelved`,
  );
  for (const [what, count] of Object.entries(talked ?? {})) assert.ok(count > 0, what);
});

test('folding all acts anew gives what is stored', async () => {
  const differences: unknown[] = [];
  const counts = await refoldAll(db.worker, (difference) => differences.push(difference));
  assert.equal(counts.dossiers, size.dossiers);
  assert.deepEqual(differences, []);
});

test('codes are unique, and begin with the unit that received', async () => {
  assert.equal(new Set(dossiers.map(({ code }) => code)).size, dossiers.length);
  const codes = new Map(
    (await db.sql<{ id: string; code: string }>('select id, code from organisations.unit')).map(
      ({ id, code }) => [id, code],
    ),
  );
  for (const { code, state } of dossiers) assert.ok(code.startsWith(`${codes.get(state.receiver)}-`), code);
});

test('nobody signed what they had drafted', () => {
  const signed = dossiers.filter(({ state }) => state.result?.approved);
  assert.ok(signed.length > size.dossiers / 3);
  for (const { code, state } of signed)
    assert.notEqual(state.result?.drafter, state.result?.approved?.by, code);
});

test('the chain of custody has no gap', () => {
  for (const { code, state } of dossiers) {
    assert.equal(state.custody[0]?.unit, state.receiver, code);
    assert.equal(state.custody.at(-1)?.unit, state.holder, code);
    state.custody.slice(1).forEach((hop, i) => {
      const before = state.custody[i];
      assert.ok(before?.takenAt !== undefined && before.takenAt <= hop.givenAt, `${code} hop ${i + 1}`);
      assert.ok(hop.takenAt === undefined || hop.takenAt >= hop.givenAt, code);
    });
  }
});

test('acts follow each other, officers act while offices are open, and nothing happened after now', async () => {
  const calendars = openCalendars(db.worker, new SetClock(now));
  const office = await calendars.calendarFor({ key: '', hours: 'office' }, 1);
  for (const { code, acts } of dossiers) {
    const times = acts.map((act) => Date.parse(act.at));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
      code,
    );
    assert.ok((times.at(-1) ?? 0) <= now, code);
    for (const act of acts)
      if (act.actorKind === 'officer') {
        const minute = minuteOf(Date.parse(act.at));
        assert.equal(nextOpen(office, minute), minute, `${code} ${act.kind} ${act.at}`);
      }
  }
});

test('most results were on time', () => {
  const due = dossiers.flatMap(({ state }) =>
    state.stage === 'returned' && state.due?.date && state.finishedAt
      ? [{ by: state.due.date, at: state.finishedAt }]
      : [],
  );
  const late = due.filter(({ by, at }) => instantAt(by, 24 * 60) <= at).length;
  assert.ok(late > 0 && late / due.length < 0.12, `${late} of ${due.length} late`);
});

test('what was paid for dossiers that stopped is being given back, and dossiers know what has been', async () => {
  const rows = await db.sql<{ state: string; n: number }>(
    'select state, count(*)::int as n from payments.refund group by state order by state',
  );
  assert.ok(rows.length > 0);
  const apart = await db.sql(
    `select c.dossier_code from payments.charge c join dossiers.dossier d on d.home_unit = c.home_unit and d.id = c.dossier_id
     cross join lateral jsonb_array_elements(d.state -> 'fees') f
     where f ->> 'id' = c.fee and (c.state = 'refunded') <> coalesce(f ? 'refunded', false)`,
  );
  assert.deepEqual(apart, []);
});

test('shifts are counted at the end of their day and mostly banked; only those of today are open, and no receipt is outside its day', async () => {
  const [row] = await db.sql<Record<string, number>>(
    `with day as (select s.*, (opened_at at time zone 'Asia/Ho_Chi_Minh')::date = '2026-11-25' as today from payments.shift s)
     select count(*) filter (where closed_at is not null)::int as closed, count(*) filter (where closed_at is null and not today)::int as late,
       count(*) filter (where today and closed_at is not null)::int as early,
       count(*) filter (where closed_at is not null and (closed_by is null or counted <> expected or counted < float_amount))::int as wrong,
       (select count(*)::int from payments.transfer where kind = 'banked') as banked,
       (select count(*)::int from payments.transfer t join payments.shift s on s.id = t.shift_id
        where t.day <> (s.opened_at at time zone 'Asia/Ho_Chi_Minh')::date or t.at < s.opened_at) as outside
     from day`,
  );
  assert.ok((row?.['closed'] ?? 0) > 20 && (row?.['banked'] ?? 0) > 10, JSON.stringify(row));
  assert.deepEqual([row?.['late'], row?.['early'], row?.['wrong'], row?.['outside']], [0, 0, 0, 0]);
});

test('every role is held, and whoever holds a tour account is there', async () => {
  const held = await db.sql<{ role: string }>('select distinct role from identity.post');
  assert.deepEqual(new Set(held.map(({ role }) => role)), new Set(officerRoles));
  const officers = await db.sql<{ issuer_subject: string }>('select issuer_subject from identity.officer');
  const known = new Set(officers.map((each) => each.issuer_subject));
  for (const { subject, who } of demoAccounts())
    if (subject.startsWith('cb-')) assert.ok(known.has(subject), who);
});

test('a second planting does nothing', async () => {
  const again = await plantIn(db, dataDir);
  assert.equal(again.planted, false);
  const [row] = await db.sql<{ n: number }>('select count(*)::int as n from dossiers.dossier');
  assert.equal(row?.n, size.dossiers);
});

test('an interrupted planting is taken up to the same number of stories, none twice', async () => {
  const small = { residents: 150, dossiers: 60 };
  const tales = async (other: TestDatabase) =>
    (
      await other.sql<{
        tale: string;
      }>(`select d.code || ' ' || d.owner_name || ' ' || d.procedure_code || ' ' ||
        string_agg(a.kind || '@' || a.at || '/' || coalesce(a.actor_id::text, ''), ' ' order by a.seq) as tale
      from dossiers.dossier d join dossiers.act a on a.home_unit = d.home_unit and a.dossier_id = d.id
      where not exists (select from identity.person p where p.id = d.person_id and p.kind = 'guest')
      group by d.home_unit, d.id, d.code, d.owner_name, d.procedure_code`)
    )
      .map(({ tale }) => tale)
      .sort();
  const whole = await aDatabase();
  await calm(whole);
  await plantIn(whole, folder(), { size: small });
  const broken = await aDatabase();
  await calm(broken);
  const place = folder();
  const stop = (line: string) => {
    if (/^dossiers [1-9]/.test(line)) throw new Error('pulled the plug');
  };
  await assert.rejects(plantIn(broken, place, { size: small, progress: stop }), /pulled the plug/);
  const taken = await plantIn(broken, place, { size: small });
  assert.ok(taken.planted && (taken.counts['dossiers'] ?? 99) < small.dossiers);
  // Codes may differ (numbers taken by the interrupted run are gaps), and so may what lay in the pulled batch.
  const withoutCode = (tale: string) => tale.slice(tale.indexOf(' '));
  const told = (await tales(broken)).map(withoutCode);
  const planned = new Set((await tales(whole)).map(withoutCode));
  assert.equal(told.length, planned.size, 'none is missing and none is told twice');
  assert.equal(new Set(told).size, told.length);
  const same = told.filter((tale) => planned.has(tale)).length;
  assert.ok(same >= told.length * 0.8, `${same} of ${told.length} stories are the same`);
});
