import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importCatalogue, loadProcedures, reportAsMarkdown } from '#capabilities/catalogue';
import { systemClock } from '#kernel/time';
import { openDatabase, systemScope } from '#platform/db';
import { parseCsvRecords } from '#platform/validation';
import { bringUpToDate, withOwner } from '../database.ts';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';

const chunk = 500;

export const importCatalogueCommand: Command = {
  name: 'import-catalogue',
  summary: 'reads the national list of procedures and publishes those that are new',
  words: ['<file>'],
  options: {
    '--details=': 'JSON lines with the documents, fees and times of procedures (.jsonl or .jsonl.gz)',
    '--dry-run': 'reads and reports only',
  },
  details:
    'The file is CSV (UTF-8, or packed as .csv.gz) with the columns of samples/national/procedures.csv.gz.\nWhat was corrected, kept or set aside is written into DATA_DIR/reports/catalogue-import.md; nothing is dropped silently.',
  async run({ typed, console, settings }) {
    const [file = ''] = typed.words;
    const rows = parseCsvRecords(readText(file));
    if (!rows.ok) throw new Refused(`${file} is not a CSV table: ${JSON.stringify(rows.refusal)}.`);
    const columns = Object.keys(rows.value[0] ?? {});
    if (!columns.includes('code') || !columns.includes('name'))
      throw new Refused(`${file} lacks the columns "code" and "name" of the national list.`);
    const detailFile = typed.options['--details'];
    const details = typeof detailFile === 'string' ? readText(detailFile).split('\n') : [];
    const { procedures, report } = importCatalogue(rows.value, details);

    const known = settings();
    const reports = path.join(known.dataDir, 'reports');
    mkdirSync(reports, { recursive: true });
    writeFileSync(path.join(reports, 'catalogue-import.md'), reportAsMarkdown(report));
    const { counts, lines } = report;
    line(
      console.out,
      `Read ${counts.rows} rows: ${counts.imported} procedures, ${counts.rowsSetAside} set aside; ${lines.length} remarks in ${path.join(reports, 'catalogue-import.md')}`,
    );
    if (typed.options['--dry-run']) return 0;

    const published = await withOwner(known, 'import-catalogue', async (owner) => {
      const { addresses } = await bringUpToDate(known, owner);
      const db = openDatabase({
        url: addresses.worker,
        max: 2,
        applicationName: 'import-catalogue',
        statementTimeout: 60_000,
      });
      try {
        return await db.transact(systemScope, async (t) => {
          let loaded = 0;
          for (let at = 0; at < procedures.length; at += chunk) {
            const part = procedures.slice(at, at + chunk).map((national) => ({ national }));
            loaded += await loadProcedures(t, systemClock.now(), part);
          }
          return loaded;
        });
      } finally {
        await db.close();
      }
    });
    line(
      console.out,
      `Published ${published} procedures that were new; ${procedures.length - published} stood already.`,
    );
    return 0;
  },
};

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as Error).message}`);
  }
}
