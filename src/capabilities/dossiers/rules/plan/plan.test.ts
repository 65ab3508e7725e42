import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#kernel/actor';
import {
  type ADossier,
  aCitizen,
  aDossier,
  anOfficer,
  aPlannedDossier,
  asked,
  at,
  centreA,
  committeeB,
  namedUnits,
  police,
} from '../../testing/builders.ts';
import { planOfXml, samplePlan } from '../../testing/plans.ts';
import { roadXml } from '../../testing/roads.ts';
import { fold } from '../fold.ts';
import { stepOf, workingMinutesAfter } from '../rules-of-procedure.ts';
import { workOf } from '../work.ts';

const desk = anOfficer(1, centreA, 'one-stop-officer', 'result-desk', 'fee-desk');
const specialist = anOfficer(2, committeeB, 'specialist');
const head = anOfficer(3, committeeB, 'head-of-office');
const leader = anOfficer(4, committeeB, 'unit-leader');
const clerk = anOfficer(5, committeeB, 'clerk');
const builder = anOfficer(6, asked, 'specialist');
const officerOfPolice = anOfficer(7, police, 'specialist');
const machine: Actor = { kind: 'system', name: 'test' };
const granted = { outcome: 'granted', title: 'Giấy phép', content: {} } as const;
const yes = (id: string, agrees = true) => ({ id, text: 'ý kiến', agrees });

async function aPermit(): Promise<ADossier> {
  const plan = await samplePlan('1.013225');
  assert.ok(plan, 'the building permit has a plan');
  const told = aDossier('1.013225', {
    competent: committeeB,
    plan: { plan, answers: {}, units: namedUnits },
  });
  return told.does('accept', {}, desk, at(8));
}
const nodes = ({ state }: ADossier) => (state.plan?.tasks ?? []).map(({ node }) => node);
const opinionOf = ({ state }: ADossier, unit: string) =>
  state.opinions.find((each) => each.unit === unit) ?? assert.fail(`${unit} was asked`);
/** Appraised, looked at on site, both agencies have answered. */
const appraised = (told: ADossier) =>
  told
    .does('take-over', {}, specialist, at(9))
    .does('draft-result', granted, specialist, at(9))
    .does('finish-step', { note: '' }, specialist, at(10))
    .does('finish-step', { note: '' }, specialist, at(11))
    .does('give-opinion', yes(opinionOf(told, asked).id), builder, at(13))
    .does('give-opinion', yes(opinionOf(told, police).id), officerOfPolice, at(14));

test('with its acceptance a permit goes to who decides, and two agencies are asked beside it', async () => {
  const told = await aPermit();
  const { state, rules } = told;
  assert.deepEqual(nodes(told), ['tham-tra', 'y-kien', 'y-kien']);
  assert.equal(state.step, 'tham-tra');
  assert.equal(state.holder, committeeB, 'whoever decides keeps it');
  assert.ok([asked, police].every((unit) => state.seenBy.includes(unit)));
  assert.deepEqual(
    state.opinions.map(({ unit, question }) => [unit, question]),
    [asked, police].map((unit) => [unit, 'Lấy ý kiến cơ quan liên quan']),
  );
  const rows = workOf(state, stepOf(rules, state));
  assert.deepEqual(
    rows.map(({ unit, list }) => [unit, list]),
    [
      [committeeB, 'newly-accepted'],
      [asked, 'opinions'],
      [police, 'opinions'],
    ],
  );
});

