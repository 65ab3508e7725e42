import type { OfficerActor, OfficerRole } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';
import { type Database, systemScope } from '#platform/db';
import { loadUnits, type UnitToLoad } from '../load.ts';

/** `unitId(7)`: short numbers make readable tests. */
export const unitId = (n: number): UnitId =>
  `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}` as UnitId;

export const province = unitId(1);
export const provincialCentre = unitId(2);
export const department = unitId(3);
export const provincialPolice = unitId(4);
/** Commune A has ids 11 (committee), 12 (centre), 13 (police); commune B 21, 22, 23. */
export const committeeA = unitId(11);
export const centreA = unitId(12);
export const policeA = unitId(13);
export const committeeB = unitId(21);
export const centreB = unitId(22);
export const policeB = unitId(23);

const since = asPlainDate('2025-07-01');
const unit = (
  id: UnitId,
  key: string,
  code: string,
  name: string,
  kind: UnitToLoad['kind'],
  parent: UnitId | null,
  adminCode: string,
): UnitToLoad => ({ id, key, code, name, kind, parent, adminCode, validFrom: since });

/** A province with one department, its police, and two communes. */
export const smallProvince: readonly UnitToLoad[] = [
  unit(province, 'province', 'H01', 'Ủy ban nhân dân tỉnh', 'province', null, '91'),
  unit(
    provincialCentre,
    'centre',
    'H01.1',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'provincial-centre',
    province,
    '91',
  ),
  unit(department, 'justice', 'H01.2', 'Sở Tư pháp', 'department', province, '91'),
  unit(provincialPolice, 'police', 'H01.3', 'Công an tỉnh', 'provincial-police', province, '91'),
  unit(committeeA, 'a', 'H01.101', 'UBND xã An Phú', 'commune-committee', province, '30337'),
  unit(centreA, 'a-centre', 'H01.101.1', 'Trung tâm xã An Phú', 'commune-centre', committeeA, '30337'),
  unit(policeA, 'a-police', 'H01.101.2', 'Công an xã An Phú', 'commune-police', provincialPolice, '30337'),
  unit(committeeB, 'b', 'H01.102', 'UBND phường Bình Đức', 'commune-committee', province, '30292'),
  unit(centreB, 'b-centre', 'H01.102.1', 'Trung tâm phường Bình Đức', 'commune-centre', committeeB, '30292'),
  unit(
    policeB,
    'b-police',
    'H01.102.2',
    'Công an phường Bình Đức',
    'commune-police',
    provincialPolice,
    '30292',
  ),
];

export const withSmallProvince = (worker: Database): Promise<void> =>
  worker.transact(systemScope, (t) => loadUnits(t, smallProvince));

/** An officer with one role in one unit. */
export const anOfficer = (role: OfficerRole, at: UnitId, n = 900): OfficerActor => ({
  kind: 'officer',
  officer: unitId(n) as string as OfficerId,
  name: 'Cán bộ',
  posts: [{ unit: at, role }],
  readableUnits: [at],
  everywhere: false,
});
