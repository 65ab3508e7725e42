import type { HeadValues } from '#capabilities/papers';
import type { UnitId } from '#kernel/ids';
import { type Instant, localDate, localDateTime } from '#kernel/time';
import { type PaperPlaces, type PaperSource, unitOf } from './source.ts';

/** Issuing body, the one above it, place and date (NĐ 30/2020). */
export function headOf(places: PaperPlaces, unit: UnitId, at: Instant): HeadValues {
  const superior = places.directory.parentOf(unit)?.name;
  return {
    ...(superior === undefined ? {} : { superior }),
    agency: unitOf(places, unit).name,
    place: places.seat,
    issued_on: localDate(at),
  };
}

export const dossierValues = ({ code, secret }: PaperSource, { publicUrl }: PaperPlaces) => ({
  dossier_code: code,
  lookup_url: `${publicUrl}/tra-cuu/${encodeURIComponent(code)}`,
  ...(secret === undefined ? {} : { lookup_secret: secret }),
});

export const submitterValues = ({ applicant }: PaperSource) => ({
  submitter_name: applicant.name,
  ...(applicant.personalNumber ? { submitter_id: applicant.personalNumber } : {}),
  ...(applicant.address ? { submitter_address: applicant.address } : {}),
  ...(applicant.phone ? { submitter_phone: applicant.phone } : {}),
  ...(applicant.email ? { submitter_email: applicant.email } : {}),
  ...(applicant.birthDate ? { submitter_birth_date: applicant.birthDate } : {}),
});

/** Running number of the dossier in its unit and day: its papers have no register of their own. */
export const numberOf = ({ code }: PaperSource): string =>
  /(\d+)$/.exec(code)?.[1]?.replace(/^0+(?=\d)/, '') ?? code;

export const localMoment = (at: Instant): string => localDateTime(at);
