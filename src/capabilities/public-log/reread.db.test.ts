import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import {
  bundleOf,
  leafHash,
  makeKey,
  readBundle,
  readSigner,
  readTilePath,
  rootOf,
  signCheckpoint,
} from '#platform/tlog';
import { aCtx, aDatabase } from '#test/database';
import { checkpointNow, tileBytes } from './look.ts';
import { publish } from './publish.ts';
import { type LogReader, nothingRead, type Reread, rereadAll, rereadLog, sameHistory } from './reread.ts';
import { takeOver } from './take-over.ts';

const origin = 'log.example/angiang';
const signer = readSigner(makeKey(origin, 1).secret);
assert.ok(signer);
const log = { origin, signer };
const policy = { origin, keys: [signer.verifier], witnesses: [], least: 0 };
const db = await aDatabase();
const ctx = aCtx(db.worker, systemActor('test'));

async function grows(count: number): Promise<void> {
  await db.sql(
    `insert into audit.entry (id, at, actor_kind, action, subject) select gen_random_uuid(), now(), 'system', 'test.done', 'x' from generate_series(1, $1)`,
    [count],
  );
  await takeOver(ctx);
  await publish(ctx, log);
}
/** What is served, and a liar in between. */
const served =
  (lie: (path: string, bytes: Uint8Array) => Uint8Array | undefined = (_, bytes) => bytes): LogReader =>
  async (path) => {
    const asked = readTilePath(path.replace(/^tile\//, ''));
    const note = async () => Buffer.from((await checkpointNow(ctx))?.note ?? '');
    const bytes = path === 'checkpoint' ? await note() : asked && (await tileBytes(ctx, asked));
    return bytes && lie(path, bytes);
  };
const value = <T>(said: Outcome<T>): T => (said.ok ? said.value : assert.fail(said.refusal.code));
const code = (said: Outcome<unknown>): string => (said.ok ? 'believed' : said.refusal.code);

/** Another line at some place, and a checkpoint over the lot by the thief of the key. */
async function forked(mine: Reread, at: number): Promise<{ read: LogReader; note: string }> {
  const entries: Uint8Array[] = [];
  for (let n = 0; n * 256 < mine.size; n++) {
    const width = Math.min(256, mine.size - n * 256);
    const bytes = await tileBytes(ctx, { level: 'entries', n, width });
    entries.push(...(readBundle(bytes ?? Buffer.alloc(1)) ?? []));
  }
  entries[at] = Buffer.from('journal another');
  const note = signCheckpoint(
    { origin, size: mine.size, root: rootOf(entries.map(leafHash)) },
    signer ?? assert.fail(),
  );
  const read = served((path, bytes) => {
    if (path === 'checkpoint') return Buffer.from(note);
    const asked = readTilePath(path.slice('tile/'.length));
    if (asked?.level !== 'entries') return bytes;
    return bundleOf(entries.slice(asked.n * 256, asked.n * 256 + asked.width));
  });
  return { read, note };
}

test('a stranger reads on where he ended, and comes to what the log signs', async () => {
  let mine = nothingRead;
  for (const count of [3, 250, 300, 1, 2000]) {
    await grows(count);
    const whole = value(await rereadLog(served(), policy, nothingRead));
    mine = value(await rereadLog(served(), policy, mine));
    assert.deepEqual(mine, whole);
    assert.equal(mine.size, (await checkpointNow(ctx))?.size);
    assert.deepEqual(value(await rereadAll(served(), policy, mine)), mine);
  }
  assert.deepEqual(value(await rereadLog(served(), policy, mine)), mine, 'nothing new');
  assert.equal(code(await rereadLog(served(), { ...policy, least: 1 }, mine)), 'witnesses-missing');
});

test('a log that was shortened, rewritten or is served in pieces is told apart', async () => {
  const before = value(await rereadLog(served(), policy, nothingRead));
  await grows(40);
  const mine = value(await rereadLog(served(), policy, before));
  const shorter = signCheckpoint({ origin, size: before.size, root: before.root }, signer);
  const short = served((path, bytes) => (path === 'checkpoint' ? Buffer.from(shorter) : bytes));
  assert.equal(code(await rereadLog(short, policy, mine)), 'log-shorter');
  for (const at of [0, 257, mine.size - 1]) {
    const { read } = await forked(mine, at);
    assert.equal(code(await rereadLog(read, policy, mine)), 'log-rewritten', `line ${at}`);
    assert.equal(code(await rereadAll(read, policy, mine)), 'log-rewritten', `line ${at}`);
    assert.equal(
      code(await rereadLog(read, policy, nothingRead)),
      'believed',
      'who never looked before is deceived',
    );
  }
  const gone = served((path, bytes) => (path.includes('entries') ? undefined : bytes));
  assert.equal(code(await rereadLog(gone, policy, before)), 'log-odd');
  const cut = served((path, bytes) => (path.includes('entries') ? bytes.subarray(1) : bytes));
  assert.equal(code(await rereadLog(cut, policy, before)), 'log-odd');
  const line = served((path, bytes) =>
    path === 'tile/entries/000' ? Buffer.from(bytes).fill(65, 9, 12) : bytes,
  );
  assert.equal(code(await rereadLog(line, policy, mine)), 'believed', 'it does not read old lines again');
  assert.equal(code(await rereadAll(line, policy, mine)), 'log-rewritten', 'unless it is told to');
});

test('what another visitor was shown is of the same history, or is named', async () => {
  const early = (await checkpointNow(ctx))?.note ?? '';
  const then = value(await rereadLog(served(), policy, nothingRead));
  await grows(700);
  const mine = value(await rereadLog(served(), policy, then));
  assert.equal(value(await sameHistory(served(), policy, { mine, shown: early })).size, then.size);
  const { note } = await forked(then, 100);
  assert.equal(code(await sameHistory(served(), policy, { mine, shown: note })), 'second-history');
  const now = await forked(mine, 5);
  assert.equal(code(await sameHistory(served(), policy, { mine, shown: now.note })), 'second-history');
  const late = signCheckpoint({ origin, size: mine.size + 1, root: mine.root }, signer);
  assert.equal(code(await sameHistory(served(), policy, { mine, shown: late })), 'shown-later');
  assert.equal(
    code(await sameHistory(served(), policy, { mine, shown: early.replace('—', '-') })),
    'note-odd',
  );
});