test('each agency answers for itself, in the role the plan names; the join waits for all', async () => {
  const told = await aPermit();
  const mine = yes(opinionOf(told, asked).id);
  assert.equal(told.tries('give-opinion', mine, officerOfPolice, at(9)), 'not-yours');
  assert.equal(
    told.tries('give-opinion', mine, anOfficer(8, asked, 'unit-leader'), at(9)),
    'step-of-another-role',
  );
  told.does('take-over', {}, specialist, at(9));
  told.does('draft-result', granted, specialist, at(9)).does('finish-step', { note: '' }, specialist, at(10));
  told.does('finish-step', { note: '' }, specialist, at(11));
  assert.equal(told.state.step, undefined, 'nothing is left for who decides but to wait');
  told.does('give-opinion', mine, builder, at(13));
  assert.deepEqual(nodes(told), ['y-kien']);
  told.does('give-opinion', yes(opinionOf(told, police).id, false), officerOfPolice, at(14));
  assert.deepEqual(nodes(told), ['kiem-tra']);
  assert.ok(told.acts.some((act) => act.kind === 'service-run' && act.payload.service === 'notify'));
  told.does('finish-step', { note: '' }, head, at(15)).does('approve-result', {}, leader, at(16));
  told.does('issue', { number: '1' }, clerk, at(16, 30)).does('take-over', {}, desk, at(16, 40));
  told.does('return-result', { way: 'counter', to: 'A' }, desk, at(16, 50));
  assert.equal(told.state.stage, 'returned');
  assert.equal(told.state.plan?.marking.state, 'finished');
  told.does('undo-return', { reason: 'nhầm người' }, anOfficer(9, centreA, 'centre-manager'), at(17));
  told.does('return-result', { way: 'counter', to: 'B' }, desk, at(17, 10));
});

test('after three working days there is a reminder; after twelve days silence is consent', async () => {
  const told = await aPermit();
  const { wake } = told.state.plan ?? {};
  assert.equal(wake, workingMinutesAfter(told.rules.calendar, at(8), 3 * 480), 'three working days');
  assert.equal(told.tries('fire-timer', {}, machine, (wake ?? 0) - 1), 'not-due');
  told.does('fire-timer', {}, machine, wake ?? 0);
  assert.equal(told.state.plan?.urgent, true);
  assert.ok(workOf(told.state, undefined).every(({ flags }) => flags.includes('urgent')));
  told.does('give-opinion', yes(opinionOf(told, asked).id, false), builder, at(9, 0, '2026-12-02'));
  told.does('fire-timer', {}, machine, at(8, 0, '2026-12-07'));
  assert.equal(opinionOf(told, police).answer?.silent, true);
  assert.equal(opinionOf(told, asked).answer?.agrees, false, 'what was said stays');
  assert.deepEqual(nodes(told), ['tham-tra']);
  assert.equal(told.state.plan?.timers.length, 0);
});

test('a draft sent back opens the appraisal again and asks nobody twice', async () => {
  const told = appraised(await aPermit()).does('finish-step', { note: '' }, head, at(15));
  told.does('send-back-result', { reason: 'thiếu căn cứ' }, leader, at(16));
  assert.deepEqual(nodes(told), ['tham-tra']);
  assert.equal(told.state.result, undefined);
  assert.ok(
    told.state.opinions.every(({ answer }) => answer),
    'the answers stay',
  );
  told.does('draft-result', granted, specialist, at(8, 0, '2026-11-26'));
  told.does('finish-step', { note: '' }, specialist, at(9, 0, '2026-11-26'));
  told.does('finish-step', { note: '' }, specialist, at(10, 0, '2026-11-26'));
  assert.deepEqual(nodes(told), ['kiem-tra'], 'the join is passed with the answers given before');
  assert.deepEqual(fold(told.acts), told.state);
});

test('a step goes back to the one before it on its own branch', async () => {
  const told = await aPermit();
  assert.equal(told.tries('return-step', { reason: 'x' }, specialist, at(9)), 'other-stage');
  told.does('take-over', {}, specialist, at(9));
  assert.equal(told.tries('return-step', { reason: 'x' }, specialist, at(9)), 'first-step');
  told.does('draft-result', granted, specialist, at(9)).does('finish-step', { note: '' }, specialist, at(10));
  told.does('return-step', { reason: 'xem lại' }, specialist, at(11));
  assert.deepEqual(nodes(told).sort(), ['tham-tra', 'y-kien', 'y-kien']);
  assert.equal(told.state.opinions.length, 2, 'who is asked already is not asked anew');
});

test('an acceptance taken back takes the questions back', async () => {
  const told = await aPermit();
  told.does('undo', { reason: 'nhầm', since: 1, upTo: told.state.seq }, desk, at(8) + 10_000);
  assert.equal(told.state.stage, 'submitted');
  assert.equal(told.state.plan, undefined);
  assert.deepEqual(told.state.opinions, []);
  assert.deepEqual(fold(told.acts), told.state);
  told.does('accept', {}, desk, at(9));
  assert.equal(told.state.opinions.length, 2);
});

