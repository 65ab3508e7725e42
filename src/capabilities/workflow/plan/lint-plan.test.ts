import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flow, planOf, problemsOf } from '../testing/plans.ts';

const errors = async (inner: string) => (await problemsOf(inner)).map(({ code, at }) => `${code} ${at}`);
const line = `<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>${flow('s', 'a')}`;
const gateway = (tag: string, id: string) => `<${tag}Gateway id="${id}"/>`;

test('every node lies on a way from the start to an end', async () => {
  assert.deepEqual(await errors(`${line}${flow('a', 'e')}<userTask id="b"/>${flow('b', 'e')}`), [
    'unreachable b',
  ]);
  assert.deepEqual(await errors(`${line}${flow('a', 'e')}<userTask id="b"/>${flow('a', 'b')}`), [
    'no-way-out b',
  ]);
  const inner = `<subProcess id="p"><startEvent id="s2"/><endEvent id="e2"/><userTask id="x"/>${flow('s2', 'e2')}${flow('x', 'e2')}</subProcess>`;
  assert.deepEqual(await errors(`${line}${inner}${flow('a', 'p')}${flow('p', 'e')}`), ['unreachable x']);
});

test('what follows a timer on a border is reached', async () => {
  const border = `<boundaryEvent id="b" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`;
  const plan = await planOf(
    `${line}${border}<userTask id="c"/>${flow('a', 'e')}${flow('b', 'c')}${flow('c', 'e')}`,
  );
  assert.deepEqual(plan.nodes['a']?.boundaries, ['b']);
});

test('a loop without a task in it is refused', async () => {
  const [g, h] = [gateway('exclusive', 'g'), gateway('exclusive', 'h')];
  const loop = `${line}${g}${h}${flow('a', 'g')}${flow('g', 'h')}${flow('h', 'g', 'x')}${flow('h', 'e', 'y')}`;
  assert.deepEqual(await errors(loop), ['loop-without-task g', 'loop-without-task h']);
  const overTask = `${line}${h}${flow('a', 'h')}${flow('h', 'a', 'x')}${flow('h', 'e', 'y')}`;
  assert.deepEqual(await errors(overTask), []);
  const passing = `<subProcess id="p"><startEvent id="s2"/><endEvent id="e2"/>${flow('s2', 'e2')}</subProcess>`;
  const overScope = `${line}${h}${passing}${flow('a', 'p')}${flow('p', 'h')}${flow('h', 'p', 'x')}${flow('h', 'e', 'y')}`;
  assert.deepEqual(await errors(overScope), ['loop-without-task h', 'loop-without-task p']);
});

test('a gateway that may choose nothing, and branches that never meet, are warned of', async () => {
  const warnings = async (inner: string) =>
    (await planOf(inner)).warnings.filter(({ at }) => at === 'g').map(({ code }) => code);
  const two = (tag: string, condition?: string) =>
    `${line}${gateway(tag, 'g')}<userTask id="b"/><userTask id="c"/>${flow('a', 'g')}${flow('g', 'b', condition)}${flow('g', 'c', condition)}`;
  assert.deepEqual(await warnings(`${two('exclusive', 'x')}${flow('b', 'e')}${flow('c', 'e')}`), [
    'no-default',
  ]);
  assert.deepEqual(await warnings(`${two('parallel')}${flow('b', 'e')}${flow('c', 'e')}`), [
    'split-not-joined',
  ]);
  const joined = `${gateway('parallel', 'j')}${flow('b', 'j')}${flow('c', 'j')}${flow('j', 'e')}`;
  assert.deepEqual(await warnings(`${two('parallel')}${joined}`), []);
});

test('a start has no way in, and every block one start and an end', async () => {
  assert.deepEqual(await errors(`${line}${flow('a', 's')}`), ['flow-into-start s']);
  assert.deepEqual(await errors('<userTask id="a"/>'), ['start-count process', 'end-missing process']);
});
