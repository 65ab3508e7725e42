import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseCsvRecords } from '../../platform/validation/csv.ts';

const samples = new URL('../../../samples/', import.meta.url);

export const sampleText = (file: string): string => readFileSync(new URL(file, samples), 'utf8');
export const sampleJson = <T>(file: string): T => JSON.parse(sampleText(file)) as T;
export const unpackedText = (file: string): string =>
  gunzipSync(readFileSync(new URL(file, samples))).toString('utf8');

/** Rows of a CSV text of ours; a table that cannot be read is a fault of the copy. */
export function recordsOf(file: string, text = sampleText(file)): Record<string, string>[] {
  const parsed = parseCsvRecords(text);
  if (!parsed.ok) throw new Error(`samples/${file} is not RFC 4180: ${JSON.stringify(parsed.refusal)}`);
  return parsed.value;
}
