import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flow, planOf } from '../testing/plans.ts';
import { type Marking, waitingIn } from './marking.ts';
import { completeTask, startPlan } from './moves.ts';
import type { Plan } from './plan.ts';
import { reopenTask } from './reopen-task.ts';

const ask = { holds: () => true, size: () => 0 };
const plan =
  await planOf(`<startEvent id="s"/><endEvent id="e"/><parallelGateway id="p"/><parallelGateway id="j"/>
  <userTask id="a"/><userTask id="b"/><userTask id="c"/><userTask id="d"/>
  ${flow('s', 'p')}${flow('p', 'a')}${flow('p', 'b')}${flow('a', 'c')}${flow('c', 'j')}${flow('b', 'j')}${flow('j', 'd')}${flow('d', 'e')}`);

const idAt = (on: Plan, marking: Marking, node: string): string =>
  waitingIn(on, marking).find((each) => each.node === node)?.id ?? assert.fail(`${node} is open`);
const nodesIn = (marking: Marking) => waitingIn(plan, marking).map(({ node }) => node);
function done(marking: Marking, node: string): Marking {
  const moves = completeTask(plan, marking, idAt(plan, marking, node), ask);
  assert.ok(moves.ok);
  return moves.value.marking;
}

test('going back opens the task again and keeps what was done beside it', () => {
  const begun = startPlan(plan, ask);
  assert.ok(begun.ok);
  const start = begun.value.marking;
  const [a, b] = [idAt(plan, start, 'a'), idAt(plan, start, 'b')];
  const afterA = done(start, 'a');
  const now = done(done(afterA, 'c'), 'b');
  assert.deepEqual(nodesIn(now), ['d']);
  const since = [
    { kind: 'task', id: idAt(plan, afterA, 'c') },
    { kind: 'task', id: b },
  ] as const;
  const back = reopenTask(plan, now, { before: start, task: a, since }, ask);
  assert.ok(back.ok);
  assert.deepEqual(nodesIn(back.value.marking), ['a'], 'b stays done');
  assert.deepEqual(
    back.value.left.map(({ node }) => node),
    ['d'],
  );
  const again = done(done(back.value.marking, 'a'), 'c');
  assert.deepEqual(nodesIn(again), ['d']);
  const ids = (marking: Marking) => marking.tokens.map(({ id }) => id);
  assert.ok(
    ids(again).every((id) => id >= now.next),
    'no number is used twice',
  );
  const wrong = reopenTask(plan, now, { before: afterA, task: a, since: [] }, ask);
  assert.equal(wrong.ok ? '' : wrong.refusal.code, 'not-waiting');
});
