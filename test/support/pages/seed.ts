import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sampleDefinition } from '#builders/forms';
import { withSmallProvince } from '#builders/organisations';
import {
  type Calendars,
  officeHours,
  parseHolidayTable,
  policeReceptionHours,
  publishEdition,
} from '#capabilities/calendar';
import { loadProcedures, type NationalProcedure } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import { loadOfficers, loadPersons } from '#capabilities/identity';
import { loadAreas } from '#capabilities/organisations';
import { systemActor } from '#kernel/actor';
import { foldText } from '#kernel/text';
import { dateOfDayNumber } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { parseCsvRecords } from '../../../src/platform/validation/csv.ts';
import { citizensOfHouse, officersOfHouse, unitsOfHouse } from './cast.ts';

const samples = new URL('../../../samples/', import.meta.url);
const sample = (file: string) => readFileSync(new URL(file, samples), 'utf8');

/** Procedures with a form of their own, and one that is received with the generic form. */
export const liveCodes = ['1.001193', '1.004873', '1.001612', '1.004222', '3.000333'] as const;
export const genericCode = '1.000001';

/** Fills an empty database through the doors of the rooms, as the seed of the product does. */
export async function seedHouse(ctx: Ctx, calendars: Calendars): Promise<void> {
  const worker: Ctx = { ...ctx, actor: systemActor('seed') };
  await withSmallProvince(worker.db);
  await publishCalendar(worker, calendars);
  const now = worker.clock.now();
  await worker.db.transact(systemScope, async (t) => {
    await loadAreas(t, { areas: areasOfHouse(), oldWards: [] });
    await loadOfficers(t, [...officersOfHouse.values()]);
    await loadPersons(t, Object.values(citizensOfHouse));
    const live = liveCodes.map((code) => sampleDefinition(code));
    await loadProcedures(t, now, [
      ...live.map((definition) => ({
        national: nationalOf(definition.code, definition.name.vi),
        definition,
      })),
      { national: nationalOf(genericCode, 'Công nhận hòa giải viên ở cơ sở') },
    ]);
  });
}

async function publishCalendar(worker: Ctx, calendars: Calendars): Promise<void> {
  const holidays = parseHolidayTable(sample('holidays.csv'));
  assert.ok(holidays.ok);
  const days = holidays.value.flatMap((each) =>
    each.kind === 'hours' ? [] : [{ date: dateOfDayNumber(each.day), kind: each.kind, name: each.name }],
  );
  const published = await publishEdition(worker, calendars, {
    content: { days, hours: { office: officeHours, 'police-residence': policeReceptionHours } },
    note: 'Lịch đi kèm',
    basedOn: 0,
    head: unitsOfHouse.province,
  });
  assert.ok(published.ok);
}

function areasOfHouse() {
  const records = (file: string) => {
    const parsed = parseCsvRecords(sample(file));
    assert.ok(parsed.ok);
    return parsed.value;
  };
  const provinces = records('national/admin_provinces.csv').map((row) => ({
    code: row['code'] ?? '',
    level: 'province' as const,
    name: row['name'] ?? '',
    fullName: row['full_name'] ?? '',
    provinceCode: row['code'] ?? '',
    kind: row['type'] ?? '',
  }));
  const communes = records('national/admin_communes.csv')
    .filter((row) => row['province_code'] === '91' || row['province_code'] === '01')
    .map((row) => ({
      code: row['code'] ?? '',
      level: 'commune' as const,
      name: row['name'] ?? '',
      fullName: row['full_name'] ?? '',
      provinceCode: row['province_code'] ?? '',
      kind: row['type'] ?? '',
    }));
  return [...provinces, ...communes];
}

const nationalOf = (code: string, name: string): NationalProcedure => ({
  code,
  name,
  nameFolded: foldText(name),
  nameOrigin: 'found',
  field: 'Hộ tịch',
  ministry: 'Bộ Tư pháp',
  levels: ['commune'],
  subjects: ['Công dân Việt Nam'],
  agency: 'Ủy ban nhân dân cấp xã',
  authority: '',
  channels: [{ channel: 'direct', time: 5, unit: 'working_day', feeText: 'Không', fee: 'free', amount: 0 }],
  cases: [],
  steps: '',
  conditions: '',
  results: [],
  legalRefs: [],
  decision: '',
  otherDecisions: [],
  internal: false,
  isPublic: true,
  forCommuneSample: true,
  portalUrl: '',
  provenance: { how: 'test', source: 'test', date: '2026-11-01' },
  assumed: { assumed: true, onlineLevel: 'full', assurance: 1 },
});

export const genericDefinition = (): ProcedureDefinition => sampleDefinition('generic');
