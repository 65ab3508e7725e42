import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { compilePlan } from '../plan/compile-plan.ts';
import type { Plan, PlanFlow, PlanNode } from '../plan/plan.ts';
import { aDiagram } from '../testing/any-diagram.ts';
import { bpmnFile, diagramOf } from '../testing/diagrams.ts';
import { anyCondition, asDraft, flow, modelOf, planOf } from '../testing/plans.ts';
import type { PlanDifference } from './comparing.ts';
import { planDifferences, runsAlike } from './plan-differences.ts';

const task = (id: string, name: string, more = 'mc:role="specialist" mc:budget="2wd"', inner = ''): string =>
  `<userTask id="${id}" name="${name}" mc:place="competent" mc:does="check" ${more}>${inner}</userTask>`;
const ends = '<startEvent id="s"/><endEvent id="e"/>';
const row = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((id, at) => flow(ids[at] ?? '', id))
    .join('');
const told = async (before: string, after: string): Promise<readonly PlanDifference[]> =>
  planDifferences(await planOf(before), await planOf(after));
/** `change name part before after`, in Vietnamese. */
const lines = async (before: string, after: string): Promise<readonly string[]> =>
  (await told(before, after)).map(({ change, what, part, before: was, after: is }) =>
    [change, what.vi, part, plain(was), plain(is)].filter((text) => text !== undefined).join(' | '),
  );
function plain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join('; ');
  return typeof value === 'object' && value && 'vi' in value ? String(value.vi) : JSON.stringify(value);
}

const [a, b, c] = [task('a', 'Thẩm tra'), task('b', 'Kiểm tra'), task('c', 'Ký')];
const line = `${ends}${a}${b}${c}${row('s', 'a', 'b', 'c', 'e')}`;

describe('steps of a diagram', () => {
  it('are told when they come, go, change their name, people, place or time', async () => {
    assert.deepEqual(await lines(line, `${ends}${a}${c}${row('s', 'a', 'c', 'e')}`), [
      'removed | Kiểm tra | sau “Thẩm tra”',
    ]);
    assert.deepEqual(await lines(`${ends}${a}${c}${row('s', 'a', 'c', 'e')}`, line), [
      'added | Kiểm tra | sau “Thẩm tra”',
    ]);
    const renamed = line.replace('"Kiểm tra"', '"Kiểm tra kỹ"');
    assert.deepEqual(await lines(line, renamed), ['changed | Kiểm tra kỹ | name | Kiểm tra | Kiểm tra kỹ']);
    const other = line.replace(b, task('b', 'Kiểm tra', 'mc:role="clerk" mc:unit="so-y-te" mc:budget="4h"'));
    assert.deepEqual(await lines(line, other), [
      'changed | Kiểm tra | role | specialist | clerk',
      'changed | Kiểm tra | unit | so-y-te',
      'changed | Kiểm tra | budget | {"value":2,"unit":"working_day"} | {"value":4,"unit":"hour"}',
    ]);
  });

  it('are the same when they are drawn anew, and told as moved when they only stand elsewhere', async () => {
    const drawn = `<startEvent id="x1"/><endEvent id="x9"/>${task('x2', 'Thẩm tra')}${task('x3', 'Kiểm tra')}${task('x4', 'Ký')}${row('x1', 'x2', 'x3', 'x4', 'x9')}`;
    assert.deepEqual(await lines(line, drawn), []);
    // One under a new id, and one that took an old id: names and neighbours tell which is which.
    const swapped = `${ends}${task('b', 'Thẩm tra')}${task('a', 'Kiểm tra')}${c}${row('s', 'b', 'a', 'c', 'e')}`;
    assert.deepEqual(await lines(line, swapped), []);
    assert.deepEqual(await lines(line, `${ends}${a}${b}${c}${row('s', 'b', 'c', 'a', 'e')}`), [
      'moved | Thẩm tra | sau lúc bắt đầu | sau “Ký”',
    ]);
  });

  it('are told when they become something else', async () => {
    const service = line.replace(b, '<serviceTask id="b" name="Kiểm tra" mc:service="notify"/>');
    assert.deepEqual(await lines(line, service), [
      'changed | Việc tự động “Kiểm tra” | kind | Bước | Việc tự động',
    ]);
    const loop = '<multiInstanceLoopCharacteristics isSequential="true"/>';
    const several = line.replace(
      b,
      task('b', 'Kiểm tra', 'mc:role="specialist" mc:budget="2wd" mc:list="x, y"', loop),
    );
    assert.deepEqual(await lines(line, several), [
      'changed | Kiểm tra | several | một lần | mỗi mục của danh sách x, y, lần lượt',
    ]);
    const [one, two] = ['1.000001', '1.000002'].map((code) =>
      line.replace(b, `<callActivity id="b" name="Cấp thẻ" mc:procedure="${code}"/>`),
    );
    assert.deepEqual(await lines(one ?? '', two ?? ''), [
      'changed | Thủ tục liên thông “Cấp thẻ” | procedure | 1.000001 | 1.000002',
    ]);
  });

  it('are told when they begin to go side by side, and where they are put into a block', async () => {
    const both = `${ends}${a}${b}${c}<parallelGateway id="g"/><parallelGateway id="j"/>
      ${flow('s', 'g')}${flow('g', 'a')}${flow('g', 'b')}${flow('a', 'j')}${flow('b', 'j')}${row('j', 'c', 'e')}`;
    assert.deepEqual(await lines(line, both), [
      'added | Làm song song sau lúc bắt đầu | “Thẩm tra”; “Kiểm tra”',
      'added | Chờ gặp nhau sau “Thẩm tra”, “Kiểm tra” | sau “Thẩm tra”, “Kiểm tra”',
      'changed | Thẩm tra | next | “Kiểm tra” | “Ký”',
    ]);
    const block = `${ends}${a}<subProcess id="k" name="Xem xét"><startEvent id="ks"/>${b}<endEvent id="ke"/>${row('ks', 'b', 'ke')}</subProcess>${c}${row('s', 'a', 'k', 'c', 'e')}`;
    assert.deepEqual(await lines(line, block), ['added | Khối việc “Xem xét” | sau “Thẩm tra”']);
    const outside = `${ends}${a}${b}<subProcess id="k" name="Xem xét"><startEvent id="ks"/>${c}<endEvent id="ke"/>${row('ks', 'c', 'ke')}</subProcess>${row('s', 'a', 'b', 'k', 'e')}`;
    assert.ok((await lines(block, outside)).includes('changed | Ký | inside | ngoài các khối | “Xem xét”'));
  });
});

