import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { z } from 'zod';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import type { ProcedureDefinition } from '#capabilities/forms';
import { type Actor, systemActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import {
  actOnDossier,
  actsOf,
  findDraft,
  fold,
  receiveAtCounter,
  startDraft,
  viewDossier,
} from '../index.ts';
import {
  aCitizen,
  anOfficer,
  answersFor,
  at,
  centreA,
  centreB,
  committeeA,
  someServices,
} from '../testing/builders.ts';
import { decideMove, moveVersions, proposeMove, versionMoves } from './index.ts';

const code = '1.004873';
const one = sampleDefinition(code);
/** The second version asks one more thing and gives less time. */
const two: ProcedureDefinition = {
  ...one,
  version: 2,
  time: one.time.map(({ channel }) => ({ channel, value: 2, unit: 'hour' })),
  form: {
    ...one.form,
    pages: one.form.pages.map((page, index) =>
      index === 0
        ? {
            ...page,
            questions: [
              ...page.questions,
              { id: 'mucDichMoi', type: 'text', label: { vi: 'Mục đích', en: 'Purpose' } },
            ],
          }
        : page,
    ),
  },
};
/** The third demands what nobody has answered. */
const three: ProcedureDefinition = {
  ...two,
  version: 3,
  form: {
    ...two.form,
    pages: two.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((each) =>
        each.id === 'mucDichMoi' ? { ...each, required: true } : each,
      ),
    })),
  },
};
const published = new Map([one, { ...two }, three].map((each, index) => [index + 1, each]));
const versions = [1, 2, 3].map((version) => ({
  version,
  live: true,
  standing: version === 3 ? ('in-force' as const) : ('replaced' as const),
}));

const db = await aDatabase();
const numbers = new Numbers(db.web);
const services = {
  ...someServices((unit, day, series) => numbers.take(unit, day, series)),
  procedure: async (_: string, version: number) => published.get(version) ?? one,
};
const clock = new SetClock(at(8));
const web = (actor?: Actor) => aCtx(db.web, actor, clock);
const worker = aCtx(db.worker, systemActor('dossiers.move-versions'), clock);
const work = () => moveVersions(services).run(worker);
const proposer = web(anOfficer(1, committeeA, 'unit-administrator'));
const decider = web(anOfficer(2, committeeA, 'system-administrator'));
const clerk = anOfficer(3, centreA, 'one-stop-officer');
const wish = { code, to: 2, reason: 'Luật mới', ground: 'QĐ 12/QĐ-UBND' };
const owners = z.object({ owner: z.string() });
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

const answers = answersFor(one);
async function aDossierAt(unit: typeof centreA, n: number) {
  const made = await receiveAtCounter(web(anOfficer(10 + n, unit, 'one-stop-officer')), services, {
    unit,
    procedureCode: code,
    procedureVersion: 1,
    procedureName: one.name.vi,
    channel: 'direct',
    person: aCitizen(n).person,
    applicant: { name: 'Nguyễn Thị Lan' },
    answers,
    papers: one.documents.map(({ id }) => ({ demand: id, source: 'paper', originals: 1, copies: 0 })),
    delivery: 'counter',
    purpose: '',
  });
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}
const dossiers: Awaited<ReturnType<typeof aDossierAt>>[] = [];
let draft = '';
const versionOf = async (id: string) =>
  (
    await db.sql<{ procedure_version: number }>(
      'select procedure_version from dossiers.dossier where id = $1',
      [id],
    )
  )[0]?.procedure_version;

before(async () => {
  await withSmallProvince(db.worker);
  for (const [n, unit] of [centreA, centreB, centreA].entries()) dossiers.push(await aDossierAt(unit, n + 1));
  const begun = await startDraft(web(aCitizen(9)), { code, version: 1, facts: {}, answers });
  assert.ok(begun.ok);
  draft = begun.value;
});

