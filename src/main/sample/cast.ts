import type { ProcedureDefinition } from '#capabilities/forms';
import { dateOfDayNumber, dayNumberOf, type PlainDate } from '#kernel/time';
import type { Chance } from './chance.ts';
import { personName, type Sex } from './names.ts';
import type { SampleAddress } from './places.ts';
import { ageAt, type Resident, sampleEmail, samplePersonalNumber, samplePhone } from './residents.ts';

/** Somebody a form speaks of: a resident, or one invented for this form (a newborn, one who died). */
export interface Part {
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  /** A newborn has none. */
  readonly personalNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address: SampleAddress;
  readonly ethnicGroup: string;
}
/** Who is who in one dossier. */
export interface Cast {
  readonly applicant: Resident;
  /** By the prefixes of the question names that ministries exchange (nks child, me mother, nkt deceased …). */
  readonly parts: Readonly<Record<string, Part>>;
}

/** Residents as households, looked up once. */
export interface Town {
  readonly residents: readonly Resident[];
  household(resident: Resident): readonly Resident[];
}
export function townOf(residents: readonly Resident[]): Town {
  const homes = Map.groupBy(residents, (resident) => resident.household);
  return { residents, household: (resident) => homes.get(resident.household) ?? [] };
}

/** Personal numbers beyond those of residents, for people who exist on one form only. */
const strangers = 2000;

/** What a form asks for decides who may send it: parents, a couple, an old person, or any grown-up. */
interface Wanted {
  readonly parents: boolean;
  readonly couple: boolean;
  readonly deceased: boolean;
  readonly betrothed: boolean;
  readonly leastAge: number;
}
function wantedFor(definition: ProcedureDefinition): Wanted {
  const questions = definition.form.pages.flatMap((page) => page.questions);
  const asks = (id: string) => questions.some((question) => question.id === id);
  const ages = questions.flatMap((question) =>
    (question.refuseIf ?? []).flatMap((rule) =>
      [...JSON.stringify(rule.if).matchAll(/"age":\{"lt":(\d+)\}/g)].map((match) => Number(match[1])),
    ),
  );
  return {
    parents: asks('nksHoTen'),
    couple: asks('voHoTen') && asks('chongHoTen'),
    deceased: asks('nktHoTen'),
    betrothed: asks('ndkHoTen'),
    leastAge: Math.max(18, ...ages),
  };
}

const applicants = new WeakMap<Town, Map<string, readonly Resident[]>>();

/** Who may send this form on that day. */
export function applicantsFor(
  definition: ProcedureDefinition,
  town: Town,
  today: PlainDate,
): readonly Resident[] {
  const known = applicants.get(town) ?? new Map<string, readonly Resident[]>();
  applicants.set(town, known);
  const key = `${definition.code} ${today}`;
  const found = known.get(key) ?? findApplicants(definition, town, today);
  known.set(key, found);
  return found;
}

function findApplicants(definition: ProcedureDefinition, town: Town, today: PlainDate): readonly Resident[] {
  const { parents, couple, leastAge } = wantedFor(definition);
  const age = (resident: Resident) => ageAt(resident.birthDate, today);
  if (parents)
    return town.residents.filter((resident) => {
      const wife = town.household(resident).find((each) => each.place === 'wife');
      return (
        (resident.place === 'wife' || resident.place === 'husband') &&
        wife &&
        age(wife) <= 44 &&
        age(wife) >= 18
      );
    });
  if (couple)
    return town.residents.filter(
      (resident) =>
        (resident.place === 'single' || resident.place === 'child') &&
        age(resident) >= 20 &&
        age(resident) <= 40,
    );
  if (leastAge > 60) return town.residents.filter((resident) => age(resident) >= leastAge);
  return town.residents.filter((resident) => age(resident) >= 18 && age(resident) <= 74);
}

export function castFor(
  definition: ProcedureDefinition,
  applicant: Resident,
  town: Town,
  at: { readonly today: PlainDate; readonly number: number },
  chance: Chance,
): Cast {
  const wanted = wantedFor(definition);
  const home = town.household(applicant);
  const husband = home.find((each) => each.place === 'husband');
  const wife = home.find((each) => each.place === 'wife');
  const other = home.find((each) => each.id !== applicant.id) ?? applicant;
  const parts: Record<string, Part> = { '': applicant, tv: other, nt: applicant, voChong: other };
  if (husband) parts['cha'] = husband;
  if (wife) parts['me'] = wife;
  if (wanted.parents) parts['nks'] = newborn(applicant, husband, at, chance);
  if (wanted.couple) Object.assign(parts, couple(applicant, town, at, chance));
  if (wanted.deceased) parts['nkt'] = deceased(applicant, at, chance);
  if (wanted.betrothed) parts['ndk'] = betrothed(applicant, town, chance);
  return { applicant, parts };
}

function newborn(
  applicant: Resident,
  father: Resident | undefined,
  at: { today: PlainDate },
  chance: Chance,
): Part {
  const sex: Sex = chance.percent(51) ? '1' : '2';
  const family = (father ?? applicant).name.split(' ')[0] ?? 'Nguyễn';
  const khmer = applicant.ethnicGroup === '05';
  return {
    name: personName(chance, { family, sex, khmer }),
    birthDate: dateOfDayNumber((dayNumberOf(at.today) ?? 0) - chance.between(3, 45)),
    sex,
    address: applicant.address,
    ethnicGroup: applicant.ethnicGroup,
  };
}

function betrothed(applicant: Resident, town: Town, chance: Chance): Resident {
  const fits = town.residents.filter(
    (each) =>
      each.sex !== applicant.sex &&
      each.household !== applicant.household &&
      (each.place === 'single' || each.place === 'child') &&
      each.birthDate < '2005-01-01' &&
      each.birthDate > '1980-01-01',
  );
  return fits.length > 0 ? chance.pick(fits) : applicant;
}

function couple(applicant: Resident, town: Town, _at: unknown, chance: Chance): Record<string, Part> {
  const partner = betrothed(applicant, town, chance);
  return applicant.sex === '2' ? { vo: applicant, chong: partner } : { chong: applicant, vo: partner };
}

/** An old relative of the same family, registered nowhere in the sample. */
function deceased(applicant: Resident, at: { today: PlainDate; number: number }, chance: Chance): Part {
  const sex: Sex = chance.percent(50) ? '1' : '2';
  const family = applicant.name.split(' ')[0] ?? 'Nguyễn';
  const year = chance.between(1932, 1952);
  const birthDate =
    `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}` as PlainDate;
  const number = strangers + at.number;
  const name = personName(chance, { family, sex, khmer: applicant.ethnicGroup === '05', older: true });
  return {
    name,
    birthDate,
    sex,
    personalNumber: samplePersonalNumber(applicant.commune.birthPlace, birthDate, sex, number),
    phone: samplePhone(number),
    email: sampleEmail(name, number),
    address: applicant.address,
    ethnicGroup: applicant.ethnicGroup,
  };
}
