import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { type Plan, placesToChoose } from '#capabilities/workflow';
import { fold } from '../rules/fold.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import {
  type ADossier,
  aDossier,
  anOfficer,
  aPlannedDossier,
  asked,
  at,
  committeeB,
} from '../testing/builders.ts';
import { planOfXml } from '../testing/plans.ts';
import { aPiece, type Piece, roadXml } from '../testing/roads.ts';
import { desk, machine, minute, walk, worker } from '../testing/walking.ts';
import { type RoadAfter, roadAfter } from './road.ts';

type Places = Readonly<Record<string, string>>;
const planned = async (xml: string): Promise<Plan> => {
  const plan = await planOfXml(xml);
  assert.ok(plan, 'more than a line');
  return plan;
};
const under = ({ rules }: ADossier, plan: Plan): ProcedureRules => ({ ...rules, plan });
const weighed = (told: ADossier, plan: Plan, places: Places = {}): RoadAfter =>
  roadAfter({ state: told.state, acts: told.acts, was: told.rules, is: under(told, plan), places });
const told = ({ hindered }: RoadAfter) =>
  hindered.map(({ code, names = [] }) => [code, ...names.map(({ vi }) => vi)]);

/** The same dossier after the act that takes it over. */
function moved(from: ADossier, plan: Plan, now: number, places: Places = {}): ADossier {
  const { moved: road, ...after } = weighed(from, plan, places);
  assert.deepEqual(told(after), []);
  assert.ok(road);
  const input = {
    from: 1,
    to: 2,
    reason: 'sơ đồ mới',
    ground: 'QĐ 1',
    by: 'Lê A',
    due: null,
    counted: null,
    moved: road,
  };
  // As the worker does: decided by the rules of the new version.
  Object.assign(from, { rules: under(from, plan) });
  assert.equal(from.tries('move-to-version', input, machine, now), undefined);
  return from;
}
const nodes = ({ state }: ADossier) => (state.plan?.tasks ?? []).map(({ node }) => node);
const renamed = (xml: string) => xml.replaceAll(/(["])((?:n|f)\d+)"/g, '$1x$2"');
const likely = (was: Plan, is: Plan): Places =>
  Object.fromEntries(
    placesToChoose(was, is).flatMap(({ id, likely: to }) => (to === undefined ? [] : [[id, to]])),
  );

const limited: Piece = { kind: 'limited', interrupts: true };
const own: Piece = { kind: 'own' };
const both: Piece = { kind: 'both', parts: [{ kind: 'asked' }, own] };

describe('a dossier in another plan', () => {
  it('keeps its questions, its people and its due moments, and goes on there', async () => {
    const xml = roadXml(both, limited);
    const [was, is] = [await planned(xml), await planned(renamed(xml))];
    const dossier = aPlannedDossier(was).does('accept', {}, desk, at(8)).does('take-over', {}, worker, at(9));
    const mine = dossier.state.plan?.tasks.find(({ opinion }) => !opinion)?.id ?? '';
    dossier.does('assign', { officer: worker.officer, name: worker.name, task: mine }, worker, at(9));
    const before = dossier.state;
    assert.deepEqual(told(weighed(dossier, is)), [
      ['step', ...(before.plan?.tasks ?? []).map(({ node }) => `Việc ${node}`)],
    ]);
    const after = moved(dossier, is, at(10), likely(was, is)).state;
    assert.deepEqual(
      nodes(dossier),
      nodes({ state: before } as ADossier).map((id) => `x${id}`),
    );
    assert.deepEqual(after.opinions, before.opinions, 'nobody is asked anew');
    assert.deepEqual(
      after.plan?.tasks.map(({ node: _, ...task }) => task),
      before.plan?.tasks.map(({ node: _, ...task }) => task),
    );
    const act = dossier.acts.at(-1);
    assert.ok(act?.kind === 'moved-to-version');
    assert.equal(act.payload.places?.length, 2);
    assert.deepEqual(act.payload.places?.[0]?.from, { vi: 'Việc n4' });
    assert.deepEqual(fold(dossier.acts), after);
    walk(dossier, [3], () => undefined);
    assert.equal(dossier.state.stage, 'returned');
  });

  it('takes the new length of a timer from its beginning, and what was waited since', async () => {
    const xml = roadXml(limited, own);
    const plan = async (duration: string) => planned(xml.replace('P3D', duration));
    const aLimited = async () =>
      aPlannedDossier(await plan('P3D'))
        .does('accept', {}, desk, at(8))
        .does('take-over', {}, worker, at(9));
    const dueOf = ({ state }: ADossier) => state.plan?.timers[0]?.due;
    const day = 86_400_000;
    const dossier = await aLimited();
    assert.equal(dueOf(dossier), at(8) + 3 * day);
    assert.equal(dueOf(moved(dossier, await plan('P5D'), at(11))), at(8) + 5 * day);
    assert.deepEqual(fold(dossier.acts), dossier.state);
    assert.equal(
      dueOf(moved(dossier, await plan('P1D'), at(12))),
      at(8) + day,
      'also when it is moved again',
    );
    assert.equal(dossier.tries('fire-timer', {}, machine, at(8) + day), undefined);

    const head = anOfficer(9, committeeB, 'head-of-office');
    const waited = (await aLimited())
      .does('pause', { reason: 'chờ' }, head, at(10))
      .does('resume', {}, head, at(14));
    assert.equal(dueOf(waited), at(8) + 3 * day + 4 * 60 * minute);
    assert.equal(dueOf(moved(waited, await plan('P5D'), at(15))), at(8) + 5 * day + 4 * 60 * minute);
    const same = await aLimited();
    const armed = same.state.plan?.timers;
    assert.deepEqual(
      moved(same, await plan('P3D'), at(15)).state.plan?.timers,
      armed,
      'nothing of it changes',
    );
    const act = same.acts.at(-1);
    assert.deepEqual(act?.kind === 'moved-to-version' && act.payload.plan?.closed, []);
  });

  it('begins a timer that the old plan did not have with the step on which it stands', async () => {
    const was = await planned(roadXml({ kind: 'asked' }, both));
    const is = await planned(roadXml(limited, both));
    const dossier = moved(aPlannedDossier(was).does('accept', {}, desk, at(8)), is, at(14));
    assert.equal(dossier.state.plan?.timers[0]?.due, at(8) + 3 * 86_400_000);
    assert.equal(dossier.state.plan?.wake, dossier.state.plan?.timers[0]?.due);
  });

  it('stays, by the names of what is open, where the other plan cannot stand so', async () => {
    const was = await planned(roadXml(both, own));
    const is = await planned(roadXml({ kind: 'row', parts: [{ kind: 'asked' }, own] }, limited));
    const dossier = aPlannedDossier(was).does('accept', {}, desk, at(8));
    const [one, two] = nodes(dossier);
    const other = Object.values(is.nodes).flatMap((node) =>
      node.kind === 'task' && node.does === 'check' ? [node] : [],
    );
    const [asking, working] = [other.find(({ unit }) => unit), other.find(({ unit }) => !unit)];
    const places = { [one ?? '']: asking?.id ?? '', [two ?? '']: working?.id ?? '' };
    assert.deepEqual(told(weighed(dossier, is, places)), [['together', `Việc ${one}`, `Việc ${two}`]]);
    const gone = await planned(roadXml(limited, own));
    assert.equal(told(weighed(dossier, gone))[0]?.[0], 'step');
  });

  it('goes back beyond the move to where the new plan calls it otherwise', async () => {
    const xml = roadXml(both, own);
    const [was, is] = [await planned(xml), await planned(renamed(xml))];
    const dossier = aPlannedDossier(was).does('accept', {}, desk, at(8)).does('take-over', {}, worker, at(9));
    const mine = nodes(dossier).find(
      (node) => was.nodes[node]?.kind === 'task' && !('unit' in (was.nodes[node] ?? {})),
    );
    dossier.does('finish-step', { note: '' }, worker, at(9));
    const [opinion] = dossier.state.opinions;
    dossier.does(
      'give-opinion',
      { id: opinion?.id ?? '', text: 'ý kiến', agrees: true },
      anOfficer(4, asked, 'specialist'),
      at(9),
    );
    assert.deepEqual(nodes(dossier), ['tham-tra']);
    assert.deepEqual(dossier.state.stepsDone, [mine]);
    moved(dossier, is, at(10), likely(was, is));
    assert.deepEqual(dossier.state.stepsDone, [`x${mine}`]);
    dossier.does('return-step', { reason: 'xem lại' }, worker, at(11));
    assert.deepEqual(nodes(dossier), [`x${mine}`]);
    assert.equal(dossier.state.step, `x${mine}`);
    walk(dossier, [3], () => undefined);
    assert.equal(dossier.state.stage, 'returned');
  });

  it('leaves a line for a plan at the same step, with its officer and its due moment', async () => {
    const line = aDossier('1.004873', { competent: committeeB });
    line.does('accept', {}, desk, at(8)).does('take-over', {}, worker, at(9));
    const { step = '', stepDue } = line.state;
    const at1 = line.rules.definition.workflow.steps.find(({ id }) => id === step);
    assert.ok(at1);
    const xml = roadXml(own, limited).replaceAll('"tham-tra"', `"${step}"`);
    const is = await planned(xml);
    const rules = { ...under(line, is), units: { 'so-xay-dung': asked } };
    const road = roadAfter({ state: line.state, acts: line.acts, was: line.rules, is: rules, places: {} });
    assert.deepEqual(told(road), []);
    const input = {
      from: 1,
      to: 2,
      reason: 'sơ đồ',
      ground: 'QĐ 1',
      by: 'Lê A',
      due: null,
      counted: null,
      moved: road.moved,
    };
    const { definition } = line.rules;
    Object.assign(line, { rules: { ...rules, definition } });
    assert.equal(line.tries('move-to-version', input, machine, at(10)), undefined);
    assert.equal(line.state.step, step);
    assert.equal(line.state.stepDue, stepDue);
    assert.deepEqual(nodes(line), [step]);
    assert.deepEqual(fold(line.acts), line.state);
    walk(line, [3], () => undefined);
    assert.equal(line.state.stage, 'returned');
    // And back on a line there is no room for what a plan knows.
    const planless = aPlannedDossier(is).does('accept', {}, desk, at(8));
    const back = roadAfter({
      state: planless.state,
      acts: planless.acts,
      was: planless.rules,
      is: { ...planless.rules, plan: undefined } as never,
      places: {},
    });
    assert.equal(told(back)[0]?.[0], 'step');
  });
});

test('wherever a dossier stands in any plan, it goes over to the same plan drawn anew, and on to its end', async () => {
  let movedOnes = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(aPiece, aPiece),
      fc.array(fc.nat(9999), { minLength: 5, maxLength: 30 }),
      fc.nat(25),
      fc.nat(4),
      async ([a, b], turns, when, so) => {
        const xml = roadXml(a, b);
        const was = await planOfXml(xml);
        fc.pre(was !== undefined);
        const is = await planned(renamed(xml));
        const places = likely(was, is);
        const dossier = aPlannedDossier(was, { so });
        let turn = 0;
        walk(dossier, turns, (now) => {
          const { state } = dossier;
          if (
            turn++ === when &&
            state.plan &&
            state.stage !== 'finished' &&
            state.stage !== 'returned' &&
            !state.result?.approved
          ) {
            moved(dossier, is, now, places);
            movedOnes++;
          }
          assert.deepEqual(
            JSON.parse(JSON.stringify(fold(dossier.acts))),
            JSON.parse(JSON.stringify(dossier.state)),
          );
        });
        assert.equal(dossier.state.stage, 'returned', dossier.acts.map(({ kind }) => kind).join(' '));
      },
    ),
    { numRuns: 80 },
  );
  assert.ok(movedOnes > 10, 'many were moved on their way');
});
