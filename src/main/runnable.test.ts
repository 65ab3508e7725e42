import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent } from '#builders/catalogue';
import { type LintWorld, lintProcedure } from '#capabilities/catalogue';
import { linePlan, writeBpmn } from '#capabilities/workflow';
import { runnableFindings } from './runnable.ts';
import { sampleDiagram } from './sample/catalogue.ts';

const anywhere: LintWorld = {
  today: '2026-11-25',
  communes: [],
  decides: () => true,
  plainWords: [],
  results: [],
};
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
  // Kept in a draft, as files of other software are; never published.
  const half = await runnableFindings({ ...content, workflow: workflow.replace(/ mc:role="[^"]*"/, '') });
  assert.deepEqual(
    half.map(({ level, code, at }) => [level, code, at]),
    [['error', 'role-missing', `workflow.${first.id}`]],
  );
});

test('a line on which a dossier would be lost is named, drawn or not', async () => {
  const { definition } = content;
  const [first] = steps;
  const alone = {
    ...content,
    definition: { ...definition, workflow: { steps: steps.filter(({ does }) => does === 'appraise') } },
  };
  const codes = async (of: typeof content) =>
    (await runnableFindings(of))
      .filter(({ level }) => level === 'error')
      .map(({ code, at }) => `${code} ${at}`);
  const expected = ['begins-with-receiving', 'ends-with-return', 'nobody-approves', 'nobody-issues'];
  assert.deepEqual(
    await codes(alone),
    expected.map((code) => `${code} workflow.steps`),
  );
  const workflow = await writeBpmn(
    linePlan(alone.definition.workflow.steps, { feelOf: () => 'true', name: { vi: 'Quy trình' } }),
  );
  assert.deepEqual(
    await codes({ ...alone, workflow }),
    expected.map((code) => `${code} workflow.steps`),
  );
  assert.ok(first);
  const moved = steps.map((step) => (step === first ? { ...step, place: 'competent' as const } : step));
  assert.deepEqual(await codes({ ...content, definition: { ...definition, workflow: { steps: moved } } }), [
    `wrong-place workflow.steps.${first.id}`,
  ]);
});

test('what cannot even be read is an error of the draft', async () => {
  const found = await runnableFindings({
    ...content,
    workflow: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  });
  assert.deepEqual(
    found.map(({ level, at }) => [level, at]),
    [['error', 'workflow']],
  );
});

test('a diagram with branches, timers and opinions runs; one that loses its dossiers is named', async () => {
  const permit = aContent('1.013225');
  const workflow = sampleDiagram('1.013225');
  assert.ok(workflow, 'the building permit ships with its diagram');
  assert.deepEqual(await runnableFindings({ ...permit, workflow }), []);
  const codes = async (changed: string, of = permit) =>
    (await runnableFindings({ ...of, workflow: changed })).map(({ code, at }) => `${code} ${at}`);
  assert.deepEqual(await codes(workflow.replace('mc:service="notify"', 'mc:service="fax"')), [
    'service-unknown workflow.bao-tin',
  ]);
  assert.deepEqual(
    await codes(
      workflow.replace('attachedToRef="y-kien" cancelActivity="false"', 'attachedToRef="tham-tra"'),
    ),
    ['result-passed-by workflow.tra-ket-qua'],
    'a timer that ends the appraisal and leads nowhere',
  );
  const known = (name: string) => name === 'so-xay-dung';
  assert.deepEqual(
    (await runnableFindings({ ...permit, workflow }, known)).map(({ code, text }) => [code, text?.en]),
    [
      [
        'unit-unknown',
        'There is no unit “commune-police”. Write a unit’s key, or a kind such as commune-police.',
      ],
    ],
  );
  assert.deepEqual(await codes(workflow.replaceAll('thuc-dia', 'hien-truong')), [
    'steps-differ workflow.hien-truong',
    'steps-differ workflow.thuc-dia',
  ]);
});

test('a diagram that calls another procedure and passes papers on runs; papers that cannot be read are named', async () => {
  const support = aContent('1.001731');
  const workflow = sampleDiagram('1.001731');
  assert.ok(workflow, 'funeral support ships with its diagram');
  assert.deepEqual(await runnableFindings({ ...support, workflow }), []);
  const passing = 'mc:papers="KQ.G15.000034=chung-minh"';
  assert.ok(workflow.includes(passing));
  const broken = workflow.replace(passing, 'mc:papers="khai-tu=chung-minh="');
  assert.deepEqual(
    (await runnableFindings({ ...support, workflow: broken })).map(({ code, at }) => `${code} ${at}`),
    ['papers-unreadable workflow.xoa-thuong-tru'],
  );
  const unknown = (diagram: string) =>
    lintProcedure(
      { ...support, workflow: diagram },
      { ...anywhere, papersOf: (code) => aContent(code).definition },
    )
      .filter(({ code }) => code === 'call-paper-unknown')
      .map(({ details }) => details['paper']);
  assert.deepEqual(unknown(workflow), []);
  assert.deepEqual(unknown(workflow.replace('=chung-minh', '=la')), ['la']);
});
