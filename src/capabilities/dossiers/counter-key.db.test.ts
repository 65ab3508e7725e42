import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import { uuidv7 } from '#kernel/ids';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import { type CounterFiling, receiveAtCounter } from './index.ts';
import { anOfficer, answersFor, centreA, centreB, someServices } from './testing/builders.ts';

const db = await aDatabase();
await withSmallProvince(db.worker);
const numbers = new Numbers(db.web);
const services = someServices((unit, day, series) => numbers.take(unit, day, series));
const code = '1.004873';

const clerk = anOfficer(1, centreA, 'one-stop-officer');
const sheet = (key: string | undefined, more: Partial<CounterFiling> = {}): CounterFiling => ({
  unit: centreA,
  procedureCode: code,
  procedureVersion: 1,
  procedureName: 'thử',
  channel: 'direct',
  person: null,
  applicant: { name: 'Nguyễn Văn Bấm' },
  answers: answersFor(sampleDefinition(code)),
  papers: [{ demand: 'd', source: 'paper', originals: 1, copies: 0 }],
  delivery: 'counter',
  purpose: '',
  ...(key === undefined ? {} : { key }),
  ...more,
});
const send = async (actor: typeof clerk, filing: CounterFiling) => {
  const sent = await receiveAtCounter(aCtx(db.web, actor), services, filing);
  assert.ok(sent.ok, JSON.stringify(sent));
  return sent.value;
};
const count = async (name: string) =>
  Number(
    (await db.sql('select count(*) as n from dossiers.dossier where owner_name = $1', [name]))[0]?.['n'],
  );

test('of twenty sendings at the same moment one becomes a dossier, and all are answered with it', async () => {
  const key = uuidv7(1);
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(clerk, sheet(key))));
  assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
  assert.equal(new Set(sent.map((each) => each.code)).size, 1);
  assert.equal(sent.filter(({ again }) => !again).length, 1, 'what follows a receipt follows once');
  assert.equal(await count('Nguyễn Văn Bấm'), 1);
  const told = await db.sql(
    "select count(*) as n from outbox.event where subject = $1 and topic = 'dossier.accepted'",
    [sent[0]?.id],
  );
  assert.equal(Number(told[0]?.['n']), 1);
});

test('a later sending, even with another unit or other words, finds the first dossier', async () => {
  const both = { ...clerk, posts: [...clerk.posts, ...anOfficer(1, centreB, 'one-stop-officer').posts] };
  const key = uuidv7(2);
  const first = await send(both, sheet(key, { applicant: { name: 'Nguyễn Văn Đổi' } }));
  const second = await send(both, sheet(key, { unit: centreB, applicant: { name: 'Nguyễn Văn Đổi' } }));
  assert.deepEqual(second, { ...first, again: true });
  assert.equal(await count('Nguyễn Văn Đổi'), 1);
});

test('another key, another officer, or no key is another dossier', async () => {
  const name = { applicant: { name: 'Nguyễn Văn Riêng' } };
  const key = uuidv7(3);
  await send(clerk, sheet(key, name));
  await send(clerk, sheet(uuidv7(4), name));
  await send(anOfficer(2, centreA, 'one-stop-officer'), sheet(key, name));
  await send(clerk, sheet(undefined, name));
  await send(clerk, sheet(undefined, name));
  assert.equal(await count('Nguyễn Văn Riêng'), 5);
});

test('a sending that fails gives its key back, and old keys go', async () => {
  const key = uuidv7(5);
  await assert.rejects(
    receiveAtCounter(
      aCtx(db.web, clerk),
      { ...services, unit: async (id) => ({ ...(await services.unit(id)), code: '\u0000' }) },
      sheet(key),
    ),
  );
  assert.equal((await send(clerk, sheet(key, { applicant: { name: 'Nguyễn Văn Lại' } }))).again, false);
  await db.sql("update dossiers.counter_key set at = at - interval '31 days'", []);
  await send(clerk, sheet(uuidv7(6)));
  const left = await db.sql('select count(*) as n from dossiers.counter_key where officer_id = $1', [
    clerk.officer,
  ]);
  assert.equal(Number(left[0]?.['n']), 1);
});
