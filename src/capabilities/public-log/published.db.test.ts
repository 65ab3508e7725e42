import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, test } from 'node:test';
import { systemActor } from '#kernel/actor';
import { done } from '#kernel/outcome';
import {
  answerAsWitness,
  type Head,
  leafHash,
  makeKey,
  openCheckpoint,
  readBundle,
  readSigner,
  rootOf,
  type Signer,
} from '#platform/tlog';
import type { Witness } from '#ports/public-log';
import { aCtx, aDatabase, type TestDatabase } from '#test/database';
import { judgeBundle } from './bundle.ts';
import { checkpointNow, tileBytes } from './look.ts';
import { proveRow } from './proof.ts';
import { askWitnesses, publish } from './publish.ts';
import { takeOver } from './take-over.ts';

const origin = 'log.example/angiang';
const key = (name: string, type: 1 | 4): Signer => {
  const signer = readSigner(makeKey(name, type).secret);
  assert.ok(signer);
  return signer;
};
const log = { origin, signer: key(origin, 1) };

/** A witness in the same process, which remembers as the real one does. */
function aWitness(name: string): Witness & { last: Head | undefined } {
  const signer = key(name, 4);
  const own = {
    verifier: signer.verifier,
    last: undefined as Head | undefined,
    add: async (body: string) => {
      const how = { witness: signer, seconds: 1_764_000_000 };
      const answer = answerAsWitness(body, { origin, keys: [log.signer.verifier] }, own.last, how);
      own.last = answer.seen ?? own.last;
      return done({ status: answer.status, body: answer.body });
    },
  };
  return own;
}

async function write(db: TestDatabase, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject) select unnest($1::uuid[]), now(), 'system', 'test.done', 'x'`,
    [ids],
  );
  return ids;
}

describe('the published log', async () => {
  const db = await aDatabase();
  const ctx = aCtx(db.worker, systemActor('test'));
  const web = aCtx(db.web, systemActor('test'));
  const witnesses = [aWitness('w1.example'), aWitness('w2.example')];
  const policy = {
    origin,
    keys: [log.signer.verifier],
    witnesses: witnesses.map(({ verifier }) => verifier),
    least: 2,
  };
  const ids: string[] = [];

  it('is signed, witnessed and served as tiles that lead to its root', async () => {
    for (const count of [3, 260, 700]) {
      ids.push(...(await write(db, count)));
      await takeOver(ctx);
      assert.equal(await publish(ctx, log), 1);
      assert.equal(await publish(ctx, log), 0, 'nothing new');
      assert.equal(await askWitnesses(ctx, witnesses), 2);
      assert.equal(await askWitnesses(ctx, witnesses), 0, 'they have signed it');
    }
    const now = await checkpointNow(web, 2);
    assert.ok(now);
    const opened = openCheckpoint(now.note, policy);
    assert.ok(opened.ok);
    const entries: Uint8Array[] = [];
    for (let n = 0; n * 256 < now.size; n++) {
      const width = Math.min(256, now.size - n * 256);
      const bytes = await tileBytes(web, { level: 'entries', n, width });
      entries.push(...(readBundle(bytes ?? Buffer.alloc(1)) ?? []));
      const tile = await tileBytes(web, { level: 0, n, width });
      assert.deepEqual(Buffer.from(tile ?? []), Buffer.concat(entries.slice(n * 256).map(leafHash)));
    }
    assert.deepEqual(Buffer.from(rootOf(entries.map(leafHash))), Buffer.from(opened.value.root));
    assert.ok(entries.every((entry) => /^[a-z]+ [A-Za-z0-9+/]{43}=$/.test(Buffer.from(entry).toString())));
    const last = Math.floor(now.size / 256);
    assert.equal(
      await tileBytes(web, { level: 0, n: last, width: 256 }),
      undefined,
      'nothing that is not signed',
    );
    assert.equal(await tileBytes(web, { level: 0, n: last + 1, width: 1 }), undefined);
  });

  it('proves a row to whoever believes the log and its witnesses, and no other', async () => {
    const [id = ''] = ids.slice(400);
    const proved = await proveRow(ctx, { source: 'journal', key: id, witnesses: 2 });
    assert.ok(proved.ok);
    const text = JSON.stringify(proved.value);
    const judged = judgeBundle(text, policy);
    assert.ok(judged.ok && judged.value.content.includes(id));
    const other = { ...proved.value, content: proved.value.content.replace('test.done', 'test.gone') };
    assert.equal(judgeBundle(JSON.stringify(other), policy).ok, false);
    assert.equal(judgeBundle(JSON.stringify({ ...proved.value, source: 'act' }), policy).ok, false);
    assert.equal(judgeBundle(text, { ...policy, least: 3 }).ok, false);
    assert.equal(judgeBundle(text.slice(0, -2), policy).ok, false);
    const early = await proveRow(ctx, {
      source: 'journal',
      key: (await write(db, 1))[0] ?? '',
      witnesses: 2,
    });
    assert.equal(early.ok, false);
  });

  it('goes on with a witness that lost an answer, and with one that comes later', async () => {
    await takeOver(ctx);
    await publish(ctx, log);
    const forgetful = witnesses[0];
    assert.ok(forgetful);
    // It has signed and kept, and the answer was lost on the way.
    const silent = {
      ...forgetful,
      add: async (body: string) => ((await forgetful.add(body)).ok, done({ status: 500, body: '' })),
    };
    assert.equal(await askWitnesses(ctx, [silent]), 0);
    await write(db, 5);
    await takeOver(ctx);
    await publish(ctx, log);
    assert.equal(await askWitnesses(ctx, [...witnesses, aWitness('w3.example')]), 3);
  });

  it('is not signed when its history was rewritten, whoever has its key', async () => {
    await db.sql('delete from public_log.tile');
    await db.sql(`update public_log.head set size = 0`);
    await db.sql('delete from public_log.cosignature');
    await db.sql('delete from public_log.checkpoint');
    await db.sql('delete from public_log.leaf');
    await db.sql(`update public_log.head set seen = '1:1:'`);
    await takeOver(ctx);
    await publish(ctx, log);
    assert.equal(await askWitnesses(ctx, witnesses), 0);
    assert.equal(await checkpointNow(web, 1), undefined);
  });
});

test('entries of a quiet log are one bundle and one tile', async () => {
  const db = await aDatabase();
  const ctx = aCtx(db.worker, systemActor('test'));
  assert.equal(await checkpointNow(ctx), undefined);
  await write(db, 1);
  await takeOver(ctx);
  await publish(ctx, log);
  assert.equal((await checkpointNow(ctx))?.witnesses, 0);
});
