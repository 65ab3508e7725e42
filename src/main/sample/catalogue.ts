import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importCatalogue, loadProcedures, reportAsMarkdown } from '#capabilities/catalogue';
import { type ProcedureDefinition, parseDefinition } from '#capabilities/forms';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { recordsOf, sampleJson, unpackedText } from './files.ts';
import { ministryDefinition, ministryProcedures } from './ministry-procedures.ts';
import type { Sample } from './sample.ts';

const folder = new URL('../../../samples/procedures/', import.meta.url);

/** The definitions that ship, checked: the live procedures, and the generic one for every other. */
export function sampleDefinitions(): {
  readonly live: readonly ProcedureDefinition[];
  readonly generic: ProcedureDefinition;
} {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const parsed = parseDefinition(sampleJson(`procedures/${name}/definition.json`));
      if (!parsed.ok)
        throw new Error(`samples/procedures/${name}: ${JSON.stringify(parsed.refusal.problems[0])}`);
      return parsed.value;
    });
  const generic = all.find((definition) => definition.code === 'generic');
  if (!generic) throw new Error('samples/procedures/generic is missing');
  return { live: all.filter((definition) => definition !== generic), generic };
}

/** The national list as the importer reads it, with its report. */
function nationalList() {
  return importCatalogue(
    recordsOf('national/procedures.csv.gz', unpackedText('national/procedures.csv.gz')),
    unpackedText('national/procedures_detail.jsonl.gz').split('\n'),
    { printedCodes: sampleJson('national/printed-codes.json') },
  );
}

const chunk = 500;

type National = ReturnType<typeof nationalList>['procedures'];

/** What of the national list a sample publishes, and the forms it has for it. */
function published(
  sample: Sample,
  all: National,
): { readonly procedures: National; readonly live: readonly ProcedureDefinition[] } {
  const { live, generic } = sampleDefinitions();
  if (sample.name === 'province') return { procedures: all, live };
  const chosen = new Map(ministryProcedures().map((each) => [each.code, each]));
  const procedures = all.filter(({ code }) => chosen.has(code));
  return {
    procedures,
    live: procedures.flatMap((each) => {
      const own = chosen.get(each.code);
      return own ? [ministryDefinition(generic, each, own)] : [];
    }),
  };
}

/** Publishes the list of the sample, with a form where it has one, and writes what the importer corrected or set aside. */
export async function seedCatalogue(
  ctx: Ctx,
  sample: Sample,
  dataDir: string,
): Promise<{ procedures: number; live: readonly ProcedureDefinition[] }> {
  const { procedures: all, report } = nationalList();
  const { procedures, live } = published(sample, all);
  const definitions = new Map(live.map((each) => [each.code, each]));
  await ctx.db.transact(systemScope, async (t) => {
    for (let at = 0; at < procedures.length; at += chunk) {
      const rows = procedures.slice(at, at + chunk).map((national) => {
        const definition = definitions.get(national.code);
        return definition ? { national, definition } : { national };
      });
      await loadProcedures(t, ctx.clock.now(), rows);
    }
  });
  const missing = [...definitions.keys()].filter((code) => !procedures.some((each) => each.code === code));
  if (missing.length > 0)
    throw new Error(`Live procedures that the national list lacks: ${missing.join(', ')}`);
  const reports = path.join(dataDir, 'reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(path.join(reports, 'catalogue.md'), reportAsMarkdown(report));
  return { procedures: procedures.length, live };
}
