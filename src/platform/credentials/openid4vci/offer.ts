import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { strictJson } from '../strict-json.ts';

export const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const scheme = 'openid-credential-offer://';

const txCode = z.object({
  input_mode: z.enum(['numeric', 'text']).optional(),
  length: z.number().int().min(1).max(64).optional(),
  description: z.string().max(300).optional(),
});
/** An issuer's identifier: an address without query and fragment. */
export const issuerAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .regex(/^[^?#]+$/);

/** Credential offer with a pre-authorised code (OpenID4VCI 1.0 §4.1.1). */
export const credentialOffer = z.object({
  credential_issuer: issuerAddress,
  credential_configuration_ids: z.array(z.string().min(1).max(200)).min(1).max(10),
  grants: z.object({
    [preAuthorized]: z.object({
      'pre-authorized_code': z.string().min(1).max(500),
      tx_code: txCode.optional(),
    }),
  }),
});
export type CredentialOffer = z.output<typeof credentialOffer>;

export interface OfferWish {
  readonly issuer: string;
  readonly configuration: string;
  readonly code: string;
  /** How many digits the holder must type besides, told on another way. */
  readonly txCode?: { readonly length: number; readonly description: string };
}

export const makeOffer = ({ issuer, configuration, code, txCode: typed }: OfferWish): CredentialOffer => ({
  credential_issuer: issuer,
  credential_configuration_ids: [configuration],
  grants: {
    [preAuthorized]: {
      'pre-authorized_code': code,
      ...(typed && { tx_code: { input_mode: 'numeric', ...typed } }),
    },
  },
});

/** The link behind a button or in a QR: the offer itself, or where it is to be had (§4.1). */
export const offerLink = (offer: CredentialOffer | { readonly at: string }, wallet = scheme): string => {
  const [name, value] =
    'at' in offer ? ['credential_offer_uri', offer.at] : ['credential_offer', JSON.stringify(offer)];
  return `${wallet}?${new URLSearchParams({ [name]: value })}`;
};

/** What somebody pasted: a link with the offer or with its address, or the offer as text. Refused as `offer-odd`. */
export function readOffer(text: string): Outcome<CredentialOffer | { readonly at: string }> {
  const odd = refused({ code: 'offer-odd' });
  const given = text.trim();
  if (given.length > 20_000) return odd;
  if (given.startsWith('{')) return offerOf(given);
  if (!URL.canParse(given)) return odd;
  const { searchParams } = new URL(given);
  const [inside, at] = [searchParams.get('credential_offer'), searchParams.get('credential_offer_uri')];
  if ((inside === null) === (at === null)) return odd;
  if (inside !== null) return offerOf(inside);
  return issuerAddress.safeParse(at).success ? done({ at: String(at) }) : odd;
}

function offerOf(text: string): Outcome<CredentialOffer> {
  const read = credentialOffer.safeParse(strictJson(text));
  return read.success ? done(read.data) : refused({ code: 'offer-odd' });
}
