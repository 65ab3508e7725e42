import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import { type Actor, allows, officerRoles, publicActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import { params, type Query } from '#platform/db';
import { Numbers } from '#platform/numbers';
import { aCtx, aDatabase } from '#test/database';
import {
  actOnDossier,
  actRules,
  dossierPermissions,
  intents,
  receiveAtCounter,
  searchDossiers,
  stepOf,
  viewDossier,
  whyNot,
  workList,
} from './index.ts';
import {
  aCitizen,
  anOfficer,
  answersFor,
  centreA,
  centreB,
  committeeA,
  committeeB,
  someServices,
} from './testing/builders.ts';

const db = await aDatabase();
await withSmallProvince(db.worker);
const numbers = new Numbers(db.web);
const code = '1.004873';
const answers = answersFor(sampleDefinition(code));
const units: readonly UnitId[] = [centreA, committeeA, centreB, committeeB];

/** A dossier of each pair of receiving and deciding unit. */
const dossiers: {
  ref: { homeUnit: string; id: string };
  receiver: UnitId;
  competent: UnitId;
  owner: number;
}[] = [];
let n = 0;
for (const receiver of [centreA, centreB]) {
  for (const competent of [committeeA, committeeB]) {
    const services = {
      ...someServices((u, d, s) => numbers.take(u, d, s)),
      competentUnit: async () => competent,
    };
    const owner = ++n;
    const made = await receiveAtCounter(aCtx(db.web, anOfficer(n, receiver, 'one-stop-officer')), services, {
      unit: receiver,
      procedureCode: code,
      procedureVersion: 1,
      procedureName: 'thử',
      channel: 'direct',
      person: aCitizen(owner).person,
      applicant: { name: 'Nguyễn Văn Kín' },
      answers,
      papers: [{ demand: 'd', source: 'paper', originals: 1, copies: 0 }],
      delivery: 'counter',
      purpose: '',
    });
    assert.ok(made.ok, JSON.stringify(made));
    dossiers.push({ ref: made.value, receiver, competent, owner });
    await db.sql(`insert into dossiers.finder values ($1, $2, $3, $4, 'nguyen van kin', null, now())`, [
      made.value.homeUnit,
      made.value.id,
      made.value.code,
      [...new Set([receiver, competent])],
    ]);
  }
}
const services = someServices((u, d, s) => numbers.take(u, d, s));

/** Everybody: each role in each unit, owners, other persons, guests, the public. */
const actors: readonly Actor[] = [
  publicActor,
  ...[1, 2, 3, 4, 99].map((who) => aCitizen(who)),
  aCitizen(98, true),
  ...units.flatMap((unit, u) =>
    officerRoles.map((role, r) => readable(anOfficer(100 + u * 40 + r, unit, role))),
  ),
];

/** As identity gives it: a role that may not read dossiers gives no unit to read. */
function readable(officer: ReturnType<typeof anOfficer>): Actor {
  const reads = officer.posts.some((post) =>
    allows({ ...officer, posts: [post] }, dossierPermissions['dossiers.read']),
  );
  return reads ? officer : { ...officer, readableUnits: [] };
}

const maySee = (actor: Actor, { receiver, competent, owner }: (typeof dossiers)[number]): boolean =>
  actor.kind === 'citizen'
    ? actor.person === aCitizen(owner).person
    : actor.kind === 'officer' && actor.readableUnits.some((unit) => unit === receiver || unit === competent);

test(`role × unit × place: ${actors.length} actors see exactly what is theirs`, async () => {
  let seen = 0;
  for (const actor of actors) {
    const ctx = aCtx(db.web, actor);
    const listed = new Set([
      ...(await workList(ctx, {}, { size: 100, skip: 0 })).map((row) => row.dossier_id),
      ...(await searchDossiers(ctx, 'nguyễn kín')).map((row) => row.id),
    ]);
    for (const dossier of dossiers) {
      const view = await viewDossier(ctx, services, dossier.ref);
      const allowed = maySee(actor, dossier);
      assert.equal(view !== undefined, allowed, `${describe(actor)} and ${JSON.stringify(dossier)}`);
      if (!allowed)
        assert.ok(!listed.has(dossier.ref.id), `${describe(actor)} finds a stranger's dossier in a list`);
      if (view) seen++;
    }
  }
  assert.ok(seen > 40, 'the test sees something at all');
});

const tables = [
  'dossier',
  'act',
  'form',
  'document',
  'message',
  'note',
  'reading',
  'presence',
  'work',
  'finder',
  'draft',
  'draft_file',
];
const everything = (table: string): Query<Record<never, never>, { id: string | null }> => ({
  name: `test.everything.${table}`,
  text: `select to_jsonb(t) ->> '${table === 'dossier' ? 'id' : 'dossier_id'}' as id from dossiers.${table} t`,
  order: [],
  row: z.object({ id: z.string().nullable() }),
  mark: params(),
});

test('with every check of the application switched off, the policies alone hold', async () => {
  for (const actor of actors) {
    const theirs = new Set(
      dossiers.filter((dossier) => maySee(actor, dossier)).map((dossier) => dossier.ref.id),
    );
    for (const table of tables) {
      // finder is closed to the web role altogether, grants included
      if (table === 'finder') continue;
      const rows = await db.web.read(scopeOf(actor), (reader) => reader.rows(everything(table), {}));
      for (const { id } of rows)
        assert.ok(id === null || theirs.has(id), `${describe(actor)} reads dossiers.${table} of another`);
    }
  }
  await assert.rejects(
    db.web.read({ kind: 'officer' }, (reader) => reader.rows(everything('finder'), {})),
    /permission denied/,
  );
});

test('every act asked by everybody: done only where the table says so', async () => {
  let asked = 0;
  for (const actor of actors) {
    for (const dossier of dossiers.slice(0, 2)) {
      const ctx = aCtx(db.web, actor);
      for (const intent of intents) {
        if (actor.kind === 'officer' && actRules[intent].place !== 'citizen' && maySee(actor, dossier))
          continue;
        const view = await viewDossier(ctx, services, dossier.ref);
        const reason =
          view &&
          whyNot(view.state, intent, { actor, now: ctx.clock.now(), step: stepOf(view.rules, view.state) });
        if (view && reason === undefined) continue;
        const answer = await actOnDossier(ctx, services, dossier.ref, intent, {});
        assert.equal(answer.ok, false, `${describe(actor)} did ${intent}`);
        asked++;
      }
    }
  }
  assert.ok(asked > 2000, `${asked} refusals seen`);
});

test('nobody deletes or changes an act: neither role is granted it', async () => {
  for (const role of ['motcua_web', 'motcua_worker']) {
    for (const right of ['update', 'delete', 'truncate']) {
      const [row] = await db.sql<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [
        role,
        'dossiers.act',
        right,
      ]);
      assert.equal(row?.may, false, `${role} may ${right}`);
    }
  }
});

const describe = (actor: Actor): string =>
  actor.kind === 'officer'
    ? actor.posts.map((post) => `${post.role}@${post.unit.slice(-2)}`).join('+')
    : JSON.stringify(actor);
