import type { NameParts } from '#platform/certificates';

/** Who signs: a person for themself, or an agency with its seal. */
export type Holder =
  | { readonly kind: 'officer'; readonly id: string; readonly name: string; readonly agency: string }
  | { readonly kind: 'unit'; readonly id: string; readonly name: string };

/** What a certificate of this holder says (official-duty certificates: person or agency, and the agency above). */
export const subjectOf = (holder: Holder): NameParts => [
  ['country', 'VN'],
  ['organisation', holder.kind === 'officer' ? holder.agency : holder.name],
  ['commonName', holder.name],
];

/** Names as they are compared: in one form of Unicode, without regard to case and spaces. */
export const folded = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();
