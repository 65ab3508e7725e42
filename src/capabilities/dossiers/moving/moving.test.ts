import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aFewLists, sampleDefinition } from '#builders/forms';
import type { ProcedureDefinition, TimeUnit } from '#capabilities/forms';
import { asPlainDate } from '#kernel/time';
import { decide } from '../rules/decide.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import { signActs, signatureFor } from '../rules/sign.ts';
import { dueMoment } from '../rules/work.ts';
import {
  type ADossier,
  aDossier,
  anOfficer,
  answersFor,
  at,
  centreA,
  committeeA,
  rulesOf,
} from '../testing/builders.ts';
import { promiseAfterMove } from './promise.ts';
import { roadAfter } from './road.ts';
import { type Hindrance, hindrancesOf } from './weigh.ts';

const code = '1.004873';
const one = sampleDefinition(code);
const officer = anOfficer(1, centreA, 'one-stop-officer');
const leader = anOfficer(2, committeeA, 'unit-leader');
const machine = { kind: 'system', name: 'test' } as const;

const withTime = (definition: ProcedureDefinition, value: number, unit: TimeUnit): ProcedureDefinition => ({
  ...definition,
  time: definition.time.map(({ channel }) => ({ channel, value, unit })),
});
const under = (definition: ProcedureDefinition): ProcedureRules => ({ ...rulesOf(code), definition });

/** The dossier after the move, its acts folded. */
function moved(told: ADossier, is: ProcedureRules, now: number) {
  const promise = promiseAfterMove(told.state, told.rules, is, now);
  const input = { from: 1, to: 2, reason: 'bản mới', ground: 'QĐ 1', by: 'Lê A', ...promise };
  const decision = decide('move-to-version', input, {
    state: told.state,
    rules: is,
    actor: machine,
    now,
    freshId: () => '',
  });
  assert.ok(decision.ok, JSON.stringify(decision));
  return signActs(told.state, decision.value, now, signatureFor(told.state, 'move-to-version', machine))
    .state;
}

test('a promised day is never put off by a move, and a nearer one is taken only while it is to come', () => {
  const unit = fc.constantFrom<TimeUnit>('working_day', 'day', 'hour');
  fc.assert(
    fc.property(fc.nat(60), unit, fc.nat(60), unit, fc.nat(40), (was, wasUnit, is, isUnit, later) => {
      const before = under(withTime(one, was + 1, wasUnit));
      const told = aDossier(code);
      Object.assign(told, { rules: before });
      told.does('accept', {}, officer, at(9));
      const now = at(9) + later * 3_600_000;
      const after = under(withTime(one, is + 1, isUnit));
      const next = moved(told, after, now);
      const [promised, kept] = [dueMoment(told.state) ?? 0, dueMoment(next) ?? 0];
      assert.ok(kept <= promised, 'never later');
      if (kept !== promised) assert.ok(kept > now, 'still to come');
      assert.equal(next.movedTo, 2);
      assert.equal(next.seq, told.state.seq + 1);
    }),
    { numRuns: 100 },
  );
});

test('the promised time goes on counting after a wait, also under a version that gives more', () => {
  const short = under(withTime(one, 3, 'working_day'));
  const long = under(withTime(one, 30, 'working_day'));
  const told = aDossier(code);
  Object.assign(told, { rules: short });
  told.does('accept', {}, officer, at(9)).does('take-over', {}, leader, at(9, 30));
  const state = moved(told, long, at(10));
  assert.deepEqual(state.due, told.state.due);
  assert.deepEqual(state.counted, { value: 3, unit: 'working_day' });
  // Paused for one working day, then resumed: due moves by that day, as it would have without the move.
  const run = (from: typeof state, rules: ProcedureRules) => {
    const steps = [
      ['pause', { reason: 'chờ' }, at(10)],
      ['resume', {}, at(10, 0, '2026-11-26')],
    ] as const;
    return steps.reduce((now, [intent, input, when]) => {
      const decision = decide(intent, input, {
        state: now,
        rules,
        actor: leader,
        now: when,
        freshId: () => '',
      });
      assert.ok(decision.ok, JSON.stringify(decision));
      return signActs(now, decision.value, when, signatureFor(now, intent, leader)).state;
    }, from);
  };
  assert.deepEqual(run(state, long).due, run(told.state, short).due);
});

test('before acceptance nothing was promised, and a dossier without a time keeps having none', () => {
  const told = aDossier(code);
  assert.deepEqual(promiseAfterMove(told.state, told.rules, under(withTime(one, 1, 'hour')), at(9)), {
    due: null,
    counted: null,
  });
  const timeless = under({ ...one, time: [] });
  const waiting = aDossier(code);
  Object.assign(waiting, { rules: timeless });
  waiting.does('accept', {}, officer, at(9));
  assert.deepEqual(promiseAfterMove(waiting.state, timeless, timeless, at(10)), {
    due: null,
    counted: 'none',
  });
});

const answers = answersFor(one);
function weigh(is: ProcedureDefinition, change: object = {}, decider = committeeA): readonly Hindrance[] {
  const told = aDossier(code).does('accept', {}, officer, at(9));
  return hindrancesOf({
    state: { ...told.state, ...change },
    was: one,
    is,
    road: roadAfter({
      state: { ...told.state, ...change },
      acts: told.acts,
      was: told.rules,
      is: under(is),
      places: {},
    }).hindered,
    filed: {
      answers,
      facts: { channel: 'online', representing: 'self' },
      day: asPlainDate('2026-11-25'),
      handedIn: one.documents.map(({ id }) => id),
    },
    competent: { was: committeeA, is: decider },
    lists: aFewLists(),
  });
}
const [first] = one.form.pages;
const label = { vi: 'Số nhà', en: 'House number' };
const asking = (required: boolean): ProcedureDefinition => ({
  ...one,
  form: {
    ...one.form,
    pages: one.form.pages.map((page) =>
      page === first
        ? { ...page, questions: [...page.questions, { id: 'soNhaMoi', type: 'text', label, required }] }
        : page,
    ),
  },
});

test('a dossier goes over where its answers, papers, step and unit still stand', () => {
  assert.deepEqual(weigh(one), []);
  assert.deepEqual(weigh(asking(false)), []);
  assert.deepEqual(weigh(asking(true)), [{ code: 'answers', names: [label] }]);
  const paper = {
    id: 'giayMoi',
    name: label,
    group: 'submit',
    originals: 1,
    copies: 0,
    required: true,
  } as const;
  assert.deepEqual(weigh({ ...one, documents: [...one.documents, paper] }), [
    { code: 'papers', names: [label] },
  ]);
});

test('it stays where its step is gone, another unit would decide, or its result is signed', () => {
  const told = aDossier(code).does('accept', {}, officer, at(9));
  const steps = one.workflow.steps.filter(({ id }) => id !== told.state.step);
  const { name } = one.workflow.steps.find(({ id }) => id === told.state.step) ?? {};
  assert.deepEqual(weigh({ ...one, workflow: { ...one.workflow, steps } }), [
    { code: 'step', names: [name] },
  ]);
  assert.deepEqual(weigh(one, {}, centreA), [{ code: 'unit' }]);
  const result = { approved: { by: 'x', name: 'x', at: 1 } };
  assert.deepEqual(weigh(asking(true), { result }), [{ code: 'decided' }]);
});
