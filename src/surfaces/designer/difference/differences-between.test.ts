import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import type { DraftContent } from '#capabilities/catalogue';
import { diagramOf } from '../diagram/diagram.ts';
import { differencesBetween } from './differences-between.ts';

const code = '1.013225';
const file = new URL(`../../../../samples/procedures/${code}/workflow.bpmn`, import.meta.url);
const workflow = readFileSync(file, 'utf8');
const definition = sampleDefinition(code);
const permit: DraftContent = { definition, workflow };
/** Steps of the list with one replaced, as the designer keeps it beside the diagram. */
const withSteps = (change: (id: string) => object): DraftContent['definition'] => ({
  ...definition,
  workflow: {
    ...definition.workflow,
    steps: definition.workflow.steps.map((step) => ({ ...step, ...change(step.id) })),
  },
});
const told = async (before: DraftContent, after: DraftContent) =>
  (await differencesBetween(before, after)).map(({ kind, change, at, what, part }) => [
    kind,
    change,
    at,
    what.vi,
    part,
  ]);

test('a diagram is told step by step, and the list of its steps does not tell it again', async () => {
  const renamed: DraftContent = {
    definition: withSteps((id) =>
      id === 'thuc-dia' ? { name: { vi: 'Xem tại chỗ', en: 'Check on site' } } : {},
    ),
    workflow: workflow
      .replace('name="Kiểm tra thực địa"', 'name="Xem tại chỗ"')
      .replace('mc:budget="5wd"', 'mc:budget="3wd"'),
  };
  assert.deepEqual(await told(permit, renamed), [
    ['step', 'changed', 'workflow.bpmn.tham-tra', 'Thẩm tra, dự thảo kết quả', 'budget'],
    ['step', 'changed', 'workflow.bpmn.thuc-dia', 'Xem tại chỗ', 'name'],
  ]);
});

test('where only the drawing moved, that is said', async () => {
  const drawn: DraftContent = { ...permit, workflow: workflow.replaceAll(/ x="\d+"/g, ' x="12"') };
  const [one, ...others] = await differencesBetween(permit, drawn);
  assert.match(one?.what.vi ?? '', /chỉ hình vẽ hoặc ghi chú khác/);
  assert.deepEqual(others, []);
  const broken = await differencesBetween(permit, { ...permit, workflow: '<x/>' });
  assert.deepEqual(
    broken.map(({ at, what }) => [at, what.vi]),
    [['workflow.bpmn', 'BPMN']],
  );
});

test('of two lines the list of steps tells what differs, and a line that became more is compared as one', async () => {
  const line = sampleDefinition('1.004873');
  const content: DraftContent = { definition: line };
  const later = line.workflow.steps.map((step, at) =>
    at === 1 ? { ...step, name: { vi: 'Tên mới' } } : step,
  );
  const changed = { ...line, workflow: { ...line.workflow, steps: later } };
  const drawn: DraftContent = { definition: changed, workflow: await diagramOf({ definition: changed }) };
  const found = await told(content, drawn);
  assert.deepEqual(found, [['step', 'changed', `workflow.steps.${later[1]?.id}.name`, 'Tên mới', 'name']]);
  const same: DraftContent = { definition: line, workflow: await diagramOf(content) };
  assert.match((await told(content, same))[0]?.[3] ?? '', /chỉ hình vẽ/);
  const more = await told(
    { ...permit, definition: line, workflow: await diagramOf(content) },
    { ...permit, definition: line },
  );
  assert.ok(more.some(([, change, , what]) => change === 'added' && what === 'Lấy ý kiến cơ quan liên quan'));
  assert.ok(more.every(([, , at]) => !at?.startsWith('workflow.steps')));
});
