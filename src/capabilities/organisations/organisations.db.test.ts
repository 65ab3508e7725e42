import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#kernel/actor';
import { asPlainDate } from '#kernel/time';
import { systemScope } from '#platform/db';
import { aCtx, aDatabase } from '#test/database';
import { addUnit, changeUnit, closeUnit, loadAreas, openUnits, renameUnit } from './index.ts';
import * as p from './testing/builders.ts';

const db = await aDatabase();
const ctxOf = (actor: Actor) => aCtx(db.web, actor);
const admin = p.anOfficer('system-administrator', p.province);
const adminOfA = p.anOfficer('unit-administrator', p.committeeA);

await p.withSmallProvince(db.worker);
const units = openUnits(db.web, ctxOf(admin).clock);

const journal = () =>
  db.sql<{ action: string; actor_id: string }>('select action, actor_id from audit.entry order by id');

test('a unit is added by those who administer the place, and the journal says so', async () => {
  const input = {
    code: 'H01.101.9',
    name: ' Ban Dân tộc ',
    kind: 'department',
    parent: p.committeeA,
    validFrom: asPlainDate('2026-11-01'),
  } as const;
  const made = await addUnit(ctxOf(adminOfA), units, input);
  assert.ok(made.ok);
  assert.equal((await units.directory()).get(made.value).name, 'Ban Dân tộc');
  assert.deepEqual((await journal()).at(-1), { action: 'unit.add', actor_id: adminOfA.officer });
  const again = await addUnit(ctxOf(adminOfA), units, input);
  assert.equal(!again.ok && again.refusal.code, 'unit-code-taken');
});

test('the administrator of agency A can do nothing to agency B, nor can other roles to anything', async () => {
  const count = (await journal()).length;
  for (const actor of [
    adminOfA,
    p.anOfficer('unit-leader', p.committeeB),
    p.anOfficer('inspector', p.province),
  ]) {
    const ctx = ctxOf(actor);
    const from = asPlainDate('2026-11-20');
    const outcomes = [
      await addUnit(ctx, units, {
        code: 'H01.102.9',
        name: 'X',
        kind: 'department',
        parent: p.committeeB,
        validFrom: from,
      }),
      await renameUnit(ctx, units, { unit: p.committeeB, version: 1, name: 'X', from }),
      await closeUnit(ctx, units, { unit: p.centreB, version: 1, on: from, reason: 'x' }),
    ];
    for (const outcome of outcomes) assert.equal(!outcome.ok && outcome.refusal.code, 'not-allowed');
  }
  const after = await journal();
  assert.equal(after.length, count + 9);
  assert.equal(after.filter((entry) => entry.action.endsWith('.refused')).length, 9);
});

test('a unit gets another address and other hours, once per version looked at', async () => {
  const change = {
    unit: p.centreA,
    version: 1,
    address: ' Ấp  1 ',
    hours: 'morning',
    knownHours: ['office', 'morning'],
  };
  const unknown = await changeUnit(ctxOf(adminOfA), units, { ...change, hours: 'night' });
  assert.equal(!unknown.ok && unknown.refusal.code, 'hours-unknown');
  const [first, second] = await Promise.all([
    changeUnit(ctxOf(admin), units, change),
    changeUnit(ctxOf(admin), units, { ...change, address: 'Ấp 2' }),
  ]);
  assert.notEqual(first.ok, second.ok, 'of two who looked at the same, one wins');
  const { address, hours, version } = (await units.directory()).get(p.centreA);
  assert.match(address, /^Ấp [12]$/);
  assert.equal(hours, 'morning');
  assert.equal(version, 2);
  const [entry] = await db.sql<{ details: { before: object; after: object } }>(
    `select details from audit.entry where action = 'unit.change'`,
  );
  assert.deepEqual(entry?.details.after, { address, hours });
});

