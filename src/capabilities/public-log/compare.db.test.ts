import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { systemActor } from '#kernel/actor';
import { aCtx, aDatabase } from '#test/database';
import type { Finding } from './compare.ts';
import { lookOver } from './look-over.ts';
import { takeOver } from './take-over.ts';

test('a row that was edited, deleted or invented is named, and no other', async () => {
  const db = await aDatabase();
  const ctx = aCtx(db.worker, systemActor('test'));
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const write = (id: string) =>
    db.sql(
      `insert into audit.entry (id, at, actor_kind, action, subject) values ($1, now(), 'system', 'test.done', 'x')`,
      [id],
    );
  for (const id of ids) await write(id);
  await takeOver(ctx);
  const findings = async (): Promise<Finding[]> => {
    const found: Finding[] = [];
    for await (const some of lookOver(ctx, 7)) found.push(...some);
    return found;
  };
  assert.deepEqual(await findings(), []);
  const late = randomUUID();
  await write(late);
  assert.deepEqual(await findings(), [], 'what is not taken over yet is no finding');

  const [edited = '', deleted = ''] = [ids[5], ids[17]];
  await db.sql(`update audit.entry set action = 'test.other' where id = $1`, [edited]);
  await db.sql('delete from audit.entry where id = $1', [deleted]);
  const invented = randomUUID();
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject, xact) select $1, at, 'system', 'test.done', 'x', xact from audit.entry where id = $2`,
    [invented, ids[0]],
  );
  const named = (await findings()).map(({ kind, source, key }) => `${kind} ${source} ${key}`).sort();
  assert.deepEqual(named, [
    `deleted journal ${deleted}`,
    `edited journal ${edited}`,
    `invented journal ${invented}`,
  ]);
  await takeOver(ctx);
  assert.equal((await findings()).length, 3, 'the log goes on, and what was done stays named');
});
