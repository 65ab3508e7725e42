import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { compilePlan } from '../plan/compile-plan.ts';
import { type Marking, waitingIn } from '../plan/marking.ts';
import { completeTask, fireTimer, startPlan } from '../plan/moves.ts';
import type { Plan } from '../plan/plan.ts';
import { aDiagram } from '../testing/any-diagram.ts';
import { diagramOf } from '../testing/diagrams.ts';
import { asDraft, flow, modelOf, planOf } from '../testing/plans.ts';
import { canStand } from './markings-of.ts';
import { movedTimerId, moveMarking } from './move-marking.ts';
import { type Places, placesToChoose } from './places.ts';

const yes = { holds: () => true, size: () => 2 };
const task = (id: string, name = id, does = 'check', inner = '') =>
  `<userTask id="${id}" name="${name}" mc:does="${does}">${inner}</userTask>`;
const ends = '<startEvent id="s"/><endEvent id="e"/>';
const row = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((id, at) => flow(ids[at] ?? '', id))
    .join('');
const gates = '<parallelGateway id="g"/><parallelGateway id="j"/>';
const both = (...names: string[]) =>
  `${ends}${gates}${names.map((id) => `${task(id)}${row('g', id, 'j')}`).join('')}${flow('s', 'g')}${flow('j', 'e')}`;

/** The marking after these tasks were finished, by their elements. */
function after(plan: Plan, ...done: string[]): Marking {
  const started = startPlan(plan, yes);
  assert.ok(started.ok);
  return done.reduce((marking, node) => {
    const waiting = waitingIn(plan, marking).find((each) => each.node === node);
    const moves = completeTask(plan, marking, waiting?.id ?? '', yes);
    assert.ok(moves.ok, node);
    return moves.value.marking;
  }, started.value.marking);
}
const waits = (plan: Plan, marking: Marking) => waitingIn(plan, marking).map(({ node }) => node);
async function moved(from: string, to: string, done: readonly string[] = [], places: Places = {}) {
  const [was, is] = [await planOf(from), await planOf(to)];
  const marking = after(was, ...done);
  const found = moveMarking(was, is, marking, places);
  if (!found.ok) return [found.refusal.code, ...found.refusal.names.map(({ vi }) => vi)];
  assert.equal(found.value.marking.next, marking.next, 'no number is used twice');
  return waits(is, found.value.marking);
}
const line = `${ends}${task('a')}${task('b')}${row('s', 'a', 'b', 'e')}`;