test('a renamed unit keeps its identifier, and its former name keeps a closed row', async () => {
  const from = asPlainDate('2026-11-10');
  const renamed = await renameUnit(ctxOf(adminOfA), units, {
    unit: p.committeeA,
    version: 1,
    name: 'UBND phường An Phú',
    from,
  });
  assert.ok(renamed.ok);
  const directory = await units.directory();
  assert.equal(directory.get(p.committeeA).name, 'UBND phường An Phú');
  assert.equal(directory.nameOn(p.committeeA, asPlainDate('2026-11-09')), 'UBND xã An Phú');
  assert.equal(directory.nameOn(p.committeeA, from), 'UBND phường An Phú');
  assert.equal(directory.byCode('H01.101')?.id, p.committeeA);
  const late = await renameUnit(ctxOf(adminOfA), units, {
    unit: p.committeeA,
    version: 1,
    name: 'Y',
    from: asPlainDate('2026-11-12'),
  });
  assert.equal(!late.ok && late.refusal.code, 'changed-meanwhile');
  const ahead = await renameUnit(ctxOf(adminOfA), units, {
    unit: p.committeeA,
    version: 2,
    name: 'Y',
    from: asPlainDate('2027-01-01'),
  });
  assert.equal(!ahead.ok && ahead.refusal.code, 'date-in-future');
});

test('a unit with units below closes only with a successor, which then carries them', async () => {
  const on = asPlainDate('2026-11-25');
  const alone = await closeUnit(ctxOf(admin), units, { unit: p.committeeB, version: 1, on, reason: 'NQ 1' });
  assert.equal(!alone.ok && alone.refusal.code, 'unit-has-children');
  const below = await closeUnit(ctxOf(admin), units, {
    unit: p.committeeB,
    version: 1,
    on,
    reason: 'NQ 1',
    successor: p.centreB,
  });
  assert.equal(!below.ok && below.refusal.code, 'successor-below');
  const closed = await closeUnit(ctxOf(admin), units, {
    unit: p.committeeB,
    version: 1,
    on,
    reason: 'NQ 1',
    successor: p.committeeA,
  });
  assert.ok(closed.ok);
  const directory = await units.directory();
  assert.equal(directory.committeeFor('30292'), undefined);
  assert.ok(directory.below(p.committeeA).includes(p.centreB));
  assert.ok(directory.withFormer(p.committeeA).includes(p.committeeB));
  const [event] = await db.sql<{ payload: object }>(
    "select payload from outbox.event where topic = 'unit.closed'",
  );
  assert.deepEqual(event?.payload, { on, successor: p.committeeA });
});

test('changes by another process are seen after five seconds, not before', async () => {
  const ctx = ctxOf(admin);
  const own = openUnits(db.web, ctx.clock);
  await own.directory();
  await db.sql('update organisations.unit set address = $1 where id = $2', ['Số 1', p.department]);
  ctx.clock.set(ctx.clock.now() + 4900);
  assert.equal((await own.directory()).get(p.department).address, '');
  ctx.clock.set(ctx.clock.now() + 200);
  assert.equal((await own.directory()).get(p.department).address, 'Số 1');
});

test('areas and what became of an old ward', async () => {
  await db.worker.transact(systemScope, (t) =>
    loadAreas(t, {
      areas: [
        {
          code: '91',
          level: 'province',
          name: 'An Giang',
          fullName: 'Tỉnh An Giang',
          provinceCode: '91',
          kind: 'tinh',
        },
        {
          code: '30337',
          level: 'commune',
          name: 'An Phú',
          fullName: 'Xã An Phú',
          provinceCode: '91',
          kind: 'xa',
        },
        {
          code: '30292',
          level: 'commune',
          name: 'Bình Đức',
          fullName: 'Phường Bình Đức',
          provinceCode: '91',
          kind: 'phuong',
        },
      ],
      oldWards: [
        {
          province: '89',
          district: '886',
          ward: '30337',
          name: 'Thị trấn An Phú',
          newProvince: '91',
          newCommune: '30337',
          split: true,
        },
        {
          province: '89',
          district: '886',
          ward: '30337',
          name: 'Thị trấn An Phú',
          newProvince: '91',
          newCommune: '30292',
          split: true,
        },
      ],
    }),
  );
  const areas = await units.areas();
  assert.deepEqual(
    areas.provinces().map((area) => area.name),
    ['An Giang'],
  );
  assert.deepEqual(
    areas.communes('91').map((area) => area.code),
    ['30337', '30292'],
  );
  assert.equal(areas.communeByCode('91'), undefined);
  assert.deepEqual(
    areas.findCommunes('binh duc').map((area) => area.code),
    ['30292'],
  );
  const now = await units.oldToNew({ province: '89', district: '886', ward: '30337' });
  assert.deepEqual(
    now.map((each) => [each.commune.code, each.split]),
    [
      ['30292', true],
      ['30337', true],
    ],
  );
});
