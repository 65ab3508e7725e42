import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AnnouncementToLoad,
  type DutyToLoad,
  importCatalogue,
  loadAnnouncements,
  loadDuties,
  loadProcedures,
  reportAsMarkdown,
} from '#capabilities/catalogue';
import { type ProcedureDefinition, parseDefinition } from '#capabilities/forms';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { recordsOf, sampleJson, sampleText, unpackedText } from './files.ts';
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

/** Procedures between agencies that have a form here: officers file them, so no citizen's story is told of them. */
export function internalDefinitions(): readonly ProcedureDefinition[] {
  const shelf = new URL('../../../samples/internal/', import.meta.url);
  const codes = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return codes
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const parsed = parseDefinition(sampleJson(`internal/${name}/definition.json`));
      if (!parsed.ok)
        throw new Error(`samples/internal/${name}: ${JSON.stringify(parsed.refusal.problems[0])}`);
      return parsed.value;
    });
}

/** Decision tables that ship beside a definition (`decisions.dmn`). */
export function sampleDecisions(code: string): string | undefined {
  const file = new URL(`${code}/decisions.dmn`, folder);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The diagram that ships beside a definition (`workflow.bpmn`), for the few whose workflow is more than a line of steps. */
export function sampleDiagram(code: string): string | undefined {
  const file = new URL(`${code}/workflow.bpmn`, folder);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The national list as the importer reads it, with its report. @param more details that the list itself lacks. */
function nationalList(more = '') {
  return importCatalogue(
    recordsOf('national/procedures.csv.gz', unpackedText('national/procedures.csv.gz')),
    `${unpackedText('national/procedures_detail.jsonl.gz')}\n${more}`.split('\n'),
    { printedCodes: sampleJson('national/printed-codes.json') },
  );
}

/** The list holds the papers of provinces and communes; those of the ministry's procedures stand beside it. */
const listFor = (sample: Sample) =>
  nationalList(sample.name === 'ministry' ? sampleText('ministry/details.jsonl') : '');

const chunk = 500;

type National = ReturnType<typeof nationalList>['procedures'];

/** What of the national list a sample publishes, and the forms it has for it. */
function published(
  sample: Sample,
  all: National,
): { readonly procedures: National; readonly live: readonly ProcedureDefinition[] } {
  if (sample.name === 'province') return { procedures: all, live: sampleDefinitions().live };
  const chosen = new Map(ministryProcedures().map((each) => [each.code, each]));
  const procedures = all.filter(({ code }) => chosen.has(code));
  const { generic } = sampleDefinitions();
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
  const { procedures: all, report } = listFor(sample);
  const { procedures, live } = published(sample, all);
  const internal = sample.name === 'province' ? internalDefinitions() : [];
  const definitions = new Map([...live, ...internal].map((each) => [each.code, each]));
  await ctx.db.transact(systemScope, async (t) => {
    for (let at = 0; at < procedures.length; at += chunk) {
      const rows = procedures.slice(at, at + chunk).map((national) => {
        const definition = definitions.get(national.code);
        if (!definition) return { national };
        const decisions = sample.name === 'province' ? sampleDecisions(national.code) : undefined;
        const workflow = sample.name === 'province' ? sampleDiagram(national.code) : undefined;
        return {
          national,
          definition,
          ...(workflow === undefined ? {} : { workflow }),
          ...(decisions === undefined ? {} : { decisions }),
        };
      });
      await loadProcedures(t, ctx.clock.now(), rows);
    }
    if (sample.name === 'province') {
      await loadDuties(t, ctx.clock.now(), sampleJson<readonly DutyToLoad[]>('an-giang/duties.json'));
      await loadAnnouncements(
        t,
        ctx.clock.now(),
        sampleJson<readonly AnnouncementToLoad[]>('an-giang/announcements.json'),
      );
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

/** Every procedure a sample has a form for, as it is published there. */
export const liveDefinitions = (sample: Sample): readonly ProcedureDefinition[] =>
  published(sample, listFor(sample).procedures).live;
