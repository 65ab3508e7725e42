import { fault, odd } from '../fault.ts';
import { limits } from '../limits.ts';
import { textOf } from '../syntax/strings.ts';
import {
  isArray,
  isRef,
  isText,
  nameAt,
  type PdfArray,
  type PdfDict,
  type PdfRef,
} from '../syntax/values.ts';
import type { PdfFile } from './pdf-file.ts';

export interface PdfField {
  /** With those above it, joined by dots. */
  readonly name: string;
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  readonly signs: boolean;
  /** Has no others under it. */
  readonly leaf: boolean;
}
/** A signature field with something in it. */
export interface SignedField extends PdfField {
  readonly value: PdfRef;
}

export const formOf = (file: PdfFile, revision: number): PdfDict | undefined =>
  file.dict(file.catalog(revision).entries.get('AcroForm'), revision);

export function topFields(file: PdfFile, form: PdfDict | undefined, revision: number): PdfArray {
  const fields = file.value(form?.entries.get('Fields'), revision);
  return isArray(fields) ? fields : [];
}

/** All fields of the form (ISO 32000-2, 12.7.4). */
export function fieldsOf(file: PdfFile, revision: number): PdfField[] {
  const found: PdfField[] = [];
  const seen = new Set<number>();
  const walk = (ref: PdfRef, above: { name: string; kind: string | undefined }, depth: number): void => {
    if (seen.has(ref.number) || depth > 20) odd('an odd tree of fields');
    seen.add(ref.number);
    if (seen.size > limits.fields) fault('pdf-too-many-signatures', 'too many fields');
    const dict = file.dict(ref, revision);
    if (!dict) return;
    const part = dict.entries.get('T');
    const own = isText(part) ? textOf(part.bytes) : undefined;
    const name = own === undefined ? above.name : above.name === '' ? own : `${above.name}.${own}`;
    const kind = nameAt(dict, 'FT') ?? above.kind;
    const kids = file.value(dict.entries.get('Kids'), revision);
    const below = isArray(kids) ? kids.filter(isRef) : [];
    // Without a name of its own it is the look of the field above it, not another field.
    if (own !== undefined || depth === 0)
      found.push({ name, ref, dict, signs: kind === 'Sig', leaf: below.length === 0 });
    for (const kid of below) walk(kid, { name, kind }, depth + 1);
  };
  for (const ref of topFields(file, formOf(file, revision), revision))
    if (isRef(ref)) walk(ref, { name: '', kind: undefined }, 0);
  return found;
}

/** Signature fields that are signed. A signature that does not stand as an object by itself cannot be looked at. */
export function signedFields(file: PdfFile, revision: number): SignedField[] {
  const signed = fieldsOf(file, revision).flatMap((field) => {
    const value = field.dict.entries.get('V') ?? null;
    if (!field.signs || value === null) return [];
    return isRef(value) ? [{ ...field, value }] : odd('a signature within its field');
  });
  if (signed.length > limits.signatures) fault('pdf-too-many-signatures', 'too many signatures');
  return signed;
}
