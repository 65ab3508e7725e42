import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flow, planOf } from '../testing/plans.ts';
import { checkRoad } from './check-road.ts';
import { leadsTo, tasksOfPlan } from './tasks-of-plan.ts';

const task = (id: string, does: string, more = '', inner = '') => {
  const place = does === 'receive' || does === 'return' ? 'receiver' : 'competent';
  return `<userTask id="${id}" mc:does="${does}" mc:role="specialist" mc:place="${place}" mc:budget="1wd" ${more}>${inner}</userTask>`;
};
const ends = '<startEvent id="s"/><endEvent id="e"/>';
const all = ['nhan:receive', 'xet:appraise', 'ky:approve', 'so:issue', 'tra:return'].map(
  (each) => each.split(':') as [string, string],
);
const line = (tasks: readonly (readonly [string, string])[]) =>
  `${ends}${tasks.map(([id, does]) => task(id, does)).join('')}${['s', ...tasks.map(([id]) => id), 'e']
    .map((id, at, ids) => (at === 0 ? '' : flow(ids[at - 1] ?? '', id)))
    .join('')}`;
const codesOf = async (inner: string) =>
  checkRoad(await planOf(inner)).map(({ code, at }) => `${code} ${at}`);

test('a road from receiving to returning is sound', async () => {
  assert.deepEqual(await codesOf(line(all)), []);
});

test('what is missing, doubled or out of order is named', async () => {
  assert.deepEqual(await codesOf(line(all.filter(([, does]) => does !== 'issue'))), ['step-count process']);
  assert.deepEqual(await codesOf(line([...all.slice(0, 4), ['so2', 'issue'], ...all.slice(4)])), [
    'step-count so2',
  ]);
  const [nhan, xet, ky, so, tra] = all;
  assert.ok(nhan && xet && ky && so && tra);
  assert.deepEqual(await codesOf(line([xet, nhan, ky, so, tra])), ['not-begun-by-receiving nhan']);
  assert.deepEqual(await codesOf(line([nhan, ky, xet, so, tra])), ['before-its-turn ky']);
});

/** Receive, appraise with something beside it, and the rest. */
const beside = (split: string, joined: string) => `${ends}${all.map(([id, does]) => task(id, does)).join('')}
  <parallelGateway id="p"/><parallelGateway id="j"/>${task('hoi', 'check', 'mc:unit="so-xay-dung"')}
  ${flow('s', 'nhan')}${flow('nhan', 'p')}${flow('p', 'xet')}${flow('xet', 'j')}${flow('p', 'hoi')}${flow('hoi', joined)}
  ${split}${flow('j', 'ky')}${flow('ky', 'so')}${flow('so', 'tra')}${flow('tra', 'e')}`;

test('a branch beside the appraisal is no way around it, and a branch that is never joined ends on its own', async () => {
  assert.deepEqual(await codesOf(beside('', 'j')), []);
  assert.deepEqual(await codesOf(beside('<endEvent id="e2"/>', 'e2')), ['result-passed-by tra']);
});

test('a timer that ends the appraisal leads past it; one that ends nothing may end aside', async () => {
  const timer = (ending: boolean, to: string) =>
    `${line(all)}<boundaryEvent id="b" attachedToRef="xet" cancelActivity="${ending}"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
     <endEvent id="e2"/>${to === 'ky' ? '<exclusiveGateway id="x"/>' : ''}${flow('b', to)}`;
  assert.deepEqual(await codesOf(timer(false, 'e2')), []);
  assert.deepEqual(await codesOf(timer(true, 'e2')), ['result-passed-by tra']);
});

test('all tasks are told in the order of the flow, and what leads where is known across branches and blocks', async () => {
  const plan = await planOf(beside('', 'j'));
  const ids = tasksOfPlan(plan).map(({ id }) => id);
  assert.deepEqual([...ids].sort(), ['hoi', 'ky', 'nhan', 'so', 'tra', 'xet']);
  for (const [before, after] of [
    ['nhan', 'hoi'],
    ['hoi', 'ky'],
    ['xet', 'ky'],
    ['so', 'tra'],
  ] as const)
    assert.ok(ids.indexOf(before) < ids.indexOf(after), `${before} before ${after}`);
  assert.equal(leadsTo(plan, 'hoi', 'ky'), true);
  assert.equal(leadsTo(plan, 'hoi', 'xet'), false);
  const block = await planOf(`<startEvent id="s"/><endEvent id="e"/>${task('a', 'check')}${task('c', 'check')}
    <subProcess id="u"><startEvent id="s1"/><endEvent id="e1"/>${task('b', 'check')}${flow('s1', 'b')}${flow('b', 'e1')}</subProcess>
    ${flow('s', 'a')}${flow('a', 'u')}${flow('u', 'c')}${flow('c', 'e')}`);
  assert.deepEqual(
    tasksOfPlan(block).map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  assert.equal(leadsTo(block, 'b', 'c'), true);
  assert.equal(leadsTo(block, 'a', 'b'), true);
  assert.equal(leadsTo(block, 'c', 'a'), false);
});
