import { writeFileSync } from 'node:fs';
import type { SimulatedOfficer, SimulatedPerson } from '../../integrations/identity-simulator/index.ts';
import { officerSubject, type SampleOfficer, sampleOfficers } from './officers.ts';
import { ageAt, type Resident } from './residents.ts';
import { province } from './sample.ts';

/** One line of what is printed at the start: who, where to go, and whom to choose at the simulated sign-in. */
export interface DemoAccount {
  readonly who: string;
  readonly where: string;
  readonly signIn: string;
  readonly subject: string;
}

const residentsOf = (seed: number, count = 1000): readonly Resident[] => province.residents(seed, count);

/** Officers whose work makes a whole tour, unit and number of the seat. */
const tour: readonly (readonly [unitKey: string, seat: number])[] = [
  ['tthcc-xa-nui-cam', 2],
  ['tthcc-xa-nui-cam', 4],
  ['tthcc-xa-nui-cam', 5],
  ['ubnd-xa-nui-cam', 4],
  ['ubnd-xa-nui-cam', 3],
  ['ubnd-xa-nui-cam', 1],
  ['ubnd-xa-nui-cam', 6],
  ['ubnd-xa-nui-cam', 7],
  ['ca-xa-nui-cam', 3],
  ['tthcc-phuong-long-xuyen', 2],
  ['ubnd-phuong-long-xuyen', 4],
  ['tthcc-tinh', 3],
  ['tthcc-tinh', 1],
  ['ca-tinh', 4],
  ['ca-tinh', 1],
  ['ubnd-tinh', 5],
  ['ubnd-tinh', 9],
  ['ubnd-tinh', 8],
  ['ubnd-tinh', 11],
  ['ubnd-tinh', 12],
  ['ubnd-tinh', 13],
];

/** A young mother and an old person in Núi Cấm, somebody of Long Xuyên, and one who is about to marry. */
function tourCitizens(residents: readonly Resident[]): readonly Resident[] {
  const day = '2026-11-22';
  const age = (each: Resident) => ageAt(each.birthDate, day);
  const nuiCam = residents.filter((each) => each.commune.code === '30538');
  const longXuyen = residents.filter((each) => each.commune.code === '30307');
  return [
    nuiCam.find((each) => each.place === 'wife' && age(each) <= 38),
    nuiCam.find((each) => age(each) >= 70),
    longXuyen.find((each) => each.place === 'husband'),
    longXuyen.find((each) => each.place === 'single' && age(each) >= 20),
  ].filter((each) => each !== undefined);
}

/** For the simulator of VNeID: those of the tour first, then every other grown-up. */
export function demoPeople(seed = 1): readonly SimulatedPerson[] {
  const residents = residentsOf(seed);
  const first = tourCitizens(residents);
  const grown = residents.filter((each) => each.phone !== undefined && !first.includes(each));
  return [...first, ...grown].map((each) => ({
    subject: each.subject,
    personalNumber: each.personalNumber,
    name: each.name,
    birthDate: each.birthDate,
    note: each.commune.fullName,
  }));
}

const titledOfficers = (seed: number) => {
  const names = new Map(province.units().map((unit) => [unit.key, unit.shortName]));
  const officers = sampleOfficers(seed, province);
  const bySubject = new Map(officers.map((each) => [each.subject, each]));
  const first = tour.flatMap(([unit, seat]) => bySubject.get(officerSubject(unit, seat)) ?? []);
  return { first, rest: officers.filter((each) => !first.includes(each)), names };
};

/** For the simulator of the province's own sign-in: the tour first, then everybody. */
export function demoOfficers(seed = 1): readonly SimulatedOfficer[] {
  const { first, rest, names } = titledOfficers(seed);
  return [...first, ...rest].map((each) => ({
    subject: each.subject,
    name: each.name,
    title: each.title,
    unit: names.get(each.unitKey) ?? '',
  }));
}

const doorOf = ({ posts }: SampleOfficer): string =>
  posts.some(({ role }) => role === 'system-administrator' || role === 'unit-administrator') &&
  posts.length === 1
    ? '/quan-tri'
    : '/mot-cua';

/** The short list for the start-up text. */
export function demoAccounts(seed = 1): readonly DemoAccount[] {
  const { first, names } = titledOfficers(seed);
  const citizens = tourCitizens(residentsOf(seed)).map((each) => ({
    who: `Công dân · citizen, ${each.commune.fullName}`,
    where: '/',
    signIn: `VNeID: ${each.name}`,
    subject: each.subject,
  }));
  const officers = first
    .filter((each) => ['tthcc-xa-nui-cam', 'ubnd-xa-nui-cam', 'ubnd-tinh'].includes(each.unitKey))
    .map((each) => ({
      who: `${each.title}, ${names.get(each.unitKey)}`,
      where: doorOf(each),
      signIn: each.name,
      subject: each.subject,
    }));
  return [...citizens, ...officers];
}

export const demoAccountsAsJson = (seed = 1): string =>
  `[\n${demoAccounts(seed)
    .map((account) => ` ${JSON.stringify(account)}`)
    .join(',\n')}\n]\n`;

if (import.meta.main)
  writeFileSync(
    new URL('../../../samples/an-giang/demo-accounts.json', import.meta.url),
    demoAccountsAsJson(),
  );
