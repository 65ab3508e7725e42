import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkRoad, movePlan, type Plan } from '#capabilities/workflow';
import { type ADossier, anOfficer, aPlannedDossier, at, committeeB } from '../../testing/builders.ts';
import { planOfXml } from '../../testing/plans.ts';
import { aPiece, roadXml } from '../../testing/roads.ts';
import { desk, machine, minute, walk, worker } from '../../testing/walking.ts';
import { fold } from '../fold.ts';
import { timersRun } from './fold-plan.ts';
import type { PlanStep } from './plan-state.ts';
import { askOf } from './walk-plan.ts';

const aRoad = fc.tuple(aPiece, aPiece);
const made = new Map<string, Promise<Plan | undefined>>();
function planOf(xml: string): Promise<Plan | undefined> {
  const plan = made.get(xml) ?? planOfXml(xml);
  made.set(xml, plan);
  return plan;
}

/** The markings that the triggers give from the plan alone are those the acts keep. */
function reckonedAnew(told: ADossier): void {
  let marking: PlanStep['marking'] | undefined;
  let state = told.acts.length > 0 ? fold(told.acts.slice(0, 1)) : told.state;
  for (const [n, act] of told.acts.entries()) {
    const { plan } = act.payload as { readonly plan?: PlanStep };
    if (plan?.trigger && marking && told.rules.plan) {
      const again = movePlan(told.rules.plan, marking, plan.trigger, askOf(told.rules, state));
      assert.ok(again.ok, `${act.kind} can be walked again`);
      assert.deepEqual(again.value.marking, plan.marking);
    }
    if (plan) marking = plan.marking;
    state = fold(told.acts.slice(0, n + 1));
  }
}

const seen = new Set<string>();
test('every reachable plan is walked to its end, whatever the order; the stored fold is the fold', async () => {
  await fc.assert(
    fc.asyncProperty(
      aRoad,
      fc.array(fc.nat(9999), { minLength: 5, maxLength: 40 }),
      fc.nat(4),
      async ([a, b], turns, so) => {
        const plan = await planOf(roadXml(a, b));
        fc.pre(plan !== undefined);
        assert.deepEqual(checkRoad(plan), []);
        const told = aPlannedDossier(plan, { so });
        walk(told, turns, () => {
          const { state } = told;
          assert.deepEqual(
            JSON.parse(JSON.stringify(fold(JSON.parse(JSON.stringify(told.acts))))),
            JSON.parse(JSON.stringify(state)),
          );
          assert.equal(state.custody.at(-1)?.unit, state.holder);
          // No token is lost: a running plan waits for somebody, or for time.
          if (state.plan?.marking.state === 'running' && state.stage !== 'finished')
            assert.ok(
              state.plan.tasks.length +
                state.plan.timers.length +
                state.plan.messages.length +
                state.plan.calls.length >
                0,
            );
        });
        assert.equal(told.state.stage, 'returned', told.acts.map(({ kind }) => kind).join(' '));
        assert.equal(told.state.plan?.tasks.length, 0);
        reckonedAnew(told);
        for (const { kind } of told.acts) seen.add(kind);
      },
    ),
    { numRuns: 120 },
  );
  for (const kind of [
    'timer-fired',
    'message-received',
    'service-run',
    'opinion-given',
    'step-returned',
    'result-sent-back',
  ])
    assert.ok(seen.has(kind), `${kind} was never reached`);
});

test('a pause never lets a timer go off early, and takes nothing from the time of a task', async () => {
  const plan = await planOf(roadXml({ kind: 'limited', interrupts: true }, { kind: 'timer' }));
  assert.ok(plan);
  fc.assert(
    fc.property(
      fc.array(fc.record({ run: fc.nat(4000), rest: fc.nat(9000) }), { minLength: 1, maxLength: 5 }),
      (waits) => {
        const told = aPlannedDossier(plan);
        let now = at(8);
        const head = anOfficer(9, committeeB, 'head-of-office');
        told.does('accept', {}, desk, now).does('take-over', {}, worker, now + minute);
        const limit = told.state.plan?.timers[0]?.due ?? 0;
        let rested = 0;
        now += minute;
        for (const { run, rest } of waits) {
          now += run * minute;
          if (now >= limit + rested) break;
          told.does('pause', { reason: 'chờ' }, head, now);
          assert.equal(timersRun(told.state), false);
          assert.equal(told.state.plan?.wake, undefined, 'nothing wakes a dossier that stands');
          now += rest * minute;
          assert.equal(told.tries('fire-timer', {}, machine, now), 'other-stage');
          told.does('resume', {}, head, now);
          rested += rest * minute;
          assert.equal(told.state.plan?.timers[0]?.due, limit + rested, 'calendar time left is left');
          const early = limit + rested - 1;
          if (early > now) assert.equal(told.tries('fire-timer', {}, machine, early), 'not-due');
        }
        assert.equal(told.tries('fire-timer', {}, machine, limit + rested), undefined);
        assert.equal(told.state.opinions[0]?.answer?.silent, true, 'silence is consent');
      },
    ),
    { numRuns: 100 },
  );
});
