import type { Units } from '#capabilities/organisations';
import type { Signing } from '#capabilities/signing';

export interface CredentialParts {
  readonly signing: Signing;
  readonly units: Units;
  /** Identifier of the issuer for wallets: an address, under which all others stand. */
  readonly issuer: string;
  /** Makes codes, tokens and nonces; nobody else knows it. */
  readonly secret: string;
}

/** What is offered here, by the name that metadata, offers and requests give it. */
export const configuration = 'ket-qua';

export const listAddress = (issuer: string, agency: string, list: number): string =>
  `${issuer}/trang-thai/${agency}/${list}`;
