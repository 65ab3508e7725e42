import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { z } from 'zod';
import * as u from '#builders/organisations';
import type { OfficerActor } from '#kernel/actor';
import { asPlainDate } from '#kernel/time';
import { systemScope } from '#platform/db';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  bindGuest,
  findPersonByNumber,
  loadOfficers,
  makeBreakGlassSecret,
  ownPerson,
  signInBreakGlass,
  signInCitizen,
  signInOfficer,
  signOutEverywhere,
  startGuest,
} from './index.ts';
import * as p from './testing/builders.ts';

const db = await aDatabase();
await p.withPeople(db.worker);
const ctx = aCtx(db.web);
const people = p.openPeople(db.web, ctx.clock);
const claims = {
  subject: 'vneid-1',
  personalNumber: '089190000001',
  name: 'Nguyễn Thị Hoa',
  birthDate: asPlainDate('1990-05-17'),
  sex: '2',
  loa: 2,
  provider: 'vneid',
} as const;

test('a resident is found by personal number, a stranger is made known once', async () => {
  assert.deepEqual(await signInCitizen(ctx, claims), { ok: true, value: p.resident });
  const stranger = { ...claims, subject: 'vneid-2', personalNumber: '089190000002', name: 'Trần Văn Mới' };
  const first = await signInCitizen(ctx, stranger);
  assert.ok(first.ok && first.value !== p.resident);
  assert.deepEqual(await signInCitizen(ctx, stranger), first);
  const own = await ownPerson(aCtx(db.web, { kind: 'citizen', person: first.value, name: '', guest: false }));
  assert.equal(own?.personalNumber, '089190000002');
  assert.equal(own?.birthDate, '1990-05-17');
});

test('one account at the provider with two personal numbers is not merged', async () => {
  const outcome = await signInCitizen(ctx, { ...claims, personalNumber: '089190000009' });
  assert.equal(!outcome.ok && outcome.refusal.code, 'identity-conflict');
});

test('a guest is bound to one person, once, and the rest of the house is told', async () => {
  const guest = await startGuest(ctx);
  const session = {
    kind: 'citizen',
    subject: guest,
    data: { guest: true },
    createdAt: 0,
    idleUntil: 0,
    endsAt: 0,
  } as const;
  assert.deepEqual(await people.actors.actorOf(session), {
    kind: 'citizen',
    person: guest,
    name: '',
    guest: true,
  });
  assert.deepEqual(await bindGuest(ctx, guest, p.resident), { ok: true, value: p.resident });
  assert.deepEqual(await bindGuest(ctx, guest, p.resident), { ok: true, value: p.resident });
  const other = await bindGuest(ctx, guest, p.personId(77));
  assert.equal(!other.ok && other.refusal.code, 'guest-bound');
  const notAGuest = await bindGuest(ctx, p.resident, guest);
  assert.equal(!notAGuest.ok && notAGuest.refusal.code, 'guest-unknown');
  const events = await db.sql<{ payload: object }>(
    "select payload from outbox.event where topic = 'guest.bound'",
  );
  assert.deepEqual(
    events.map((event) => event.payload),
    [{ guest, person: p.resident }],
  );
});

test('officers are found by the account an administrator wrote down, never made by signing in', async () => {
  const known = await signInOfficer(ctx, { subject: 'officer-6', name: '', provider: 'province' });
  assert.deepEqual(known, { ok: true, value: p.specialistA });
  const unknown = await signInOfficer(ctx, { subject: 'officer-999', name: '', provider: 'province' });
  assert.equal(!unknown.ok && unknown.refusal.code, 'officer-unknown');
});

