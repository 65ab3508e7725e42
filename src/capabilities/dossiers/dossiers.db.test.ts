import assert from 'node:assert/strict';
import test from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import { isPlainDate, localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import {
  actOnDossier,
  addDraftFile,
  findDraft,
  fold,
  myDossiers,
  projectionOf,
  saveDraft,
  searchDossiers,
  startDraft,
  submitDossier,
  trackDossier,
  viewDossier,
  weighDraft,
  workList,
} from './index.ts';
import {
  aCitizen,
  anOfficer,
  answersFor,
  centreA,
  centreB,
  committeeA,
  committeeB,
  someServices,
} from './testing/builders.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
await withSmallProvince(db.worker);
const numbers = new Numbers(db.web);
const services = someServices((unit, day, series) => numbers.take(unit, day, series));
const code = '1.004873';
const definition = sampleDefinition(code);
const applicant = { name: 'Nguyễn Thị Công Dân 1', personalNumber: '089190000001' };

async function aReadyDraft(ctx: Ctx, receiver = centreA): Promise<{ id: string; hash: string }> {
  const started = await startDraft(ctx, { code, version: 1, facts: {}, answers: answersFor(definition) });
  assert.ok(started.ok);
  const id = started.value;
  assert.ok((await saveDraft(ctx, id, { receiver, delivery: { way: 'counter' } })).ok);
  for (const demand of definition.documents.filter((each) => each.group === 'submit')) {
    const file = { sha256: 'a'.repeat(64), name: 'giay.pdf', size: 1000, kind: 'pdf' };
    assert.ok((await addDraftFile(ctx, id, demand.id, file)).ok);
  }
  const draft = await findDraft(ctx, id);
  assert.ok(draft);
  return { id, hash: weighDraft(definition, draft, services.lists, ctx.clock.now()).hash };
}

test('a draft becomes one dossier however often it is sent', async () => {
  const ctx = aCtx(db.web, aCitizen());
  const { id, hash } = await aReadyDraft(ctx);
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => submitDossier(ctx, services, id, hash, applicant)),
  );
  const codes = new Set(answers.map((answer) => (answer.ok ? answer.value.code : answer.refusal.code)));
  assert.equal(codes.size, 1, [...codes].join(' '));
  assert.match([...codes][0] ?? '', /^H01\.101\.1-261125-\d{4}$/);
  assert.equal(answers.filter((answer) => answer.ok && answer.value.fresh).length, 1);
  const [count] = await db.sql<{ n: number }>(
    'select count(*)::int as n from dossiers.dossier where draft_id = $1',
    [id],
  );
  assert.equal(count?.n, 1);
});

test('the same key with another body is refused and both texts are kept', async () => {
  const ctx = aCtx(db.web, aCitizen(2));
  const { id, hash } = await aReadyDraft(ctx);
  const first = await submitDossier(ctx, services, id, hash, applicant);
  assert.ok(first.ok);
  const other = await submitDossier(ctx, services, id, 'f'.repeat(64), applicant);
  assert.deepEqual(other, {
    ok: false,
    refusal: { code: 'submitted-otherwise', details: { code: first.value.code } },
  });
  const late = await saveDraft(ctx, id, { answers: { mucDich: 'khác' } });
  assert.equal(late.ok ? '' : late.refusal.code, 'draft-submitted');
  const draft = await findDraft(ctx, id);
  assert.equal(draft?.altered?.length, 2);
});

test('what a browser saves by itself too late takes nothing back of a page that was sent', async () => {
  const ctx = aCtx(db.web, aCitizen(34));
  const { id } = await aReadyDraft(ctx);
  const early = {
    answers: { ghiChu: 'đang gõ' },
    typed: { 'trang-1': { ghiChu: 'đang gõ' } },
    unlessSent: 'trang-1',
  };
  assert.ok((await saveDraft(ctx, id, early)).ok, 'before it was sent it is kept');
  const sent = await saveDraft(ctx, id, { answers: { ghiChu: 'xong' }, typed: { 'trang-1': {} } });
  const late = await saveDraft(ctx, id, early);
  assert.deepEqual(late, sent, 'told as saved: the page is there, newer');
  const draft = await findDraft(ctx, id);
  assert.deepEqual([draft?.answers['ghiChu'], draft?.typed['trang-1']], ['xong', {}]);
  const gone = await saveDraft(ctx, '018f0000-0000-7000-8000-00000000dead', early);
  assert.equal(gone.ok ? '' : gone.refusal.code, 'draft-unknown');
});

