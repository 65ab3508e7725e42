import type { PersonId } from '#kernel/ids';
import { foldText } from '#kernel/text';
import { asPlainDate, dateOfDayNumber, dayNumberOf, type PlainDate } from '#kernel/time';
import { type Chance, chanceFor } from './chance.ts';
import { familyName, personName, type Sex } from './names.ts';
import { type Commune, detailIn, type SampleAddress } from './places.ts';
import { sampleId } from './sample-id.ts';

export type Place = 'husband' | 'wife' | 'child' | 'grandparent' | 'single';

/** Invented, with an enterprise code of the right structure. */
export interface Organisation {
  readonly name: string;
  readonly code: string;
}

/** An invented person. `number` in the list of residents makes personal number, telephone and account. */
export interface Resident {
  readonly id: PersonId;
  readonly subject: string;
  readonly personalNumber: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  /** Only grown-ups have one of their own. */
  readonly phone?: string;
  readonly email?: string;
  readonly address: SampleAddress;
  readonly commune: Commune;
  readonly household: string;
  readonly place: Place;
  /** Census number of the ethnic group. */
  readonly ethnicGroup: string;
  /** Files for it, as its representative. */
  readonly organisation?: Organisation;
}

interface Sketch {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: PlainDate;
  readonly place: Place;
  readonly older?: boolean;
}

/** Ages are reckoned on this day, so that people do not change with the day of the first start. */
const reference = dayNumberOf('2026-07-01') ?? 0;
const bornBetween = (chance: Chance, least: number, most: number): PlainDate =>
  dateOfDayNumber(reference - Math.floor(chance.between(least * 3652, most * 3652) / 10));

