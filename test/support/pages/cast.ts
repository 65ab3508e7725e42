import {
  centreA,
  centreB,
  committeeA,
  committeeB,
  department,
  policeA,
  policeB,
  province,
  provincialCentre,
  provincialPolice,
} from '#builders/organisations';
import type { OfficerToLoad, PersonToLoad } from '#capabilities/identity';
import type { OfficerRole } from '#kernel/actor';
import type { OfficerId, PersonId } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';

/** Units of the small province by the short names that tests use. */
export const unitsOfHouse = {
  province,
  provincialCentre,
  department,
  provincialPolice,
  committeeA,
  centreA,
  policeA,
  committeeB,
  centreB,
  policeB,
} as const;
export type UnitName = keyof typeof unitsOfHouse;

export type CitizenName = 'citizen1' | 'citizen2' | 'citizen3' | 'citizen4';
export type OfficerName = `officer:${string}@${UnitName}${'' | '#2'}`;
/** Who visits: a citizen, a guest (VNeID has not answered), an officer `officer:specialist@committeeA` (a second one of the same role ends in `#2`). */
export type Visitor = CitizenName | 'guest' | OfficerName;

const atCentres: readonly (readonly OfficerRole[])[] = [
  ['one-stop-officer'],
  ['result-desk'],
  ['fee-desk'],
  ['postal-officer'],
  ['centre-staff'],
  ['centre-manager'],
  ['assistant'],
];
const atOffices: readonly (readonly OfficerRole[])[] = [
  ['specialist'],
  ['head-of-office'],
  ['unit-leader'],
  ['clerk'],
  ['certification-officer'],
  ['unit-administrator'],
  // In a commune one person holds several roles (DOMAIN §4.1).
  ['specialist', 'unit-leader'],
];
const atProvince: readonly (readonly OfficerRole[])[] = [
  ['unit-leader'],
  ['monitor'],
  ['statistician'],
  ['inspector'],
  ['population-lookup'],
  ['unit-administrator'],
  ['system-administrator'],
];

const rolesAt: Readonly<Record<UnitName, readonly (readonly OfficerRole[])[]>> = {
  province: atProvince,
  provincialCentre: [...atCentres, ['monitor']],
  centreA: atCentres,
  centreB: atCentres,
  department: atOffices,
  provincialPolice: atOffices,
  committeeA: atOffices,
  committeeB: atOffices,
  policeA: [...atOffices, ['one-stop-officer'], ['result-desk']],
  policeB: [...atOffices, ['one-stop-officer'], ['result-desk']],
};

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Neáng', 'Danh', 'Châu'];
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khoa',
  'Lan',
  'Minh',
  'Ngọc',
  'Phúc',
  'Sương',
  'Vy',
];
const id = (n: number): string => `018f0000-0000-7000-a000-${String(n).padStart(12, '0')}`;
const createdAt = Date.UTC(2025, 6, 1);

function castOfOfficers(): ReadonlyMap<string, OfficerToLoad> {
  const cast = new Map<string, OfficerToLoad>();
  for (const [unit, lists] of Object.entries(rolesAt) as [UnitName, readonly (readonly OfficerRole[])[]][]) {
    for (const roles of lists) {
      for (const ending of ['', '#2']) {
        const n = cast.size;
        const name = `${surnames[n % surnames.length]} ${n % 2 ? 'Thị' : 'Văn'} ${given[n % given.length]}`;
        cast.set(`officer:${roles.join('+')}@${unit}${ending}`, {
          id: id(n + 1) as OfficerId,
          subject: `officer-${n + 1}`,
          name,
          email: `can.bo${n + 1}@example.vn`,
          posts: roles.map((role) => ({ unit: unitsOfHouse[unit], role })),
          createdAt,
        });
      }
    }
  }
  // After all others, whose numbers stay as they are.
  for (const unit of ['province', 'committeeA', 'committeeB', 'centreA'] as const)
    for (const ending of ['', '#2']) {
      const n = cast.size;
      cast.set(`officer:accountant@${unit}${ending}`, {
        id: id(n + 1) as OfficerId,
        subject: `officer-${n + 1}`,
        name: `${surnames[n % surnames.length]} Thị ${given[n % given.length]}`,
        email: `can.bo${n + 1}@example.vn`,
        posts: [{ unit: unitsOfHouse[unit], role: 'accountant' }],
        createdAt,
      });
    }
  return cast;
}
/** Two officers for every role that a unit has, by the name a test calls them. */
export const officersOfHouse = castOfOfficers();

const person = (n: number, name: string, sex: '1' | '2', born: string): PersonToLoad => ({
  id: id(900_000 + n) as PersonId,
  personalNumber: `0891900000${String(n).padStart(2, '0')}`,
  name,
  birthDate: asPlainDate(born),
  sex,
  phone: `091234567${n}`,
  email: `cong.dan${n}@example.vn`,
  createdAt,
});
export const citizensOfHouse: Readonly<Record<CitizenName, PersonToLoad>> = {
  citizen1: person(1, 'Nguyễn Thị Lan', '2', '1996-03-14'),
  citizen2: person(2, 'Lê Quốc Khánh', '1', '1993-09-02'),
  citizen3: person(3, 'Danh Sóc Kha', '1', '1988-01-20'),
  citizen4: person(4, 'Phạm Minh Châu', '2', '1990-05-17'),
};
export const guestOfHouse = id(990_000) as PersonId;
