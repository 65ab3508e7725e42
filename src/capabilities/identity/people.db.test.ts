import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as u from '#builders/organisations';
import type { OfficerId } from '#kernel/ids';
import type { Outcome } from '#kernel/outcome';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  addOfficer,
  changeOfficer,
  deactivateOfficer,
  delegate,
  endDelegation,
  endPost,
  givePost,
  officersInUnit,
} from './index.ts';
import * as p from './testing/builders.ts';

const db = await aDatabase();
await p.withPeople(db.worker);
const people = p.openPeople(db.web, aCtx(db.web).clock);
const as = async (officer: OfficerId) => aCtx(db.web, await people.actor(officer));
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const journal = async (action: string) =>
  (
    await db.sql<{ details: { reason?: string } }>('select details from audit.entry where action = $1', [
      action,
    ])
  ).length;
const day = 86_400_000;

test('nobody gives themselves a role, not even the technical administrator', async () => {
  for (const officer of [p.technical, p.adminOfProvince, p.adminA, p.leaderA]) {
    const outcome = await givePost(await as(officer), people, {
      officer,
      unit: u.committeeA,
      role: 'inspector',
    });
    assert.notEqual(codeOf(outcome), 'ok');
  }
  assert.equal(await journal('officer.give-post.refused'), 4);
  assert.equal(await journal('officer.give-post'), 0);
});

test('an administrator gives only inside the own unit and never beyond the own rights', async () => {
  const give = async (by: OfficerId, unit: typeof u.province, role: Parameters<typeof givePost>[2]['role']) =>
    codeOf(await givePost(await as(by), people, { officer: p.specialistB, unit, role }));
  assert.equal(await give(p.adminA, u.committeeB, 'clerk'), 'not-allowed');
  assert.equal(await give(p.adminA, u.province, 'clerk'), 'not-allowed');
  assert.equal(await give(p.adminA, u.centreA, 'system-administrator'), 'beyond-own-rights');
  assert.equal(await give(p.adminA, u.centreA, 'population-lookup'), 'beyond-own-rights');
  assert.equal(await give(p.leaderA, u.centreA, 'one-stop-officer'), 'not-allowed');
  assert.equal(await give(p.adminOfProvince, u.province, 'system-administrator'), 'beyond-own-rights');
  assert.equal(await give(p.adminA, u.centreA, 'one-stop-officer'), 'ok');
  assert.equal(await give(p.adminA, u.centreA, 'one-stop-officer'), 'post-exists');
  assert.equal(await give(p.adminOfProvince, u.centreB, 'population-lookup'), 'ok');
});

test('a role counts at once where given and stops where ended, and open sessions end', async () => {
  const token = await people.sessions.start('officer', p.specialistA, {}, 'test');
  const given = await givePost(await as(p.adminA), people, {
    officer: p.specialistA,
    unit: u.centreA,
    role: 'clerk',
  });
  assert.ok(given.ok);
  assert.equal(await people.sessions.find(token), undefined);
  assert.ok((await people.actor(p.specialistA)).posts.some((post) => post.role === 'clerk'));
  const other = await endPost(await as(p.adminB), people, given.value);
  assert.equal(codeOf(other), 'not-allowed');
  assert.equal(codeOf(await endPost(await as(p.adminA), people, given.value)), 'ok');
  assert.ok(!(await people.actor(p.specialistA)).posts.some((post) => post.role === 'clerk'));
  assert.equal(codeOf(await endPost(await as(p.adminA), people, given.value)), 'post-unknown');
});

test('new officers begin with a post in a unit of the administrator', async () => {
  const input = {
    name: ' Hồ Thị  Én',
    email: 'en@example.vn',
    subject: 'officer-en',
    unit: u.centreA,
    role: 'result-desk',
  } as const;
  assert.equal(codeOf(await addOfficer(await as(p.adminB), people, input)), 'not-allowed');
  const made = await addOfficer(await as(p.adminA), people, input);
  assert.ok(made.ok);
  assert.deepEqual((await people.actor(made.value)).posts, [{ unit: u.centreA, role: 'result-desk' }]);
  assert.equal((await people.actor(made.value)).name, 'Hồ Thị Én');
  assert.equal(codeOf(await addOfficer(await as(p.adminA), people, input)), 'subject-taken');
});

test('an officer of two agencies is changed only by who administers both; two changes at once: one is told', async () => {
  const change = { officer: p.ofBoth, version: 1, name: 'Châu Văn Hai', email: 'h@example.vn', title: '' };
  assert.equal(codeOf(await changeOfficer(await as(p.adminA), people, change)), 'not-allowed');
  assert.equal(codeOf(await deactivateOfficer(await as(p.adminA), people, change)), 'not-allowed');
  assert.equal(codeOf(await changeOfficer(await as(p.adminOfProvince), people, change)), 'ok');
  assert.equal(codeOf(await changeOfficer(await as(p.adminOfProvince), people, change)), 'changed-meanwhile');
  const technical = { officer: p.technical, version: 1, name: 'X', email: 'x@example.vn', title: '' };
  assert.equal(codeOf(await changeOfficer(await as(p.adminOfProvince), people, technical)), 'not-allowed');
  assert.equal(
    codeOf(await changeOfficer(await as(p.adminA), people, { ...technical, officer: p.adminA })),
    'own-rights',
  );
});