test('what was weighed on another day is weighed anew before it is submitted', async () => {
  const ctx = aCtx(db.web, aCitizen(33));
  const { id } = await aReadyDraft(ctx);
  const found = await findDraft(ctx, id);
  assert.ok(found);
  const isDate = (value: unknown) => typeof value === 'string' && isPlainDate(value);
  const [date = ''] = Object.entries(found.answers).find(([, value]) => isDate(value)) ?? [];
  const now = ctx.clock.now();
  const day = 86_400_000;
  const draft = { ...found, answers: { ...found.answers, [date]: localDate(now + 5 * day) } };
  const shown = weighDraft(definition, draft, services.lists, now + 10 * day);
  assert.deepEqual(shown.filing.errors, []);
  const early = await submitDossier(ctx, services, id, shown.hash, applicant, shown);
  assert.equal(early.ok || early.refusal.code, 'answers-open');
  const today = weighDraft(definition, found, services.lists, now);
  assert.ok((await submitDossier(ctx, services, id, today.hash, applicant, today)).ok);
});

test('a group of presses answers each: the first, its echo, somebody else, what changed and what is gone', async () => {
  const [mine, other] = [aCtx(db.web, aCitizen(71)), aCtx(db.web, aCitizen(72))];
  const [first, second, changed] = [
    await aReadyDraft(mine),
    await aReadyDraft(other),
    await aReadyDraft(mine),
  ];
  const shown = async (id: string) => {
    const draft = await findDraft(mine, id);
    assert.ok(draft);
    return weighDraft(definition, draft, services.lists, mine.clock.now());
  };
  const [page, echo, stale] = [await shown(first.id), await shown(first.id), await shown(changed.id)];
  assert.ok((await saveDraft(mine, changed.id, { answers: stale.draft.answers })).ok);
  const gone = { ...stale, draft: { ...stale.draft, id: '01900000-0000-7000-8000-000000000000' } };
  const press = async (ctx: typeof mine, id: string, hash: string, weighed?: typeof page) => {
    const answer = await submitDossier(ctx, services, id, hash, applicant, weighed);
    return answer.ok ? (answer.value.fresh ? 'new' : 'same') : answer.refusal.code;
  };
  const answers = await Promise.all([
    press(mine, first.id, first.hash, page),
    press(other, first.id, first.hash, page),
    press(other, second.id, second.hash),
    press(mine, first.id, first.hash, echo),
    press(mine, changed.id, stale.hash, stale),
    press(mine, gone.draft.id, gone.hash, gone),
  ]);
  assert.deepEqual([answers[0], answers[3]].sort(), ['new', 'same']);
  assert.deepEqual(answers.slice(1, 3), ['draft-unknown', 'new']);
  assert.deepEqual(answers.slice(4), ['draft-changed', 'draft-unknown']);
});

test('nobody files in the name of another through the shared statement', async () => {
  const ctx = aCtx(db.web, aCitizen(73));
  const { id, hash } = await aReadyDraft(ctx);
  const draft = await findDraft(ctx, id);
  const asked: { body?: { dossier: object } }[] = [];
  const seen = {
    ...ctx.db.together,
    get: (_: unknown, one: object) => (asked.push(one), Promise.reject(new Error('seen'))),
  };
  const spy = { ...ctx, db: { ...ctx.db, together: seen } } as typeof ctx;
  await assert.rejects(submitDossier(spy, services, id, hash, applicant), /seen/);
  const [press] = asked;
  const stranger = aCitizen(74);
  const dossier = { ...press?.body?.dossier, person_id: stranger.person };
  const forged = JSON.stringify([{ n: 0, ...press, body: { ...press?.body, dossier } }]);
  await assert.rejects(
    db.sql('select * from dossiers.submit_all($1)', [forged]),
    /a dossier of somebody else/,
  );
  assert.equal((await findDraft(ctx, id))?.dossier_id, draft?.dossier_id ?? null);
});

