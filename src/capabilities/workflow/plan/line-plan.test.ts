import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleDefinitions } from '#builders/forms';
import type { Condition, WorkflowStep } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';
import { elementAt, elementsAt, idOf } from '../bpmn/elements.ts';
import { writeBpmn } from '../bpmn/read-bpmn.ts';
import { anyCondition, flow, modelOf, planOf } from '../testing/plans.ts';
import { compilePlan } from './compile-plan.ts';
import { linePlan } from './line-plan.ts';
import type { Plan } from './plan.ts';
import { stepsOfPlan } from './steps-of-plan.ts';

/** In the place of FEEL: the condition itself. */
const feelOf = (condition: Condition): string => JSON.stringify(condition);
const conditionOf = (text: string): Condition => JSON.parse(text) as Condition;

async function roundTrip(steps: readonly WorkflowStep[]): Promise<Plan> {
  const xml = await writeBpmn(linePlan(steps, { feelOf }));
  const compiled = compilePlan(await modelOf(xml), { compile: anyCondition });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  assert.deepEqual(compiled.value.warnings, []);
  const back = stepsOfPlan(compiled.value, conditionOf);
  assert.deepEqual(back, { ok: true, value: steps });
  return compiled.value;
}

test('the line of every sample procedure becomes a file and comes back', async () => {
  for (const { workflow } of sampleDefinitions()) {
    // On a line nothing stands beside anything: only a list that belongs to a diagram says so.
    await roundTrip(workflow.steps.map(({ beside: _, ...step }) => step));
  }
});

test('any line of steps comes back from its file', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((name) => name.replace(/[^\p{L} ]/gu, '').trim() || 'x');
  const step: fc.Arbitrary<Omit<WorkflowStep, 'id'>> = fc.record(
    {
      name: fc.record({ vi: text, en: text }, { requiredKeys: ['vi'], noNullPrototype: true }),
      place: fc.constantFrom('receiver' as const, 'competent' as const),
      role: fc.constantFrom(...officerRoles),
      does: fc.constantFrom('receive' as const, 'check' as const, 'approve' as const),
      budget: fc.record(
        {
          value: fc.integer({ min: 1, max: 99 }).map((value) => value / 4),
          unit: fc.constantFrom('hour' as const, 'working_day' as const),
        },
        { noNullPrototype: true },
      ),
      if: fc.record({ q: text, is: fc.oneof(text, fc.boolean()) }, { noNullPrototype: true }),
    },
    { requiredKeys: ['name', 'place', 'role', 'does', 'budget'], noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
      await roundTrip(steps.map((each, at) => ({ id: `step-${at}`, ...each })));
    }),
    { numRuns: 50 },
  );
});

test('every element is drawn, none over another', () => {
  const steps = sampleDefinitions().flatMap(({ workflow }) =>
    workflow.steps.some((step) => step.if) ? [workflow.steps] : [],
  );
  const model = linePlan(steps[0] ?? [], { feelOf, name: { vi: 'Quy trình' } });
  const [process] = elementsAt(model.definitions, 'rootElements');
  const plane = elementsAt(model.definitions, 'diagrams').map((diagram) => elementAt(diagram, 'plane'))[0];
  assert.ok(process && plane);
  const drawn = elementsAt(plane, 'planeElement').map((shape) => elementAt(shape, 'bpmnElement'));
  const ids = (list: readonly (Parameters<typeof idOf>[0] | undefined)[]) =>
    list.map((each) => each && idOf(each));
  assert.deepEqual(ids(drawn), ids(elementsAt(process, 'flowElements')));
  const boxes = elementsAt(plane, 'planeElement').flatMap((shape) => elementAt(shape, 'bounds') ?? []);
  const right = boxes.map((box) => Number(box.get('x')) + Number(box.get('width')));
  boxes.slice(1).forEach((box, at) => assert.ok(Number(box.get('x')) > (right[at] ?? 0)));
});

test('what is no line is refused where it leaves the line', async () => {
  const at = (plan: Plan) => {
    const steps = stepsOfPlan(plan, conditionOf);
    return steps.ok ? 'a line' : steps.refusal.details?.['at'];
  };
  const task = (id: string) =>
    `<userTask id="${id}" mc:role="clerk" mc:place="competent" mc:does="check" mc:budget="1h"/>`;
  const ends = '<startEvent id="s"/><endEvent id="e"/>';
  assert.equal(at(await planOf(`${ends}${task('a')}${flow('s', 'a')}${flow('a', 'e')}`)), 'a line');
  assert.equal(at(await planOf(`${ends}<userTask id="a"/>${flow('s', 'a')}${flow('a', 'e')}`)), 'a');
  const fork = `${ends}<parallelGateway id="g"/>${task('a')}${task('b')}${flow('s', 'g')}${flow('g', 'a')}${flow('g', 'b')}${flow('a', 'e')}${flow('b', 'e')}`;
  assert.equal(at(await planOf(fork)), 'g');
  const loop = `${ends}${task('a')}<exclusiveGateway id="g" default="g-e"/>${flow('s', 'a')}${flow('a', 'g')}${flow('g', 'a', '{}')}${flow('g', 'e')}`;
  assert.equal(at(await planOf(loop)), 'g');
});
