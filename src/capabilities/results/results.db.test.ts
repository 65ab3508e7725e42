import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CitizenActor, type OfficerActor, systemActor } from '#kernel/actor';
import { type OfficerId, type PersonId, type UnitId, uuidv7 } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import { systemScope } from '#platform/db';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { type IssuedResult, placeOnShelf, readResults, recordResult, shelfOf } from './results.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
const fresh = () => uuidv7(aWorkingMorning);
const unit = fresh() as UnitId;
const clerk = (at: UnitId): OfficerActor => ({
  kind: 'officer',
  officer: fresh() as OfficerId,
  name: 'Văn thư',
  posts: [{ unit: at, role: 'clerk' }],
  readableUnits: [at],
  everywhere: false,
});
const aPerson = (): CitizenActor => ({
  kind: 'citizen',
  person: fresh() as PersonId,
  name: 'An',
  guest: false,
});

async function aDossierOf(person: string) {
  const dossier = { homeUnit: unit, id: fresh(), code: `H01-261125-${fresh().slice(-4)}` };
  await db.sql(
    `insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, person_id,
       applicant, owner_name, owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
     values ($1, $2, $3, '', '1.001193', 1, '', 'online', $4, '{}', '', '', $1, $1, $1, array[$1::uuid], 'finished', 9, now(), '{}', 1)`,
    [unit, dossier.id, dossier.code, person],
  );
  return dossier;
}
const issued = (dossier: IssuedResult['dossier'], change: Partial<IssuedResult> = {}): IssuedResult => ({
  dossier,
  number: '12/GXN',
  kind: 'KQ.G1',
  title: 'Giấy xác nhận',
  outcome: 'granted',
  issuer: { id: unit, name: 'UBND xã An Phú' },
  signerName: 'Lê Văn Ký',
  content: { hoTen: 'An' },
  ...change,
});

describe('a result', () => {
  it('is recorded by an officer who sees the dossier, and read by those who do', async () => {
    const an = aPerson();
    const dossier = await aDossierOf(an.person);
    const ctx = aCtx(db.web, clerk(unit));
    await ctx.db.transact(scopeOf(ctx.actor), (transactor) => recordResult(transactor, ctx, issued(dossier)));
    const seenBy = (actor: Parameters<typeof scopeOf>[0]) =>
      db.web.read(scopeOf(actor), (reader) => readResults(reader, ctx, dossier));
    const [only] = await seenBy(an);
    assert.equal(only?.number, '12/GXN');
    assert.deepEqual(only.content, { hoTen: 'An' });
    assert.equal(only.state, 'valid');
    assert.deepEqual(await seenBy(aPerson()), []);
    assert.deepEqual(await seenBy(clerk(fresh() as UnitId)), []);
  });

  it('is not recorded on a dossier that the officer does not see', async () => {
    const dossier = await aDossierOf(aPerson().person);
    const ctx = aCtx(db.web, clerk(fresh() as UnitId));
    await assert.rejects(
      ctx.db.transact(scopeOf(ctx.actor), (transactor) => recordResult(transactor, ctx, issued(dossier))),
      /row-level security/,
    );
  });

  it('that was granted stands once on the shelf of its person alone; a refusal does not', async () => {
    const an = aPerson();
    const [granted, refusal] = [await aDossierOf(an.person), await aDossierOf(an.person)];
    const clerkCtx = aCtx(db.web, clerk(unit));
    await clerkCtx.db.transact(scopeOf(clerkCtx.actor), async (transactor) => {
      await recordResult(transactor, clerkCtx, issued(granted));
      await recordResult(transactor, clerkCtx, issued(refusal, { outcome: 'refused' }));
    });
    const system = aCtx(db.worker, systemActor('test'));
    const place = (dossier: typeof granted) =>
      db.worker.transact(systemScope, (transactor) =>
        placeOnShelf(transactor, system, { person: an.person, dossier }),
      );
    assert.equal(await place(granted), 1);
    await place(granted);
    assert.equal(await place(refusal), 0);
    const shelf = await shelfOf(aCtx(db.web, an));
    assert.deepEqual(
      shelf.map((paper) => paper.dossier_code),
      [granted.code],
    );
    assert.deepEqual(await shelfOf(aCtx(db.web, aPerson())), []);
    assert.deepEqual(await shelfOf(clerkCtx), []);
  });
});
