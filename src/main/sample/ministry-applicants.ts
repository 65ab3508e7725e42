import { sampleJson } from './files.ts';
import { communesOf } from './places.ts';
import { type Organisation, type Resident, sampleResidents } from './residents.ts';

/** One applicant in three files for an organisation, as its representative. */
const oneIn = 3;
/** Households hold children too, who file nothing. */
const peopleToAnApplicant = 4;

/** Grown-up people of towns all over the country; some file for an invented organisation. */
export function ministryApplicants(seed: number, count: number): readonly Resident[] {
  const towns = communesOf().filter(({ kind }) => kind === 'phuong');
  const organisations = sampleJson<readonly Organisation[]>('ministry/organisations.json');
  return sampleResidents(seed, towns, count * peopleToAnApplicant)
    .filter(({ phone }) => phone !== undefined)
    .slice(0, count)
    .map((person, at) => {
      const organisation = at % oneIn === 0 ? organisations[at / oneIn] : undefined;
      return organisation === undefined ? person : { ...person, organisation };
    });
}