export const ageAt = (birthDate: PlainDate, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

/**
 * A number of the right structure (Nghị định 137/2015/NĐ-CP): place of birth registration, century and sex, year, six
 * digits. All of the sample end in 990001–999999 in the order of the list; see samples/SOURCES.md.
 */
export function samplePersonalNumber(place: string, birthDate: PlainDate, sex: Sex, number: number): string {
  const year = Number(birthDate.slice(0, 4));
  const centurySex = (Math.floor(year / 100) - 19) * 2 + (sex === '2' ? 1 : 0);
  return `${place}${centurySex}${birthDate.slice(2, 4)}${990_000 + number}`;
}
/** The prefix 095 belonged to a network closed in 2012 and reaches nobody (recalled). */
export const samplePhone = (number: number): string => `095${String(number).padStart(7, '0')}`;
export const sampleEmail = (name: string, number: number): string =>
  `${foldText(name).replaceAll(' ', '.')}.${number}@congdan.example`;

function couple(chance: Chance, khmer: boolean, ages: readonly [number, number], older: boolean): Sketch[] {
  const one = (sex: Sex, place: Place, birthDate: PlainDate): Sketch => ({
    name: personName(chance, { family: familyName(chance, khmer), sex, khmer, older }),
    sex,
    birthDate,
    place,
  });
  const husband = bornBetween(chance, ...ages);
  const apart = chance.between(-1500, 500);
  const wife = dateOfDayNumber(Math.min((dayNumberOf(husband) ?? 0) - apart, reference - 19 * 365));
  return [one('1', 'husband', husband), one('2', 'wife', wife)];
}

/** Children bear the family name of the father and are 20 to 40 years younger than the mother. */
function childrenOf(chance: Chance, khmer: boolean, parents: readonly Sketch[]): Sketch[] {
  const [father, mother] = parents;
  const motherBorn = dayNumberOf(mother?.birthDate ?? '') ?? 0;
  const family = (father?.name ?? 'Nguyễn').split(' ')[0] ?? 'Nguyễn';
  const first = motherBorn + chance.between(20 * 365, 27 * 365);
  const apart = chance.between(700, 1500);
  return Array.from(
    { length: chance.weigh([0, 1, 2, 3, 4], (n) => [2, 4, 6, 2, 1][n] ?? 0) },
    (_, i): Sketch => {
      const sex: Sex = chance.percent(51) ? '1' : '2';
      const birthDate = dateOfDayNumber(Math.min(first + i * apart, reference - 100 - 40 * i));
      return { name: personName(chance, { family, sex, khmer }), sex, birthDate, place: 'child' };
    },
  );
}

/** One household: a family, a family with a grandparent, an old couple, or somebody living alone. */
function household(chance: Chance, khmer: boolean): readonly Sketch[] {
  const kind = chance.weigh(['family', 'three', 'old', 'alone'] as const, (each) =>
    each === 'family' ? 60 : each === 'three' ? 17 : each === 'old' ? 9 : 14,
  );
  if (kind === 'alone') {
    const sex: Sex = chance.percent(50) ? '1' : '2';
    const name = personName(chance, { family: familyName(chance, khmer), sex, khmer });
    return [{ name, sex, birthDate: bornBetween(chance, 20, 45), place: 'single' }];
  }
  if (kind === 'old') return couple(chance, khmer, [66, 88], true);
  const parents = couple(chance, khmer, [24, 58], false);
  const family = [...parents, ...childrenOf(chance, khmer, parents)];
  if (kind === 'family') return family;
  const husband = parents[0];
  const sex: Sex = chance.percent(65) ? '2' : '1';
  const born = (dayNumberOf(husband?.birthDate ?? '') ?? 0) - chance.between(21 * 365, 34 * 365);
  const name =
    sex === '1'
      ? personName(chance, { family: husband?.name.split(' ')[0] ?? 'Nguyễn', sex, khmer, older: true })
      : personName(chance, { family: familyName(chance, khmer), sex, khmer, older: true });
  return [...family, { name, sex, birthDate: dateOfDayNumber(born), place: 'grandparent' }];
}

/** Communes that the tour of the product visits get households first, so that a small sample has them too. */
const visited = ['30538', '30307'];
const khmerCommunes = new Set(['30538', '30544', '30547', '30577', '30580', '30526', '30505', '30520']);

/** So many invented residents in households, in communes by their population; the same for the same seed. */
export function sampleResidents(
  seed: number,
  communes: readonly Commune[],
  count: number,
): readonly Resident[] {
  const residents: Resident[] = [];
  for (let house = 1; residents.length < count; house++) {
    const chance = chanceFor(seed, `household ${house}`);
    const early = house <= 8 ? communes.find((each) => each.code === visited[house % 2]) : undefined;
    const commune = early ?? chance.weigh(communes, (each) => each.population);
    const khmer = chance.percent(khmerCommunes.has(commune.code) ? 30 : 3);
    const address: SampleAddress = {
      province: commune.province,
      commune: commune.code,
      detail: detailIn(commune, chance),
    };
    for (const sketch of household(chance, khmer)) {
      const number = residents.length + 1;
      if (number > count) break;
      residents.push(settle(sketch, { number, commune, address, house, khmer }));
    }
  }
  return residents;
}

function settle(
  { name, sex, birthDate, place }: Sketch,
  at: { number: number; commune: Commune; address: SampleAddress; house: number; khmer: boolean },
): Resident {
  const subject = `cd-${String(at.number).padStart(4, '0')}`;
  const grown = ageAt(birthDate, '2026-07-01') >= 16;
  return {
    id: sampleId<PersonId>(`person ${at.number}`),
    subject,
    personalNumber: samplePersonalNumber(at.commune.birthPlace, birthDate, sex, at.number),
    name,
    birthDate: asPlainDate(birthDate),
    sex,
    ...(grown ? { phone: samplePhone(at.number), email: sampleEmail(name, at.number) } : {}),
    address: at.address,
    commune: at.commune,
    household: sampleId(`household ${at.house}`),
    place,
    ethnicGroup: at.khmer ? '05' : '01',
  };
}
