import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import { type Actor } from '#kernel/actor';
import { SetClock } from '#kernel/time';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import {
  actOnDossier,
  addDraftFile,
  type DossierRef,
  findDraft,
  type Intent,
  saveDraft,
  startDraft,
  submitDossier,
  weighDraft,
} from './index.ts';
import {
  aCitizen,
  anOfficer,
  answersFor,
  at,
  centreA,
  committeeA,
  someServices,
} from './testing/builders.ts';

// Office hours 07:00–11:30 and 13:30–17:00, Monday to Friday; the procedure takes three working days (1440 minutes).
const db = await aDatabase();
await withSmallProvince(db.worker);
const clock = new SetClock(at(8));
const numbers = new Numbers(db.web);
const services = someServices((unit, day, series) => numbers.take(unit, day, series));
const code = '1.004873';
const definition = sampleDefinition(code);
const person = aCitizen(1);
const counter = anOfficer(1, centreA, 'one-stop-officer');
const specialist = anOfficer(2, committeeA, 'specialist');
const wednesday = '2026-11-25';
const thursday = '2026-11-26';
const friday = '2026-11-27';
const monday = '2026-11-30';

async function aFiledDossier(): Promise<DossierRef> {
  const ctx = aCtx(db.web, person, clock);
  const started = await startDraft(ctx, { code, version: 1, facts: {}, answers: answersFor(definition) });
  assert.ok(started.ok);
  assert.ok((await saveDraft(ctx, started.value, { receiver: centreA, delivery: { way: 'counter' } })).ok);
  for (const demand of definition.documents.filter((each) => each.group === 'submit')) {
    const file = { sha256: 'a'.repeat(64), name: 'giay.pdf', size: 1000, kind: 'pdf' };
    assert.ok((await addDraftFile(ctx, started.value, demand.id, file)).ok);
  }
  const draft = await findDraft(ctx, started.value);
  assert.ok(draft);
  const hash = weighDraft(definition, draft, services.lists, clock.now()).hash;
  const sent = await submitDossier(ctx, services, started.value, hash, {
    name: 'Nguyễn Thị Đào',
    personalNumber: '089190000001',
  });
  assert.ok(sent.ok);
  return sent.value;
}

async function does(actor: Actor, ref: DossierRef, intent: Intent, when: number, input: unknown = {}) {
  clock.set(when);
  const outcome = await actOnDossier(aCtx(db.web, actor, clock), services, ref, intent, input);
  assert.ok(outcome.ok, outcome.ok ? '' : `${intent}: ${outcome.refusal.code}`);
}

/** As it is stored, by both conventions, and whether the clock runs. */
async function stored(ref: DossierRef) {
  const [row] = await db.sql<{ date: string; minute: string; clock: string; waits: unknown[] }>(
    `select due_date::text as date, to_char(due_minute at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as minute, clock,
       state -> 'waits' as waits
     from dossiers.dossier where id = $1`,
    [ref.id],
  );
  assert.ok(row);
  return row;
}
const ask = { papers: [{ demand: 'd', title: 'Giấy chứng sinh', reason: 'mờ' }], reason: 'mờ', days: 5 };
const send = { documents: [], note: 'Tôi đã bổ sung' };

/** Accepted on Wednesday at 08:00 and taken over. */
async function anAcceptedDossier(): Promise<DossierRef> {
  clock.set(at(7, 30, wednesday));
  const ref = await aFiledDossier();
  await does(counter, ref, 'accept', at(8, 0, wednesday));
  await does(specialist, ref, 'take-over', at(8, 5, wednesday));
  const due = await stored(ref);
  assert.deepEqual([due.date, due.minute], [monday, `${monday} 08:00`], 'three working days');
  return ref;
}

test('after a supplement the working time of the wait, and only that, is added to the promised moment', async () => {
  const ref = await anAcceptedDossier();
  await does(specialist, ref, 'ask-supplement', at(10, 0, wednesday), ask);
  const waiting = await stored(ref);
  assert.equal(waiting.clock, 'stopped');
  assert.equal(waiting.minute, `${monday} 08:00`, 'nothing moves while the wait has no end');
  await does(person, ref, 'send-supplement', at(20, 0, wednesday), send);
  assert.equal((await stored(ref)).clock, 'stopped', 'it ends when the office has seen the papers');
  await does(specialist, ref, 'confirm-supplement', at(9, 30, thursday));
  // Wednesday 10:00–11:30 and 13:30–17:00 are 300 minutes, Thursday 07:00–09:30 are 150: 450 in all, the night counts nothing.
  // Monday 08:00 + 210 min = 11:30; + 210 min of the afternoon = 17:00; + 30 min = Tuesday 07:30.
  const after = await stored(ref);
  assert.equal(after.minute, '2026-12-01 07:30');
  assert.equal(after.clock, 'running');
  assert.equal(after.waits.length, 1);
  const [work] = await db.sql<{ clock: string }>('select clock from dossiers.work where dossier_id = $1', [
    ref.id,
  ]);
  assert.equal(work?.clock, 'running', 'the work list knows it too');
});

test('a wait over a weekend adds no day off, a second wait adds to the first', async () => {
  const ref = await anAcceptedDossier();
  await does(specialist, ref, 'ask-supplement', at(16, 0, friday), ask);
  await does(specialist, ref, 'confirm-supplement', at(8, 0, monday));
  // Friday 16:00–17:00 and Monday 07:00–08:00: 120 minutes.
  assert.equal((await stored(ref)).minute, `${monday} 10:00`);
  await does(specialist, ref, 'ask-supplement', at(8, 30, monday), ask);
  await does(specialist, ref, 'confirm-supplement', at(9, 0, monday));
  const after = await stored(ref);
  assert.equal(after.minute, `${monday} 10:30`);
  assert.equal(after.waits.length, 2);
});

test('a wait outside working hours moves nothing', async () => {
  const ref = await anAcceptedDossier();
  await does(specialist, ref, 'ask-supplement', at(17, 30, thursday), ask);
  await does(specialist, ref, 'confirm-supplement', at(22, 0, thursday));
  const { date, minute } = await stored(ref);
  assert.deepEqual([date, minute], [monday, `${monday} 08:00`]);
});

test('before acceptance there is nothing to move: the count begins with the acceptance', async () => {
  clock.set(at(7, 30, wednesday));
  const ref = await aFiledDossier();
  await does(counter, ref, 'ask-supplement', at(8, 0, wednesday), ask);
  assert.equal((await stored(ref)).minute, null);
  await does(person, ref, 'send-supplement', at(9, 0, thursday), send);
  await does(counter, ref, 'confirm-supplement', at(10, 0, thursday));
  assert.equal((await stored(ref)).clock, 'none');
  await does(counter, ref, 'accept', at(8, 0, friday));
  const { date, minute } = await stored(ref);
  assert.deepEqual([date, minute], ['2026-12-02', '2026-12-02 08:00']);
});
