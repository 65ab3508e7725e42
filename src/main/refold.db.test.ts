import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ADossier, aDossier, anOfficer, at, centreA } from '#builders/dossiers';
import { projectionOf } from '#capabilities/dossiers';
import { uuidv7 } from '#kernel/ids';
import { aDatabase, aWorkingMorning, type TestDatabase } from '#test/database';
import { type Difference, refoldAll } from './refold.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** Writes a dossier as the product does: the acts, and beside them what they fold to. */
async function store(db: TestDatabase, dossier: ADossier, code: string): Promise<string> {
  const id = uuidv7(aWorkingMorning);
  const { acts, state } = dossier;
  const row = {
    ...projectionOf(state),
    home_unit: centreA,
    id,
    code,
    secret: 'AAAA2222',
    procedure_code: '1.004873',
    procedure_version: 1,
    procedure_name: 'Xác nhận',
    channel: 'online',
    applicant: {},
    owner_name: 'A',
    owner_folded: 'a',
    helper_unit: centreA,
    competent_unit: state.competent,
    synchronisation: 'none',
    submitted_at: iso(state.submittedAt),
    purpose: '',
  };
  await db.sql(
    'insert into dossiers.dossier select * from jsonb_populate_record(null::dossiers.dossier, $1)',
    [JSON.stringify(row)],
  );
  const rows = acts.map((act) => ({
    home_unit: centreA,
    dossier_id: id,
    seq: act.seq,
    kind: act.kind,
    at: iso(act.at),
    actor_kind: act.actorKind,
    actor_id: act.actorId,
    actor_name: act.actorName,
    actor_unit: act.actorUnit,
    payload: act.payload,
  }));
  await db.sql('insert into dossiers.act select * from jsonb_populate_recordset(null::dossiers.act, $1)', [
    JSON.stringify(rows),
  ]);
  return id;
}

async function refold(db: TestDatabase) {
  const found: Difference[] = [];
  const counts = await refoldAll(db.worker, (difference) => found.push(difference));
  return { found, counts };
}

const anAccepted = () => aDossier().does('accept', {}, anOfficer(1, centreA, 'one-stop-officer'), at(9));

describe('refold', { timeout: 60_000 }, () => {
  test('what the acts say is what stands, over more than one page', async () => {
    const db = await aDatabase();
    for (let i = 0; i < 3; i++) await store(db, anAccepted(), `H01-${i}`);
    await db.sql(
      `insert into dossiers.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', d.code || n))).*
       from dossiers.dossier d, generate_series(1, 150) n`,
    );
    await db.sql(
      `insert into dossiers.act select (jsonb_populate_record(a, jsonb_build_object('dossier_id', d.id))).*
       from dossiers.dossier d
       join dossiers.act a on a.dossier_id = (select o.id from dossiers.dossier o where o.code = 'H01-0')
       where not exists (select from dossiers.act x where x.dossier_id = d.id)`,
    );
    const { found, counts } = await refold(db);
    assert.deepEqual(found.slice(0, 5), []);
    const each = anAccepted().acts.length;
    assert.deepEqual(counts, { dossiers: 453, acts: 453 * each, differing: 0, differences: 0 });
  });

  test('each difference is named: a column, a place in the state, a lost act, an altered act', async () => {
    const db = await aDatabase();
    const ids = [];
    for (const code of ['H01-A', 'H01-B', 'H01-C', 'H01-D']) ids.push(await store(db, anAccepted(), code));
    const [a, b, c, d] = ids;
    await db.sql(`update dossiers.dossier set due_date = '2030-01-01' where id = $1`, [a]);
    await db.sql(
      `update dossiers.dossier set state = jsonb_set(state, '{due,date}', '"2030-01-01"') where id = $1`,
      [b],
    );
    await db.sql('delete from dossiers.act where dossier_id = $1 and seq = 1', [c]);
    await db.sql(
      `update dossiers.act set payload = jsonb_set(payload, '{step}', '"elsewhere"') where dossier_id = $1 and kind = 'accepted'`,
      [d],
    );
    const { found, counts } = await refold(db);
    const named = found.map(({ code, field }) => `${code} ${field}`);
    for (const name of [
      'H01-A due_date',
      'H01-B state.due.date',
      'H01-C acts',
      'H01-D step',
      'H01-D state.step',
    ])
      assert.ok(named.includes(name), `${name} in ${named.join(', ')}`);
    assert.equal(counts.differing, 4);
    assert.match(found.find(({ code }) => code === 'H01-A')?.stored ?? '', /2030-01-01/);
  });
});
