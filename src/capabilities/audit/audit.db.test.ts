import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficerActor } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase } from '#test/database';
import { recentChanges, record } from './index.ts';

const unit = '018f0000-0000-7000-8000-000000000001' as UnitId;
const officer: OfficerActor = {
  kind: 'officer',
  officer: '018f0000-0000-7000-8000-0000000000aa' as OfficerId,
  name: 'Trần Văn Bình',
  posts: [{ unit, role: 'specialist' }],
  readableUnits: [unit],
  everywhere: false,
};

const db = await aDatabase();

test('an entry shares the fate of the transaction it belongs to and holds no name', async () => {
  const ctx = aCtx(db.web, officer);
  const scope = scopeOf(officer);
  await db.web.transact(scope, (t) =>
    record(t, ctx, { action: 'thing.do', subject: 'thing:1', details: { n: 1 } }),
  );
  await assert.rejects(
    db.web.transact(scope, async (t) => {
      await record(t, ctx, { action: 'thing.undo', subject: 'thing:1' });
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  const rows = await db.sql('select action, actor_id, actor_unit, details, at, request_id from audit.entry');
  assert.deepEqual(rows, [
    {
      action: 'thing.do',
      actor_id: officer.officer,
      actor_unit: unit,
      details: { n: 1 },
      at: ctx.clock.now(),
      request_id: 'test',
    },
  ]);
  assert.ok(!JSON.stringify(rows).includes('Trần'));
});

test('the web role can neither change nor remove an entry', async () => {
  await db.web.transact(scopeOf(officer), (t) =>
    record(t, aCtx(db.web, officer), { action: 'thing.do', subject: 'thing:1' }),
  );
  for (const role of ['motcua_web', 'motcua_worker'])
    for (const right of ['update', 'delete', 'truncate']) {
      const [row] = await db.sql<{ has: boolean }>('select has_table_privilege($1, $2, $3) as has', [
        role,
        'audit.entry',
        right,
      ]);
      assert.equal(row?.has, false, `${role} must not ${right}`);
    }
});

test('the technical administrator reads changes of settings, never of dossiers; nobody else reads any', async () => {
  const admin: OfficerActor = { ...officer, posts: [{ unit, role: 'system-administrator' }] };
  const write = (action: string) =>
    db.web.transact(scopeOf(admin), (t) => record(t, aCtx(db.web, admin), { action, subject: 'x:1' }));
  for (const action of ['unit.rename', 'officer.give-post.refused', 'dossier.accepted', 'person.look-up'])
    await write(action);
  const read = await recentChanges(aCtx(db.web, admin), { since: 0 });
  assert.deepEqual(read.ok && read.value.map(({ action }) => action).sort(), [
    'officer.give-post.refused',
    'unit.rename',
  ]);
  const one = await recentChanges(aCtx(db.web, admin), { since: 0, action: 'officer.give-post' });
  assert.equal(one.ok && one.value.length, 1);
  for (const role of ['specialist', 'unit-administrator', 'inspector'] as const) {
    const other = { ...officer, posts: [{ unit, role }] };
    const refusal = await recentChanges(aCtx(db.web, other), { since: 0 });
    assert.equal(!refusal.ok && refusal.refusal.code, 'not-allowed');
  }
});
