import {
  editionContent,
  officeHours,
  openCalendars,
  parseHolidayTable,
  policeReceptionHours,
  publishEdition,
} from '#capabilities/calendar';
import {
  type Area,
  loadAreas,
  loadUnits,
  type OldWardToLoad,
  type UnitToLoad,
} from '#capabilities/organisations';
import { asPlainDate, dateOfDayNumber } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { seedAccount } from './account.ts';
import { seedCommuneAccounts } from './commune-accounts.ts';
import { recordsOf, sampleText } from './files.ts';
import type { SampleUnit } from './make-units.ts';
import type { Sample } from './sample.ts';
import { unitId } from './sample-id.ts';

const unitsToLoad = (units: readonly SampleUnit[]): readonly UnitToLoad[] =>
  units.map((unit) => ({
    id: unitId(unit.key),
    key: unit.key,
    code: unit.code,
    codeInferred: unit.codeInferred,
    name: unit.name,
    shortName: unit.shortName,
    kind: unit.kind,
    parent: unit.parentKey === null ? null : unitId(unit.parentKey),
    adminCode: unit.adminCode,
    address: unit.address,
    lat: unit.lat,
    lon: unit.lon,
    hours: unit.hours,
    validFrom: asPlainDate(unit.validFrom),
  }));

/** 34 provinces and 3,321 communes as they stand since 1 July 2025. */
function sampleAreas(): readonly Area[] {
  const area = (row: Record<string, string>, level: Area['level']): Area => ({
    code: row['code'] ?? '',
    level,
    name: row['name'] ?? '',
    fullName: row['full_name'] ?? '',
    provinceCode: (level === 'province' ? row['code'] : row['province_code']) ?? '',
    kind: row['type'] ?? '',
  });
  return [
    ...recordsOf('national/admin_provinces.csv').map((row) => area(row, 'province')),
    ...recordsOf('national/admin_communes.csv').map((row) => area(row, 'commune')),
  ];
}

const oldWards = (): readonly OldWardToLoad[] =>
  recordsOf('national/admin_old_to_new.csv').map((row) => ({
    province: row['old_province_code'] ?? '',
    district: row['old_district_code'] ?? '',
    ward: row['old_ward_code'] ?? '',
    name: row['old_ward'] ?? '',
    newProvince: row['new_province_code'] ?? '',
    newCommune: row['new_commune_code'] ?? '',
    split: row['split'] === '1',
  }));

/** The first calendar: days of the yearly notices, office hours, and those of the residence police. */
function firstCalendar() {
  const days = parseHolidayTable(sampleText('holidays.csv'));
  if (!days.ok) throw new Error(`samples/holidays.csv: ${days.refusal.code}`);
  return editionContent.parse({
    days: days.value.flatMap((each) =>
      each.kind === 'hours' ? [] : [{ date: dateOfDayNumber(each.day), kind: each.kind, name: each.name }],
    ),
    hours: { office: officeHours, 'police-residence': policeReceptionHours },
  });
}

/** Areas, units and the first calendar edition. What is there already stays. */
export async function seedGround(
  ctx: Ctx,
  sample: Sample,
): Promise<{ areas: number; oldWards: number; units: number }> {
  const areas = sampleAreas();
  const wards = oldWards();
  const units = sample.units();
  await ctx.db.transact(systemScope, async (t) => {
    await loadAreas(t, { areas, oldWards: wards });
    await loadUnits(t, unitsToLoad(units));
  });
  const calendars = openCalendars(ctx.db, ctx.clock);
  if ((await calendars.history()).length === 0) {
    const published = await publishEdition(ctx, calendars, {
      content: firstCalendar(),
      note: 'Lịch nghỉ lễ, tết 2024–2030 của dữ liệu mẫu (samples/holidays.source.md)',
      basedOn: 0,
      head: unitId(sample.head),
    });
    if (!published.ok) throw new Error(`The calendar was refused: ${published.refusal.code}`);
  }
  await seedAccount(ctx, sample);
  await seedCommuneAccounts(ctx, sample);
  return { areas: areas.length, oldWards: wards.length, units: units.length };
}
