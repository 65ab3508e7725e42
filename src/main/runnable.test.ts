import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent } from '#builders/catalogue';
import { linePlan, writeBpmn } from '#capabilities/workflow';
import { runnableFindings } from './runnable.ts';

const content = aContent('1.004873');
const { steps } = content.definition.workflow;

test('what can be executed passes; what cannot is named with its place', async () => {
  assert.deepEqual(await runnableFindings(content), []);
  const workflow = await writeBpmn(linePlan(steps, { feelOf: () => 'true', name: { vi: 'Quy trình' } }));
  const found = await runnableFindings({ ...content, workflow });
  assert.deepEqual(
    found.filter(({ level }) => level === 'error'),
    [],
  );
  const [first] = steps;
  assert.ok(first);
  const strange = workflow.replace(/<(\/?)bpmn:userTask\b/g, '<$1bpmn:scriptTask');
  const refused = await runnableFindings({ ...content, workflow: strange });
  assert.ok(refused.length >= steps.length);
  assert.ok(refused.every(({ level, text }) => level === 'error' && text));
});

test('what cannot even be read is an error of the draft', async () => {
  const found = await runnableFindings({
    ...content,
    workflow: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    decisions: 'no XML',
  });
  assert.deepEqual(
    found.map(({ level, at }) => [level, at]),
    [
      ['error', 'workflow'],
      ['error', 'decisions'],
    ],
  );
});
