import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleCodes, sampleDefinition } from '#builders/forms';
import { answersFor } from '../testing/builders.ts';
import { planOfXml, samplePlan } from '../testing/plans.ts';
import { roadXml } from '../testing/roads.ts';
import { aTryOut } from '../testing/trying.ts';
import { roads } from './moves.ts';
import { type Tried, tryOut } from './try-out.ts';

const kinds = ({ story }: Tried) => story.map(({ act }) => act.kind);

test('every live procedure runs to its end on every road, from here and from elsewhere', () => {
  const ends = { granted: 'returned', refused: 'returned', supplement: 'returned', declined: 'declined' };
  for (const code of sampleCodes().filter((each) => each !== 'generic'))
    for (const road of roads)
      for (const elsewhere of [false, true]) {
        const tried = tryOut(aTryOut(code, { road, elsewhere }));
        const where = `${code} ${road}`;
        assert.equal(tried.stuck, undefined, `${where}: ${JSON.stringify(tried.stuck)}`);
        assert.equal(tried.state?.stage, ends[road], where);
        assert.equal(tried.story.at(-1)?.status, road === 'declined' ? 3 : 10, where);
        const times = tried.story.map((moment) => moment.at);
        assert.deepEqual(
          times,
          times.toSorted((a, b) => a - b),
          `${where}: time goes forward`,
        );
      }
});

test('who takes twice the time is late, who takes half is not', () => {
  const late = (pace: number) => tryOut(aTryOut('1.004873', { pace })).story.some((moment) => moment.late);
  assert.equal(late(0.5), false);
  assert.equal(late(4), true);
});

test('a supplement stops the clock, and the promised date moves', () => {
  const { story } = tryOut(aTryOut('1.004873', { road: 'supplement' }));
  const before = story.find(({ act }) => act.kind === 'accepted')?.due?.date;
  const after = story.find(({ act }) => act.kind === 'supplement-confirmed')?.due?.date;
  assert.ok(before && after && after > before, `${before} → ${after}`);
});

test('what a person has not answered or brought is told, and nothing is played', () => {
  const open = tryOut(aTryOut('1.001193', { persona: { name: 'A', channel: 'online', answers: {} } }));
  assert.equal(open.stuck?.code, 'answers-open');
  assert.deepEqual(open.story, []);
  const definition = sampleDefinition('1.000656');
  const persona = { name: 'A', channel: 'online', answers: answersFor(definition), papers: [] } as const;
  assert.equal(tryOut(aTryOut('1.000656', { persona })).stuck?.code, 'papers-missing');
});

test('a workflow without an end is told as stuck', () => {
  const whole = sampleDefinition('1.004873');
  const definition = {
    ...whole,
    workflow: { ...whole.workflow, steps: whole.workflow.steps.filter((step) => step.does !== 'issue') },
  };
  const tried = tryOut(aTryOut('1.004873', { definition }));
  assert.ok(tried.stuck, 'nothing issues the result');
  assert.ok(!kinds(tried).includes('issued'));
});

test('a plan is run to its end: what is open goes on at the same time, and who is silent too long is passed over', async () => {
  const plan = await samplePlan('1.013225');
  assert.ok(plan);
  for (const road of roads) {
    const tried = tryOut(aTryOut('1.013225', { plan, road, elsewhere: true }));
    assert.equal(tried.stuck, undefined, `${road}: ${JSON.stringify(tried.stuck)}`);
    assert.equal(tried.state?.stage, road === 'declined' ? 'declined' : 'returned', road);
  }
  const fast = tryOut(aTryOut('1.013225', { plan }));
  const [answered, drafted] = ['opinion-given', 'result-drafted'].map(
    (kind) => fast.story.find(({ act }) => act.kind === kind)?.at ?? 0,
  );
  assert.ok(
    answered && drafted && answered < drafted,
    'four days for an opinion end before five for the appraisal',
  );
  const slow = tryOut(aTryOut('1.013225', { plan, pace: 4 }));
  assert.ok(kinds(slow).includes('timer-fired'));
  assert.ok(
    slow.state?.opinions.every(({ answer }) => answer?.silent),
    'twelve days of silence',
  );
});

test('a call takes along the papers that its diagram names, and whoever waits two days for it waits no longer', async () => {
  const plan = await samplePlan('1.001731');
  assert.ok(plan);
  for (const road of roads) {
    const tried = tryOut(aTryOut('1.001731', { plan, road }));
    assert.equal(tried.stuck, undefined, `${road}: ${JSON.stringify(tried.stuck)}`);
    const opened = tried.story.find(({ act }) => act.kind === 'call-opened')?.act;
    assert.equal(opened === undefined, road === 'declined', road);
    if (opened?.kind === 'call-opened')
      assert.deepEqual(opened.payload.papers, [
        { demand: 'chung-minh', title: 'Trích lục khai tử', sha256: '' },
      ]);
  }
});

test('what a plan waits for and calls is played too', async () => {
  const xml = roadXml(
    { kind: 'both', parts: [{ kind: 'message' }, { kind: 'timer' }, { kind: 'desk' }] },
    { kind: 'own' },
  );
  const called = xml.replace(
    /<userTask id="(n\d+)" name="[^"]*" mc:role="specialist"[^>]*>/,
    '<callActivity id="$1" mc:procedure="2.000635">',
  );
  const plan = await planOfXml(
    called === xml ? xml : called.replace(/(<callActivity[^>]*>)<\/userTask>/, '$1</callActivity>'),
  );
  assert.ok(plan);
  const tried = tryOut(aTryOut('1.004873', { plan }));
  assert.equal(tried.stuck, undefined, JSON.stringify(tried.stuck));
  for (const kind of ['message-received', 'timer-fired', 'call-opened', 'call-ended', 'returned'] as const)
    assert.ok(kinds(tried).includes(kind), kind);
});
