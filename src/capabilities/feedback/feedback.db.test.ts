import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aCitizen, anOfficer, centreA, committeeA } from '#builders/dossiers';
import { aCtx, aDatabase } from '#test/database';
import { rateDossier, rateDossierBySecret, ratingBySecret, ratingOf } from './rating.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
let count = 0;

/** A dossier as it stands in the shelf; how it came there is not this room's matter. */
async function aStanding(stage: string, person: string | null = aCitizen(1).person) {
  const id = `018f0000-0000-7000-9100-${String(++count).padStart(12, '0')}`;
  const code = `H01.101.1-261125-${String(count).padStart(4, '0')}`;
  await db.sql(
    `insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, person_id,
       applicant, owner_name, owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
     values ($1, $2, $3, 'SECRET42', '1.001193', 1, '', 'online', $4, '{}', '', '', $1, $5, $1, array[$1::uuid], $6, 10, now(), '{}', 1)`,
    [centreA, id, code, person, committeeA, stage],
  );
  return { ref: { homeUnit: centreA, id }, key: { code, secret: 'secret42' } };
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code;

describe('a rating', () => {
  it('is given once, by the person whose dossier it is, when there is a result', async () => {
    const ctx = aCtx(db.web, aCitizen(1));
    const { ref, key } = await aStanding('returned');
    assert.equal(codeOf(await rateDossier(aCtx(db.web, aCitizen(2)), ref, { stars: 1 })), 'not-found');
    const counter = aCtx(db.web, anOfficer(1, centreA, 'one-stop-officer'));
    assert.equal(codeOf(await rateDossier(counter, ref, { stars: 5 })), 'not-yours');
    const rating = { stars: 4, answers: { attitude: 'good' as const }, comment: '  Nhanh  ' };
    const all = await Promise.all(Array.from({ length: 5 }, () => rateDossier(ctx, ref, rating)));
    const codes = all.map(codeOf);
    assert.equal(codes.filter((code) => code === 'done').length, 1, codes.join());
    assert.equal(codes.filter((code) => code === 'rated-already').length, 4, codes.join());
    assert.equal(codeOf(await rateDossierBySecret(aCtx(db.web), key, { stars: 1 })), 'rated-already');
    const kept = await ratingOf(ctx, ref);
    assert.deepEqual([kept?.stars, kept?.answers, kept?.comment], [4, { attitude: 'good' }, 'Nhanh']);
    assert.equal((await ratingOf(counter, ref))?.stars, 4);
    assert.equal(await ratingOf(aCtx(db.web, anOfficer(2, committeeA, 'specialist')), ref), undefined);
    const journal = await db.sql(`select subject, details from audit.entry where action = 'dossier.rate'`);
    assert.deepEqual(journal, [{ subject: key.code, details: {} }]);
  });

  it('is given by code and secret without signing in, and by nothing less', async () => {
    const anybody = aCtx(db.web);
    const { key } = await aStanding('finished', null);
    assert.equal(
      codeOf(await rateDossierBySecret(anybody, { ...key, secret: 'SECRET43' }, { stars: 5 })),
      'not-found',
    );
    assert.equal(await ratingBySecret(anybody, key), undefined);
    assert.equal(
      codeOf(
        await rateDossierBySecret(
          anybody,
          { code: key.code.toLowerCase(), secret: ' secret 42' },
          { stars: 5 },
        ),
      ),
      'done',
    );
    assert.equal(codeOf(await rateDossierBySecret(anybody, key, { stars: 1 })), 'rated-already');
    assert.equal((await ratingBySecret(anybody, key))?.stars, 5);
  });

  it('waits for the result', async () => {
    const { ref, key } = await aStanding('in-process');
    assert.equal(codeOf(await rateDossier(aCtx(db.web, aCitizen(1)), ref, { stars: 5 })), 'not-returned');
    assert.equal(codeOf(await rateDossierBySecret(aCtx(db.web), key, { stars: 5 })), 'not-returned');
  });

  it('has one to five whole stars and a comment of bounded length', async () => {
    const ctx = aCtx(db.web, aCitizen(1));
    const { ref } = await aStanding('returned');
    for (const stars of [0, 6, 2.5, Number.NaN])
      assert.equal(codeOf(await rateDossier(ctx, ref, { stars })), 'stars-missing', String(stars));
    assert.equal(codeOf(await rateDossier(ctx, ref, { stars: 5, comment: 'a'.repeat(2001) })), 'too-long');
    assert.equal(codeOf(await rateDossier(ctx, ref, { stars: '5' })), 'done');
  });
});