test('a stop ends everything; what others were asked is no longer theirs to do', async () => {
  const told = (await aPermit())
    .does('take-over', {}, specialist, at(9))
    .does('stop', { reason: 'hết thẩm quyền' }, leader, at(10));
  assert.deepEqual(told.state.plan?.tasks, []);
  assert.equal(told.state.plan?.wake, undefined);
  assert.deepEqual(workOf(told.state, undefined), []);
});

test('nothing is issued while somebody is still at work beside it; a message by the name of an act is heard', async () => {
  const plan = await planOfXml(
    roadXml({ kind: 'limited', interrupts: false }, { kind: 'message' }).replace(
      'van-ban-da-den',
      'draft-confirmed',
    ),
  );
  assert.ok(plan);
  const told = aPlannedDossier(plan).does('accept', {}, desk, at(8));
  told.does('give-opinion', yes(opinionOf(told, asked).id), builder, at(9));
  told.does('take-over', {}, specialist, at(9, 30));
  told
    .does('draft-result', granted, specialist, at(10))
    .does('finish-step', { note: '' }, specialist, at(10, 5));
  assert.equal(told.state.plan?.messages[0]?.message, 'draft-confirmed');
  assert.equal(
    told.tries('receive-message', { message: 'khác', note: '' }, specialist, at(10, 10)),
    'no-message-awaited',
  );
  told.does('confirm-draft', {}, aCitizen(1), at(11));
  assert.equal(told.acts.at(-1)?.kind, 'message-received');
  assert.deepEqual(nodes(told), ['ky']);
});

test('a list may be an answer: units that it names are asked, other entries are tasks of who decides', async () => {
  const xml = roadXml({ kind: 'asked-list' }, { kind: 'own' }).replace(
    'so-xay-dung, commune-police',
    'donVi',
  );
  const plan = await planOfXml(xml);
  assert.ok(plan);
  const named = aPlannedDossier(plan, { donVi: ['commune-police'] }).does('accept', {}, desk, at(8));
  assert.deepEqual(
    named.state.opinions.map(({ unit }) => unit),
    [police],
  );
  const entries = aPlannedDossier(plan, { donVi: [{ ten: 'A' }, { ten: 'B' }] }).does(
    'accept',
    {},
    desk,
    at(8),
  );
  assert.deepEqual(
    entries.state.plan?.tasks.map(({ unit, item, opinion }) => [unit, item, opinion]),
    [
      [committeeB, 0, undefined],
      [committeeB, 1, undefined],
    ],
  );
  entries.does('take-over', {}, specialist, at(9));
  const second = entries.state.plan?.tasks[1]?.id;
  entries.does('finish-step', { note: '', task: second }, specialist, at(9));
  assert.deepEqual(
    entries.state.plan?.tasks.map(({ item }) => item),
    [0],
  );
  const nobody = aPlannedDossier(plan).does('accept', {}, desk, at(8));
  assert.equal(nobody.state.step, 'tham-tra', 'nobody to ask, nothing to wait for');
});

test('a line has no part of a plan in its acts or its state', () => {
  const told = aDossier('1.004873', { competent: committeeB });
  told
    .does('accept', {}, desk, at(8))
    .does('assign', { officer: specialist.officer, name: 'A' }, head, at(9));
  told
    .does('draft-result', granted, specialist, at(10))
    .does('finish-step', { note: '' }, specialist, at(11));
  told.does('pause', { reason: 'chờ' }, head, at(12)).does('resume', {}, head, at(13));
  assert.deepEqual(Object.keys(told.acts.find(({ kind }) => kind === 'resumed')?.payload ?? {}), [
    'due',
    'stepDue',
  ]);
  assert.deepEqual(Object.keys(told.acts.find(({ kind }) => kind === 'assigned')?.payload ?? {}), [
    'officer',
    'name',
  ]);
  const text = JSON.stringify(told.acts) + JSON.stringify(told.state);
  assert.doesNotMatch(text, /"plan"|"dues"|"task"|"marking"/);
});