test('the break-glass account needs both factors, takes a code once, and is loud', async () => {
  const password = 'đúng là mật khẩu dài';
  const made = await makeBreakGlassSecret(password, 'khan-cap');
  const id = p.officerId(50);
  await db.worker.transact(systemScope, (t) =>
    loadOfficers(t, [
      {
        id,
        subject: null,
        name: 'Tài khoản khẩn cấp',
        email: 'khan-cap@example.vn',
        posts: [{ unit: u.province, role: 'system-administrator' }],
        breakGlassSecret: made.secret,
        createdAt: aWorkingMorning - 1000,
      },
    ]),
  );
  const code = generateSync({ secret: made.totp, epoch: aWorkingMorning / 1000 });
  const wrong = code === '000000' ? '000001' : '000000';
  const email = 'Khan-Cap@example.vn';
  for (const bad of [
    { email, password: 'sai', code },
    { email, password, code: wrong },
    { email, password, code: '' },
    { email: 'khong-co@example.vn', password, code },
    { email: 'o6@example.vn', password, code },
  ]) {
    const outcome = await signInBreakGlass(ctx, bad);
    assert.equal(!outcome.ok && outcome.refusal.code, 'break-glass-refused');
  }
  assert.deepEqual(
    await signInBreakGlass(ctx, { email, password, code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    { ok: true, value: id },
  );
  const replay = await signInBreakGlass(ctx, { email, password, code });
  assert.equal(!replay.ok && replay.refusal.code, 'break-glass-refused');
  const rows = await db.sql<{ action: string; count: number }>(
    "select action, count(*)::int as count from audit.entry where action like 'officer.break-glass%' group by 1 order by 1",
  );
  assert.deepEqual(rows, [
    { action: 'officer.break-glass', count: 1 },
    { action: 'officer.break-glass.refused', count: 6 },
  ]);
  const actor = await people.actor(id);
  assert.deepEqual(actor.readableUnits, [], 'sees no dossier');
});

test('a look-up of the population needs its own right and a purpose, and stands in the journal without the number', async () => {
  const asked = { number: '089190000001', purpose: 'tiếp nhận tại quầy' };
  const officer = await people.actor(p.specialistA);
  const without = await findPersonByNumber(aCtx(db.web, officer), asked);
  assert.equal(!without.ok && without.refusal.code, 'not-allowed');
  const lookup: OfficerActor = { ...officer, posts: [{ unit: u.committeeA, role: 'population-lookup' }] };
  const noPurpose = await findPersonByNumber(aCtx(db.web, lookup), { ...asked, purpose: ' ' });
  assert.equal(!noPurpose.ok && noPurpose.refusal.code, 'purpose-empty');
  const found = await findPersonByNumber(aCtx(db.web, lookup), asked);
  assert.equal(found.ok && found.value?.name, 'Nguyễn Thị Hoa');
  const missing = await findPersonByNumber(aCtx(db.web, lookup), { ...asked, number: '001190000001' });
  assert.deepEqual(missing, { ok: true, value: undefined });
  const rows = await db.sql("select subject, details from audit.entry where action = 'person.look-up'");
  assert.equal(rows.length, 2);
  assert.ok(!JSON.stringify(rows).includes('190000001'));
});

test('signing out everywhere ends every session of the person and of nobody else', async () => {
  const mine = await people.sessions.start('citizen', p.resident, {}, 'a');
  const also = await people.sessions.start('citizen', p.resident, {}, 'b');
  const other = await people.sessions.start('officer', p.specialistA, {}, 'c');
  await signOutEverywhere(
    aCtx(db.web, { kind: 'citizen', person: p.resident, name: '', guest: false }),
    people.sessions,
  );
  assert.equal(await people.sessions.find(mine), undefined);
  assert.equal(await people.sessions.find(also), undefined);
  assert.ok(await people.sessions.find(other));
});

test('over a connection of the web nobody reads or writes the secret of an account, nor makes one break-glass', async () => {
  for (const [column, right] of [
    ['secret', 'select'],
    ['secret', 'insert'],
    ['secret', 'update'],
    ['break_glass', 'insert'],
    ['break_glass', 'update'],
  ] as const) {
    const [row] = await db.sql<{ has: boolean }>(
      `select has_column_privilege('motcua_web', 'identity.officer', $1, $2) as has`,
      [column, right],
    );
    assert.equal(row?.has, false, `motcua_web must not ${right} ${column}`);
  }
  const peek = {
    name: 'test.peek',
    text: 'select secret from identity.officer',
    order: [],
    row: z.unknown(),
  };
  await assert.rejects(
    db.web.read({ kind: 'officer' }, (reader) => reader.rows(peek, {})),
    /permission denied|42501/,
  );
});
