import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bpmnFile } from '../testing/diagrams.ts';
import { anyCondition, flow, modelOf, planOf, problemsOf } from '../testing/plans.ts';
import { compilePlan } from './compile-plan.ts';
import { problemText } from './problems.ts';

const codes = async (inner: string, draft = true): Promise<readonly string[]> =>
  (await problemsOf(inner, { compile: anyCondition, draft })).map(
    ({ code, at, element }) => `${code} ${element} ${at}`,
  );
/** Start, what is given, end. */
const around = (inner: string, first: string, last = first): string =>
  `<startEvent id="s"/>${inner}<endEvent id="e"/>${flow('s', first)}${flow(last, 'e')}`;
const timer = (inner: string, attributes = '') =>
  `<intermediateCatchEvent id="w"${attributes}><timerEventDefinition>${inner}</timerEventDefinition></intermediateCatchEvent>`;
const full = 'mc:role="specialist" mc:place="competent" mc:does="appraise" mc:budget="2wd"';

test('a task says who does what, where, and in which time', async () => {
  const xml = bpmnFile(around(`<userTask id="a" name="Thẩm tra" mc:nameEn="Appraise" ${full}/>`, 'a'));
  const compiled = compilePlan(await modelOf(xml), { compile: anyCondition });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  assert.deepEqual(compiled.value.nodes['a'], {
    kind: 'task',
    id: 'a',
    name: { vi: 'Thẩm tra', en: 'Appraise' },
    role: 'specialist',
    place: 'competent',
    does: 'appraise',
    budget: { value: 2, unit: 'working_day' },
    in: ['s-a'],
    out: ['a-e'],
  });
  assert.deepEqual(JSON.parse(JSON.stringify(compiled.value)), compiled.value, 'a plan is plain JSON');
});

test('a task that lacks something is refused, save in a draft', async () => {
  const inner = around('<userTask id="a"/>', 'a');
  assert.deepEqual(await codes(inner, false), [
    'role-missing UserTask a',
    'place-missing UserTask a',
    'does-missing UserTask a',
    'budget-missing UserTask a',
  ]);
  assert.equal((await planOf(inner)).warnings.length, 4);
  const wrong = around(`<userTask id="a" ${full.replace('specialist', 'king').replace('2wd', '2x')}/>`, 'a');
  assert.deepEqual(await codes(wrong), ['role-unknown UserTask a', 'time-unreadable UserTask a']);
});

test('elements that are not executed are refused by name and id, all at once', async () => {
  const odd = [
    ['scriptTask', ''],
    ['businessRuleTask', ''],
    ['sendTask', ''],
    ['manualTask', ''],
    ['task', ''],
    ['eventBasedGateway', ''],
    ['complexGateway', ''],
    ['transaction', ''],
    ['adHocSubProcess', ''],
    ['intermediateThrowEvent', ''],
    ['startEvent', '<signalEventDefinition/>'],
    ['endEvent', '<errorEventDefinition/>'],
    ['boundaryEvent', '<errorEventDefinition/>'],
    ['userTask', '<standardLoopCharacteristics/>'],
    ['subProcess', '<startEvent id="x"/><endEvent id="y"/><multiInstanceLoopCharacteristics/>'],
  ] as const;
  const inner = odd.map(([tag, content], at) => `<${tag} id="o${at}" attachedToRef="a">${content}</${tag}>`);
  const found = await problemsOf(around(`<userTask id="a"/>${inner.join('')}`, 'a'));
  const refusedIds = found.filter(({ code }) => code === 'not-executed').map(({ at }) => at);
  assert.deepEqual(
    refusedIds,
    odd.map((_, at) => `o${at}`),
  );
  assert.equal(found.find(({ at }) => at === 'o0')?.element, 'ScriptTask');
  for (const problem of found) assert.ok(problemText(problem).vi.endsWith('.'));
});

