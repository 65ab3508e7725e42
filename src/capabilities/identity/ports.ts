import type { PlainDate } from '#kernel/time';
import type { IdentityProvider } from '#platform/openid';

export type { KeptSignIn } from '#platform/openid';

/** What VNeID vouches for. */
export interface CitizenClaims {
  readonly subject: string;
  /** 12 digits. */
  readonly personalNumber: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  /** `1` male, `2` female; not every answer tells. */
  readonly sex?: '1' | '2';
  /** Level of assurance of this sign-in, 1–4. */
  readonly loa: number;
  readonly provider: string;
}

/** What the province's own provider vouches for; a second factor was used, else there are no claims. */
export interface OfficerClaims {
  readonly subject: string;
  readonly name: string;
  readonly provider: string;
}

export type CitizenIdentityProvider = IdentityProvider<CitizenClaims>;
export type OfficerIdentityProvider = IdentityProvider<OfficerClaims>;
