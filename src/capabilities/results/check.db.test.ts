import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OfficerActor, publicActor } from '#kernel/actor';
import { type OfficerId, type UnitId, uuidv7 } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { changeResult } from './change-state.ts';
import { checkResult } from './check.ts';
import { type IssuedResult, newResultToken, recordResult } from './results.ts';

const db = await aDatabase();
const fresh = () => uuidv7(aWorkingMorning);
const unit = fresh() as UnitId;
const officer = (role: 'clerk' | 'unit-leader', at = unit): OfficerActor => ({
  kind: 'officer',
  officer: fresh() as OfficerId,
  name: 'Lê Văn Ký',
  posts: [{ unit: at, role }],
  readableUnits: [at],
  everywhere: false,
});
const everybody = aCtx(db.web, publicActor);

async function aResult(change: Partial<IssuedResult> = {}) {
  const dossier = { homeUnit: unit, id: fresh() };
  await db.sql(
    `insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, person_id,
       applicant, owner_name, owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
     values ($1, $2, $3, '', '1.001193', 1, '', 'online', $4, '{}', '', '', $1, $1, $1, array[$1::uuid], 'finished', 9, now(), '{}', 1)`,
    [unit, dossier.id, `H01-261125-${fresh().slice(-6)}`, fresh()],
  );
  const ctx = aCtx(db.web, officer('clerk'));
  const file = {
    sha256: newResultToken().repeat(2),
    octets: 4000,
    token: newResultToken(),
    signatures: [
      {
        role: 'leader' as const,
        name: 'Lê Văn Ký',
        agency: 'UBND xã An Phú',
        serial: '0a',
        at: aWorkingMorning,
      },
    ],
  };
  const number = `${fresh().slice(-6)}/GXN`;
  const id = await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    recordResult(transactor, ctx, {
      dossier,
      number,
      kind: 'KQ.G1',
      title: 'Giấy xác nhận',
      outcome: 'granted',
      issuer: { id: unit, name: 'UBND xã An Phú' },
      signerName: 'Lê Văn Ký',
      content: { hoTen: 'Nguyễn Văn An' },
      ownerName: 'Nguyễn Văn An',
      file,
      ...change,
    }),
  );
  return { dossier, id, number, ...file };
}
const leader = aCtx(db.web, officer('unit-leader'));
const ground = 'Quyết định 15/QĐ-UBND ngày 20/11/2026: sai ngày sinh';

describe('anybody', () => {
  it('finds a result by the code on its paper, its number or its file, and learns no more than is meant for all', async () => {
    const { token, number, sha256 } = await aResult();
    for (const asked of [{ token }, { number: number.toLowerCase() }, { sha256 }]) {
      const [found, ...others] = await checkResult(everybody, asked);
      assert.equal(found?.number, number);
      assert.equal(found.owner_masked, 'Nguyễn V. A.');
      assert.equal(found.state, 'valid');
      assert.equal(found.sha256, sha256);
      assert.ok(!JSON.stringify(found).includes('Văn An'));
      assert.deepEqual(others, []);
    }
    assert.deepEqual(await checkResult(everybody, { token: newResultToken() }), []);
    assert.deepEqual(await checkResult(everybody, { token: '' }), []);
  });

  it('sees that a result ran out by its own date', async () => {
    const { token } = await aResult({ validUntil: asPlainDate('2026-11-24') });
    // Without a file the word of chance is the same as with it.
    const [found] = await checkResult(everybody, { token });
    assert.equal(found?.state, 'expired');
    assert.equal(found.ground, null);
    const current = await aResult({ validUntil: asPlainDate('2026-11-25') });
    assert.equal(
      (await checkResult(everybody, current.number ? { number: current.number } : { token }))[0]?.state,
      'valid',
    );
  });
});

describe('a result', () => {
  it('is revoked by a leader of its issuer, with a ground that everybody reads at once', async () => {
    const { dossier, id, token } = await aResult();
    const done = await changeResult(leader, dossier, { result: id, ground });
    assert.deepEqual(done, { ok: true, value: { state: 'revoked' } });
    const [found] = await checkResult(everybody, { token });
    assert.deepEqual([found?.state, found?.ground], ['revoked', ground]);
    const again = await changeResult(leader, dossier, { result: id, ground });
    assert.equal(again.ok || again.refusal.code, 'result-ended');
    const [told] = await db.sql<{ topic: string }>(`select topic from outbox.event where subject = $1`, [
      dossier.id,
    ]);
    assert.equal(told?.topic, 'result.revoked');
  });

  it('is replaced by a newer one of the same agency, and can be revoked after that', async () => {
    const [old, newer] = [await aResult(), await aResult()];
    const wrong = await changeResult(leader, old.dossier, { result: old.id, ground, newer: old.number });
    assert.equal(wrong.ok || wrong.refusal.code, 'newer-missing');
    const done = await changeResult(leader, old.dossier, { result: old.id, ground, newer: newer.number });
    assert.deepEqual(done, { ok: true, value: { state: 'replaced' } });
    const [found] = await checkResult(everybody, { token: old.token });
    assert.deepEqual(
      [found?.state, found?.newer_number, found?.newer_token],
      ['replaced', newer.number, newer.token],
    );
    const after = await changeResult(leader, old.dossier, { result: old.id, ground });
    assert.deepEqual(after, { ok: true, value: { state: 'revoked' } });
  });

  it('is not touched by a clerk, by another agency, or without a ground', async () => {
    const { dossier, id, token } = await aResult();
    const refusalOf = async (ctx: typeof leader, wish: object) => {
      const outcome = await changeResult(ctx, dossier, { result: id, ground, ...wish });
      return outcome.ok || outcome.refusal.code;
    };
    assert.equal(await refusalOf(aCtx(db.web, officer('clerk')), {}), 'not-yours');
    assert.equal(
      await refusalOf(aCtx(db.web, officer('unit-leader', fresh() as UnitId)), {}),
      'result-missing',
    );
    assert.equal(await refusalOf(leader, { ground: 'sai' }), 'ground-missing');
    assert.equal((await checkResult(everybody, { token }))[0]?.state, 'valid');
  });

  it('keeps its file and its states for ever: no role may change or remove them', async () => {
    for (const role of ['motcua_web', 'motcua_worker'])
      for (const table of ['results.event', 'results.file'])
        for (const right of ['update', 'delete', 'truncate']) {
          const [row] = await db.sql<{ has: boolean }>('select has_table_privilege($1, $2, $3) as has', [
            role,
            table,
            right,
          ]);
          assert.equal(row?.has, false, `${role} must not ${right} ${table}`);
        }
  });
});
