import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetClock } from '#kernel/time';
import { aCtx, aDatabase } from '#test/database';
import { draftKeptFor } from './commands/drafts.ts';
import { openWork, startDraft } from './index.ts';
import { aCitizen, anOfficer, at, centreA, centreB } from './testing/builders.ts';

const db = await aDatabase();
const clock = new SetClock(at(8));
const code = '1.004873';
const designer = anOfficer(1, centreA, 'unit-administrator');

const aDraft = (n: number, version: number) =>
  startDraft(aCtx(db.web, aCitizen(n), clock), { code, version, facts: {}, answers: {} });
const aDossier = (n: number, version: number, stage: string) =>
  db.sql(
    `insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, applicant,
       owner_name, owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
     values ($1, gen_random_uuid(), $2, 'x', $3, $4, '', 'direct', '{}', '', '', $1, $1, $1, array[$1::uuid], $5, 2, now(), '{}', 1)`,
    [centreB, `H-${n}`, code, version, stage],
  );

test('drafts and unfinished dossiers of every unit and person are counted by version, for designers alone', async () => {
  for (const [n, version] of [1, 1, 2].entries()) assert.ok((await aDraft(n, version)).ok);
  for (const [n, stage] of ['in-process', 'finished', 'returned', 'declined'].entries())
    await aDossier(n, 1, stage);
  const counted = (await openWork(aCtx(db.web, designer, clock), code)).toSorted(
    (a, b) => a.version - b.version,
  );
  assert.deepEqual(counted, [
    { version: 1, drafts: 2, dossiers: 2 },
    { version: 2, drafts: 1, dossiers: 0 },
  ]);
  for (const actor of [undefined, aCitizen(1), anOfficer(2, centreA, 'specialist')])
    assert.deepEqual(await openWork(aCtx(db.web, actor, clock), code), []);
  clock.set(clock.now() + draftKeptFor);
  assert.deepEqual(await openWork(aCtx(db.web, designer, clock), code), [
    { version: 1, drafts: 0, dossiers: 2 },
  ]);
});
