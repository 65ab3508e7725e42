import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { systemActor } from '#kernel/actor';
import { withClient } from '#platform/db';
import { aCtx, aDatabase } from '#test/database';
import { digestOf, entryOf } from './entry.ts';
import { takeOver } from './take-over.ts';

const journal = (id: string) =>
  `insert into audit.entry (id, at, actor_kind, action, subject) values ('${id}', now(), 'system', 'test.done', 'x')`;

test('every row becomes a leaf once, in whatever order its transaction commits', async () => {
  const db = await aDatabase();
  const ctx = aCtx(db.worker, systemActor('test'));
  const ids = Array.from({ length: 60 }, () => randomUUID());
  await withClient(db.ownerUrl, async (early) => {
    await withClient(db.ownerUrl, async (later) => {
      await early.query('begin');
      await early.query(journal(ids[0] ?? ''));
      for (const id of ids.slice(1, 30)) await later.query(journal(id));
      assert.ok((await takeOver(ctx)) >= 29);
      assert.equal(await takeOver(ctx), 0, 'nothing new');
      for (const id of ids.slice(30)) await later.query(journal(id));
      await Promise.all([takeOver(ctx), takeOver(ctx), takeOver(ctx)]);
      await early.query('commit');
      assert.equal(await takeOver(ctx), 1, 'what committed late, although it began first');
      assert.equal(await takeOver(ctx), 0);
    });
  });
  const rows = await db.sql<{ row_key: string; salt: Buffer; entry: string; content: string }>(
    `select l.row_key, l.salt, l.entry, v.content from public_log.leaf l join audit.v_log v on v.key = l.row_key where l.source = 'journal'`,
  );
  for (const id of ids) assert.equal(rows.filter(({ row_key }) => row_key === id).length, 1, id);
  for (const { salt, entry, content } of rows)
    assert.equal(entry, entryOf('journal', salt, digestOf(content)));
  const [counted] = await db.sql<{ n: string; top: string }>(
    'select count(*) n, max(index) + 1 top from public_log.leaf',
  );
  assert.equal(counted?.n, counted?.top, 'no gaps');
});