describe('ways of a gateway', () => {
  const gate = (ways: string, fallback = 'g-c') =>
    `${ends}${a}${b}${c}<exclusiveGateway id="g" name="Đủ điều kiện?" default="${fallback}"/><exclusiveGateway id="j"/>
     ${flow('s', 'g')}${ways}${flow('a', 'j')}${flow('b', 'j')}${flow('c', 'j')}${flow('j', 'e')}`;
  const ways = [flow('g', 'a', 'x &gt; 1'), flow('g', 'b', 'y = 2'), flow('g', 'c')];
  const before = gate(ways.join(''));

  it('are told with the condition before and after', async () => {
    const [one, two, three] = ways as [string, string, string];
    assert.deepEqual(await lines(before, gate([one.replace('1<', '5<'), two, three].join(''))), [
      'changed | Rẽ nhánh “Đủ điều kiện?”, nhánh tới “Thẩm tra” | if | x > 1 | x > 5',
    ]);
    assert.deepEqual(await lines(before, gate([one, two, three, flow('g', 'j', 'z')].join(''))), [
      'added | Rẽ nhánh “Đủ điều kiện?”, nhánh tới kết thúc | z',
    ]);
    assert.deepEqual(await lines(gate([one, two, three, flow('g', 'j', 'z')].join('')), before), [
      'removed | Rẽ nhánh “Đủ điều kiện?”, nhánh tới kết thúc | z',
    ]);
    assert.deepEqual(await lines(before, gate([two, one, three].join(''))), [
      'changed | Rẽ nhánh “Đủ điều kiện?” | turn | “Thẩm tra”; “Kiểm tra” | “Kiểm tra”; “Thẩm tra”',
    ]);
  });

  it('are told when another is taken where nothing holds', async () => {
    assert.deepEqual(await lines(before, gate(ways.join(''), 'g-b')), [
      'changed | Rẽ nhánh “Đủ điều kiện?” | default | “Ký” | “Kiểm tra”',
    ]);
  });

  it('are told when the gateway itself is another', async () => {
    const inclusive = before.replaceAll(/<exclusiveGateway id="g"/g, '<inclusiveGateway id="g"');
    assert.deepEqual(await lines(before, inclusive), [
      'changed | Rẽ một hay nhiều nhánh “Đủ điều kiện?” | kind | Rẽ nhánh | Rẽ một hay nhiều nhánh',
    ]);
  });
});

