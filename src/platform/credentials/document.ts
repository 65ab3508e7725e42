import type { JsonObject } from './strict-json.ts';

/** A credential that says what an issued document says. */
export const documentType = 'urn:motcua:document:1';

/** What such a credential tells; dates as `YYYY-MM-DD`. */
export interface DocumentClaims {
  /** Who issued: its name, and the code of its unit. */
  readonly authority: { readonly name: string; readonly code: string };
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly owner: { readonly name: string; readonly personalNumber?: string; readonly birthDate?: string };
  readonly issuedOn: string;
  readonly validUntil?: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/** Kind and authority stand open; whatever leads to a person may be kept back. */
export const documentClaims = (
  claims: DocumentClaims,
): { readonly open: JsonObject; readonly hideable: JsonObject } => {
  const { authority, kind, owner } = claims;
  const hideable = {
    document_number: claims.number,
    document_title: claims.title,
    owner_name: owner.name,
    owner_personal_number: owner.personalNumber,
    owner_birth_date: owner.birthDate,
    issued_on: claims.issuedOn,
    valid_until: claims.validUntil,
    document_sha256: claims.sha256,
  };
  return {
    open: { issuing_authority: { name: authority.name, code: authority.code }, document_kind: kind },
    hideable: Object.fromEntries(Object.entries(hideable).filter(([, value]) => value !== undefined)),
  };
};
/** The order in which people read them. */
export const documentClaimNames = [
  'issuing_authority',
  'document_kind',
  'document_number',
  'document_title',
  'owner_name',
  'owner_personal_number',
  'owner_birth_date',
  'issued_on',
  'valid_until',
  'document_sha256',
] as const;
