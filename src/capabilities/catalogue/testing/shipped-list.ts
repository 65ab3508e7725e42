import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseCsvRecords } from '../../../platform/validation/csv.ts';
import { type ImportedCatalogue, importCatalogue } from '../importing/index.ts';
import { entryOf, type SearchEntry, type Synonyms, synonymsShape } from '../search/index.ts';

const samples = new URL('../../../../samples/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, samples), 'utf8');
const unpacked = (file: string) => gunzipSync(readFileSync(new URL(file, samples))).toString('utf8');

/** The national list that ships with the product, imported: for tests that want the real thing. */
export function importShippedList(): ImportedCatalogue {
  const rows = parseCsvRecords(unpacked('national/procedures.csv.gz'));
  if (!rows.ok) throw new Error(`The shipped list is not RFC 4180: ${rows.refusal.code}`);
  const printedCodes: Record<string, string> = JSON.parse(text('national/printed-codes.json'));
  return importCatalogue(rows.value, unpacked('national/procedures_detail.jsonl.gz').split('\n'), {
    printedCodes,
  });
}

export const shippedSynonyms = (): Synonyms => synonymsShape.parse(JSON.parse(text('synonyms.json')));

export interface LifeEvent {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly description: { readonly vi: string; readonly en: string };
  readonly procedures: readonly string[];
}
export const shippedLifeEvents = (): readonly LifeEvent[] => JSON.parse(text('life-events.json'));

/** Search entries as the province has them: public procedures, with their life events. */
export function shippedEntries(catalogue: ImportedCatalogue, live: readonly string[] = []): SearchEntry[] {
  const events = shippedLifeEvents();
  return catalogue.procedures
    .filter((procedure) => procedure.isPublic)
    .map((procedure) =>
      entryOf(procedure, {
        live: live.includes(procedure.code),
        lifeEvents: events.filter((one) => one.procedures.includes(procedure.code)).map((one) => one.id),
      }),
    );
}
