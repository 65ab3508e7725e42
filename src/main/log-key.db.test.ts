import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { checkpointNow, judgeBundle, logFindings, proveRow, publicLogJobs } from '#capabilities/public-log';
import { systemActor } from '#kernel/actor';
import {
  emptyRoot,
  followsFrom,
  openBelieved,
  type Policy,
  readVerifier,
  signCheckpoint,
} from '#platform/tlog';
import { aCtx, aDatabase } from '#test/database';
import { keyOfWitness, memoryIn, startWitness, witnessByHttp } from '../integrations/log-witness/index.ts';
import { findLogKey, keptLogKeys } from './config/public-log.ts';
import { type KeyStep, replaceLostLogKey, retireLogKey, rotateLogKey } from './log-key.ts';
import { logIdentity } from './public-log.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-log-key-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const [data, memory] = [path.join(folder, 'data'), path.join(folder, 'witness')];
const db = await aDatabase();
const ctx = aCtx(db.worker, systemActor('test'));
const kept = () => keptLogKeys(data, 'https://motcua.example.vn');
const origin = 'motcua.example.vn/nhat-ky';
const witnessKey = keyOfWitness(memory, 'witness.example.vn');
const verifier = (text: string) => readVerifier(text) ?? assert.fail(text);

/** A second of the log, as the product is started with the keys that are there, with a witness that was told of some key. */
async function aSecond(told: string): Promise<string> {
  const { signer, before, known } = kept();
  const witness = await startWitness({
    host: '127.0.0.1',
    port: 0,
    log: { origin, keys: [verifier(told)] },
    signer: witnessKey,
    memory: memoryIn(memory),
    clock: ctx.clock,
  });
  const by = witnessByHttp({ url: `http://127.0.0.1:${witness.port}`, verifier: witnessKey.verifier });
  const secrets = { logKey: signer.secret, ...(before && { logKeyBefore: before.secret }) };
  const id = randomUUID();
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject) values ($1, now(), 'system', 'test.done', 'x')`,
    [id],
  );
  ctx.clock.set(ctx.clock.now() + 20_000);
  for (const job of publicLogJobs(logIdentity({ origin, retired: known.retired }, secrets), [by]))
    await job.run(ctx);
  await witness.stop();
  return id;
}
async function proofOf(id: string): Promise<string> {
  const proved = await proveRow(ctx, { source: 'journal', key: id, witnesses: 1 });
  assert.ok(proved.ok, 'signed by the witness');
  return JSON.stringify(proved.value);
}
const believing = (keys: readonly string[], retired: Policy['retired'] = []): Policy => ({
  origin,
  keys: keys.map(verifier),
  retired,
  witnesses: [witnessKey.verifier],
  least: 1,
});
/** What the page gives out now. */
function policyNow(): Policy {
  const { signer, before, known } = kept();
  const retired = known.retired.map(({ key, until }) => ({ key: verifier(key), until }));
  return believing([signer.text, ...(before ? [before.text] : [])], retired);
}
const judge = (proof: string, policy: Policy): string => {
  const judged = judgeBundle(proof, policy);
  return judged.ok ? 'holds' : judged.refusal.code;
};
const run = async (step: KeyStep, lost?: string): Promise<string> => {
  const newest = await checkpointNow(ctx);
  return step({ dataDir: data, newest, ...(lost && { lost }) }, async (action, details) => {
    await db.sql(
      `insert into audit.entry (id, at, actor_kind, action, subject, details) values ($1, now(), 'system', $2, 'public-log', $3)`,
      [randomUUID(), action, JSON.stringify(details)],
    );
  });
};

const first = kept().signer;
const old = await proofOf(await aSecond(first.text));

test('a key changes without leaving anybody behind, and what it signed stays good up to its end', async () => {
  await run(rotateLogKey);
  await assert.rejects(run(rotateLogKey), /last change is not finished/);
  await assert.rejects(run(retireLogKey), /has not signed the log yet/);
  const second = kept().signer;
  assert.notEqual(second.text, first.text);
  assert.equal(second.verifier.name, origin, 'it is the same log');

  // The witness and a bank know only the first key.
  const between = await proofOf(await aSecond(first.text));
  assert.equal(judge(between, believing([first.text])), 'holds');
  assert.equal(judge(between, believing([second.text])), 'holds');
  assert.equal(judge(old, policyNow()), 'holds');

  await run(retireLogKey);
  assert.equal(kept().before, undefined);
  const later = await proofOf(await aSecond(second.text));
  assert.equal(judge(later, policyNow()), 'holds');
  assert.equal(judge(old, policyNow()), 'holds');
  assert.equal(judge(between, policyNow()), 'holds');
  assert.equal(judge(later, believing([first.text])), 'note-unsigned');
  assert.ok(followsFrom([first.text], kept().known.changes, second.text), 'the bank follows by itself');
  assert.ok(!followsFrom([second.text], kept().known.changes, first.text), 'and not backwards');
  const [journal] = await db.sql<{ n: number }>(
    `select count(*)::int as n from public_log.leaf l join audit.entry e on e.id::text = l.row_key where e.action like 'log-key.%'`,
  );
  assert.equal(journal?.n, 2, 'both steps are lines of the log');
  assert.deepEqual(await logFindings(ctx), [], 'the monitor takes older checkpoints as they were signed');
});

test('whoever finds the retired key later signs nothing new with it', () => {
  const size = (kept().known.retired[0]?.until ?? 0) + 1;
  const late = signCheckpoint({ origin, size, root: emptyRoot }, first);
  const opened = openBelieved(late, policyNow());
  assert.equal(opened.ok ? 'believed' : opened.refusal.code, 'key-retired');
  const early = signCheckpoint({ origin, size: size - 1, root: emptyRoot }, first);
  assert.ok(openBelieved(early, policyNow()).ok, 'what witnesses say of it is another question');
});

test('a lost key is replaced in the open: the log goes on, witnesses remember, nobody follows by himself', async () => {
  const second = kept().signer;
  const before = await proofOf(await aSecond(second.text));
  await assert.rejects(run(replaceLostLogKey), /The key is there/);
  rmSync(path.join(data, 'secrets/public-log-key'));
  assert.throws(kept, /Put back its copy/);
  assert.equal(findLogKey(data), undefined, 'no other key is made in silence');
  await assert.rejects(run(rotateLogKey), /cannot sign its change/);
  await run(replaceLostLogKey);
  const third = kept().signer;
  assert.equal(third.verifier.name, origin);

  const unseen = await aSecond(second.text);
  const waiting = await proveRow(ctx, { source: 'journal', key: unseen, witnesses: 1 });
  assert.equal(waiting.ok, false, 'a witness that was not told signs nothing');
  const after = await proofOf(await aSecond(third.text));
  assert.equal(judge(after, policyNow()), 'holds');
  for (const proof of [old, before]) assert.equal(judge(proof, policyNow()), 'holds');
  assert.ok(!followsFrom([first.text, second.text], kept().known.changes, third.text));
  assert.deepEqual(await logFindings(ctx), []);
});

test('with the file of keys lost too, the lost key is named by whoever kept it', async () => {
  const third = kept().signer;
  rmSync(path.join(data, 'secrets/public-log-key'));
  rmSync(path.join(data, 'public-log-keys.json'));
  await assert.rejects(run(replaceLostLogKey), /must name the key that is lost/);
  await assert.rejects(run(replaceLostLogKey, first.text), /was not signed by/);
  await run(replaceLostLogKey, third.text);
  assert.equal(kept().known.retired[0]?.key, third.text);
});
