import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  type ToValidate,
  type ValidationData,
  type ValidationSource,
  validationData,
} from '#platform/certificates';
import { readDetached } from '#platform/cms';
import { guarded } from '../fault.ts';
import { signedFields } from '../file/fields.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { signatureIn } from '../judge/range.ts';
import { changed, dict, isArray, isDict, isRef, name, type PdfRef, type PdfValue } from '../syntax/values.ts';
import { openToAppend } from './open-to-append.ts';
import { missingIn } from './places.ts';
import { Update } from './update.ts';

export interface ValidationWish extends ValidationSource {
  readonly fieldName: string;
  readonly at: Instant;
}

/**
 * Appends to a signed file what is needed to verify one of its signatures later: certificates, and what the source says
 * about their revocation (EN 319 142-1, 5.4.2; level B-LT). Refused as `field-name` when there is no such signature, as
 * `judgeChain` when the signer or the stamp leads to none of the roots, and as the source refuses.
 */
export const keepValidationData = (bytes: Uint8Array, wish: ValidationWish): Promise<Outcome<Uint8Array>> =>
  guarded(async () => {
    const file = openToAppend(bytes);
    const field = signedFields(file, file.last.index).find((one) => one.name === wish.fieldName);
    if (!field) return refused({ code: 'field-name' });
    const { der, contents, hole, after, end } = signatureIn(file, field);
    const read = await readDetached(
      der,
      Buffer.concat([bytes.subarray(0, hole), bytes.subarray(after, end)]),
    );
    if (!read.ok) return read;
    const { certificate, chain, stamp } = read.value;
    const signer: ToValidate = { certificate, others: chain, purpose: 'signing' };
    const clock: readonly ToValidate[] = stamp
      ? [{ certificate: stamp.certificate, others: stamp.chain, purpose: 'time-stamping' }]
      : [];
    const kept = await validationData([signer, ...clock], wish);
    return kept.ok ? done(append(file, kept.value, contents, wish)) : kept;
  });

function append(
  file: PdfFile,
  kept: ValidationData,
  contents: Uint8Array,
  { at, fieldName }: ValidationWish,
): Uint8Array {
  const index = file.last.index;
  const catalog = file.catalog(index);
  const old = file.dict(catalog.entries.get('DSS'), index) ?? dict({});
  const update = new Update(file, missingIn(file));
  const streams = (all: readonly Uint8Array[]): PdfRef[] =>
    all.map((der) => update.stream({ Filter: name('FlateDecode') }, deflateSync(der)));
  const [certs, ocsps, crls] = [streams(kept.certificates), streams(kept.ocsps), streams(kept.crls)];
  const more = (key: string, refs: readonly PdfRef[]): PdfValue | undefined => {
    const before = file.value(old.entries.get(key), index);
    const all = [...(isArray(before) ? before : []), ...refs];
    return all.length > 0 ? all : undefined;
  };
  const some = (refs: readonly PdfRef[]): PdfValue | undefined => (refs.length > 0 ? refs : undefined);
  // Filed under the hash of what stands in the signature dictionary, padding included (ISO 32000-2, 12.8.4.4).
  const key = createHash('sha1').update(contents).digest('hex').toUpperCase();
  const own = update.add(dict({ Type: name('VRI'), Cert: some(certs), OCSP: some(ocsps), CRL: some(crls) }));
  const vri = changed(file.dict(old.entries.get('VRI'), index) ?? dict({}), { [key]: own });
  const store = changed(old, {
    Type: name('DSS'),
    Certs: more('Certs', certs),
    OCSPs: more('OCSPs', ocsps),
    CRLs: more('CRLs', crls),
    VRI: vri,
  });
  const where = catalog.entries.get('DSS');
  const ref = isRef(where) ? where : update.next;
  if (isRef(where)) update.replace(where, store);
  else update.add(store);
  const known = catalog.entries.get('Extensions');
  if (!isRef(where) || known === undefined) {
    // Says to readers of version 1.7 that the store is meant (EN 319 142-1, 5.6).
    const extensions = isDict(known) ? known : dict({});
    const esic = dict({ BaseVersion: name('1.7'), ExtensionLevel: 1 });
    const marked =
      isRef(known) || extensions.entries.has('ESIC') ? known : changed(extensions, { ESIC: esic });
    update.replace(file.root(index), changed(catalog, { DSS: ref, Extensions: marked }));
  }
  return update.finished(`${at} ${fieldName} DSS`).bytes;
}
