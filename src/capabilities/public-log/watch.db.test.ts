import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#kernel/actor';
import { withClient } from '#platform/db';
import { makeKey, readSigner } from '#platform/tlog';
import { aCtx, aDatabase, type TestDatabase } from '#test/database';
import { checkTree } from './check-tree.ts';
import { ever, type Finding, sumsNow } from './compare.ts';
import { inTurn, lookOver } from './look-over.ts';
import { publish } from './publish.ts';
import { takeOver } from './take-over.ts';
import { watchOver } from './watch.ts';

const origin = 'log.example/angiang';
const signer = readSigner(makeKey(origin, 1).secret);
assert.ok(signer);
const log = { origin, signer };
const watched = { origin, keys: [signer.verifier] };

/** A log of so many entries of the journal, each of a transaction of its own, in stretches of ten. */
async function aLog(count: number) {
  const db = await aDatabase();
  const ctx = aCtx(db.worker, systemActor('test'));
  const ids = Array.from({ length: count }, () => randomUUID());
  await withClient(db.ownerUrl, async (client) => {
    for (const id of ids) await client.query(journal, [id]);
  });
  // Stretches end where no older transaction is under way; others of the same cluster may hold that up for a moment.
  const over = `select 1 from audit.entry where xact >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint limit 1`;
  for (let n = 0; n < 400 && (await db.sql(over)).length > 0; n++) await sleep(25);
  await takeOver(ctx);
  await publish(ctx, log);
  const look = async (): Promise<string[]> => {
    const found: Finding[] = [];
    for await (const some of lookOver(ctx, 10)) found.push(...some);
    return found.filter(({ source }) => source === 'journal').map(({ kind, key }) => `${kind} ${key}`);
  };
  return { db, ctx, ids, look };
}
const journal = `insert into audit.entry (id, at, actor_kind, action, subject) values ($1, now(), 'system', 'test.done', 'x')`;
const stretches = (db: TestDatabase) =>
  db.sql<{ rows: string; at: number }>(
    `select rows, compared_at as at from public_log.stretch where source = 'journal' order by from_xact`,
  );

