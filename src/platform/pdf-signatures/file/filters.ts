import { inflateSync } from 'node:zlib';
import { odd } from '../fault.ts';
import type { Budget } from '../limits.ts';
import { isArray, isCount, isDict, nameAt, type PdfDict } from '../syntax/values.ts';

/** The data of a stream as its dictionary says: as it stands, or packed with Flate, with or without PNG predictors. */
export function unpacked(data: Uint8Array, where: PdfDict, budget: Budget): Uint8Array {
  const filter = single(where, 'Filter');
  if (filter === undefined) return data;
  if (filter !== 'FlateDecode') odd('an unknown filter');
  const plain = inflated(data, budget);
  const found = where.entries.get('DecodeParms') ?? null;
  const parameters = isArray(found) ? (found[0] ?? null) : found;
  if (parameters === null) return plain;
  if (!isDict(parameters) || (isArray(found) && found.length > 1)) odd('odd parameters of a filter');
  return predicted(plain, parameters);
}

function single(where: PdfDict, key: string): string | undefined {
  const value = where.entries.get(key) ?? null;
  if (value === null || (isArray(value) && value.length === 0)) return undefined;
  if (isArray(value) && value.length > 1) odd('several filters');
  return isArray(value)
    ? nameAt({ is: 'dict', entries: new Map([[key, value[0] ?? null]]) }, key)
    : nameAt(where, key);
}

function inflated(data: Uint8Array, budget: Budget): Uint8Array {
  let plain: Uint8Array;
  try {
    plain = inflateSync(data, { maxOutputLength: Math.max(1, budget.room) });
  } catch {
    odd('a packed stream that cannot be unpacked');
  }
  budget.unpack(plain.length);
  return plain;
}

/** Undoes the predictors of PNG (RFC 2083, 6), which cross-reference streams use. */
function predicted(data: Uint8Array, parameters: PdfDict): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = parameters.entries.get(key) ?? otherwise;
    return isCount(value) ? value : odd('odd parameters of a filter');
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || predictor > 15 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8)
    odd('an unknown predictor');
  const columns = number('Columns', 1);
  if (columns < 1 || columns > 64 || data.length % (columns + 1) !== 0) odd('odd parameters of a filter');
  const rows = data.length / (columns + 1);
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) undo(data, out, row, columns);
  return out;
}

function undo(data: Uint8Array, out: Uint8Array, row: number, columns: number): void {
  const [kind = 0, from, to] = [data[row * (columns + 1)], row * (columns + 1) + 1, row * columns];
  if (kind > 4) odd('an unknown predictor');
  for (let i = 0; i < columns; i++) {
    const left = i > 0 ? (out[to + i - 1] ?? 0) : 0;
    const up = row > 0 ? (out[to + i - columns] ?? 0) : 0;
    const corner = i > 0 && row > 0 ? (out[to + i - columns - 1] ?? 0) : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
    out[to + i] = ((data[from + i] ?? 0) + guess) & 0xff;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
