import assert from 'node:assert/strict';
import { z } from 'zod';
import { actOnDossier, submitDossier } from '#capabilities/dossiers';
import { delegate, givePost } from '#capabilities/identity';
import type { UnitId } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import { params, type Query } from '#platform/db';
import { officersOfHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { houseDrafts } from './support/house-drafts.ts';
import { addressOf, allVisitors, mayCome, mayRead, type Target, traces } from './support/matrix.ts';
import { row } from './support/row.ts';
import { chance, full } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';

const { house, routes } = await aWholeHouse();

/** Each request from another address, so that no limit per address answers instead. */
let addresses = 0;
const elsewhere = () => ({
  'x-forwarded-for': `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`,
});

/** A dossier of commune A and one of commune B, with an unsent draft of the same person each. */
async function aTarget(owner: 'citizen1', commune: 'A' | 'B'): Promise<Target> {
  const filed = await house.aDossier({
    by: owner,
    code: '1.001193',
    receiver: `centre${commune}`,
    commune: commune === 'A' ? '30337' : '30292',
  });
  const { drafts } = await houseDrafts(house, '1.004873', 1);
  const [paper] = await house.db.sql<{ id: string }>(
    'select id from dossiers.document where dossier_id = $1 limit 1',
    [filed.id],
  );
  assert.ok(paper && drafts[0]);
  return {
    code: filed.code,
    draft: drafts[0].id,
    owner,
    units: [`centre${commune}`, `committee${commune}`],
    document: paper.id,
  };
}
const targets = [await aTarget('citizen1', 'A'), await aTarget('citizen1', 'B')];
const name = 'Nguyễn Thị Lan';

row('S1', 'every address × everybody: nobody gets what is not theirs', { small: 90, full: 900 }, async () => {
  const luck = chance('S1');
  const all = routes.flatMap((route) =>
    allVisitors.flatMap((who) => targets.map((target) => ({ route, who, target }))),
  );
  const chosen = full ? all : luck.shuffle(all).slice(0, 3500);
  const before = await traces(house);
  let denied = 0;
  let seen = 0;
  for (const { route, who, target } of chosen) {
    const { url, pointsAtTarget } = addressOf(route, target);
    const welcome = mayCome(who, route);
    const theirs = !pointsAtTarget || (url.startsWith('/tra-cuu/') ? false : mayRead(who, target));
    // What may be done is not done here: only what must be refused is tried.
    if (route.method === 'POST' && welcome && theirs) continue;
    const { status, text } = await house.visit(route.method, url, {
      as: who,
      headers: elsewhere(),
      ...(route.method === 'POST' && { form: {} }),
    });
    const asked = `${route.method} ${url} by ${who ?? 'nobody'} → ${status}`;
    // Without a provider the sign-in says that it is away.
    assert.ok(status < 500 || (status === 503 && url.includes('/dang-nhap/')), asked);
    if (welcome && theirs) {
      seen++;
      continue;
    }
    denied++;
    // Looking up without the secret asks for it: the page is there and says nothing.
    const asksForSecret = url.startsWith('/tra-cuu/');
    if (status === 503) continue;
    const refusals = asksForSecret ? [200, 302, 303, 400, 401, 403, 404, 422] : [400, 401, 403, 404];
    assert.ok(refusals.includes(status), asked);
    if (who !== target.owner) assert.ok(!text.includes(name), `${asked} names the person`);
  }
  assert.equal(await traces(house), before, 'a refused request left something behind');
  assert.ok(denied > 1000 && seen > 50, `${denied} refusals, ${seen} looks`);
});

const tables = [
  ...['dossier', 'act', 'form', 'document', 'message', 'note', 'reading', 'presence', 'work'].map(
    (t) => `dossiers.${t}`,
  ),
  ...['draft', 'draft_file', 'saved_filter'].map((t) => `dossiers.${t}`),
  'identity.person',
  'identity.officer',
  'messages.notice',
  'results.result',
  'results.shelf',
  'feedback.rating',
];
const owners = ['home_unit', 'person_id', 'id'] as const;

row(
  'S2',
  'with every check of the application switched off the policies alone hold, on all tables',
  { small: 60, full: 300 },
  async () => {
    const granted = await house.db.sql<{ name: string; columns: string }>(
      `select attrelid::regclass::text as name, string_agg(quote_ident(attname), ', ') as columns from pg_attribute
       where attrelid = any($1::regclass[]) and attnum > 0 and not attisdropped
         and has_column_privilege('motcua_web', attrelid, attnum, 'select') group by attrelid`,
      [tables],
    );
    const columns = new Map(granted.map((row) => [row.name, row.columns]));
    assert.doesNotMatch(columns.get('identity.officer') ?? '', /password|secret/, 'secrets of officers');
    const everything = (table: string): Query<Record<never, never>, { row: Record<string, unknown> }> => ({
      name: `faults.${table}`.slice(0, 63),
      text: `select to_jsonb(t) as row from (select ${columns.get(table) ?? '*'} from ${table}) t limit 500`,
      order: [],
      row: z.object({ row: z.record(z.string(), z.unknown()) }),
      mark: params(),
    });
    const ids = await house.db.sql<{ code: string; id: string }>('select code, id from dossiers.dossier');
    let rows = 0;
    for (const who of allVisitors) {
      const actor = who === undefined ? ({ kind: 'public' } as const) : await house.actor(who);
      const hidden = new Set(
        targets
          .filter((target) => !mayRead(who, target))
          .map((target) => ids.find((row) => row.code === target.code)?.id),
      );
      for (const table of tables) {
        const found = await house.db.web.read(scopeOf(actor), (reader) => reader.rows(everything(table), {}));
        for (const { row: each } of found) {
          rows++;
          const about = each['dossier_id'] ?? (table === 'dossiers.dossier' ? each['id'] : undefined);
          assert.ok(!hidden.has(String(about)), `${who ?? 'nobody'} reads ${table} of a stranger`);
          if (actor.kind === 'citizen' && table !== 'dossiers.act')
            for (const key of owners)
              if (key === 'person_id' && each[key] != null)
                assert.equal(each[key], actor.person, `${who} reads ${table}`);
          if (actor.kind === 'citizen')
            assert.notEqual(table, 'identity.officer', 'a citizen reads the list of officers');
          if (actor.kind !== 'citizen')
            assert.ok(!/identity\.person|draft/.test(table), `${who ?? 'nobody'} reads ${table}`);
          if (actor.kind === 'public') assert.fail(`nobody in particular reads ${table}`);
        }
      }
    }
    assert.ok(rows > 100, 'somebody sees something');
    // The web role owns nothing, so it can neither switch the policies off nor step around them.
    const [role] = await house.db.sql<{ bypass: boolean; super: boolean; owned: number }>(
      `select rolbypassrls as bypass, rolsuper as super,
       (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'motcua_web'`,
    );
    assert.deepEqual(role, { bypass: false, super: false, owned: 0 });
    const open = await house.db.sql<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relkind in ('r', 'p') and a.attname in ('home_unit', 'person_id', 'dossier_id')
       and c.relnamespace::regnamespace::text not like 'pg_%' and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.oid not in (select inhrelid from pg_inherits)`,
    );
    assert.deepEqual(open, [], 'a table with a unit or a person in it stands open');
  },
);

row(
  'S3',
  'nobody gives himself a right, lends what he has not, signs his own draft, or posts hidden fields',
  { small: 30, full: 60 },
  async () => {
    const admin: Visitor = 'officer:unit-administrator@committeeA';
    const ctx = await house.ctx(admin);
    const self = officersOfHouse.get(admin)?.id;
    const other = officersOfHouse.get('officer:specialist@committeeB')?.id;
    const colleague = officersOfHouse.get('officer:specialist@committeeA')?.id;
    assert.ok(self && other && colleague);
    const { committeeA, committeeB, province } = unitsOfHouse as Record<string, UnitId>;
    assert.ok(committeeA && committeeB && province);
    const before = await traces(house);
    const refusedGifts = [
      { officer: self, unit: committeeA, role: 'unit-leader' },
      { officer: self, unit: committeeA, role: 'specialist' },
      { officer: other, unit: committeeB, role: 'unit-leader' },
      { officer: colleague, unit: province, role: 'monitor' },
      { officer: colleague, unit: committeeA, role: 'system-administrator' },
    ] as const;
    for (const gift of refusedGifts) {
      const outcome = await givePost(ctx, house.people, gift);
      assert.equal(outcome.ok, false, JSON.stringify(gift));
    }
    const specialist: Visitor = 'officer:specialist@committeeA';
    const now = house.clock.now();
    for (const role of ['unit-leader', 'clerk', 'specialist'] as const) {
      const to: typeof self = role === 'specialist' ? other : self;
      const lent = { to, unit: committeeA, role, from: now, until: now + 86_400_000, reason: 'Nghỉ phép' };
      const outcome = await delegate(await house.ctx(specialist), house.people, lent);
      assert.equal(outcome.ok, false, `${role} lent to ${to}`);
    }
    assert.equal(await traces(house), before);
    const [logged] = await house.db.sql<{ n: number }>(
      `select count(*)::int as n from audit.entry where actor_id = $1 and action like 'officer.%'`,
      [self],
    );
    assert.ok((logged?.n ?? 0) >= refusedGifts.length, 'refused attempts stand in the journal');
    await signsOwnDraft();
    await postsHiddenFields();
  },
);

async function signsOwnDraft(): Promise<void> {
  const both: Visitor = 'officer:specialist+unit-leader@committeeA';
  const filed = await house.aWalkIn({ code: '1.004873' });
  await house.act(filed, 'take-over', {}, both);
  await house.act(filed, 'draft-result', { outcome: 'granted', title: 'Giấy', content: {} }, both);
  const { state } = await house.view(filed, both);
  const tried = await actOnDossier(await house.ctx(both), house.services, filed, 'approve-result', {});
  assert.equal(tried.ok, false);
  for (let i = 0; i < 5 && (await house.view(filed, both)).state.step === state.step; i++) {
    if (!(await actOnDossier(await house.ctx(both), house.services, filed, 'finish-step', {})).ok) break;
  }
  const again = await actOnDossier(await house.ctx(both), house.services, filed, 'approve-result', {});
  assert.equal(again.ok, false, 'the drafter signed');
}

async function postsHiddenFields(): Promise<void> {
  const { drafts, hash } = await houseDrafts(house, '1.004873', 1);
  const id = drafts[0]?.id ?? '';
  const more = {
    person_id: '018f0000-0000-7000-a000-000000900002',
    person: '018f0000-0000-7000-a000-000000900002',
    status: '10',
    stage: 'returned',
    home_unit: unitsOfHouse.centreB,
    code: 'H01.1-000000-0001',
    __proto__: 'x',
    'constructor.prototype.guest': 'true',
    receiver_unit: unitsOfHouse.centreB,
  };
  const { status } = await house.visit('POST', `/nop-ho-so/${id}/nop`, {
    as: 'citizen1',
    form: { ...more, 'noi-dung': hash },
  });
  assert.equal(status, 303);
  const [made] = await house.db.sql<Record<string, unknown>>(
    'select person_id, stage, status, home_unit from dossiers.dossier where draft_id = $1',
    [id],
  );
  const person = (await house.actor('citizen1')) as { person: string };
  assert.deepEqual(made, {
    person_id: person.person,
    stage: 'submitted',
    status: 1,
    home_unit: unitsOfHouse.centreA,
  });
  // Another person's draft is no draft.
  const foreign = await submitDossier(await house.ctx('citizen2'), house.services, id, hash, { name: 'x' });
  assert.equal(foreign.ok, false);
}