describe('a marking of another plan', () => {
  it('stands where its elements do, whatever came before and after them', async () => {
    const longer = `${ends}${task('x')}${task('a')}${task('y')}${task('b')}${row('s', 'x', 'a', 'y', 'b', 'e')}`;
    assert.deepEqual(await moved(line, longer), ['a']);
    assert.deepEqual(await moved(line, longer, ['a']), ['b']);
    assert.deepEqual(await moved(both('a', 'b'), both('a', 'b', 'c')), ['not-together', 'a', 'b']);
    assert.deepEqual(await moved(both('a', 'b', 'c'), both('a', 'c', 'b'), ['b']), ['a', 'c']);
  });

  it('is refused by the names of what is not there, unless something of its kind is chosen', async () => {
    const other = `${ends}${task('k', 'Khác')}${task('q', 'Ký', 'approve')}${task('b')}${row('s', 'k', 'q', 'b', 'e')}`;
    assert.deepEqual(await moved(line, other), ['not-there', 'a']);
    assert.deepEqual(await moved(line, other, [], { a: 'k' }), ['k']);
    assert.deepEqual(await moved(line, other, [], { a: 'q' }), ['not-there', 'a'], 'other work');
    assert.deepEqual(await moved(line, other, [], { a: 'nobody' }), ['not-there', 'a']);
    assert.deepEqual(await moved(line, other, ['a']), ['b'], 'what it has left behind is not asked for');
  });

  it('does not stand where nobody could: a join would wait for ever, or a step be done twice', async () => {
    // Beside each other before, one after the other now.
    assert.deepEqual(await moved(both('a', 'b'), line), ['not-together', 'a', 'b']);
    assert.deepEqual(await moved(both('a', 'b'), line, ['a']), ['not-there', 'Chờ gặp nhau sau “a”, “b”']);
    // One after the other before, beside each other now: the other would never come.
    assert.deepEqual(await moved(line, both('a', 'b')), ['not-together', 'a']);
  });

  it('keeps what waits at a join, by where it came from', async () => {
    const redrawn = both('a', 'b').replaceAll('id="a-j"', 'id="new"');
    const [was, is] = [await planOf(both('a', 'b')), await planOf(redrawn)];
    const found = moveMarking(was, is, after(was, 'a'), {});
    assert.ok(found.ok);
    assert.deepEqual(found.value.ids, { 'a-j': 'new' });
    const done = completeTask(is, found.value.marking, waitingIn(is, found.value.marking)[0]?.id ?? '', yes);
    assert.ok(done.ok && done.value.finished);
  });

  it('takes several tasks, blocks and timers along, and those that went off stay so', async () => {
    const several = '<multiInstanceLoopCharacteristics/>';
    const asked = (list: string) =>
      `${ends}<userTask id="a" name="a" mc:list="${list}">${several}</userTask>${row('s', 'a', 'e')}`;
    assert.deepEqual(await moved(asked('x, y'), asked('x, y')), ['a', 'a']);
    assert.deepEqual(await moved(asked('x, y'), asked('x, z')), ['not-there', 'a'], 'others are asked');
    const block = (id: string) =>
      `${ends}<subProcess id="${id}" name="Khối"><startEvent id="ks"/>${task('a')}<endEvent id="ke"/>${row('ks', 'a', 'ke')}</subProcess>${row('s', id, 'e')}`;
    assert.deepEqual(await moved(block('k'), block('k')), ['a']);
    assert.deepEqual(await moved(block('k'), block('m')), ['not-there', 'Khối việc “Khối”']);
    assert.deepEqual(await moved(block('k'), block('m'), [], { k: 'm' }), ['a']);
    assert.deepEqual(await moved(block('k'), `${ends}${task('a')}${row('s', 'a', 'e')}`), [
      'not-there',
      'Khối việc “Khối”',
    ]);
    const limit = (id: string, on = 'a') =>
      `${line}<boundaryEvent id="${id}" name="Hạn" attachedToRef="${on}" cancelActivity="false"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e2"/>${flow(id, 'e2')}`;
    assert.deepEqual(await moved(limit('t'), limit('t')), ['a', 't']);
    assert.deepEqual(await moved(limit('t'), line), ['not-there', 'Thời hạn “Hạn” của “a”']);
    assert.deepEqual(await moved(limit('t'), limit('u'), [], { t: 'u' }), ['a', 'u']);
    assert.deepEqual(await moved(limit('t'), limit('t', 'b')), ['not-there', 'Thời hạn “Hạn” của “a”']);
    assert.deepEqual(await moved(line, limit('t')), ['a', 't'], 'a timer that is new begins');
    const [was, is] = [await planOf(limit('t')), await planOf(limit('u'))];
    const started = after(was);
    const timer = waitingIn(was, started).find(({ kind }) => kind === 'timer');
    const fired = fireTimer(was, started, timer?.id ?? '', yes);
    assert.ok(fired.ok);
    const found = moveMarking(was, is, fired.value.marking, { t: 'u' });
    assert.ok(found.ok, JSON.stringify(found));
    assert.deepEqual(waits(is, found.value.marking), ['a']);
    assert.equal(
      movedTimerId('7:t', (id) => found.value.ids[id] ?? id),
      '7:u',
    );
    assert.equal(
      movedTimerId('7', () => 'x'),
      '7',
    );
  });
});

test('places to choose are those that the other plan does not have, the likely one by its name', async () => {
  const was = await planOf(
    `${ends}${task('a', 'Thẩm tra')}${task('b', 'Kiểm tra')}${task('c', 'Ký', 'approve')}${row('s', 'a', 'b', 'c', 'e')}`,
  );
  const is = await planOf(
    `${ends}${task('x', 'Kiểm tra')}${task('a', 'Thẩm tra')}${task('y', 'Khác')}${row('s', 'a', 'x', 'y', 'e')}`,
  );
  assert.deepEqual(
    placesToChoose(was, is).map(({ id, likely, choices }) => [id, likely, choices.map((each) => each.id)]),
    [
      ['b', 'x', ['x', 'a', 'y']],
      ['c', undefined, []],
    ],
  );
  assert.deepEqual(placesToChoose(was, was), []);
});

test('where a walk of any diagram comes by, a dossier can stand, and moving it to the same plan changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      aDiagram,
      fc.array(fc.nat(99), { maxLength: 12 }),
      fc.nat(),
      async (shape, turns, seed) => {
        const compiled = compilePlan(await modelOf(diagramOf(shape)), asDraft);
        assert.ok(compiled.ok);
        const plan = compiled.value;
        const ask = { holds: (text: string) => (text.length + seed) % 2 === 0, size: () => 2 };
        const started = startPlan(plan, ask);
        fc.pre(started.ok);
        let { marking } = started.value;
        for (const turn of turns) {
          assert.ok(canStand(plan, marking));
          assert.deepEqual(moveMarking(plan, plan, marking, {}), { ok: true, value: { marking, ids: {} } });
          const open = waitingIn(plan, marking);
          const next =
            open.length > 0 && completeTask(plan, marking, open[turn % open.length]?.id ?? '', ask);
          if (!next || !next.ok) break;
          marking = next.value.marking;
        }
      },
    ),
    { numRuns: 60 },
  );
});
