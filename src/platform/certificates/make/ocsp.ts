import * as asn1js from 'asn1js';
import {
  BasicOCSPResponse,
  CertID,
  Certificate,
  OCSPResponse,
  ResponseBytes,
  ResponseData,
  SingleResponse,
} from 'pkijs';
import type { Instant } from '#kernel/time';
import { element, exactTime, explicit, octets, plain, tags, within } from '#platform/der';
import { extensionOids } from '../oids.ts';
import type { DigestSigner } from '../ports.ts';
import { type RevocationReason, reasonNumbers } from '../read/reasons.ts';
import { algorithmFor, asn1, bitString, bufferOf, extension, issuerOf } from './issuer.ts';

export type CertificateStatus =
  | { readonly is: 'good' }
  | { readonly is: 'unknown' }
  | { readonly is: 'revoked'; readonly at: Instant; readonly reason?: RevocationReason };

export interface OcspWish {
  /** CertID of the question or of one's own making, in DER, each with its status. */
  readonly about: readonly { readonly id: Uint8Array; readonly status: CertificateStatus }[];
  readonly at: Instant;
  readonly next?: Instant;
  /** Of the question; it comes back as it was. */
  readonly nonce?: Uint8Array | undefined;
}

const basic = '1.3.6.1.5.5.7.48.1.1';

/** An OCSP answer (RFC 6960) of the authority itself or of a responder in its name, in DER. */
export async function makeOcspAnswer(wish: OcspWish, responder: DigestSigner): Promise<Uint8Array> {
  const issuer = issuerOf(responder);
  const response = new BasicOCSPResponse();
  response.tbsResponseData = new ResponseData({
    responderID: new asn1js.OctetString({ valueHex: bufferOf(issuer.keyId) }),
    producedAt: seconds(wish.at),
    responses: wish.about.map(({ id, status }) => single(id, status, wish)),
    ...(wish.nonce && {
      responseExtensions: [extension({ oid: extensionOids.ocspNonce, value: octets(wish.nonce) })],
    }),
  });
  response.signatureAlgorithm = algorithmFor(issuer.key);
  const signed = new Uint8Array(response.tbsResponseData.toSchema(true).toBER());
  response.tbsResponseData.tbsView = signed;
  response.signature = bitString(await issuer.sign(signed));
  response.certs = [new Certificate({ schema: asn1(responder.certificate) })];
  return whole(0, response);
}

/** An answer without a status: 1 malformed request, 2 internal error, 3 try later, 6 unauthorised (RFC 6960, 2.3). */
export const refuseOcsp = (status: 1 | 2 | 3 | 6): Uint8Array => whole(status);

function whole(status: number, response?: BasicOCSPResponse): Uint8Array {
  const answer = new OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: status }) });
  if (response) {
    const packed = new asn1js.OctetString({ valueHex: response.toSchema().toBER() });
    answer.responseBytes = new ResponseBytes({ responseType: basic, response: packed });
  }
  return new Uint8Array(answer.toSchema().toBER());
}

function single(id: Uint8Array, status: CertificateStatus, { at, next }: OcspWish): SingleResponse {
  return new SingleResponse({
    certID: new CertID({ schema: asn1(id) }),
    certStatus: asn1(statusDer(status)),
    thisUpdate: seconds(at),
    ...(next !== undefined && { nextUpdate: seconds(next) }),
  });
}

function statusDer(status: CertificateStatus): Uint8Array {
  if (status.is === 'good') return element(plain(0));
  if (status.is === 'unknown') return element(plain(2));
  const reason =
    status.reason && explicit(0, element(tags.enumerated, Uint8Array.of(reasonNumbers[status.reason])));
  return element(within(1), exactTime(seconds(status.at).getTime()), ...(reason ? [reason] : []));
}

const seconds = (at: Instant): Date => new Date(Math.floor(at / 1000) * 1000);