describe('timers', () => {
  const limited = (duration: string, cancels = true, on = 'b', name = ' name="Quá hạn trả lời"') =>
    `${line}<boundaryEvent id="t"${name} attachedToRef="${on}" cancelActivity="${cancels}"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e2"/>${flow('t', 'e2')}`;

  it('are told with their length before and after', async () => {
    assert.deepEqual(await lines(limited('P3D'), limited('P1M2DT4H')), [
      'changed | Thời hạn “Quá hạn trả lời” của “Kiểm tra” | wait | 3 ngày | 1 tháng 2 ngày 4 giờ',
    ]);
    assert.deepEqual(await lines(limited('P3D'), limited('P3D', false)), [
      'changed | Thời hạn “Quá hạn trả lời” của “Kiểm tra” | interrupts | hết hạn thì dừng bước | hết hạn bước vẫn tiếp',
    ]);
    assert.deepEqual(await lines(limited('P3D'), limited('P3D', true, 'a')), [
      'changed | Thời hạn “Quá hạn trả lời” của “Thẩm tra” | on | “Kiểm tra” | “Thẩm tra”',
    ]);
    assert.deepEqual(await lines(line, limited('PT0S', true, 'b', '')), [
      'added | Thời hạn của “Kiểm tra” | ngay',
    ]);
    const timer = (wait: string) =>
      `${ends}${a}<intermediateCatchEvent id="w" name="Đợi" mc:working="${wait}"><timerEventDefinition/></intermediateCatchEvent>${row('s', 'a', 'w', 'e')}`;
    assert.deepEqual(await lines(timer('2h'), timer('1.5wd')), [
      'changed | Hẹn giờ “Đợi” | wait | 2 giờ làm việc | 1,5 ngày làm việc',
    ]);
  });
});

const plans = new Map<string, Promise<Plan>>();
/** The plan of a diagram with a name, a role and a time for every task. */
async function named(xml: string): Promise<Plan> {
  const known = plans.get(xml) ?? compiled(xml);
  plans.set(xml, known);
  return known;
}
async function compiled(xml: string): Promise<Plan> {
  const plan = compilePlan(await modelOf(xml), asDraft);
  assert.ok(plan.ok, JSON.stringify(plan));
  const nodes = Object.entries(plan.value.nodes).map(([id, node]): [string, PlanNode] => [
    id,
    node.kind === 'task'
      ? { ...node, name: { vi: `Việc ${id}` }, role: 'clerk', budget: { value: 1, unit: 'hour' } }
      : node,
  ]);
  return { ...plan.value, nodes: Object.fromEntries(nodes) };
}
const withNode = (plan: Plan, node: PlanNode): Plan => ({
  ...plan,
  nodes: { ...plan.nodes, [node.id]: node },
});
const withFlow = (plan: Plan, changed: PlanFlow): Plan => ({
  ...plan,
  flows: { ...plan.flows, [changed.id]: changed },
});
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

/** A task put in the middle of a flow. */
function inserted(plan: Plan, into: PlanFlow): Plan {
  const [behind, to] = [{ id: 'new-flow', from: 'new', to: into.to }, plan.nodes[into.to]];
  assert.ok(to);
  const fresh: PlanNode = {
    kind: 'task',
    id: 'new',
    name: { vi: 'Việc mới' },
    in: [into.id],
    out: [behind.id],
    ...(to.inside ? { inside: to.inside } : {}),
  };
  const moved = { ...to, in: to.in.map((id) => (id === into.id ? behind.id : id)) };
  return withFlow(withFlow(withNode(withNode(plan, moved), fresh), behind), { ...into, to: 'new' });
}
/** A task taken out of the way between what leads to it and what it leads to. */
function without(plan: Plan, gone: PlanNode): Plan {
  const [out] = gone.out;
  const { [gone.id]: _, ...nodes } = plan.nodes;
  const { [out ?? '']: behind, ...flows } = plan.flows;
  assert.ok(behind);
  const next = nodes[behind.to];
  assert.ok(next);
  const into = next.in.flatMap((id) => (id === out ? gone.in : [id]));
  const led = gone.in.map((id) => [id, { ...(flows[id] as PlanFlow), to: behind.to }]);
  return withNode({ ...plan, nodes, flows: { ...flows, ...Object.fromEntries(led) } }, { ...next, in: into });
}
/** Every id another, as a diagram that somebody drew anew. */
const redrawn = (plan: Plan): Plan =>
  JSON.parse(JSON.stringify(plan).replaceAll(/"((?:n|f|t)\d+)"/g, '"z$1"')) as Plan;

