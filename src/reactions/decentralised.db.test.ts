import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { approveMove, decentralisation, type NewMove, proposeMove } from '#capabilities/catalogue';
import { actsOf, allDossiers, dossierJobs, fold, loadDossier } from '#capabilities/dossiers';
import { listNotices, loadMessageTemplates } from '#capabilities/messages';
import { systemActor } from '#kernel/actor';
import { asPlainDate, instantAt } from '#kernel/time';
import { drainOutbox } from '#platform/jobs';
import { createLog } from '#platform/log';
import { aCtx } from '#test/database';
import { aHouse, unitsOfHouse } from '#test/pages';
import { reactionsOf } from './index.ts';

const house = await aHouse({ routes: () => [] });
const code = '1.004873';
const drafter = 'officer:unit-administrator@committeeA';
const approver = 'officer:system-administrator@province';
const { committeeA, province, centreA } = unitsOfHouse;
const worker = () => aCtx(house.db.worker, systemActor('test'), house.clock);

async function follow(): Promise<number> {
  house.catalogue.forget();
  const job = dossierJobs(house.services).find(({ name }) => name === 'dossiers.follow-decentralisation');
  assert.ok(job);
  return job.run(worker());
}
async function told(who: 'citizen1' | 'citizen2'): Promise<readonly string[]> {
  const shelf = loadMessageTemplates(path.join(import.meta.dirname, '../../samples/messages'));
  const deps = {
    services: house.services,
    messages: shelf,
    publicUrl: 'https://motcua.example.vn',
    templatesOf: async () => ({}),
  };
  await drainOutbox({
    db: house.db.worker,
    clock: house.clock,
    log: createLog('test', 'silent'),
    ctxFor: (name) => aCtx(house.db.worker, systemActor(name), house.clock),
    reactions: reactionsOf(deps),
  });
  return (await listNotices(await house.ctx(who)))
    .filter(({ kind }) => kind === 'authority-moved')
    .map(({ body }) => body.vi);
}
async function decide(change: Partial<NewMove>): Promise<string> {
  const proposed = await proposeMove(await house.ctx(drafter), {
    number: '45/QĐ-UBND',
    issuer: 'Ủy ban nhân dân tỉnh',
    decidedOn: '2026-11-20',
    kind: 'decentralise',
    codes: [code],
    toLevel: null,
    toUnit: province,
    from: '2026-11-27',
    until: null,
    openDossiers: 'move',
    note: '',
    ...change,
  });
  assert.ok(proposed.ok, JSON.stringify(proposed));
  const approved = await approveMove(await house.ctx(approver), proposed.value);
  assert.ok(approved.ok, JSON.stringify(approved));
  house.catalogue.forget();
  return proposed.value;
}

test('authority moves on its day: new dossiers, open ones, their people; what is signed stays', async () => {
  const open = await house.aDossier({ code, by: 'citizen1' });
  const waiting = await house.aDossier({ code, by: 'citizen2', seed: 2 });
  await house.act(open, 'accept', {}, 'officer:one-stop-officer@centreA');
  const before = (await house.view(open, 'officer:specialist@committeeA')).state;
  assert.deepEqual([before.competent, before.holder], [committeeA, committeeA]);
  const id = await decide({});

  assert.equal(await follow(), 0, 'not before its day');
  house.clock.set(instantAt(asPlainDate('2026-11-27'), 9 * 60));
  assert.equal(await follow(), 2);
  assert.equal(await follow(), 0, 'once');
  const move = await decentralisation(await house.ctx(drafter), id);
  assert.deepEqual([move?.told, move?.carried_out_at !== null], [2, true]);

  const after = (await house.view(open, 'officer:unit-leader@province')).state;
  assert.deepEqual([after.competent, after.holder], [province, province]);
  assert.equal(after.due?.date, before.due?.date, 'the promised day stands');
  // Where it waits to be accepted, the receiving centre goes on holding it.
  const filed = (await house.view(waiting, 'officer:one-stop-officer@centreA')).state;
  assert.deepEqual([filed.competent, filed.holder], [province, centreA]);
  await house.act(waiting, 'accept', {}, 'officer:one-stop-officer@centreA');
  assert.equal((await house.view(waiting, 'officer:unit-leader@province')).state.holder, province);

  const fresh = await house.aDossier({ code, by: 'citizen1', seed: 3 });
  assert.equal((await house.view(fresh, 'officer:one-stop-officer@centreA')).state.competent, province);
  const [message = '', ...others] = await told('citizen1');
  assert.equal(others.length, 0, 'the new dossier needs no message');
  assert.match(message, /45\/QĐ-UBND/);
  assert.match(message, /Ủy ban nhân dân tỉnh/);
  assert.match(message, /không phải nộp lại/);
});

test('where open dossiers stay, they are told so and stay', async () => {
  house.clock.set(instantAt(asPlainDate('2026-11-30'), 9 * 60));
  const other = '1.001193';
  const open = await house.aDossier({ code: other, by: 'citizen2', seed: 5 });
  await house.act(open, 'accept', {}, 'officer:one-stop-officer@centreA');
  await decide({ codes: [other], from: '2026-12-01', openDossiers: 'stay', number: '46/QĐ-UBND' });
  house.clock.set(instantAt(asPlainDate('2026-12-01'), 9 * 60));
  assert.equal(await follow(), 1);
  const { state } = await house.view(open, 'officer:specialist@committeeA');
  assert.deepEqual([state.competent, state.holder], [committeeA, committeeA]);
  const messages = await told('citizen2');
  assert.match(messages.find((each) => each.includes('46/QĐ-UBND')) ?? '', /vẫn do .* giải quyết đến cùng/);
});

test('what is stored is the fold of the acts', async () => {
  const reader = house.db.worker.direct;
  const rows = await reader.rows(allDossiers, {
    home_unit: '00000000-0000-0000-0000-000000000000',
    id: '00000000-0000-0000-0000-000000000000',
    size: 100,
  });
  assert.ok(rows.length >= 4);
  for (const { home_unit, id } of rows) {
    const dossier = await reader.get(loadDossier, { home_unit, id });
    const folded = fold(await reader.rows(actsOf, { home_unit, id }));
    assert.deepEqual(JSON.parse(JSON.stringify(folded)), dossier.state);
  }
});
