import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Comparison,
  compareNationalList,
  importCatalogue,
  keepNationalList,
  loadProcedures,
  type NewList,
  reportAsMarkdown,
} from '#capabilities/catalogue';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { parseCsvRecords } from '#platform/validation';
import { Refused } from '../refused.ts';
import { asSystem } from './as-system.ts';
import { type Command, line } from './command.ts';

const chunk = 500;

export const importCatalogueCommand: Command = {
  name: 'import-catalogue',
  summary: 'reads the national list of procedures, publishes those that are new, and shows what changed',
  words: ['<file>'],
  options: {
    '--details=': 'JSON lines with the documents, fees and times of procedures (.jsonl or .jsonl.gz)',
    '--dry-run': 'reads and reports only',
  },
  details:
    'The file is CSV (UTF-8, or packed as .csv.gz) with the columns of samples/national/procedures.csv.gz.\nWhat was corrected, kept or set aside is written into DATA_DIR/reports/catalogue-import.md; nothing is dropped silently.\nProcedures that stand already are not overwritten: what changed or is gone waits on the page of the list in administration.',
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
    const markdown = reportAsMarkdown(report);
    writeFileSync(path.join(reports, 'catalogue-import.md'), markdown);
    const { counts, lines } = report;
    line(
      console.out,
      `Read ${counts.rows} rows: ${counts.imported} procedures, ${counts.rowsSetAside} set aside; ${lines.length} remarks in ${path.join(reports, 'catalogue-import.md')}`,
    );
    if (typed.options['--dry-run']) return 0;

    const { published, found, list } = await asSystem(
      known,
      'import-catalogue',
      (ctx) => takeNew(ctx, { name: path.basename(file), procedures, report: markdown, remarks: report }),
      { logLevel: 'silent' },
    );
    line(
      console.out,
      `Published ${published} procedures that were new; ${procedures.length - published} stood already.`,
    );
    line(console.out, summaryOf(found));
    line(console.out, `Each difference is taken or kept at /quan-tri/danh-muc-quoc-gia/${list}`);
    return 0;
  },
};

/** Publishes what is new, and keeps what changed or is gone for a person to decide. */
async function takeNew(
  ctx: Ctx,
  list: NewList,
): Promise<{ readonly published: number; readonly found: Comparison; readonly list: string }> {
  const found = await compareNationalList(ctx, list.procedures);
  const fresh = new Set(found.changes.filter(({ change }) => change === 'new').map(({ code }) => code));
  const toLoad = list.procedures.filter(({ code }) => fresh.has(code));
  const published = await ctx.db.transact(systemScope, async (t) => {
    let loaded = 0;
    for (let at = 0; at < toLoad.length; at += chunk) {
      const part = toLoad.slice(at, at + chunk).map((national) => ({ national }));
      loaded += await loadProcedures(t, ctx.clock.now(), part);
    }
    return loaded;
  });
  return { published, found, list: await keepNationalList(ctx, list, found, fresh) };
}

/** The same sums that the page of the list shows. */
export function summaryOf({ changes, same }: Comparison): string {
  const of = (change: string) => changes.filter((each) => each.change === change);
  const live = (change: string) => of(change).filter((each) => each.live).length;
  return `Compared with what is held: ${of('new').length} new, ${of('changed').length} changed (${live('changed')} with a form of their own), ${of('gone').length} gone (${live('gone')} with a form of their own), ${same} the same.`;
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as Error).message}`);
  }
}
