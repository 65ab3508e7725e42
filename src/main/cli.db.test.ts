import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '#test/command';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const dataDir = path.join(folder, 'data');

const motcua = (args: readonly string[], env: Readonly<Record<string, string>> = {}, input = '') =>
  runCommand(args, { dataDir, env, input });

test('wrong settings: one sentence each, all at once, code 2, no stack', () => {
  const { status, stdout, stderr } = motcua(['start'], { PORT: 'x', DEMO: 'perhaps', WEB_POOL: '0' });
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.deepEqual(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    ['PORT', 'DEMO', 'WEB_POOL'],
  );
  assert.doesNotMatch(stderr, /\n\s+at |Error/);
  assert.equal(existsSync(dataDir), false, 'nothing was begun');
});

test('an unknown command is refused with the nearest one, code 2', () => {
  const { status, stderr } = motcua(['mirgate']);
  assert.equal(status, 2);
  assert.match(stderr, /^There is no command "mirgate"\. Did you mean migrate\?/);
});

test('a sample that does not ship is refused before anything begins', () => {
  const { status, stderr } = motcua(['seed', '--sample', 'city']);
  assert.equal(status, 2);
  assert.match(stderr, /^--sample must be province or ministry, not "city"/);
  assert.equal(existsSync(dataDir), false);
});

test('help lists the commands; each explains itself', () => {
  const { status, stdout } = motcua([]);
  assert.equal(status, 0);
  for (const name of ['serve', 'migrate', 'seed', 'import-catalogue', 'due', 'refold', 'doctor'])
    assert.match(stdout, new RegExp(`^ {2}${name} `, 'm'));
  assert.match(motcua(['refold', '--help']).stdout, /^Usage: npx motcua refold/);
});

test('due answers line by line', () => {
  const line = '{"received":"2026-10-02T09:00","time":{"value":3,"unit":"working_day"}}';
  const { status, stdout } = motcua(['due'], {}, `${line}\n${line}\n`);
  assert.equal(status, 0);
  const answers = stdout
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as unknown);
  assert.deepEqual(answers[1], { due_end_of_day: '2026-10-07', due_to_the_minute: '2026-10-07T09:00' });
  assert.equal(motcua(['due'], {}, 'no JSON\n').status, 1);
});

test('a database that does not answer is a sentence without the password', () => {
  const { status, stderr } = motcua(['migrate'], { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/d' });
  assert.equal(status, 1);
  assert.match(stderr, /^The database at DATABASE_URL does not answer \(ECONNREFUSED/);
  assert.doesNotMatch(stderr, /hunter2|\n\s+at /);
});

test('migrate, serve before it, import and refold on the embedded database', { timeout: 60_000 }, () => {
  const early = motcua(['refold']);
  assert.equal(early.status, 1);
  assert.match(early.stderr, /^The database lacks \d+ migrations .*npx motcua migrate/);
  assert.match(motcua(['migrate']).stdout, /^applied 0001_ground\.sql$/m);
  assert.match(motcua(['migrate']).stdout, /^The database is up to date\.$/m);

  const list = path.join(folder, 'list.csv');
  writeFileSync(list, 'code,name,field\n1.000001,Cấp giấy,Hộ tịch\nxyz,Không có mã,Hộ tịch\n');
  const imported = motcua(['import-catalogue', list]);
  assert.equal(imported.status, 0, imported.stderr);
  assert.match(imported.stdout, /^Read 2 rows: 1 procedures, 1 set aside/m);
  assert.match(imported.stdout, /^Published 1 procedures/m);
  assert.match(readFileSync(path.join(dataDir, 'reports', 'catalogue-import.md'), 'utf8'), /xyz/);
  assert.match(imported.stdout, /^Compared .* 1 new, 0 changed .* 0 gone .* 0 the same\.$/m);
  writeFileSync(list, 'code,name,field\n1.000001,Cấp giấy mới,Hộ tịch\n');
  const again = motcua(['import-catalogue', list]).stdout;
  assert.match(again, /^Published 0 .*1 stood already/m);
  assert.match(again, /^Compared .* 0 new, 1 changed \(0 with a form of their own\), 0 gone/m);
  assert.match(again, /\/quan-tri\/danh-muc-quoc-gia\/[0-9a-f-]{36}$/m);
  assert.match(motcua(['import-catalogue', path.join(folder, 'none.csv')]).stderr, /cannot be read: ENOENT/);

  const refolded = motcua(['refold']);
  assert.equal(refolded.status, 0, refolded.stderr);
  assert.match(refolded.stdout, /^0 dossiers, 0 acts refolded: 0 differences in 0 dossiers$/m);
  assert.match(motcua(['seed'], { DEMO: 'off' }).stderr, /for DEMO only/);
  assert.equal(
    existsSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid')),
    false,
    'nothing was left running',
  );
});
