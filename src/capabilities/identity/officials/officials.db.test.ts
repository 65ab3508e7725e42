import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as u from '#builders/organisations';
import { systemActor } from '#kernel/actor';
import type { OfficerId } from '#kernel/ids';
import type { Outcome } from '#kernel/outcome';
import { compareText } from '#kernel/text';
import { asPlainDate, instantAt } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { addOfficer, delegate, officersInUnit, takeOfficials, tryOfficials } from '../index.ts';
import * as p from '../testing/builders.ts';
import { aFileOf, numberOf, type OfficialToWrite, roleWords } from '../testing/officials.ts';
import { forgetOfficialsFiles, handInOfficials, officialsFile, takeOfficialsFile } from './index.ts';

const db = await aDatabase();
await p.withPeople(db.worker);
const people = p.openPeople(db.web, aCtx(db.web).clock);
const as = async (officer: OfficerId) => aCtx(db.web, await people.actor(officer));
const take = async (by: OfficerId, rows: readonly OfficialToWrite[], goodRows = false) =>
  takeOfficials(await as(by), people, { bytes: aFileOf(rows), words: roleWords, goodRows });
const taken = async (by: OfficerId, rows: readonly OfficialToWrite[], goodRows = false) => {
  const outcome = await take(by, rows, goodRows);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};
const faultsOf = async (by: OfficerId, rows: readonly OfficialToWrite[]) => {
  const tried = await tryOfficials(await as(by), people, aFileOf(rows), roleWords);
  assert.ok(tried.ok);
  return tried.value.rows.map(({ faults }) =>
    faults.map(({ code, column }) => `${code} ${column ?? ''}`.trim()).join(', '),
  );
};
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const postsOf = async (n: number) =>
  (
    await db.sql<{ role: string; unit: string; from: number; until: number | null }>(
      `select p.role, p.unit_id as unit, extract(epoch from valid_from)::float8 * 1000 as from, extract(epoch from valid_to)::float8 * 1000 as until
       from identity.post p join identity.officer o on o.id = p.officer_id where o.personal_number = $1 and (valid_to is null or valid_to > $2)
       order by p.role, p.valid_to`,
      [numberOf(n), new Date(aWorkingMorning).toISOString()],
    )
  ).map(({ role, unit, from, until }) => ({ role, unit, from, until }));
const journal = async (action: string) =>
  (await db.sql('select 1 from audit.entry where action = $1', [action])).length;
