import { fault } from '../fault.ts';
import { limits } from '../limits.ts';
import { isId } from '../text/envelope.ts';
import { methodOf, names, type SignatureMethod } from '../text/names.ts';
import { algorithmIn, bytesIn, onlyPart, Parts } from '../text/parts.ts';
import { attributeOf, type XmlElement } from '../text/tree.ts';
import { assertExclusive, type Digest, readDigest } from './methods.ts';
import { type Properties, readProperties } from './read-properties.ts';
import { readUnsigned, type Unsigned } from './read-unsigned.ts';

/** One signature taken apart (XMLDSig 1.1, EN 319 132-1); nothing of it is verified yet. */
export interface ReadSignature {
  readonly id: string;
  readonly info: XmlElement;
  readonly method: SignatureMethod;
  readonly value: { readonly element: XmlElement; readonly bytes: Uint8Array };
  /** DER of the signer's certificate, and of those that came along. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly content: Digest;
  readonly properties: Properties & { readonly element: XmlElement; readonly digest: Digest };
  readonly unsigned: Unsigned;
}

/** Reads a signature that covers the content of this name and its own properties, and nothing else at all. */
export function readSignature(signature: XmlElement, contentId: string): ReadSignature {
  const id = idOf(signature);
  const parts = new Parts(signature, ['Id']);
  const info = parts.take(names.ds, 'SignedInfo');
  const value = parts.take(names.ds, 'SignatureValue');
  const [certificate, ...chain] = certificatesIn(parts.take(names.ds, 'KeyInfo'));
  const object = onlyPart(parts.take(names.ds, 'Object'), [names.xades, 'QualifyingProperties']);
  parts.end();
  const qualifying = new Parts(object, ['Target']);
  const properties = qualifying.take(names.xades, 'SignedProperties');
  const unsigned = qualifying.maybe(names.xades, 'UnsignedProperties');
  qualifying.end();
  if (attributeOf(object, 'Target') !== `#${id}`)
    fault('signature-reference', 'properties of another signature');
  const { method, first, second } = readInfo(info);
  if (first.uri !== `#${contentId}` || first.type !== undefined)
    fault('signature-reference', 'something else than the content');
  if (second.uri !== `#${idOf(properties)}` || second.type !== names.signedProperties)
    fault('signature-reference', 'properties from elsewhere');
  return {
    id,
    info,
    method,
    value: { element: value, bytes: bytesIn(value, ['Id']) },
    certificate: certificate ?? fault('signature-odd', 'no certificate'),
    chain,
    content: first.digest,
    properties: { ...readProperties(properties, first.id), element: properties, digest: second.digest },
    unsigned: readUnsigned(unsigned),
  };
}

function idOf(element: XmlElement): string {
  const id = attributeOf(element, 'Id') ?? '';
  return isId(id) ? id : fault('signature-odd', `${element.local} without Id`);
}

function certificatesIn(keyInfo: XmlElement): readonly Uint8Array[] {
  const data = new Parts(onlyPart(keyInfo, [names.ds, 'X509Data'], ['Id']));
  const found = data.all(names.ds, 'X509Certificate', limits.values);
  data.end();
  return found.map((one) => bytesIn(one));
}

function readInfo(info: XmlElement) {
  const parts = new Parts(info, ['Id']);
  assertExclusive(parts.take(names.ds, 'CanonicalizationMethod'));
  const uri = algorithmIn(parts.take(names.ds, 'SignatureMethod'));
  const method = methodOf(uri) ?? fault('signature-algorithm', uri.slice(0, 100));
  const first = readReference(parts.take(names.ds, 'Reference'));
  const second = readReference(parts.take(names.ds, 'Reference'));
  parts.end();
  return { method, first, second };
}

function readReference(reference: XmlElement) {
  const parts = new Parts(reference, ['Id', 'URI', 'Type']);
  const transforms = new Parts(parts.take(names.ds, 'Transforms'));
  assertExclusive(transforms.take(names.ds, 'Transform'));
  transforms.end();
  const digest = readDigest(parts);
  parts.end();
  return {
    id: attributeOf(reference, 'Id'),
    uri: attributeOf(reference, 'URI'),
    type: attributeOf(reference, 'Type'),
    digest,
  };
}
