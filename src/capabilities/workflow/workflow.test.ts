import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition, sampleDefinitions } from '#builders/forms';
import {
  budgetsAgainstLimit,
  checkWorkflow,
  firstStep,
  firstStepAtCompetent,
  plannedMinutes,
  stepAfter,
  stepBefore,
  stepById,
  stepsFor,
  type Workflow,
  type WorkflowStep,
} from './index.ts';

const copy = sampleDefinition('2.000908').workflow;
const altered = (change: (steps: WorkflowStep[]) => void): string => {
  const steps = structuredClone([...copy.steps]);
  change(steps);
  return checkWorkflow({ steps })
    .map(({ step, text }) => `${step ?? ''}: ${text.en}`)
    .join('\n');
};

test('every sample workflow is right, and its budgets stay within each time the law gives', () => {
  for (const definition of sampleDefinitions()) {
    assert.deepEqual(checkWorkflow(definition.workflow), [], definition.code);
    for (const time of definition.time) {
      const answers = time.case === undefined ? {} : { [definition.caseFrom ?? 'case']: time.case };
      const { finding } = budgetsAgainstLimit(definition.workflow, time, { answers, facts: {} });
      assert.equal(finding, 'within', `${definition.code} ${time.channel} ${time.case ?? ''}`);
    }
  }
});

test('forward and back over every step of every sample', () => {
  for (const { workflow, code } of sampleDefinitions()) {
    const walked: WorkflowStep[] = [];
    for (let step: WorkflowStep | undefined = firstStep(workflow); step; step = stepAfter(workflow, step.id))
      walked.push(step);
    assert.deepEqual(walked, workflow.steps, code);
    const back: WorkflowStep[] = [];
    for (let step = walked.at(-1); step; step = stepBefore(workflow, step.id)) back.unshift(step);
    assert.deepEqual(back, walked, code);
    assert.equal(firstStepAtCompetent(workflow).place, 'competent');
  }
});

test('a step whose condition does not hold is passed over both ways', () => {
  const { workflow } = sampleDefinition('1.004859');
  const simple = { answers: { viecDangKy: 'bo-sung' }, facts: {} };
  assert.equal(stepAfter(workflow, 'tham-tra')?.id, 'xac-minh');
  assert.equal(stepAfter(workflow, 'tham-tra', simple)?.id, 'ky');
  assert.equal(stepBefore(workflow, 'ky', simple)?.id, 'tham-tra');
  assert.equal(stepAfter(workflow, 'xac-minh', simple)?.id, 'ky', 'a dossier standing on it still goes on');
  assert.equal(stepsFor(workflow).length, stepsFor(workflow, simple).length + 1);
});

test('the split of Decision 663 is a working day of eight hours, and no date', () => {
  assert.deepEqual(
    copy.steps.slice(0, 4).map((step) => step.budget.value),
    [2, 3, 2, 1],
  );
  assert.equal(plannedMinutes(copy), 480);
  const day = { channel: 'direct', value: 1, unit: 'working_day' } as const;
  assert.deepEqual(budgetsAgainstLimit(copy, day), { finding: 'within', planned: 480, limit: 480 });
  assert.equal(budgetsAgainstLimit(copy, { ...day, unit: 'hour', value: 7 }).finding, 'over');
  assert.throws(() => stepById(copy, 'no-such-step'));
});

test('what would let a draft decide itself, or a dossier get lost, is named', () => {
  const role = (steps: WorkflowStep[], at: number, change: object) => Object.assign(steps[at] ?? {}, change);
  assert.match(
    altered((steps) => steps.shift()),
    /begins with the one step that receives/,
  );
  assert.match(
    altered((steps) => steps.pop()),
    /ends with the one step that returns/,
  );
  assert.match(
    altered((steps) => steps.splice(2, 1)),
    /nobody approves/,
  );
  assert.match(
    altered((steps) => role(steps, 2, { role: 'specialist' })),
    /approve its own draft/,
  );
  assert.match(
    altered((steps) => steps.splice(2, 2, ...steps.slice(2, 4).reverse())),
    /issued before it is approved/,
  );
  assert.match(
    altered((steps) => role(steps, 2, { place: 'receiver' })),
    /the receiver does not decide/,
  );
  assert.match(
    altered((steps) => role(steps, 2, { if: { fact: 'channel', is: 'online' } })),
    /cannot be skipped/,
  );
  assert.match(
    altered((steps) => role(steps, 1, { role: 'king' })),
    /unknown role king/,
  );
  assert.match(
    altered((steps) => role(steps, 1, { budget: { value: 0, unit: 'hour' } })),
    /not above zero/,
  );
  const empty: Workflow = { steps: [] };
  assert.ok(checkWorkflow(empty).length > 0);
});
