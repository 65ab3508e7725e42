import { odd } from '../fault.ts';
import type { Budget } from '../limits.ts';
import { Reader } from '../syntax/reader.ts';
import { isCount, isDict, isRef, type PdfRef, type PdfValue } from '../syntax/values.ts';

/** An object as it stands somewhere. */
export interface PdfObject {
  readonly value: PdfValue;
  /** The data, still packed, when it is a stream. */
  readonly stream?: Uint8Array;
  /** From its number to after `endobj`; both 0 for one that stands in an object stream. */
  readonly start: number;
  readonly end: number;
}

type LengthOf = (ref: PdfRef) => PdfValue;

/** The object `number generation obj … endobj` that stands exactly at `at` (ISO 32000-2, 7.3.8 and 7.3.10). */
export function objectAt(
  bytes: Uint8Array,
  at: number,
  wanted: { readonly number: number; readonly generation: number } | undefined,
  budget: Budget,
  lengthOf: LengthOf,
): PdfObject & { readonly number: number } {
  const reader = new Reader(bytes, at, budget);
  if (!/^\d/.test(reader.peekWord())) odd('no object where one should be');
  const number = reader.count();
  const generation = reader.count();
  reader.word('obj');
  if (wanted && (number !== wanted.number || generation !== wanted.generation))
    odd('another object than named');
  const value = reader.value();
  reader.skip();
  const stream = reader.peekWord() === 'stream' ? streamOf(reader, value, lengthOf) : undefined;
  reader.word('endobj');
  return { number, value, start: at, end: reader.at, ...(stream && { stream }) };
}

function streamOf(reader: Reader, value: PdfValue, lengthOf: LengthOf): Uint8Array {
  if (!isDict(value)) odd('a stream without dictionary');
  if (value.entries.has('F')) odd('a stream that stands in another file');
  const stated = value.entries.get('Length');
  const length = isRef(stated) ? lengthOf(stated) : stated;
  if (!isCount(length)) odd('a stream without length');
  const { bytes } = reader;
  let from = reader.at + 'stream'.length;
  if (bytes[from] === 13) from++;
  if (bytes[from] !== 10) odd('no end of line before a stream');
  from++;
  reader.at = from + length;
  if (reader.at > bytes.length) odd('a stream beyond the end');
  if (bytes[reader.at] === 13) reader.at++;
  if (bytes[reader.at] === 10) reader.at++;
  if (reader.peekWord() !== 'endstream') odd('a stream of another length');
  reader.at += 'endstream'.length;
  return bytes.subarray(from, from + length);
}
