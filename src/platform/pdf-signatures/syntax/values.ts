/** What can stand in a PDF (ISO 32000-2, 7.3), without streams, which are objects with data. */
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfText | PdfArray | PdfDict;

export interface PdfName {
  readonly is: 'name';
  readonly name: string;
}
export interface PdfRef {
  readonly is: 'ref';
  readonly number: number;
  readonly generation: number;
}
/** A string; where it stood matters for the one that holds a signature. */
export interface PdfText {
  readonly is: 'text';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
}
export type PdfArray = readonly PdfValue[];
export interface PdfDict {
  readonly is: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export const name = (text: string): PdfName => ({ is: 'name', name: text });
export const ref = (number: number, generation = 0): PdfRef => ({ is: 'ref', number, generation });
export const dict = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict => ({
  is: 'dict',
  entries: new Map(
    Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined),
  ),
});
export const text = (bytes: Uint8Array): PdfText => ({ is: 'text', bytes, hex: true, start: 0, end: 0 });

export const isArray = (value: PdfValue | undefined): value is PdfArray => Array.isArray(value);
const isOf =
  <T extends PdfName | PdfRef | PdfText | PdfDict>(is: T['is']) =>
  (value: PdfValue | undefined): value is T =>
    typeof value === 'object' && value !== null && 'is' in value && value.is === is;
export const isName = isOf<PdfName>('name');
export const isRef = isOf<PdfRef>('ref');
export const isText = isOf<PdfText>('text');
export const isDict = isOf<PdfDict>('dict');
export const isCount = (value: PdfValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The name under a key, or nothing. */
export function nameAt(where: PdfDict, key: string): string | undefined {
  const value = where.entries.get(key);
  return isName(value) ? value.name : undefined;
}

/** The same dictionary with some entries otherwise; `undefined` leaves one out. */
export function changed(where: PdfDict, entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const all = new Map(where.entries);
  for (const [key, value] of Object.entries(entries))
    if (value === undefined) all.delete(key);
    else all.set(key, value);
  return { is: 'dict', entries: all };
}

/** Equal in meaning as far as it can be told without following references. */
export function same(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === b) return true;
  if (isName(a)) return isName(b) && a.name === b.name;
  if (isRef(a)) return isRef(b) && a.number === b.number && a.generation === b.generation;
  if (isText(a)) return isText(b) && Buffer.compare(a.bytes, b.bytes) === 0;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((value, i) => same(value, b[i]));
  return isDict(a) && isDict(b) && differences(a, b).length === 0;
}

/** Keys under which two dictionaries are not the same. */
export function differences(a: PdfDict, b: PdfDict): string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return [...keys].filter((key) => !same(a.entries.get(key), b.entries.get(key)));
}

/** Every reference in a value. */
export function* refsIn(value: PdfValue): Generator<PdfRef> {
  if (isRef(value)) yield value;
  else if (isArray(value)) for (const one of value) yield* refsIn(one);
  else if (isDict(value)) for (const one of value.entries.values()) yield* refsIn(one);
}
