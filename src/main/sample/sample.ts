import { sampleJson } from './files.ts';
import type { SampleUnit } from './make-units.ts';
import { ministryApplicants } from './ministry-applicants.ts';
import { homeCommunes } from './places.ts';
import { type Resident, sampleResidents } from './residents.ts';

/** What may be asked for: setting SAMPLE, `motcua seed --sample`. */
export type SampleName = 'province' | 'ministry';

/** What differs between the places that ship; everything else is planted by the same hands. */
export interface Sample {
  readonly name: SampleName;
  /** The units as their file has them; parents come before children. */
  readonly units: () => readonly SampleUnit[];
  /** Key of the unit that runs the place, and of the centre that receives for all of it. */
  readonly head: string;
  readonly centre: string;
  /** Official code of the own province; a ministry has no territory. */
  readonly territory: string;
  /** Units that are asked for opinions. */
  readonly experts: readonly string[];
  /** Never delivered to: the ending is kept free for examples (RFC 2606). */
  readonly mailDomain: string;
  readonly size: { readonly residents: number; readonly dossiers: number };
  readonly residents: (seed: number, count: number) => readonly Resident[];
}

export const province: Sample = {
  name: 'province',
  units: () => sampleJson('an-giang/units.json'),
  head: 'ubnd-tinh',
  centre: 'tthcc-tinh',
  territory: '91',
  experts: ['so-tu-phap', 'so-xay-dung', 'so-nn-mt', 'so-noi-vu'],
  mailDomain: 'angiang.example',
  size: { residents: 1000, dossiers: 2000 },
  residents: (seed, count) => sampleResidents(seed, homeCommunes(), count),
};

export const ministry: Sample = {
  name: 'ministry',
  units: () => sampleJson('ministry/units.json'),
  head: 'bo',
  centre: 'mot-cua-bo',
  territory: '',
  experts: ['cuc-tai-nguyen-nuoc', 'cuc-lam-nghiep-kiem-lam', 'cuc-bien-doi-khi-hau'],
  mailDomain: 'bonnmt.example',
  size: { residents: 40, dossiers: 60 },
  residents: ministryApplicants,
};

export const samples: Readonly<Record<SampleName, Sample>> = { province, ministry };