test('timers wait for calendar or working time, never for another engine’s expression', async () => {
  const wait = async (inner: string, attributes?: string) => {
    const node = (await planOf(around(timer(inner, attributes), 'w'))).nodes['w'];
    return node?.kind === 'timer' ? node.wait : undefined;
  };
  assert.deepEqual(await wait('<timeDuration>P1Y2M1W3DT4H5M6S</timeDuration>'), {
    months: 14,
    seconds: 10 * 86_400 + 4 * 3600 + 5 * 60 + 6,
  });
  const twoDays = { working: { value: 2, unit: 'working_day' } };
  assert.deepEqual(await wait('<timeDuration>P9D</timeDuration>', ' mc:working="2wd"'), twoDays);
  const refusals: readonly (readonly [string, string])[] = [
    ['<timeDuration>${days}</timeDuration>', 'time-unreadable'],
    ['<timeDuration>P</timeDuration>', 'time-unreadable'],
    ['<timeCycle>R3/PT1H</timeCycle>', 'not-executed'],
    ['', 'time-unreadable'],
  ];
  for (const [inner, code] of refusals)
    assert.equal((await codes(around(timer(inner), 'w')))[0], `${code} IntermediateCatchEvent w`);
});

test('conditions are FEEL on the flows of choosing gateways', async () => {
  const choice = (condition: string) =>
    `<startEvent id="s"/><exclusiveGateway id="g" default="g-b"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>
     ${flow('s', 'g')}${flow('g', 'a', condition)}${flow('g', 'b')}${flow('a', 'e')}${flow('b', 'e')}`;
  assert.equal((await planOf(choice('= x &gt; 1'))).flows['g-a']?.if, 'x > 1');
  assert.deepEqual(await codes(choice('${x}')), ['condition-refused SequenceFlow g-a']);
  const groovy = choice('x').replace('<conditionExpression>', '<conditionExpression language="groovy">');
  assert.deepEqual(await codes(groovy), ['condition-refused SequenceFlow g-a']);
  const onTask = `<startEvent id="s"/><endEvent id="e"/>${flow('s', 'e', 'x')}`;
  assert.deepEqual(await codes(onTask), ['condition-here SequenceFlow s-e']);
});

test('another engine’s words are hints', async () => {
  const foreign = 'xmlns:camunda="urn:camunda" camunda:candidateGroups="experts"';
  const task = (await planOf(around(`<userTask id="a" ${foreign}/>`, 'a'))).nodes['a'];
  assert.deepEqual(task?.kind === 'task' && task.hints, ['experts']);
  const service = `<serviceTask id="a"><extensionElements><z:taskDefinition xmlns:z="urn:z" type="mail"/></extensionElements></serviceTask>`;
  const plan = await planOf(around(service, 'a'));
  assert.ok(plan.nodes['a']?.kind === 'service' && plan.nodes['a'].service === 'mail');
  assert.deepEqual(
    plan.warnings.map(({ code }) => code),
    ['service-missing', 'extension-not-run'],
  );
});

test('a file has one process to run', async () => {
  const compile = async (xml: string) => compilePlan(await modelOf(xml), { compile: anyCondition });
  const file = bpmnFile('');
  const none = await compile(file.replace(/<process.*<\/process>/s, ''));
  assert.equal(none.ok ? '' : none.refusal.problems[0]?.code, 'no-process');
  const two = await compile(file.replace('</process>', '</process><process id="q" isExecutable="true"/>'));
  assert.equal(two.ok ? '' : two.refusal.problems[0]?.detail, 'process, q');
});

test('a diagram too large for a person is refused', async () => {
  const tasks = Array.from({ length: 1001 }, (_, at) => `<userTask id="t${at}"/>`).join('');
  assert.deepEqual(await codes(around(tasks, 't0')), ['too-large Process process']);
  const nested = `${'<subProcess id="x">'.repeat(20)}${'</subProcess>'.repeat(20)}`;
  let count = 0;
  const found = await codes(nested.replace(/"x"/g, () => `"x${++count}"`));
  assert.ok(found.some((code) => code.startsWith('too-large')));
});
