import { gunzipSync } from 'node:zlib';
import { done, type Outcome, refused } from '#kernel/outcome';
import { parseCsvRecords } from '#platform/validation';
import { type ImportedCatalogue, importCatalogue } from '../../importing/index.ts';
import { hasColumns, isPacked, type ListPart } from './judge-file.ts';
import { unpackedLimits } from './limits.ts';

export interface ListFiles {
  /** CSV in UTF-8, or packed with gzip. */
  readonly list: Uint8Array;
  /** JSON lines in UTF-8, or packed with gzip. */
  readonly details?: Uint8Array | undefined;
}

/** Reads a list that was handed in, within bounds; see `importCatalogue`. Takes a second and more: never on the serving thread. */
export function readListFiles({ list, details }: ListFiles): Outcome<ImportedCatalogue> {
  const text = textOf('list', list);
  if (!text.ok) return text;
  const rows = parseCsvRecords(text.value);
  if (!rows.ok) {
    const { line, row } = rows.refusal.details ?? {};
    return refused({
      code: rows.refusal.code === 'csv.ragged' ? 'national-file-ragged' : 'national-file-csv',
      field: 'list',
      details: { line: line ?? row ?? 1 },
    });
  }
  if (!hasColumns(Object.keys(rows.value[0] ?? {})))
    return refused({ code: 'national-file-columns', field: 'list' });
  const long = rows.value.findIndex((row) =>
    Object.values(row).some(({ length }) => length > unpackedLimits.cell),
  );
  if (long >= 0) return refused({ code: 'national-file-cell', field: 'list', details: { line: long + 2 } });
  if (rows.value.length > unpackedLimits.rows) return tooMany('list');

  const more = details === undefined ? done('') : textOf('details', details);
  if (!more.ok) return more;
  const lines = more.value.split('\n');
  if (lines.length > unpackedLimits.rows) return tooMany('details');
  const wide = lines.findIndex(({ length }) => length > unpackedLimits.line);
  if (wide >= 0)
    return refused({ code: 'national-file-cell', field: 'details', details: { line: wide + 1 } });
  return done(importCatalogue(rows.value, lines));
}

const tooMany = (field: ListPart) =>
  refused({ code: 'national-file-rows', field, details: { most: unpackedLimits.rows } });

function textOf(part: ListPart, bytes: Uint8Array): Outcome<string> {
  try {
    const plain = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: unpackedLimits.bytes }) : bytes;
    return done(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (error) {
    const large = (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return refused({ code: large ? 'national-file-bomb' : 'national-file-text', field: part });
  }
}
