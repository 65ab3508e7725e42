import type { Certificate, NameParts } from '#platform/certificates';

/** Who signs: a person for themself, or an agency with its seal. */
export type Holder =
  | { readonly kind: 'officer'; readonly id: string; readonly name: string; readonly agency: string }
  | { readonly kind: 'unit'; readonly id: string; readonly name: string };

/** Whoever signs: also a person whose key a provider of remote signing keeps. */
export type Signatory = Holder | Citizen;
export interface Citizen {
  readonly kind: 'citizen';
  readonly personalNumber: string;
  readonly name: string;
}

/** What a certificate of this holder says (official-duty certificates: person or agency, and the agency above). */
export const subjectOf = (holder: Holder): NameParts => [
  ['country', 'VN'],
  ['organisation', holder.kind === 'officer' ? holder.agency : holder.name],
  ['commonName', holder.name],
];

/** Names as they are compared: in one form of Unicode, without regard to case and spaces. */
export const folded = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

/**
 * Whether a certificate names them. That of a citizen bears the personal number too (`CCCD:…` in serial number or UID):
 * a namesake is somebody else.
 */
export function belongsTo({ subject }: Certificate, who: Signatory): boolean {
  const { commonName = '' } = subject.parts;
  if (folded(commonName) !== folded(who.name)) return false;
  return who.kind !== 'citizen' || bearsNumber({ subject }, who.personalNumber);
}

/** Whether a certificate bears this personal number, and no other. */
export function bearsNumber({ subject }: Pick<Certificate, 'subject'>, personalNumber: string): boolean {
  const { serialNumber = '', userId = '' } = subject.parts;
  const numbers = `${serialNumber} ${userId}`.match(/\d{12}/g) ?? [];
  return numbers.length > 0 && numbers.every((number) => number === personalNumber);
}