test('each single edit is told exactly once, by the name of what it changes, and nothing otherwise', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(aDiagram, fc.nat(999), async (shape, n) => {
      const plan = await named(diagramOf(shape));
      assert.deepEqual(planDifferences(plan, plan), []);
      const task = at(
        Object.values(plan.nodes).filter((node) => node.kind === 'task'),
        n,
      );
      assert.ok(task?.kind === 'task');
      const name = task.name?.vi ?? '';
      const feel = at(
        Object.values(plan.flows).filter((each) => each.if),
        n,
      );
      const into = at(Object.values(plan.flows), n);
      assert.ok(into);
      const edits: readonly (readonly [string, Plan, RegExp])[] = [
        ['changed name', withNode(plan, { ...task, name: { vi: 'Việc khác' } }), /^Việc khác$/],
        ['changed role', withNode(plan, { ...task, role: 'unit-leader' }), RegExp(`^${name}$`)],
        [
          'changed budget',
          withNode(plan, { ...task, budget: { value: 2, unit: 'hour' } }),
          RegExp(`^${name}$`),
        ],
        [
          'changed several',
          withNode(plan, { ...task, several: { list: 'l', oneByOne: false } }),
          RegExp(`^${name}$`),
        ],
        [
          'changed kind',
          withNode(plan, {
            kind: 'call',
            procedure: '1.000001',
            id: task.id,
            name: { vi: name },
            in: task.in,
            out: task.out,
          }),
          RegExp(`“${name}”`),
        ],
        ['added ', inserted(plan, into), /^Việc mới$/],
        ['removed ', without(plan, task), RegExp(`^${name}$`)],
        ...(feel ? [['changed if', withFlow(plan, { ...feel, if: 'khác' }), /nhánh tới/] as const] : []),
      ];
      for (const [what, edited, by] of edits) {
        const found = planDifferences(plan, edited);
        const say = JSON.stringify(found, null, 1);
        assert.deepEqual(
          found.map(({ change, part }) => `${change} ${part ?? ''}`),
          [what],
          `${what}: ${say}`,
        );
        assert.match(found[0]?.what.vi ?? '', by);
        assert.equal(runsAlike(plan, edited), false);
        seen.add(what);
      }
    }),
    { numRuns: 120 },
  );
  assert.equal(seen.size, 8, [...seen].join());
});

test('a diagram that was drawn anew with other ids says the same', async () => {
  await fc.assert(
    fc.asyncProperty(aDiagram, async (shape) => {
      const plan = await named(diagramOf(shape));
      const names = new Set(Object.values(plan.nodes).flatMap(({ name }) => name?.vi ?? []));
      const found = planDifferences(plan, redrawn(plan));
      assert.deepEqual(
        found.filter(({ what }) => names.has(what.vi)),
        [],
      );
    }),
    { numRuns: 60 },
  );
});

test('a shipped diagram moved about on its canvas says the same, and is compared within a moment', async () => {
  const xml = readFileSync(
    new URL('../../../../samples/procedures/1.013225/workflow.bpmn', import.meta.url),
    'utf8',
  );
  const [was, is] = [xml, xml.replaceAll(/ x="\d+"/g, ' x="7"')];
  assert.notEqual(was, is);
  const plansOf = await Promise.all(
    [was, is].map(async (text) => compilePlan(await modelOf(text), { compile: anyCondition })),
  );
  const [one, two] = plansOf.flatMap((plan) => (plan.ok ? [plan.value] : []));
  assert.ok(one && two);
  assert.deepEqual(planDifferences(one, two), []);
  assert.ok(runsAlike(one, two));
  const wide = bpmnFile(
    `${ends}${[...Array(200)].map((_, n) => task(`w${n}`, `Bước ${n}`)).join('')}${row('s', ...[...Array(200)].map((_, n) => `w${n}`), 'e')}`,
  );
  const other = wide.replaceAll(/"w(\d+)"/g, '"v$1"').replaceAll('-w', '-v');
  const [before, after] = await Promise.all([compiledPlan(wide), compiledPlan(other)]);
  const began = performance.now();
  planDifferences(before, after);
  assert.ok(performance.now() - began < 3000);
});

async function compiledPlan(xml: string): Promise<Plan> {
  const plan = compilePlan(await modelOf(xml), asDraft);
  assert.ok(plan.ok);
  return plan.value;
}
