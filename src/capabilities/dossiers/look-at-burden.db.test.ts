import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { abandonment } from '#capabilities/catalogue';
import { SetClock } from '#kernel/time';
import { aCtx, aDatabase } from '#test/database';
import { burdenOf, filedOfYear, saveDraft, startDraft } from './index.ts';
import { aCitizen, anOfficer, at, centreA, centreB } from './testing/builders.ts';

const db = await aDatabase();
const clock = new SetClock(at(8));
const definition = sampleDefinition('1.004873');
const { code, version, form } = definition;
const designer = anOfficer(1, centreA, 'unit-administrator');
const [first, second] = form.pages;
assert.ok(first && second);
const question = (page: typeof first): string => page.questions[0]?.id ?? '';

const aDossier = (n: number, days: number, channel: string, supplements: number) =>
  db.sql(
    `with d as (insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, applicant,
       owner_name, owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
     values ($1, gen_random_uuid(), $2, 'x', $3, 1, '', $4, '{}', '', '', $1, $1, $1, array[$1::uuid], 'returned', 10,
       $5::timestamptz - $6 * interval '1 day', jsonb_build_object('supplementCount', $7::int), 1) returning home_unit, id),
     f as (insert into dossiers.form (home_unit, dossier_id, seq, answers, words) select home_unit, id, 1, '{"a":1,"b":2,"c":3}', '[]' from d)
     insert into dossiers.document (home_unit, dossier_id, id, demand, title, seq, added_at)
     select home_unit, id, gen_random_uuid(), p, '', 1, now() from d, unnest(array['x','y','y']) p`,
    [centreB, `H-${n}`, code, channel, new Date(clock.now()).toISOString(), days, supplements],
  );
const aDraft = async (n: number, answered: readonly string[], of = version) => {
  const ctx = aCtx(db.web, aCitizen(n), clock);
  const begun = await startDraft(ctx, { code, version: of, facts: {}, answers: {} });
  assert.ok(begun.ok);
  const answers = Object.fromEntries(answered.map((id) => [id, 'x']));
  if (answered.length > 0) assert.ok((await saveDraft(ctx, begun.value, { answers })).ok);
};

test('what dossiers asked is summed over all units, and drafts are counted by the last page they answered', async () => {
  await aDossier(1, 10, 'online', 2);
  await aDossier(2, 30, 'direct', 0);
  await aDossier(3, 200, 'online', 1);
  await aDossier(4, 400, 'online', 5);
  await aDraft(1, []);
  await aDraft(2, [question(first)]);
  await aDraft(3, [question(first), question(second)]);
  await aDraft(4, [question(second)]);
  await aDraft(5, [question(first)], version + 1);
  const look = (ctx = aCtx(db.web, designer, clock)) => burdenOf(ctx, definition);
  const fresh = await look();
  assert.equal(fresh?.leftAtStart, 0, 'nobody is gone who was here an hour ago');
  clock.set(clock.now() + 8 * 86_400_000);
  await aDraft(6, [question(first)]);
  const measure = await look();
  assert.ok(measure);
  const { left, ...sums } = measure;
  assert.deepEqual(sums, {
    dossiers: 3,
    onlineRecent: 1,
    onlineShare: 50,
    questions: 9,
    documents: 6,
    supplements: 3,
    supplemented: 2,
    leftAtStart: 1,
  });
  assert.deepEqual(left.map(({ drafts }) => drafts).slice(0, 2), [1, 2]);
  assert.equal(left.length, form.pages.length);
  assert.equal(abandonment(measure), 800);
  assert.deepEqual(
    [...(await filedOfYear(aCtx(db.web, designer, clock)))],
    [[code, { dossiers: 3, onlineShare: 67 }]],
  );
  assert.equal((await filedOfYear(aCtx(db.web, aCitizen(1), clock))).size, 0);
  for (const actor of [undefined, aCitizen(1), anOfficer(2, centreA, 'specialist')])
    assert.equal(await look(aCtx(db.web, actor, clock)), undefined);
});
