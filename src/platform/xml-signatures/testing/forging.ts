import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { KeyPair } from '#platform/certificates';
import { canonical } from '../text/canonical.ts';
import { readXml } from '../text/read.ts';
import { isElement, type XmlElement } from '../text/tree.ts';

/** The first element of this name, wherever it stands. */
export function find(element: XmlElement, local: string): XmlElement | undefined {
  if (element.local === local) return element;
  for (const child of element.children) {
    const found = isElement(child) ? find(child, local) : undefined;
    if (found) return found;
  }
  return undefined;
}

const part = (text: string, local: string): string => {
  const found = find(readXml(text), local);
  if (!found) throw new Error(`no ${local}`);
  return canonical(found);
};
const digest = (letters: string): string => createHash('sha256').update(letters).digest('base64');

/** Makes a text with one signature fit again after its letters were changed, as only the holder of the key can. */
export function signedAnew(
  text: string,
  pair: KeyPair,
  encoding: 'ieee-p1363' | 'der' = 'ieee-p1363',
): string {
  const content = part(text, 'ToKhai');
  const properties = part(text, 'SignedProperties');
  let place = 0;
  const fitting = text.replaceAll(
    /<ds:DigestValue>[^<]*(?=<\/ds:DigestValue><\/ds:Reference>)/g,
    () => `<ds:DigestValue>${digest(place++ === 0 ? content : properties)}`,
  );
  const key = createPrivateKey(pair.pem());
  const value = sign('sha256', Buffer.from(part(fitting, 'SignedInfo')), { key, dsaEncoding: encoding });
  return fitting.replace(/(?<=<ds:SignatureValue>)[^<]*/, value.toString('base64'));
}
