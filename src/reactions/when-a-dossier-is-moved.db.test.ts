import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficer, at, committeeA } from '#builders/dossiers';
import { withSmallProvince } from '#builders/organisations';
import { decideMove, moveVersions, proposeMove, versionMoves } from '#capabilities/dossiers';
import { listNotices } from '#capabilities/messages';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);
const code = '1.004873';

test('whoever owns a moved dossier hears why, by what, and that the promised day stands; once', async () => {
  office.clock.set(at(8));
  const { ctx, ref } = await office.files(1, 'counter', 'dao@example.vn');
  await office.does(office.counter, ref, 'accept', {}, at(9));
  await office.reacts();
  const proposer = office.ctx(anOfficer(20, committeeA, 'unit-administrator'));
  const decider = office.ctx(anOfficer(21, committeeA, 'system-administrator'));
  const versions = [{ version: 2, live: true, standing: 'in-force' as const }];
  const wish = { code, to: 2, reason: 'Luật Hộ tịch mới bớt giấy tờ', ground: 'QĐ 12/QĐ-UBND' };
  const proposed = await proposeMove(proposer, versions, wish);
  assert.ok(proposed.ok);
  const work = () => moveVersions(office.services).run(office.system);
  await work();
  assert.ok((await decideMove(decider, proposed.value, 'approve')).ok);
  await work();
  assert.equal((await versionMoves(decider, code)).latest?.counts.moved, 1);
  await office.reacts();
  await db.sql('update outbox.event set done_at = null');
  await office.reacts();

  const told = (await listNotices(ctx)).filter(({ kind }) => kind === 'version-moved');
  assert.equal(told.length, 1);
  const { title, body } = told[0] ?? { title: { vi: '' }, body: { vi: '' } };
  assert.match(title.vi, /giải quyết theo quy định mới$/);
  assert.match(
    body.vi,
    /Lý do: Luật Hộ tịch mới bớt giấy tờ\nCăn cứ: QĐ 12\/QĐ-UBND\nNgày hẹn trả: .*\d\d\/\d\d\/\d{4}/,
  );
  const mails = await db.sql("select 1 from messages.delivery where kind = 'version-moved'");
  assert.equal(mails.length, 1);
});