test('what was compared once is known by number and version, and every change of it is named', async () => {
  const { db, ctx, ids, look } = await aLog(60);
  assert.deepEqual(await look(), []);
  const kept = await stretches(db);
  assert.ok(kept.length >= 4, `${kept.length} stretches`);
  ctx.clock.set(ctx.clock.now() + 1000);
  assert.deepEqual(await look(), []);
  const turned = (await stretches(db)).filter(({ at }, n) => at !== kept[n]?.at);
  assert.ok(turned.length <= inTurn, 'words are compared of those whose turn it is, and of no other');

  const [edited = '', deleted = '', moved = '', rewritten = ''] = [ids[3], ids[14], ids[25], ids[36]];
  await db.sql(`update audit.entry set subject = 'y' where id = $1`, [edited]);
  assert.deepEqual(await look(), [`edited ${edited}`]);
  await db.sql(`update audit.entry set subject = 'x' where id = $1`, [edited]);
  assert.deepEqual(await look(), [], 'put back word by word, it agrees again');
  assert.deepEqual(await look(), []);

  // One goes and another comes: the number stays the same.
  const invented = randomUUID();
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject, xact)
     select $1, at, actor_kind, action, subject, xact from audit.entry where id = $2`,
    [invented, deleted],
  );
  await db.sql('delete from audit.entry where id = $1', [deleted]);
  await db.sql(`update audit.entry set xact = (select xact from audit.entry where id = $2) where id = $1`, [
    moved,
    ids[50],
  ]);
  await db.sql(
    `update public_log.leaf set entry = 'journal ' || encode(sha256(salt || sha256('other')), 'base64') where row_key = $1`,
    [rewritten],
  );
  assert.deepEqual(
    (await look()).sort(),
    [
      `deleted ${deleted}`,
      `deleted ${moved}`,
      `invented ${invented}`,
      `invented ${moved}`,
      `leaf ${rewritten}`,
    ].sort(),
  );
  assert.equal((await look()).length, 5, 'and again in every look');
});

test('what is hidden from the quick look comes to light when its turn comes', async () => {
  const { db, ids, look } = await aLog(45);
  assert.deepEqual(await look(), []);
  await db.sql(`update audit.entry set subject = 'y' where id = $1`, [ids[33]]);
  // Whoever knows how the monitor remembers makes it remember otherwise.
  await db.sql(`update public_log.stretch t set versions = s.versions, compared_at = now() + interval '1 year'
    from public_log.stretch t2, lateral public_log.sums(t2.source, array[t2.from_xact, t2.to_xact]) s
    where t2.source = t.source and t2.from_xact = t.from_xact`);
  const found: string[] = [];
  for (let n = 0; n < 4; n++) found.push(...(await look()));
  assert.deepEqual([...new Set(found)], [`edited ${ids[33]}`]);
});

test('stretches with a gap between them are not believed', async () => {
  const { db, ids, look } = await aLog(45);
  assert.deepEqual(await look(), []);
  const before = await stretches(db);
  await db.sql(
    `delete from public_log.stretch where from_xact = (select from_xact from public_log.stretch where source = 'journal' order by 1 offset 1 limit 1)`,
  );
  await db.sql(`update audit.entry set subject = 'y' where id = $1`, [ids[13]]);
  assert.deepEqual(await look(), [`edited ${ids[13]}`]);
  assert.equal((await stretches(db)).length, before.length);
});

test('leaves, tiles and checkpoints are hashed again part by part', async () => {
  const { db, ctx } = await aLog(3);
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject) select gen_random_uuid(), now(), 'system', 'test.done', 'x' from generate_series(1, 600)`,
  );
  await takeOver(ctx);
  await publish(ctx, log);
  const round = async (): Promise<string[]> => {
    const found: Finding[] = [];
    for (let n = 0; n < 3; n++) found.push(...(await checkTree(ctx, watched, 256)));
    return [...new Set(found.map(({ kind, key, index }) => `${kind} ${key} ${index}`))];
  };
  assert.deepEqual(await round(), []);
  await db.sql(`update public_log.leaf set entry = 'journal x' where index = 300`);
  assert.deepEqual(await round(), ['leaf 0/1 300']);
  await db.sql(
    `update public_log.tile set bytes = overlay(bytes placing public_log.leaf_hash('journal x') from 44 * 32 + 1) where level = 0 and n = 1`,
  );
  assert.deepEqual(await round(), ['tree 0/1 256'], 'the tile above knows better');
  await db.sql(
    `update public_log.tile set bytes = overlay(bytes placing sha256('x') from 1) where level = 1`,
  );
  const rewritten = await round();
  assert.ok(
    rewritten.some((each) => each.startsWith('tree checkpoint ')),
    rewritten.join(),
  );
  await db.sql('delete from public_log.tile where level = 1');
  assert.ok((await round()).length > 0, 'a tile that is missing is a finding, not an error');
});

test('every source tells the versions of its rows', async () => {
  const { db, ctx } = await aLog(1);
  const sources = await db.sql<{ name: string }>('select name from public_log.source');
  assert.ok(sources.length >= 8);
  for (const { name } of sources)
    assert.equal((await sumsNow(ctx, name, [{ from_xact: '0', to_xact: ever }])).length, 1, name);
});

test('a look is noted with its time, and one that takes long is followed by a long pause', async () => {
  const { db, ctx, ids } = await aLog(5);
  await db.sql('delete from audit.entry where id = $1', [ids[2]]);
  assert.equal(await watchOver(ctx, watched), 1);
  assert.equal(await watchOver(ctx, watched), 0, 'told once');
  await db.sql('delete from audit.entry where id = $1', [ids[3]]);
  await db.sql('update public_log.watch set look_ms = 30000');
  ctx.clock.set(ctx.clock.now() + 60_000);
  assert.equal(await watchOver(ctx, watched), 0, 'not yet');
  ctx.clock.set(ctx.clock.now() + 61_000);
  assert.equal(await watchOver(ctx, watched), 1);
});
