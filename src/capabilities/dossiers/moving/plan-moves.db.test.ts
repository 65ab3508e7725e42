import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import { placesToChoose } from '#capabilities/workflow';
import { type Actor, systemActor } from '#kernel/actor';
import { SetClock } from '#kernel/time';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import { actOnDossier, actsOf, fold, receiveAtCounter } from '../index.ts';
import {
  aCitizen,
  anOfficer,
  answersFor,
  at,
  centreA,
  committeeA,
  someServices,
} from '../testing/builders.ts';
import { planOfXml } from '../testing/plans.ts';
import { roadXml } from '../testing/roads.ts';
import { decideMove, moveVersions, proposeMove, versionMoves } from './index.ts';

const code = '1.004873';
const definition = sampleDefinition(code);
const limited = { kind: 'limited', interrupts: true } as const;
const xml = roadXml({ kind: 'both', parts: [limited, { kind: 'own' }] }, { kind: 'own' });
/** Drawn anew, with a longer timer. */
const later = xml.replaceAll(/"((?:n|f)\d+)"/g, '"x$1"').replace('P3D', 'P5D');
const [was, is] = [await planOfXml(xml), await planOfXml(later)];
assert.ok(was && is);
const versions = [1, 2].map((version) => ({ version, live: true, standing: 'in-force' as const }));

const db = await aDatabase();
const numbers = new Numbers(db.web);
const services = {
  ...someServices((unit, day, series) => numbers.take(unit, day, series)),
  plan: async (_: string, version: number) => (version === 1 ? was : is),
};
const clock = new SetClock(at(8));
const web = (actor?: Actor) => aCtx(db.web, actor, clock);
const worker = aCtx(db.worker, systemActor('dossiers.move-versions'), clock);
const work = () => moveVersions(services).run(worker);
const proposer = web(anOfficer(1, committeeA, 'unit-administrator'));
const decider = web(anOfficer(2, committeeA, 'system-administrator'));
const specialist = { ...anOfficer(4, committeeA, 'specialist'), readableUnits: [committeeA] };

const refs: { homeUnit: string; id: string }[] = [];
const stateOf = async (id: string) =>
  (
    await db.sql<{ state: ReturnType<typeof fold>; version: number }>(
      'select state, procedure_version as version from dossiers.dossier where id = $1',
      [id],
    )
  )[0] ?? assert.fail('no such dossier');
const nodesOf = async (id: string) => (await stateOf(id)).state.plan?.tasks.map(({ node }) => node);

before(async () => {
  await withSmallProvince(db.worker);
  for (const n of [1, 2]) {
    const made = await receiveAtCounter(web(anOfficer(10 + n, centreA, 'one-stop-officer')), services, {
      unit: centreA,
      procedureCode: code,
      procedureVersion: 1,
      procedureName: definition.name.vi,
      channel: 'direct',
      person: aCitizen(n).person,
      applicant: { name: 'Nguyễn Thị Lan' },
      answers: answersFor(definition),
      papers: definition.documents.map(({ id }) => ({
        demand: id,
        source: 'paper',
        originals: 1,
        copies: 0,
      })),
      delivery: 'counter',
      purpose: '',
    });
    assert.ok(made.ok, JSON.stringify(made));
    refs.push(made.value);
  }
  // The second goes past what the first stands at.
  const [, second] = refs;
  for (const [intent, input] of [
    ['take-over', {}],
    ['finish-step', { note: '' }],
  ] as const) {
    const acted = await actOnDossier(
      web(specialist),
      services,
      second ?? { homeUnit: '', id: '' },
      intent,
      input,
    );
    assert.ok(acted.ok, JSON.stringify(acted));
  }
});

it('moves dossiers on a plan where everything open has its place, and names what has none', async () => {
  const wish = { code, to: 2, reason: 'Sơ đồ mới', ground: 'QĐ 12/QĐ-UBND' };
  const all = placesToChoose(was, is);
  assert.ok(all.every(({ likely }) => likely !== undefined));
  const chosen = Object.fromEntries(all.map(({ id, likely = '' }) => [id, likely]));
  const [first, second] = refs.map(({ id }) => id);
  const [mine] = ((await nodesOf(first ?? '')) ?? []).filter(
    (node) => !(was.nodes[node] && 'unit' in was.nodes[node]),
  );
  // Nobody says where the step goes at which the first stands.
  const { [mine ?? '']: _, ...some } = chosen;
  const proposed = await proposeMove(proposer, versions, { ...wish, places: { 1: { ...some, '': 'x' } } });
  assert.ok(proposed.ok, JSON.stringify(proposed));
  await work();
  const { latest } = await versionMoves(decider, code);
  assert.deepEqual(latest?.places, { 1: some }, 'what was chosen is kept');
  assert.deepEqual(latest?.counts, { can: 1, cannot: 1, moved: 0, stayed: 0 });
  assert.deepEqual(
    latest?.items.map(({ why }) => why),
    [[{ code: 'step', names: [{ vi: `Việc ${mine}` }] }], []],
  );
  assert.ok((await decideMove(decider, proposed.value, 'approve')).ok);
  const timer = (await stateOf(second ?? '')).state.plan?.timers[0]?.due ?? 0;
  await work();
  assert.equal((await stateOf(first ?? '')).version, 1);
  const after = await stateOf(second ?? '');
  assert.equal(after.version, 2);
  assert.ok(after.state.plan?.tasks.every(({ node }) => node.startsWith('x')));
  assert.equal(
    after.state.plan?.timers[0]?.due,
    timer + 2 * 86_400_000,
    'from its beginning, by the new length',
  );
  const [row] = await db.sql<{ wake: string }>(
    "select state->'plan'->>'wake' as wake from dossiers.dossier where id = $1",
    [second],
  );
  assert.equal(Number(row?.wake), timer + 2 * 86_400_000);
});

it('keeps decision, versions and places in the act, and the stored state is the fold of the acts', async () => {
  const [, ref] = refs;
  assert.ok(ref);
  const acts = await db.worker.read({ kind: 'system' }, (reader) =>
    reader.rows(actsOf, { home_unit: ref.homeUnit, id: ref.id }),
  );
  const last = acts.at(-1);
  assert.ok(last?.kind === 'moved-to-version');
  const { from, to, reason, ground, places = [], ids = {} } = last.payload;
  assert.deepEqual([from, to, reason, ground], [1, 2, 'Sơ đồ mới', 'QĐ 12/QĐ-UBND']);
  assert.ok(places.length > 0 && places.every((place) => place.from.vi === place.to.vi.replace('xn', 'n')));
  assert.ok(Object.entries(ids).every(([old, fresh]) => fresh === `x${old}`));
  const { state } = await stateOf(ref.id);
  assert.deepEqual(state, JSON.parse(JSON.stringify(fold(acts))));
  // It is worked on under the new plan: back to what was done before the move.
  const [open] = state.plan?.tasks.filter(({ opinion }) => opinion) ?? [];
  const acted = await actOnDossier(web(specialist), services, ref, 'give-opinion', {
    id: open?.opinion?.id,
    text: 'đồng ý',
    agrees: true,
  });
  assert.equal(acted.ok ? '' : acted.refusal.code, 'not-yours');
});
