import { done, type Outcome, refused } from '#kernel/outcome';
import { type DigestSigner, readCertificate } from '#platform/certificates';
import { Fields, reading, strictDer, tags } from '#platform/der';
import { toBase64 } from './bytes.ts';
import { type Es256Sign, keyOfSpki, signJws, verifiesEs256 } from './es256.ts';
import type { JsonObject } from './strict-json.ts';

/** r and s of a DER signature, 32 octets each (RFC 7518 §3.4). */
const rawOf = (der: Uint8Array): Outcome<Uint8Array> =>
  reading('signature-odd', () => {
    const fields = new Fields(strictDer(der));
    const raw = new Uint8Array(64);
    for (const end of [32, 64]) {
      const octets = fields.take(tags.integer).content;
      const digits = octets[0] === 0 ? octets.subarray(1) : octets;
      raw.set(digits, end - digits.length);
    }
    fields.end();
    return raw;
  });

/** An agency's signer for tokens: its header with the certificates, and how it signs. */
export interface TokenSigner {
  readonly header: { readonly x5c: readonly string[] };
  readonly sign: Es256Sign;
}

/** Refused as `signer-unfit` when the key of the certificate is not on P-256. */
export async function tokenSigner(signer: DigestSigner): Promise<Outcome<TokenSigner>> {
  const certificate = readCertificate(signer.certificate);
  if (!certificate.ok) return certificate;
  const key = await keyOfSpki(certificate.value.key.der);
  if (!key) return refused({ code: 'signer-unfit' });
  const sign: Es256Sign = async (data) => {
    const raw = rawOf(await signer.sign(data));
    const text = new TextDecoder().decode(data);
    // What a token or a service gives back is looked at before it leaves.
    if (!raw.ok || !(await verifiesEs256(key, text, raw.value)))
      throw new Error('The signer signed something else');
    return raw.value;
  };
  const x5c = [signer.certificate, ...signer.chain].map(toBase64);
  return done({ header: { x5c }, sign });
}

/** A signed token of an agency, with its certificates in the header. */
export async function signToken(
  type: string,
  payload: JsonObject,
  signer: DigestSigner,
): Promise<Outcome<string>> {
  const fit = await tokenSigner(signer);
  if (!fit.ok) return fit;
  return done(await signJws({ typ: type, ...fit.value.header }, payload, fit.value.sign));
}