test('people who press and look at the same moment get their own and nothing of each other', async () => {
  const people = Array.from({ length: 30 }, (_, n) => aCtx(db.web, aCitizen(100 + n)));
  const drafts = await Promise.all(people.map((ctx) => aReadyDraft(ctx)));
  // Everybody looks at the own draft and at that of the next person in one moment.
  const looks = await Promise.all(
    people.flatMap((ctx, n) =>
      [n, (n + 1) % people.length].map(async (of) => ({
        own: of === n,
        asked: drafts[of]?.id ?? '',
        found: await findDraft(ctx, drafts[of]?.id ?? ''),
      })),
    ),
  );
  for (const { own, asked, found } of looks) assert.equal(found?.id, own ? asked : undefined);
  const sent = await Promise.all(
    people.map((ctx, n) => {
      const { id, hash } = drafts[n] ?? { id: '', hash: '' };
      return submitDossier(ctx, services, id, hash, applicant);
    }),
  );
  const foreign = await Promise.all(
    people.map((ctx, n) => {
      const { id, hash } = drafts[(n + 1) % people.length] ?? { id: '', hash: '' };
      return submitDossier(ctx, services, id, hash, applicant);
    }),
  );
  assert.deepEqual(
    foreign.map((answer) => answer.ok || answer.refusal.code),
    people.map(() => 'draft-unknown'),
  );
  assert.equal(new Set(sent.map((answer) => (answer.ok ? answer.value.code : ''))).size, people.length);
  for (const ctx of people) assert.equal((await myDossiers(ctx)).length, 1);
});

test('rows that the database refuses fail alone, whoever travels beside them', async () => {
  const people = Array.from({ length: 6 }, (_, n) => aCtx(db.web, aCitizen(200 + n)));
  const drafts = await Promise.all(people.map((ctx) => aReadyDraft(ctx)));
  // A code that stands already: the unique index refuses the second, and with it the statement of all.
  const [taken] = await db.sql<{ code: string }>('select code from dossiers.dossier limit 1');
  const number = Number(taken?.code.split('-').at(-1));
  let asked = 0;
  const clumsy = {
    ...services,
    takeNumber: (...given: Parameters<typeof services.takeNumber>) =>
      ++asked === 3 ? Promise.resolve(number) : services.takeNumber(...given),
  };
  const sent = await Promise.allSettled(
    people.map((ctx, n) => submitDossier(ctx, clumsy, drafts[n]?.id ?? '', drafts[n]?.hash ?? '', applicant)),
  );
  assert.equal(sent.filter(({ status }) => status === 'rejected').length, 1);
  const counts = await Promise.all(people.map(async (ctx) => (await myDossiers(ctx)).length));
  assert.deepEqual(
    counts.sort((a, b) => a - b),
    [0, 1, 1, 1, 1, 1],
  );
});

test('a dossier is tracked by code and secret, and by nothing less', async () => {
  const ctx = aCtx(db.web, aCitizen(3));
  const { id, hash } = await aReadyDraft(ctx);
  const sent = await submitDossier(ctx, services, id, hash, applicant);
  assert.ok(sent.ok);
  const [row] = await db.sql<{ secret: string }>('select secret from dossiers.dossier where id = $1', [
    sent.value.id,
  ]);
  const anybody = aCtx(db.web);
  const found = await trackDossier(anybody, sent.value.code.toLowerCase(), ` ${row?.secret.toLowerCase()} `);
  assert.equal(found?.code, sent.value.code);
  assert.equal(found?.acts[0]?.kind, 'submitted');
  assert.equal(await trackDossier(anybody, sent.value.code, 'AAAAAAAA'), undefined);
  assert.equal((await myDossiers(ctx)).length, 1);
});