const count = async (table: string) =>
  Number((await db.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n);

test('a file makes accounts with posts, each in the journal; taken again, or by two at once, it changes nothing', async () => {
  const file: readonly OfficialToWrite[] = [
    { n: 1, unit: 'H01.101', roles: ['specialist', 'unit-leader'] },
    { n: 2, unit: 'H01.101.1', roles: 'Vai one-stop-officer' },
    { n: 2, unit: 'H01.101', roles: ['clerk'] },
  ];
  const before = await count('identity.officer');
  const tried = await tryOfficials(await as(p.adminA), people, aFileOf(file), roleWords);
  assert.ok(tried.ok && tried.value.persons.length === 2);
  assert.equal(await count('identity.officer'), before, 'looking changes nothing');
  const both = await Promise.all([take(p.adminA, file), take(p.adminOfProvince, file)]);
  const sums = both.map((each) =>
    each.ok ? `${each.value.added.length} ${each.value.unchanged}` : codeOf(each),
  );
  assert.deepEqual(sums.toSorted(compareText), ['0 2', '2 0']);
  assert.deepEqual(await taken(p.adminA, file), { added: [], changed: [], unchanged: 2, left: 0 });
  assert.equal(await count('identity.officer'), before + 2);
  assert.deepEqual(
    (await postsOf(1)).map(({ role, until }) => [role, until]),
    [
      ['specialist', null],
      ['unit-leader', null],
    ],
  );
  assert.equal(await journal('officer.add'), 2);
  assert.equal(await journal('officer.give-post'), 4);
  assert.equal(await journal('officer.import'), 3);
  const colleagues = await officersInUnit(await as(p.adminA), u.centreA);
  assert.deepEqual(
    colleagues.map(({ posts }) => posts.map(({ role }) => role)),
    [['one-stop-officer']],
  );
});

test('a changed post is changed, from its day on; what was lent goes back; roles that stay with a person stay', async () => {
  await taken(p.adminOfProvince, [
    { n: 10, unit: 'H01.101', roles: ['specialist'] },
    { n: 11, unit: 'H01.101', roles: ['clerk'] },
  ]);
  const [ten] = await db.sql<{ id: OfficerId }>(
    'select id from identity.officer where personal_number = $1',
    [numberOf(10)],
  );
  const [eleven] = await db.sql<{ id: OfficerId }>(
    'select id from identity.officer where personal_number = $1',
    [numberOf(11)],
  );
  assert.ok(ten && eleven);
  await db.sql(
    `insert into identity.post (id, officer_id, unit_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'population-lookup', now() - interval '9 years')`,
    [ten.id, u.province],
  );
  const day = 86_400_000;
  const lent = await delegate(await as(ten.id), people, {
    to: eleven.id,
    unit: u.committeeA,
    role: 'specialist',
    from: aWorkingMorning,
    until: aWorkingMorning + 30 * day,
    reason: 'Nghỉ phép',
  });
  assert.ok(lent.ok, JSON.stringify(lent));
  const moved: OfficialToWrite = {
    n: 10,
    unit: 'H01.102',
    roles: ['specialist', 'clerk'],
    title: 'Phó phòng',
    from: '1/12/2026',
    until: '31/12/2026',
  };
  const result = await taken(p.adminOfProvince, [moved]);
  assert.equal(result.changed.length, 1);
  const [from, end] = [instantAt(asPlainDate('2026-12-01')), instantAt(asPlainDate('2027-01-01'))];
  const posts = await postsOf(10);
  assert.deepEqual(
    posts.map(({ role, unit, until }) => [role, unit, until]),
    [
      ['clerk', u.committeeB, end],
      ['population-lookup', u.province, null],
      ['specialist', u.committeeA, from],
      ['specialist', u.committeeB, end],
    ],
  );
  const [delegation] = await db.sql<{ ends: number }>(
    'select extract(epoch from ends_at)::float8 * 1000 as ends from identity.delegation where from_officer = $1',
    [ten.id],
  );
  assert.equal(delegation?.ends, from, 'what was lent ends with the post it was lent from');
  assert.equal((await taken(p.adminOfProvince, [moved])).unchanged, 1);
  const longer = await taken(p.adminOfProvince, [{ ...moved, until: '31/01/2027' }]);
  assert.equal(longer.changed.length, 1);
  assert.equal(await journal('officer.date-post'), 2);
  assert.equal(
    (await taken(p.adminOfProvince, [{ ...moved, until: '' }])).unchanged,
    1,
    'an empty cell says nothing of a day',
  );
});

test('a refused row refuses the file; with the good rows taken, everything of its person is left out', async () => {
  const file: readonly OfficialToWrite[] = [
    { n: 20, unit: 'H01.101', roles: ['specialist'] },
    { n: 21, unit: 'H01.101', roles: ['specialist'] },
    { n: 21, unit: 'H99', roles: ['clerk'] },
  ];
  const before = await count('identity.officer');
  const refused = await take(p.adminA, file);
  assert.equal(codeOf(refused), 'officials-refused');
  assert.equal(await count('identity.officer'), before);
  assert.deepEqual(await faultsOf(p.adminA, file), ['', 'other-row-refused', 'unit-code-unknown unit']);
  const good = await taken(p.adminA, file, true);
  assert.deepEqual([good.added.length, good.left], [1, 2]);
  assert.equal(await count('identity.officer'), before + 1);
});

test('nobody reaches beyond their own rights by a file', async () => {
  assert.deepEqual(
    await faultsOf(p.adminA, [
      { n: 30, unit: 'H01.102', roles: ['specialist'] },
      { n: 31, unit: 'H01', roles: ['monitor'] },
      { n: 32, unit: 'H01.101', roles: ['inspector'] },
      { n: 33, unit: 'H01.101', roles: ['system-administrator'] },
      {
        n: 34,
        unit: 'H01.101',
        roles: ['clerk'],
        account: 'officer-7',
        email: 'o7@example.vn',
        name: 'Võ Thị Bình',
      },
      { n: 35, unit: 'H01.101', roles: ['clerk'], account: 'officer-3', name: 'Trần Thị An' },
    ]),
    [
      'row-not-allowed unit',
      'row-not-allowed unit',
      'row-beyond roles',
      'role-personal roles',
      'person-elsewhere number',
      'row-own number',
    ],
  );
  for (const officer of [p.leaderA, p.specialistA]) {
    const outcome = await take(officer, [{ n: 36, unit: 'H01.101', roles: ['clerk'] }]);
    assert.equal(codeOf(outcome), 'not-allowed');
  }
  assert.equal(await journal('officer.import.refused'), 2);
  // What a file does not name in an agency that is not the administrator's stays as it is.
  await taken(p.adminB, [{ n: 37, unit: 'H01.102', roles: ['specialist'] }]);
  await taken(p.adminA, [{ n: 37, unit: 'H01.101', roles: ['clerk'], title: '' }]);
  assert.deepEqual(
    (await postsOf(37)).map(({ role }) => role),
    ['clerk', 'specialist'],
  );
  assert.deepEqual(
    await faultsOf(p.adminA, [{ n: 37, unit: 'H01.101', roles: ['clerk'], name: 'Tên Khác' }]),
    ['person-elsewhere number'],
  );
});

test('an account that stands is known by its number from then on, and belongs to one person only', async () => {
  const six: OfficialToWrite = {
    n: 40,
    name: 'Đỗ Văn Ất',
    email: 'o6@example.vn',
    account: 'officer-6',
    unit: 'H01.101',
    title: '',
    roles: ['specialist'],
  };
  assert.equal((await taken(p.adminA, [six])).changed.length, 1);
  assert.equal((await taken(p.adminA, [{ ...six, account: '' }])).unchanged, 1);
  assert.deepEqual(await faultsOf(p.adminA, [{ ...six, n: 41 }]), ['account-of-another account']);
  assert.deepEqual(await faultsOf(p.adminA, [{ ...six, account: 'sso-new' }]), ['account-differs account']);
  assert.deepEqual(await faultsOf(p.adminA, [{ n: 42, account: '', unit: 'H01.101', roles: ['clerk'] }]), [
    'account-empty account',
  ]);
});

test('a closed account is opened again by the technical administrator only', async () => {
  await taken(p.adminA, [{ n: 50, unit: 'H01.101', roles: ['clerk'] }]);
  await db.sql('update identity.officer set active = false where personal_number = $1', [numberOf(50)]);
  await db.sql(
    'update identity.post set valid_to = valid_from where officer_id = (select id from identity.officer where personal_number = $1)',
    [numberOf(50)],
  );
  const again: readonly OfficialToWrite[] = [{ n: 50, unit: 'H01.101', roles: ['clerk'] }];
  assert.deepEqual(await faultsOf(p.adminA, again), ['person-closed number']);
  assert.equal((await taken(p.technical, again)).changed.length, 1);
  assert.equal(await journal('officer.reopen'), 1);
  assert.equal((await postsOf(50)).length, 1);
});

test('a file waits for its own administrator alone, is taken once as it was looked at, and then forgotten', async () => {
  const ctx = await as(p.adminA);
  const bytes = aFileOf([{ n: 60, unit: 'H01.101', roles: ['clerk'] }]);
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) {
    ctx.clock.set(aWorkingMorning + n * 1000);
    const handed = await handInOfficials(ctx, people, { name: 'a.csv', bytes, words: roleWords });
    assert.ok(handed.ok);
    ids.push(handed.value);
  }
  const [first = '', id = ''] = ids;
  assert.equal(
    codeOf(await officialsFile(ctx, people, first, roleWords)),
    'officials-gone',
    'five wait at most',
  );
  const other = await officialsFile(await as(p.adminOfProvince), people, id, roleWords);
  assert.equal(codeOf(other), 'officials-gone');
  const looked = await officialsFile(ctx, people, id, roleWords);
  assert.ok(looked.ok && looked.value.tried);
  const wish = { id, words: roleWords, goodRows: false, seen: looked.value.tried.fingerprint };
  await taken(p.adminOfProvince, [{ n: 60, unit: 'H01.101', roles: ['specialist'] }]);
  const changed = await takeOfficialsFile(ctx, people, wish);
  assert.equal(codeOf(changed), 'officials-changed');
  const anew = await officialsFile(ctx, people, id, roleWords);
  assert.ok(anew.ok && anew.value.tried);
  const now = { ...wish, seen: anew.value.tried.fingerprint };
  const pressedTwice = await Promise.all([
    takeOfficialsFile(ctx, people, now),
    takeOfficialsFile(ctx, people, now),
  ]);
  assert.equal(pressedTwice.filter(({ ok }) => ok).length, 1);
  const [row] = await db.sql<{ content: unknown }>(
    'select content from identity.officials_file where id = $1',
    [id],
  );
  assert.equal(row?.content, null);
  const seen = await db.tryAs(scopeOf((await as(p.adminB)).actor), 'select 1 from identity.officials_file');
  assert.equal(seen.length, 0);
  await assert.rejects(
    db.tryAs(scopeOf(ctx.actor), 'select personal_number from identity.officer'),
    /permission denied/,
  );
  const later = aCtx(db.worker, systemActor('test'));
  assert.equal(await forgetOfficialsFiles.run(later), 0);
  later.clock.set(aWorkingMorning + 8 * 86_400_000);
  assert.equal(await forgetOfficialsFiles.run(later), 5);
});

test('an account made by hand at the same moment is the same account', async () => {
  for (let n = 70; n < 80; n++) {
    const row: OfficialToWrite = { n, unit: 'H01.101', roles: ['clerk'] };
    const byHand = {
      name: 'Nguyễn Văn Tay',
      email: `o${n}@angiang.example.vn`,
      subject: `sso-${n}`,
      unit: u.committeeA,
      role: 'clerk',
    } as const;
    const [added, file] = await Promise.all([
      addOfficer(await as(p.adminA), people, byHand),
      take(p.adminA, [row]),
    ]);
    assert.ok(file.ok);
    assert.equal(codeOf(added), file.value.added.length === 1 ? 'subject-taken' : 'ok');
    assert.equal((await postsOf(n)).length, 1);
  }
});