test('absence cover: own role, to a colleague, with an end; never handed on', async () => {
  const lend = {
    to: p.specialistA,
    unit: u.committeeA,
    role: 'unit-leader',
    from: aWorkingMorning,
    until: aWorkingMorning + 7 * day,
    reason: 'nghỉ phép',
  } as const;
  const of = async (by: OfficerId, change: Partial<Parameters<typeof delegate>[2]> = {}) =>
    delegate(await as(by), people, { ...lend, ...change });
  assert.equal(codeOf(await of(p.adminA)), 'beyond-own-rights');
  assert.equal(codeOf(await of(p.leaderA, { role: 'specialist' })), 'beyond-own-rights');
  assert.equal(codeOf(await of(p.leaderA, { unit: u.committeeB })), 'beyond-own-rights');
  assert.equal(codeOf(await of(p.leaderA, { to: p.specialistB })), 'not-a-colleague');
  assert.equal(codeOf(await of(p.leaderA, { until: aWorkingMorning + 200 * day })), 'delegation-too-long');
  assert.equal(codeOf(await of(p.leaderA, { until: aWorkingMorning - day })), 'date-past');
  assert.equal(
    codeOf(await of(p.technical, { role: 'system-administrator', unit: u.province, to: p.adminOfProvince })),
    'role-personal',
  );
  const lent = await of(p.leaderA);
  assert.ok(lent.ok);

  const covering = await people.actor(p.specialistA);
  assert.ok(covering.posts.some((post) => post.role === 'unit-leader' && post.onBehalfOf === p.leaderA));
  assert.ok(covering.readableUnits.includes(u.centreA));
  assert.equal(codeOf(await of(p.specialistA, { to: p.ofBoth })), 'delegated-already');
  assert.equal(codeOf(await endDelegation(await as(p.adminB), people, lent.value)), 'not-allowed');

  const ctx = await as(p.leaderA);
  ctx.clock.set(aWorkingMorning + 8 * day);
  const later = p.openPeople(db.web, ctx.clock);
  assert.ok(!(await later.actor(p.specialistA)).posts.some((post) => post.role === 'unit-leader'));

  assert.equal(codeOf(await endDelegation(await as(p.leaderA), people, lent.value)), 'ok');
  assert.ok(!(await people.actor(p.specialistA)).posts.some((post) => post.role === 'unit-leader'));
});

test('what was lent goes back when the lender leaves', async () => {
  const lent = await delegate(await as(p.leaderA), people, {
    to: p.specialistA,
    unit: u.committeeA,
    role: 'unit-leader',
    from: aWorkingMorning,
    until: aWorkingMorning + day,
    reason: 'họp',
  });
  assert.ok(lent.ok);
  assert.equal(
    codeOf(await deactivateOfficer(await as(p.adminA), people, { officer: p.leaderA, version: 1 })),
    'ok',
  );
  assert.ok(!(await people.actor(p.specialistA)).posts.some((post) => post.role === 'unit-leader'));
  await assert.rejects(people.actor(p.leaderA), /Not an officer/);
});

test('one who covers for the administrator makes no administrators', async () => {
  await db.sql(
    `insert into identity.delegation (id, from_officer, to_officer, unit_id, role, starts_at, ends_at, reason, given_by)
     values (gen_random_uuid(), $1, $2, $3, 'unit-administrator', to_timestamp($4), to_timestamp($5), 'x', $1)`,
    [p.adminB, p.ofBoth, u.committeeB, aWorkingMorning / 1000 - 60, aWorkingMorning / 1000 + 3600],
  );
  const gift = { officer: p.specialistB, unit: u.committeeB } as const;
  const ctx = await as(p.ofBoth);
  assert.equal(
    codeOf(await givePost(ctx, people, { ...gift, role: 'unit-administrator' })),
    'beyond-own-rights',
  );
  assert.equal(codeOf(await givePost(ctx, people, { ...gift, role: 'clerk' })), 'ok');
});

test('colleagues are listed by given name with all their roles; citizens see none', async () => {
  const names = (await officersInUnit(await as(p.adminA), u.committeeA)).map((one) => one.name);
  assert.deepEqual(names, ['Trần Thị An', 'Đỗ Văn Ất', 'Châu Văn Hai']);
  const clerks = await officersInUnit(await as(p.adminA), u.committeeB, 'clerk');
  assert.deepEqual(
    clerks.map((one) => [one.officer, one.posts.map((post) => post.role)]),
    [[p.specialistB, ['clerk']]],
  );
  const citizen = aCtx(db.web, { kind: 'citizen', person: p.resident, name: '', guest: false });
  assert.deepEqual(await officersInUnit(citizen, u.committeeA), []);
});