test('the whole way: accepted, drafted, approved by another, issued, returned; the stored fold is the fold', async () => {
  const citizen = aCtx(db.web, aCitizen(4));
  const { id, hash } = await aReadyDraft(citizen, centreB);
  const sent = await submitDossier(citizen, services, id, hash, applicant);
  assert.ok(sent.ok);
  const ref = { homeUnit: sent.value.homeUnit, id: sent.value.id };
  const counter = aCtx(db.web, anOfficer(1, centreB, 'one-stop-officer', 'result-desk'));
  const specialist = aCtx(db.web, anOfficer(2, committeeB, 'specialist'));
  const leader = aCtx(db.web, anOfficer(3, committeeB, 'unit-leader', 'head-of-office'));
  const clerk = aCtx(db.web, anOfficer(4, committeeB, 'clerk'));
  const stranger = aCtx(db.web, anOfficer(5, committeeA, 'specialist', 'unit-leader'));

  assert.equal((await workList(counter, { lists: ['to-accept'] }, { size: 10, skip: 0 })).length, 1);
  const may = async (ctx: Ctx, intent: Parameters<typeof actOnDossier>[3], input: unknown = {}) => {
    const answer = await actOnDossier(ctx, services, ref, intent, input);
    return answer.ok ? 'done' : answer.refusal.code;
  };
  assert.equal(await may(stranger, 'accept'), 'not-yours');
  assert.equal(await may(specialist, 'accept'), 'not-yours');
  assert.equal(await may(counter, 'accept'), 'done');
  assert.equal(
    await may(counter, 'draft-result', { outcome: 'granted', title: 'x', content: {} }),
    'not-yours',
  );
  assert.equal((await workList(specialist, { lists: ['newly-accepted'] }, { size: 10, skip: 0 })).length, 1);
  assert.equal(await viewDossier(stranger, services, ref), undefined);
  assert.equal(await may(specialist, 'take-over'), 'done');
  assert.equal(
    await may(specialist, 'draft-result', {
      outcome: 'granted',
      title: 'Giấy xác nhận',
      content: { a: 'b' },
    }),
    'done',
  );
  assert.equal(await may(specialist, 'finish-step'), 'done');
  let view = await viewDossier(leader, services, ref);
  while (
    view &&
    view.state.step !== undefined &&
    view.rules.definition.workflow.steps.find((s) => s.id === view?.state.step)?.does === 'check'
  ) {
    assert.equal(await may(leader, 'finish-step'), 'done');
    view = await viewDossier(leader, services, ref);
  }
  assert.equal(await may(leader, 'approve-result'), 'draft-not-confirmed');
  assert.equal(await may(citizen, 'confirm-draft'), 'done');
  assert.equal(await may(specialist, 'approve-result'), 'not-yours');
  assert.equal(await may(leader, 'approve-result'), 'done');
  assert.equal(await may(clerk, 'issue', { number: '12/GXN' }), 'done');
  assert.equal(await may(counter, 'take-over'), 'done');
  assert.equal(
    await may(counter, 'return-result', { way: 'counter', to: 'Nguyễn Thị Công Dân' }),
    'fees-open',
  );
  view = await viewDossier(counter, services, ref);
  const fees = view?.state.fees.map((fee) => fee.id) ?? [];
  if (fees.length > 0)
    assert.equal(
      await may(aCtx(db.web, anOfficer(9, centreB, 'fee-desk')), 'take-fee', { fees, receipt: 'BL-1' }),
      'done',
    );
  assert.equal(await may(counter, 'return-result', { way: 'counter', to: 'Nguyễn Thị Công Dân' }), 'done');

  view = await viewDossier(citizen, services, ref);
  assert.equal(view?.state.stage, 'returned');
  assert.ok(view);
  const again = JSON.parse(JSON.stringify(fold(view.acts)));
  assert.deepEqual(again, view.state);
  const [row] = await db.sql(
    'select stage, status, money, delivery, clock from dossiers.dossier where id = $1',
    [ref.id],
  );
  const { stage, status, money, delivery, clock } = projectionOf(view.state);
  assert.deepEqual(row, { stage, status, money, delivery, clock });
  assert.equal((await db.sql('select 1 from dossiers.work where dossier_id = $1', [ref.id])).length, 0);
  assert.deepEqual(await searchDossiers(stranger, 'công dân'), []);
});
