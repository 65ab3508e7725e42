import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lockFolder } from './folder-lock.ts';

const aFolder = (t: { after(work: () => void): void }): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-lock-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const lockFile = (folder: string) => path.join(folder, 'motcua.lock');

test('one holds the folder; whom comes second is told who', async (t) => {
  const folder = aFolder(t);
  const first = await lockFolder(folder, 'start');
  assert.ok(first.held);
  const second = await lockFolder(folder, 'serve');
  assert.ok(!second.held);
  assert.deepEqual({ pid: second.by.pid, what: second.by.what }, { pid: process.pid, what: 'start' });
  first.release();
  assert.equal(existsSync(lockFile(folder)), false);
});

test('a lock of a dead process is taken over, also when its number was given to another process', async (t) => {
  const folder = aFolder(t);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (const left of [
    { pid, born: 'long/ago', what: 'start' },
    { pid: process.ppid, born: 'another/birth', what: 'start' },
  ]) {
    writeFileSync(lockFile(folder), JSON.stringify(left));
    const lock = await lockFolder(folder, 'start');
    assert.ok(lock.held);
    lock.release();
  }
  writeFileSync(lockFile(folder), 'half a l');
  assert.ok((await lockFolder(folder, 'start')).held);
});

test('of many that find a stale lock at once, one gets it', async (t) => {
  const folder = aFolder(t);
  writeFileSync(lockFile(folder), JSON.stringify({ pid: 2 ** 30, born: '', what: 'start' }));
  const all = await Promise.all(Array.from({ length: 20 }, (_, i) => lockFolder(folder, `start ${i}`)));
  assert.equal(all.filter((lock) => lock.held).length, 1);
});

test('a lock that another process took meanwhile is not released by us', async (t) => {
  const folder = aFolder(t);
  const lock = await lockFolder(folder, 'start');
  assert.ok(lock.held);
  writeFileSync(lockFile(folder), JSON.stringify({ pid: 1, born: 'x', what: 'other' }));
  lock.release();
  assert.match(readFileSync(lockFile(folder), 'utf8'), /other/);
});