describe('a move to another version', () => {
  it('is proposed by one person with reason and ground, and decided by another after it was weighed', async () => {
    assert.equal(codeOf(await proposeMove(web(clerk), versions, wish)), 'not-yours');
    assert.equal(codeOf(await proposeMove(proposer, versions, { ...wish, to: 9 })), 'version-unknown');
    assert.equal(codeOf(await proposeMove(proposer, versions, { ...wish, reason: '  ' })), 'reason-missing');
    assert.equal(codeOf(await proposeMove(proposer, versions, { ...wish, ground: '' })), 'ground-missing');
    assert.equal(codeOf(await proposeMove(proposer, versions, wish)), 'ok');
    assert.equal(codeOf(await proposeMove(decider, versions, wish)), 'move-open');
    const { latest } = await versionMoves(proposer, code);
    assert.equal(latest?.state, 'weighing');
    assert.equal(codeOf(await decideMove(decider, latest?.id ?? '', 'approve')), 'move-weighing');
    assert.equal(await work(), 5);
    assert.equal(codeOf(await decideMove(proposer, latest?.id ?? '', 'approve')), 'not-yours');
    const weighed = (await versionMoves(decider, code)).latest;
    assert.deepEqual(weighed?.counts, { can: 4, cannot: 0, moved: 0, stayed: 0 });
    assert.equal(weighed?.items.length, 4);
    assert.ok(weighed?.items.every(({ why }) => why.length === 0));
    assert.equal(await work(), 0, 'nothing moves before the decision');
    assert.equal(await versionOf(dossiers[0]?.id ?? ''), 1);
  });

  it('takes dossiers of every unit and drafts along, each with its act and the nearer day', async () => {
    const { latest } = await versionMoves(decider, code);
    assert.equal(codeOf(await decideMove(decider, latest?.id ?? '', 'approve')), 'ok');
    assert.equal(await work(), 5);
    const after = (await versionMoves(decider, code)).latest;
    assert.equal(after?.state, 'done');
    assert.deepEqual(after?.counts, { can: 4, cannot: 0, moved: 4, stayed: 0 });
    for (const { homeUnit, id } of dossiers) {
      assert.equal(await versionOf(id), 2);
      const acts = await db.worker.read({ kind: 'system' }, (reader) =>
        reader.rows(actsOf, { home_unit: homeUnit, id }),
      );
      const last = acts.at(-1);
      assert.equal(last?.kind, 'moved-to-version');
      const [row] = await db.sql<{ state: object }>('select state from dossiers.dossier where id = $1', [id]);
      assert.deepEqual(row?.state, JSON.parse(JSON.stringify(fold(acts))));
    }
    const view = await viewDossier(web(clerk), services, dossiers[0] ?? { homeUnit: '', id: '' });
    assert.equal(view?.rules.definition.version, 2);
    assert.equal(view?.forms.length, 2, 'what was filed stays beside what counts now');
    assert.ok((view?.state.due?.minute ?? 0) < (view?.state.firstDue?.minute ?? 0));
    assert.equal((await findDraft(web(aCitizen(9)), draft))?.procedure_version, 2);
    const [event] = await db.sql<{ count: number }>(
      "select count(*)::int as count from outbox.event where topic = 'dossier.moved-to-version'",
    );
    assert.equal(event?.count, 3);
  });

  it('leaves those that cannot go, names why, and goes on with what remains', async () => {
    clock.set(clock.now() + 60_000);
    const proposed = await proposeMove(proposer, versions, { ...wish, to: 3 });
    assert.ok(proposed.ok);
    await work();
    const weighed = (await versionMoves(decider, code)).latest;
    assert.deepEqual(weighed?.counts, { can: 1, cannot: 3, moved: 0, stayed: 0 });
    assert.deepEqual(weighed?.items[0]?.why, [
      { code: 'answers', names: [{ vi: 'Mục đích', en: 'Purpose' }] },
    ]);
    assert.ok((await decideMove(decider, proposed.value, 'approve')).ok);
    await work();
    const after = (await versionMoves(decider, code)).latest;
    assert.deepEqual(after?.counts, { can: 1, cannot: 3, moved: 1, stayed: 3 });
    for (const { id } of dossiers) assert.equal(await versionOf(id), 2);
    // They are worked on as before.
    const unit = { ...anOfficer(4, committeeA, 'specialist', 'head-of-office'), readableUnits: [committeeA] };
    const next = await actOnDossier(
      web(unit),
      services,
      dossiers[0] ?? { homeUnit: '', id: '' },
      'take-over',
      {},
    );
    assert.ok(next.ok, JSON.stringify(next));
  });

  it('is dropped by whoever proposed it, and tells strangers nothing', async () => {
    clock.set(clock.now() + 60_000);
    const proposed = await proposeMove(proposer, versions, wish);
    assert.ok(proposed.ok);
    for (const actor of [undefined, aCitizen(1), clerk])
      assert.equal((await versionMoves(web(actor), code)).latest, undefined);
    assert.equal(codeOf(await decideMove(web(clerk), proposed.value, 'drop')), 'not-yours');
    assert.equal(codeOf(await decideMove(proposer, proposed.value, 'drop')), 'ok');
    assert.equal(codeOf(await decideMove(decider, proposed.value, 'approve')), 'move-over');
    assert.equal(await work(), 0);
    // Nobody reads whose drafts they are, not even an officer by plain SQL of the web's role.
    await assert.rejects(
      db.web.transact(
        { kind: 'officer', officer: decider.actor.kind === 'officer' ? decider.actor.officer : '' },
        (t) =>
          t.rows(
            {
              name: 'test.owners',
              text: 'select owner::text as owner from dossiers.version_move_item',
              order: [],
              row: owners,
            },
            {},
          ),
      ),
      /permission denied/,
    );
  });
});
