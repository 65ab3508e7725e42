import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Embedded, prepareOwner, roleSecrets, startEmbedded, withClient } from '#platform/db';
import { decideSettings, type Settings } from '../config/settings.ts';
import { bringUpToDate } from '../database.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { examineNode } from './node.ts';

// Roles belong to a whole cluster, and these tests spoil them: so they bring a cluster of their own.
describe('doctor', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-doctor-'));
  let embedded: Embedded;
  let settings: Settings;

  const asRoot = (text: string) =>
    withClient(embedded.rootUrl.replace('/postgres?', '/motcua?'), (client) => client.query(text));
  const asOwner = (text: string) => withClient(settings.databaseUrl ?? '', (client) => client.query(text));
  const findings = async (about: Settings): Promise<Finding[]> => {
    const all: Finding[] = [];
    for await (const finding of examine(() => about)) all.push(finding);
    return all;
  };
  const missing = async (): Promise<string[]> =>
    (await findings(settings)).filter(({ ok }) => !ok).map(({ what }) => what);

  before(async () => {
    embedded = await startEmbedded(path.join(folder, 'postgres'));
    const root = path.resolve(import.meta.dirname, '../../..');
    const url = await prepareOwner(embedded.rootUrl, roleSecrets(folder), 'motcua');
    const decision = decideSettings({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' }, root);
    assert.ok(decision.ok);
    settings = decision.settings;
  });
  after(async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('before the migrations it says what to run', async () => {
    assert.match((await missing()).join('\n'), /^migrations: \d+ are not applied .*npx motcua migrate/);
  });

  test('after them everything is in order', async () => {
    await bringUpToDate(settings, settings.databaseUrl ?? '');
    assert.deepEqual(await missing(), []);
  });

  const spoilt: readonly (readonly [spoil: string, mend: string, sentence: RegExp])[] = [
    [
      'alter role motcua_web bypassrls',
      'alter role motcua_web nobypassrls',
      /motcua_web: CAN BYPASS .*BYPASSRLS/,
    ],
    [
      'alter role motcua_worker superuser',
      'alter role motcua_worker nosuperuser',
      /motcua_worker: CAN BYPASS .*superuser/,
    ],
    [
      'alter role motcua_web createrole',
      'alter role motcua_web nocreaterole',
      /motcua_web: CAN BYPASS .*CREATEROLE/,
    ],
    [
      'create table feedback.held (); alter table feedback.held owner to motcua_web',
      'drop table feedback.held',
      /motcua_web: CAN BYPASS .*owns feedback\.held/,
    ],
    [
      'create role holder; alter table feedback.rating owner to holder; create role through; grant holder to through; grant through to motcua_web',
      'alter table feedback.rating owner to motcua_owner; drop role through; drop role holder',
      /motcua_web: CAN BYPASS .*may become holder/,
    ],
    ['create role strong bypassrls; grant strong to motcua_web', 'drop role strong', /may become strong/],
    [
      'alter role motcua_web nologin',
      'alter role motcua_web login',
      /motcua_web: does not exist or may not log in/,
    ],
    [`alter role motcua_web password '${randomBytes(8).toString('hex')}'`, '', /motcua_web: cannot log in/],
  ];
  for (const [spoil, mend, sentence] of spoilt) {
    test(`refuses: ${spoil.replace(/'.*'/, '…')}`, async () => {
      await asRoot(spoil);
      assert.match((await missing()).join('\n'), sentence);
      await asRoot(mend);
      await bringUpToDate(settings, settings.databaseUrl ?? ''); // sets the passwords again
      assert.deepEqual(await missing(), []);
    });
  }

  test('tells of rows that do not agree with the public log, of a monitor that stands still, and of a cluster that is behind', async () => {
    await asOwner(
      `insert into public_log.finding (id, kind, source, row_key, index, found_at, seen_at) values (gen_random_uuid(), 'edited', 'act', 'x', 1, now(), now());
       update public_log.watch set looked_at = now() - interval '1 hour';
       update public_log.head set seen = '4000000000:4000000000:'`,
    );
    const said = (await missing()).join('\n');
    assert.match(said, /public log: 1 rows do not agree/);
    assert.match(said, /last compared 60 minutes ago/);
    assert.match(said, /would pass new rows over/);
    await asOwner(
      `delete from public_log.finding; update public_log.watch set looked_at = null; update public_log.head set seen = '1:1:'`,
    );
    assert.deepEqual(await missing(), []);
  });

  test('refuses a table that the web role owns, or whose policies are off', async () => {
    await asOwner('alter table dossiers.act no force row level security');
    assert.match((await missing()).join(), /table dossiers\.act: .*no forced row-level security/);
    await asOwner(
      'alter table dossiers.act force row level security; alter table dossiers.act disable row level security',
    );
    assert.match((await missing()).join(), /table dossiers\.act/);
    await asOwner('alter table dossiers.act enable row level security');
    await asOwner(
      'create table feedback.gossip (person_id uuid); grant select on feedback.gossip to motcua_web',
    );
    assert.match((await missing()).join(), /table feedback\.gossip/);
    await asOwner('drop table feedback.gossip');
    assert.deepEqual(await missing(), []);
  });

  test('an unreachable database and wrong settings are sentences', async () => {
    const away: Settings = { ...settings, databaseUrl: 'postgresql://nobody:hunter2@127.0.0.1:1/none' };
    const told = await findings(away);
    const last = told.at(-1);
    assert.equal(last?.ok, false);
    assert.match(last?.what ?? '', /database: The database at DATABASE_URL does not answer \(ECONNREFUSED/);
    assert.doesNotMatch(JSON.stringify(told), /hunter2/);
  });
});

test('another Node than the pinned one is told', () => {
  assert.equal(examineNode('20.20.2').ok, false);
  assert.equal(examineNode('24.0.1').ok, true);
});
