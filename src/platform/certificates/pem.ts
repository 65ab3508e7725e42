import { done, type Outcome, refused } from '#kernel/outcome';

const block = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const longest = 4_000_000;

/** PEM text (RFC 7468) of one DER value; the label is `CERTIFICATE`, `PRIVATE KEY`, `X509 CRL` … */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** All values of that label in a text, in their order; refused as `pem-odd` when there is none or one is damaged. */
export function fromPem(label: string, text: string): Outcome<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  if (text.length <= longest)
    for (const [, name, body = ''] of text.matchAll(block)) {
      if (name !== label) continue;
      const packed = body.replaceAll(/\s/g, '');
      const bytes = Buffer.from(packed, 'base64');
      if (bytes.length === 0 || bytes.toString('base64') !== packed) return refused({ code: 'pem-odd' });
      found.push(bytes);
    }
  return found.length > 0 ? done(found) : refused({ code: 'pem-odd' });
}
