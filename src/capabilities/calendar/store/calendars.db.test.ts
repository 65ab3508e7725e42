import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficerActor, OfficerRole } from '#kernel/actor';
import { systemActor } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { asPlainDate, dayNumberOf } from '#kernel/time';
import { aCtx, aDatabase } from '#test/database';
import { officeHours, policeReceptionHours } from '../hours.ts';
import { isWorkingDay } from '../lookups.ts';
import { openCalendars } from './calendars.ts';
import { publishEdition } from './publish-edition.ts';

const db = await aDatabase();
const province = '018f0000-0000-7000-8000-000000000001' as UnitId;
const commune = '018f0000-0000-7000-8000-000000000011' as UnitId;
const anOfficer = (role: OfficerRole, unit: UnitId): OfficerActor => ({
  kind: 'officer',
  officer: '018f0000-0000-7000-8000-000000000900' as OfficerId,
  name: 'Cán bộ',
  posts: [{ unit, role }],
  readableUnits: [],
  everywhere: false,
});
const admin = aCtx(db.web, anOfficer('unit-administrator', province));
const calendars = openCalendars(db.web, admin.clock);
const content = {
  days: [
    { date: '2026-09-02', kind: 'holiday', name: 'Quốc khánh' },
    { date: '2026-08-22', kind: 'swap_work', name: 'Làm bù' },
  ],
  hours: { office: officeHours, 'police-residence': policeReceptionHours },
  units: { 'a-centre': [{ date: '2026-11-25', open: [], name: 'Mất điện' }] },
};
const day = (text: string) => dayNumberOf(asPlainDate(text)) ?? 0;

test('editions follow each other, never change, and are pinned by number', async () => {
  const first = await publishEdition(admin, calendars, {
    content,
    note: 'TB 6150',
    basedOn: 0,
    head: province,
  });
  assert.deepEqual(first, { ok: true, value: 1 });
  const unit = { key: 'a-centre', hours: 'office' };
  const one = await calendars.calendarFor(unit, 1);
  assert.equal(one.version, '1/office/a-centre');
  assert.equal(isWorkingDay(one, day('2026-09-02')), false);
  assert.equal(isWorkingDay(one, day('2026-08-22')), true);
  assert.equal(isWorkingDay(one, day('2026-11-25')), false);
  assert.equal(await calendars.calendarFor(unit, 1), one, 'built once');

  const other = await calendars.calendarFor({ key: 'b-police', hours: 'police-residence' }, 1);
  assert.equal(isWorkingDay(other, day('2026-11-28')), true);
  assert.equal(isWorkingDay(other, day('2026-11-25')), true);

  const second = await publishEdition(admin, calendars, {
    content: { ...content, days: [] },
    note: 'sửa',
    basedOn: 1,
    head: province,
  });
  assert.deepEqual(second, { ok: true, value: 2 });
  assert.equal((await calendars.currentEdition()).id, 2);
  assert.equal(isWorkingDay(await calendars.calendarFor(unit, 2), day('2026-09-02')), true);
  assert.equal(isWorkingDay(await calendars.calendarFor(unit, 1), day('2026-09-02')), false);
  assert.deepEqual(
    (await calendars.history()).map((edition) => [edition.id, edition.note]),
    [
      [2, 'sửa'],
      [1, 'TB 6150'],
    ],
  );
});

test('of two administrators who start from the same edition, one is told', async () => {
  const outcomes = await Promise.all([
    publishEdition(admin, calendars, { content, note: 'a', basedOn: 2, head: province }),
    publishEdition(admin, calendars, { content, note: 'b', basedOn: 2, head: province }),
  ]);
  assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1);
  const lost = outcomes.find((outcome) => !outcome.ok);
  assert.equal(lost && !lost.ok && lost.refusal.code, 'changed-meanwhile');
});

test('only a technical administrator or that of the province publishes; attempts stand in the journal', async () => {
  for (const actor of [anOfficer('unit-administrator', commune), anOfficer('unit-leader', province)]) {
    const outcome = await publishEdition(aCtx(db.web, actor), calendars, {
      content,
      note: 'x',
      basedOn: 3,
      head: province,
    });
    assert.equal(!outcome.ok && outcome.refusal.code, 'not-allowed');
  }
  const [row] = await db.sql<{ count: number }>(
    "select count(*) from audit.entry where action = 'calendar.publish.refused'",
  );
  assert.equal(Number(row?.count), 2);
  const byMachine = await publishEdition(aCtx(db.worker, systemActor('seed')), calendars, {
    content,
    note: 'x',
    basedOn: 3,
    head: province,
  });
  assert.ok(byMachine.ok);
});

test('hours that run backwards, unknown kinds and days named twice are refused', async () => {
  const backwards = { ...content, hours: { office: { ...officeHours, makeUp: [[900, 800]] } } };
  const twice = { ...content, days: [...content.days, content.days[0]] };
  const planned = { ...content, days: [{ date: '2026-09-02', kind: 'planned', name: '' }] };
  for (const [bad, code] of [
    [backwards, 'hours-out-of-order'],
    [twice, 'holiday-named-twice'],
    [planned, 'calendar-shape'],
    [{}, 'calendar-shape'],
  ] as const) {
    const outcome = await publishEdition(admin, calendars, {
      content: bad,
      note: 'x',
      basedOn: 4,
      head: province,
    });
    assert.equal(!outcome.ok && outcome.refusal.code, code);
  }
});

test('no role may change or remove an edition', async () => {
  for (const role of ['motcua_web', 'motcua_worker'])
    for (const right of ['update', 'delete']) {
      const [row] = await db.sql<{ has: boolean }>('select has_table_privilege($1, $2, $3) as has', [
        role,
        'calendar.edition',
        right,
      ]);
      assert.equal(row?.has, false);
    }
});
